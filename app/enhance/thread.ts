const pause = 1_400;

/**
 * A chat whose messages arrive one by one. Nothing is taken away: a screen reader has all of it from
 * the start, and a button shows the rest at once. Where motion is reduced, nothing moves.
 */
export class MessageThread extends HTMLElement {
  connectedCallback() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const waiting = [...this.querySelectorAll('.message')].slice(1);
    if (waiting.length === 0) return;
    const button = this.showAllButton();
    const finish = () => {
      clearInterval(timer);
      for (const message of waiting) message.classList.remove('message-to-come');
      button.remove();
    };
    const timer = setInterval(() => {
      waiting.shift()?.classList.remove('message-to-come');
      if (waiting.length === 0) finish();
    }, pause);
    for (const message of waiting) message.classList.add('message-to-come');
    this.classList.add('thread-unfolding');
    button.addEventListener('click', finish);
    this.append(button);
  }

  private showAllButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    button.textContent = this.dataset.showAll ?? '';
    return button;
  }
}
