import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { isReachable } from '../people/contact-gaps.ts';
import type { Slot } from '../people/contact-slots.ts';
import {
  addContact,
  nobody,
  readContacts,
  type StandingContact,
} from '../people/contacts.server.ts';
import type { Services } from '../services.ts';
import {
  type ContactProblem,
  contactProblems,
  contactSchema,
  typedContactSchema,
} from './contact-form.ts';
import { problemsOf } from './forms.ts';
import { lockOrganisation } from './lock.server.ts';

/** Why it was not saved though each field is right. */
type Hindrance =
  /** Somebody else has changed the contact since the form was opened. */
  | 'overtaken'
  /** It is said to be as it was, and something else is typed. */
  | 'notAsItWas'
  /** There is nothing yet that could be checked. */
  | 'nothingToCheck';

export type ContactAnswer =
  | { outcome: 'saved' }
  | { outcome: 'refused'; problems: ContactProblem[] }
  | { outcome: Hindrance };

const askSchema = typedContactSchema.extend({
  intent: z.enum(['save', 'checked', 'empty']).catch('save'),
  /** The fact that stood when the form was opened. */
  standing: z.string().catch(''),
});
type Ask = z.infer<typeof askSchema>;

/** Records a contact anew: as it was typed, as it was and checked today, or that there is none. */
export async function changeContact(
  { database, clock }: Services,
  session: Session,
  slot: Slot,
  form: FormData,
): Promise<ContactAnswer> {
  const { organisation } = session;
  const ask = askSchema.parse(Object.fromEntries(form));
  const typed = contactSchema.safeParse(ask);
  if (ask.intent === 'save' && !typed.success)
    return { outcome: 'refused', problems: problemsOf(typed.error, contactProblems) };
  return database.within(session.scope, async (transaction) => {
    await lockOrganisation(transaction, organisation.id);
    const now = clock();
    const today = dayIn(organisation.timeZone, now);
    const standing = (await readContacts(transaction, organisation, today)).get(slot);
    const hindrance = hindranceOf(ask, standing);
    if (hindrance) return { outcome: hindrance };
    const details = ask.intent === 'empty' ? nobody : (typed.data ?? nobody);
    const { name, phone, email } = ask.intent === 'checked' && standing ? standing : details;
    const supersedes = standing?.id;
    await addContact(transaction, organisation, {
      slot,
      name,
      phone,
      email,
      supersedes,
      today,
      now,
    });
    await recordAudit(transaction, actorOf(session), {
      kind: 'contact-changed',
      details: { slot },
    });
    return { outcome: 'saved' };
  });
}

function hindranceOf(ask: Ask, standing: StandingContact | undefined): Hindrance | null {
  if (ask.standing !== (standing?.id ?? '')) return 'overtaken';
  if (ask.intent !== 'checked') return null;
  if (!standing || !isReachable({ ...standing })) return 'nothingToCheck';
  const isAsItWas = (['name', 'phone', 'email'] as const).every(
    (field) => ask[field] === (standing[field] ?? ''),
  );
  return isAsItWas ? null : 'notAsItWas';
}
