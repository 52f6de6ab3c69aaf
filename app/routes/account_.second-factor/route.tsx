import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import QRCode from 'qrcode';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Row } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import {
  confirmSecondFactor,
  hasFreshProof,
  makeRecoveryCodes,
  startSecondFactor,
} from '#app/modules/access/account.server.ts';
import {
  redirectWith,
  requireSignedIn,
  safeNext,
} from '#app/modules/access/request-session.server.ts';
import { needsSecondFactor } from '#app/modules/access/roles.ts';
import type { NewSecondFactor } from '#app/modules/access/second-factors.server.ts';
import { Begin } from './begin.tsx';
import { Confirm } from './confirm.tsx';
import { Kept } from './kept.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requireSignedIn(request, services);
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const account = await services.identity.accountOf(session.userId);
  return {
    title: wordsIn(locale, 'access')('second.title'),
    why: reasonFor(session),
    hasPassword: account.hasPassword,
    isOn: account.hasSecondFactor,
    isProved: await hasFreshProof(services, request, session),
    next: safeNext(new URL(request.url).searchParams.get('next')),
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
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2_000);
  if (form.get('intent') === 'codes') {
    const given = [text('password'), text('code')] as const;
    const codes = await makeRecoveryCodes(services, request, session, ...given);
    return codes ? data(stage('done', { codes })) : data(stage('begin', { isWrong: true }), 400);
  }
  if (form.get('intent') === 'confirm') {
    const codes = text('codes').split(' ').filter(Boolean);
    const cookies = await confirmSecondFactor(services, request, session, text('code'));
    if (!cookies)
      return data(stage('confirm', { ...(await shown(text('uri'), codes)), isWrong: true }), 400);
    return redirectWith(
      safeNext(new URL(request.url).searchParams.get('next')) ?? '/account?on',
      cookies,
    );
  }
  const made = await startSecondFactor(services, request, session, text('password'));
  if (!made) return data(stage('begin', { isWrong: true }), 400);
  return data(stage('confirm', await shown(made.uri, made.recoveryCodes)));
}

export type Stage = {
  at: 'begin' | 'confirm' | 'done' | 'again';
  uri: string;
  qr: string;
  codes: string[];
  isWrong: boolean;
};

function stage(at: Stage['at'], more: Partial<Stage> = {}): Stage {
  return { at, uri: '', qr: '', codes: [], isWrong: false, ...more };
}

async function shown(uri: NewSecondFactor['uri'], codes: string[]) {
  const readable = /^otpauth:\/\/totp\/[\x21-\x7e]{1,1500}$/.test(uri) ? uri : 'otpauth://totp/';
  return { uri: readable, qr: await QRCode.toDataURL(readable, { margin: 4, width: 264 }), codes };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SecondFactorPage() {
  const { t } = useTranslation('access');
  const { isProved, isOn, why, next } = useLoaderData<typeof loader>();
  const now = useActionData<typeof action>();
  if (now?.at === 'done') return <RecoveryCodes codes={now.codes} next={next ?? '/account'} />;
  return (
    <>
      <h1>{t('second.title')}</h1>
      {!isOn && <Lead>{t(why)}</Lead>}
      {!isProved ? (
        <>
          <p>{t('password.again')}</p>
          <Row>
            <ButtonLink
              href={`/sign-in?next=${encodeURIComponent(`/account/second-factor${next ? `?next=${next}` : ''}`)}`}
            >
              {t('password.signIn')}
            </ButtonLink>
          </Row>
        </>
      ) : now?.at === 'confirm' ? (
        <Confirm stage={now} />
      ) : isOn ? (
        <Kept isWrong={now?.isWrong ?? false} />
      ) : (
        <Begin isWrong={now?.isWrong ?? false} />
      )}
    </>
  );
}
