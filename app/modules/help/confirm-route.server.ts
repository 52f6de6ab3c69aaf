import { z } from 'zod';
import { dayIn } from '#app/platform/clock/dates.ts';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import type { Session } from '../access/session.server.ts';
import { actorOf, recordAudit } from '../audit/record.server.ts';
import { lockOrganisation } from '../organisation/lock.server.ts';
import type { Services } from '../services.ts';
import { addConfirmation, readConfirmations } from './confirmations.server.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { type Verdict, verdicts } from './standing.ts';

export type ConfirmAnswer =
  | { outcome: 'saved'; verdict: Verdict }
  /** The form did not say which it is. */
  | { outcome: 'unsaid' }
  /** Somebody else has said something since the form was opened, or the route says something new. */
  | { outcome: 'overtaken' };

const askSchema = z.object({
  verdict: z.enum(verdicts).nullable().catch(null),
  /** The fact that stood when the form was opened, and what the route said then. */
  standing: z.string().catch(''),
  details: z.string().catch(''),
});

/** Records what somebody found about a route on its operator's own page. */
export async function confirmRoute(
  { database, clock }: Services,
  session: Session,
  route: NationalRoute,
  form: FormData,
): Promise<ConfirmAnswer> {
  const { organisation } = session;
  const { verdict, ...seen } = askSchema.parse(Object.fromEntries(form));
  if (!verdict) return { outcome: 'unsaid' };
  const details = fingerprintOf(route);
  if (seen.details !== details) return { outcome: 'overtaken' };
  return database.within(session.scope, async (transaction) => {
    await lockOrganisation(transaction, organisation.id);
    const now = clock();
    const today = dayIn(organisation.timeZone, now);
    const standing = (await readConfirmations(transaction, organisation, today)).get(route.id);
    if (seen.standing !== (standing?.id ?? '')) return { outcome: 'overtaken' };
    const auditEventId = await recordAudit(transaction, actorOf(session), {
      kind: verdict === 'right' ? 'route-confirmed' : 'route-doubted',
      details: { route: route.id },
    });
    await addConfirmation(transaction, organisation, {
      ...{ route: route.id, verdict, details, auditEventId },
      ...{ supersedes: standing?.id, today, now },
    });
    return { outcome: 'saved', verdict };
  });
}
