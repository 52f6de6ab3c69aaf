import type { Scope } from '#app/platform/database/walled.ts';

/**
 * The scope of organisations that are already known to be somebody's: by their session, by having
 * just proved who they are, or because everybody may read them, as the shared library.
 */
export function scopeOf(...organisationIds: string[]): Scope {
  return { organisationIds } as unknown as Scope;
}
