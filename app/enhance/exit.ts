const pressesNeeded = 3;
const pause = 5_000;

/**
 * Leaves at once by the link marked `data-exit`, when it is followed or when Shift is pressed three
 * times. The page goes blank first, and is not left behind for the Back button.
 */
export function leaveOnThreeShifts(page: Document) {
  const link = page.querySelector<HTMLAnchorElement>('a[data-exit]');
  if (!link) return;
  const leave = () => {
    page.title = '';
    page.body.replaceChildren();
    page.location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener('keyup', (event) => {
    clearTimeout(timer);
    presses = event.key === 'Shift' ? presses + 1 : 0;
    if (presses >= pressesNeeded) leave();
    timer = setTimeout(() => {
      presses = 0;
    }, pause);
  });
}
