import type { Services } from '../services.ts';

/** Somebody whose way in was just made anew is not kept out by what was tried before, by them or by others. */
export async function forgetTries({ identity, limits }: Services, userId: string): Promise<void> {
  for (const kind of ['code', 'setUp'] as const) await limits.forget(kind, userId);
  const { email, username } = await identity.accountOf(userId);
  for (const login of [email, username].filter((one) => one !== null)) {
    await limits.forgetFromAnywhere('login', login);
    await limits.forget('loginAnywhere', login);
  }
}
