/** An address that leads on to another one once it is done with. */
export function withNext(path: string, next: string | null): string {
  if (!next) return path;
  return `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

/** Where somebody signs in once more, though they are signed in, and comes back. */
export function signInAgain(next: string): string {
  return withNext('/sign-in?again', next);
}
