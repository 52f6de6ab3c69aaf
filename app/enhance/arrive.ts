/**
 * After a step the next scene has the same address. A reader who listens, or uses the keyboard, goes
 * on at its heading instead of at the top of the page; where something went wrong, that is said first,
 * and where the server gave somebody their place back, they keep it.
 */
export function arriveAtScene(page: Document) {
  const isNextStep = page.referrer === page.location.href.split('#')[0];
  if (!isNextStep || page.location.hash || page.querySelector('[role="alert"], [autofocus]'))
    return;
  page.querySelector<HTMLElement>('#scene-title')?.focus({ preventScroll: true });
}
