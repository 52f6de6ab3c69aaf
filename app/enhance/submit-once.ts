/**
 * Keeps a second tap from sending a form again while the first is on its way. The server would take
 * it well; the person need not wonder.
 */
export function submitOnce(page: Document) {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-submit-once]')) {
    let isSent = false;
    form.addEventListener('submit', (event) => {
      if (isSent) event.preventDefault();
      isSent = true;
    });
  }
  // A page that comes back from the browser's memory can be sent again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) page.location.reload();
  });
}
