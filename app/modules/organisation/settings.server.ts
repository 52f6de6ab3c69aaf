import { z } from 'zod';
import type { Transaction } from '#app/platform/database/client.ts';
import { nations } from '#scenarios/kit/vocabulary.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import type { Services } from '../services.ts';
import { oneLine, problemsOf } from './forms.ts';
import { lockOrganisation } from './lock.server.ts';
import {
  changesBetween,
  isNameOf,
  type SettingProblem,
  type Settings,
  settingProblems,
  settingsSchema,
} from './settings.ts';

export type RefusedSettings =
  | { outcome: 'refused'; problems: SettingProblem[] }
  /** Somebody else has saved since the form was opened; what is not as it was typed. */
  | { outcome: 'overtaken'; different: (keyof Settings)[] };
export type SettingsAnswer = { outcome: 'saved' } | RefusedSettings;

/** What the acting person's organisation has decided of itself. */
export async function readSettings(
  { database }: Services,
  { organisation, scope }: Session,
): Promise<Settings> {
  return database.within(scope, (transaction) => settingsOf(transaction, organisation.id));
}

/** What stood when a form was opened, for the form to carry and to be compared with. */
export function asSeen(settings: Settings): string {
  return JSON.stringify(settings);
}

const seenSchema = z.object({ seen: z.string().catch('') });

/** Saves what was changed, and says in the audit what it is now. */
export async function changeSettings(
  { database }: Services,
  session: Session,
  form: FormData,
): Promise<SettingsAnswer> {
  const posted = Object.fromEntries(form);
  const typed = settingsSchema.safeParse(posted);
  if (!typed.success)
    return { outcome: 'refused', problems: problemsOf(typed.error, settingProblems) };
  const { seen } = seenSchema.parse(posted);
  const { id } = session.organisation;
  return database.within(session.scope, async (transaction) => {
    await lockOrganisation(transaction, id);
    const standing = await settingsOf(transaction, id);
    const changes = changesBetween(standing, typed.data);
    if (seen !== asSeen(standing))
      return { outcome: 'overtaken', different: changes.map(({ setting }) => setting) };
    await transaction.organisation.update({ where: { id }, data: typed.data });
    for (const details of changes)
      await recordAudit(transaction, actorOf(session), { kind: 'setting-changed', details });
    return { outcome: 'saved' };
  });
}

async function settingsOf(transaction: Transaction, id: string): Promise<Settings> {
  const { nation, ...settings } = await transaction.organisation.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      nation: true,
      secondFactorForAll: true,
      recordsYears: true,
      logsDays: true,
    },
  });
  return { ...settings, nation: z.enum(nations).parse(nation) };
}

const closingSchema = z.object({ closing: oneLine });

/** Closes the organisation to everybody, once its name has been typed. The demonstration stays open. */
export async function closeOrganisation(
  { database, clock }: Services,
  session: Session,
  form: FormData,
): Promise<'closed' | 'notItsName' | 'isDemo'> {
  const { organisation, scope } = session;
  if (organisation.isDemo) return 'isDemo';
  const { closing } = closingSchema.parse(Object.fromEntries(form));
  return database.within(scope, async (transaction) => {
    await lockOrganisation(transaction, organisation.id);
    const { name } = await settingsOf(transaction, organisation.id);
    if (!isNameOf(name, closing)) return 'notItsName';
    await transaction.organisation.update({
      where: { id: organisation.id },
      data: { closedAt: clock() },
    });
    await recordAudit(transaction, actorOf(session), { kind: 'organisation-closed', details: {} });
    return 'closed';
  });
}
