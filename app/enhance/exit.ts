const pressesNeeded = 3;
const pause = 5_000;

/**
 * Leaves at once by the link marked `data-exit`, when it is followed or when Shift is pressed three
 * times. The page goes blank first, and is not left behind for the Back button. It is hidden and not
 * emptied: a script of its own that still works on it must find what it left there. Listens before
 * anybody else: while React takes over a page it keeps keys and clicks from whoever comes later.
 */
export function leaveOnThreeShifts(page: Document) {
  const leave = (link: HTMLAnchorElement) => {
    page.title = '';
    page.documentElement.hidden = true;
    page.location.replace(link.href);
  };
  let presses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const early = { capture: true };
  addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-exit]');
      if (!link) return;
      event.preventDefault();
      leave(link);
    },
    early,
  );
  addEventListener(
    'keyup',
    (event) => {
      clearTimeout(timer);
      presses = event.key === 'Shift' ? presses + 1 : 0;
      const link = page.querySelector<HTMLAnchorElement>('a[data-exit]');
      if (link && presses >= pressesNeeded) leave(link);
      timer = setTimeout(() => {
        presses = 0;
      }, pause);
    },
    early,
  );
}
