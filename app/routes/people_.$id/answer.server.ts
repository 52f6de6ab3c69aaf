import { chooseLocale } from '#app/i18n/i18n.ts';
import type { Session } from '#app/modules/access/session.server.ts';
import { changePerson } from '#app/modules/people/change-person.server.ts';
import { changeRole } from '#app/modules/people/change-role.server.ts';
import type { Changed } from '#app/modules/people/changing.server.ts';
import {
  recordLeaving,
  recordReturn,
  recordStaying,
} from '#app/modules/people/employment.server.ts';
import { invite, usualWay, withdrawInvitation } from '#app/modules/people/invitations.server.ts';
import { giveCode, removeSecondFactor } from '#app/modules/people/let-in.server.ts';
import { type PersonProblem, readPersonForm } from '#app/modules/people/person-form.ts';
import { isAskedTwice } from '#app/modules/people/policy.ts';
import { isPress } from '#app/modules/people/press.server.ts';
import { showOnceMore } from '#app/modules/people/slips.server.ts';
import { erasePerson } from '#app/modules/privacy/erase.server.ts';
import type { Services } from '#app/modules/services.ts';
import { addDays, isDay } from '#app/platform/clock/dates.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { type Typed, typedIn } from '../people_.new/person-fields.tsx';

/** What stands in the way of what was asked, the fields of a person aside. */
export type ActProblem =
  | PersonProblem
  | 'elsewhere'
  | 'notNow'
  | 'notSure'
  | 'notSureRole'
  | 'cannotErase';

type Answer =
  | { said: string }
  /** What a press has made, to be shown once. */
  | { made: string }
  | { erased: 'erased' }
  | { problem: ActProblem; typed?: Typed };

/** What the forms on a person's page do, by the name of their button. */
export async function answer(
  services: Services,
  session: Session,
  request: Request,
  id: string,
  form: FormData,
): Promise<Answer> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
  const origin = publicOrigin(services.config, request);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  switch (form.get('intent')) {
    case 'change': {
      const values = readPersonForm(form);
      const changed =
        'problem' in values ? values : await changePerson(services, session, id, values);
      return 'problem' in changed
        ? { problem: changed.problem, typed: typedIn(form) }
        : { said: 'changed' };
    }
    case 'leave':
      return told(await recordLeaving(services, session, id, dayAfter(text('until'))), 'left');
    case 'stay':
      return told(await recordStaying(services, session, id), 'staying');
    case 'return':
      return told(await recordReturn(services, session, id, text('from')), 'returned');
    case 'give':
      if (isAskedTwice(text('role')) && form.get('sure') === null)
        return { problem: 'notSureRole' };
      return told(await changeRole(services, session, id, text('role'), true), 'role');
    case 'take':
      return told(await changeRole(services, session, id, text('role'), false), 'role');
    case 'invite':
    case 'link': {
      const press = pressOf(form);
      const sentBy = form.get('intent') === 'link' ? 'hand' : usualWay(services);
      const invited = await invite(services, session, id, { origin, locale }, press, sentBy);
      if (invited.outcome === 'problem') return { problem: invited.problem };
      return sentBy === 'mail' ? { said: 'invited' } : made(services, session, press);
    }
    case 'withdraw':
      return told(await withdrawInvitation(services, session, id), 'withdrawn');
    case 'code':
      return handOver(services, session, id, pressOf(form));
    case 'second-factor': {
      const removed = await removeSecondFactor(services, session, id);
      return removed === 'done' ? { said: 'secondFactor' } : { problem: removed };
    }
    case 'erase': {
      if (form.get('sure') === null) return { problem: 'notSure' };
      const erased = await erasePerson(services, session, id);
      return erased === 'erased' ? { erased } : { problem: 'cannotErase' };
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

async function handOver(services: Services, session: Session, id: string, press: string) {
  const given = await giveCode(services, session, id, press);
  return given === 'given' ? made(services, session, press) : { problem: given };
}

async function made(services: Services, session: Session, press: string) {
  await showOnceMore(services, session, press);
  return { made: press };
}

function pressOf(form: FormData): string {
  const press = form.get('press');
  if (!isPress(press)) throw new Response(null, { status: 400 });
  return press;
}

/** Somebody's last day still belongs to their time here. */
const dayAfter = (day: string) => (isDay(day) ? addDays(day, 1) : day);

const told = (changed: Changed, said: string): Answer =>
  changed.outcome === 'done' ? { said } : { problem: changed.problem };
