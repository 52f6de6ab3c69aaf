/** Everybody who is employed learns; the others have a part besides. More join with the part that needs them. */
export const roles = [
  'learner',
  'facilitator',
  'author',
  'manager',
  'dsl',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Roles that open other people's records: whoever has them signs in with a second factor. */
const guarded: readonly Role[] = ['manager', 'dsl', 'administrator'];

export const permissions = {
  'approvals.view': ['manager', 'dsl', 'administrator'],
  'attempts.play': ['learner'],
  'audit.view': ['dsl'],
  'compliance.view': ['manager', 'dsl'],
  'contacts.change': ['manager', 'dsl', 'administrator'],
  'people.view': ['manager', 'dsl', 'administrator'],
  'people.change': ['manager', 'administrator'],
  'people.import': ['manager', 'administrator'],
  'roles.change': ['administrator'],
  'scenarios.approve': ['dsl'],
  'scenarios.draw': ['author', 'facilitator', 'dsl'],
  'scenarios.lead': ['author', 'facilitator', 'dsl'],
  'scenarios.review': ['author', 'facilitator', 'dsl'],
  'privacy.answer': ['administrator'],
  'settings.change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

export function needsSecondFactor(role: Role): boolean {
  return guarded.includes(role);
}

/** Whether somebody may do a thing, if they sign in with a second factor: what is shown to lead there. */
export function mayOnceProved(
  { roles, withheld }: { roles: readonly Role[]; withheld: readonly Role[] },
  permission: Permission,
): boolean {
  return may({ roles: [...roles, ...withheld] }, permission);
}

/** Whether somebody with these roles may do a thing. The one table says who may do what. */
export function may(holder: { roles: readonly Role[] }, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return holder.roles.some((role) => allowed.includes(role));
}
