import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import QRCode from 'qrcode';
import { useTranslation } from 'react-i18next';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import {
  confirmSecondFactor,
  hasFreshProof,
  makeRecoveryCodes,
  startSecondFactor,
  type TryProblem,
} from '#app/modules/access/account.server.ts';
import {
  nextOf,
  redirectWith,
  requireSignedIn,
} from '#app/modules/access/request-session.server.ts';
import { needsSecondFactor } from '#app/modules/access/roles.ts';
import { withNext } from '#app/modules/access/with-next.ts';
import { Again } from '../sign-in/again.tsx';
import { Begin } from './begin.tsx';
import { Confirm } from './confirm.tsx';
import { Kept } from './kept.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const account = await services.identity.accountOf(session.userId);
  const next = nextOf(request);
  const isMove = new URL(request.url).searchParams.has('move');
  return {
    title: wordsIn(locale, 'access')('second.title'),
    why: reasonFor(session),
    hasPassword: account.hasPassword,
    organisation: session.organisation.name,
    isOn: account.hasSecondFactor,
    isMove: account.hasSecondFactor && isMove,
    isProved: await hasFreshProof(services, request, session),
    next,
    here: withNext(`/account/second-factor${isMove ? '?move' : ''}`, next),
  };
}

type Session = Awaited<ReturnType<typeof requireSignedIn>>;
function reasonFor({ withheld, organisation }: Session) {
  if (withheld.some(needsSecondFactor)) return 'second.why' as const;
  return organisation.secondFactorForAll ? ('second.whyAll' as const) : ('second.whyNot' as const);
}

/**
 * What the app is given goes to its owner's browser and comes back with the first code: it is kept
 * nowhere in between, and a wrong code loses nothing.
 */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requireSignedIn(request, services);
  if (!(await hasFreshProof(services, request, session))) return data(stage('again'), 403);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 4_000);
  if (form.get('intent') === 'codes') {
    const given = [text('password'), text('code')] as const;
    const made = await makeRecoveryCodes(services, request, session, ...given);
    return 'problem' in made ? data(stage('begin', made), 400) : data(stage('done', made));
  }
  if (form.get('intent') === 'confirm') {
    const codes = text('codes').split(' ').filter(Boolean);
    const given = [text('code'), text('held')] as const;
    const confirmed = await confirmSecondFactor(services, request, session, ...given);
    if ('cookies' in confirmed)
      return redirectWith(nextOf(request) ?? '/account?on', confirmed.cookies);
    const again = await shown(text('uri'), codes, text('held'));
    return data(stage('confirm', { ...again, ...confirmed }), 400);
  }
  const made = await startSecondFactor(services, request, session, text('password'));
  if ('problem' in made) return data(stage('begin', made), 400);
  return data(stage('confirm', await shown(made.uri, made.recoveryCodes, made.held)));
}

export type Stage = {
  at: 'begin' | 'confirm' | 'done' | 'again';
  uri: string;
  qr: string;
  codes: string[];
  held: string;
  problem: TryProblem | null;
};

function stage(at: Stage['at'], more: Partial<Stage> = {}): Stage {
  return { at, uri: '', qr: '', codes: [], held: '', problem: null, ...more };
}

async function shown(uri: string, codes: string[], held: string) {
  const readable = /^otpauth:\/\/totp\/[\x21-\x7e]{1,1500}$/.test(uri) ? uri : 'otpauth://totp/';
  const qr = await QRCode.toDataURL(readable, { margin: 4, width: 264 });
  return { uri: readable, qr, codes, held };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SecondFactorPage() {
  const { t } = useTranslation('access');
  const { isProved, isOn, isMove, next, here } = useLoaderData<typeof loader>();
  const now = useActionData<typeof action>();
  if (now?.at === 'done') return <RecoveryCodes codes={now.codes} next={next ?? '/account'} />;
  return (
    <>
      <h1>{t('second.title')}</h1>
      {now?.at !== 'confirm' && <Why />}
      {!isProved ? (
        <Again next={here} />
      ) : now?.at === 'confirm' ? (
        <Confirm stage={now} />
      ) : isOn && !isMove ? (
        <Kept problem={now?.problem ?? null} />
      ) : (
        <Begin problem={now?.problem ?? null} />
      )}
    </>
  );
}

/** Before anything is asked: why, and what to have at hand. */
function Why() {
  const { t } = useTranslation('access');
  const { isOn, isMove, why, organisation } = useLoaderData<typeof loader>();
  if (isMove) return <Lead>{t('second.moveText')}</Lead>;
  return isOn ? null : (
    <>
      <Lead>{t(why, { organisation })}</Lead>
      <p>{t('second.need')}</p>
    </>
  );
}
