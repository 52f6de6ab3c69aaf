/**
 * A chat whose messages arrive one by one, each at its turn (thread.css). Nothing is taken away: a
 * screen reader has all of it from the start, and a button shows the rest at once. Whoever presses on
 * before the last has come is shown it first: it may be the one that matters. Where motion is
 * reduced, nothing moves.
 */
export class MessageThread extends HTMLElement {
  connectedCallback() {
    const messages = [...this.querySelectorAll<HTMLElement>('.message')];
    const last = messages.at(-1);
    if (messages.length < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [turn, message] of messages.entries())
      message.style.setProperty('--turn', `${turn}`);
    const button = this.showAllButton();
    const early = { capture: true };
    const finish = () => {
      this.classList.remove('thread-unfolding');
      button.remove();
      document.removeEventListener('submit', pressedOn, early);
    };
    const pressedOn = (event: Event) => {
      // Another form of the page leads away from nothing.
      if (!(event.target as Element).querySelector('[name="step"]')) return;
      event.preventDefault();
      event.stopPropagation();
      finish();
    };
    document.addEventListener('submit', pressedOn, early);
    button.addEventListener('click', finish);
    last?.addEventListener('animationend', finish);
    this.append(button);
    this.classList.add('thread-unfolding');
  }

  private showAllButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    button.textContent = this.dataset.showAll ?? '';
    return button;
  }
}
