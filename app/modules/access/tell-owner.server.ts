import { chooseLocale } from '#app/i18n/i18n.ts';
import { recordAudit } from '../audit/record.server.ts';
import { sendMail } from '../mail/send.server.ts';
import type { Services } from '../services.ts';
import { placesOf } from './enter.server.ts';
import { scopeOf } from './scope.ts';

export type OwnerNews =
  | 'password-changed'
  | 'second-factor-set'
  | 'second-factor-moved'
  | 'second-factor-removed'
  | 'recovery-codes-made'
  | 'address-proved';

/** Whoever owns an account should know what was done to it, in case it was not them. */
export async function tellOwner(
  { identity, config, database }: Services,
  userId: string,
  kind: OwnerNews,
  request?: Request,
): Promise<void> {
  const { email } = await identity.accountOf(userId);
  if (!email || !config.mail) return;
  const locale = chooseLocale(request?.headers.get('Accept-Language') ?? null);
  await sendMail(database, { kind, to: email, values: {}, locale });
}

/** A first proof of an address has voided a password: every organisation of its owner keeps that, and they are told. */
export async function tellProved(
  services: Services,
  userId: string,
  request: Request,
): Promise<void> {
  for (const { organisationId, personId } of await placesOf(services, userId))
    await services.database.within(scopeOf(organisationId), (transaction) =>
      recordAudit(
        transaction,
        { organisationId, personId },
        { kind: 'address-proved', details: {} },
      ),
    );
  await tellOwner(services, userId, 'address-proved', request);
}
