import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { linkMinutes } from '#app/modules/access/better-auth.server.ts';
import {
  nextOf,
  redirectWith,
  sessionOf,
  sessionToken,
} from '#app/modules/access/request-session.server.ts';
import { sendSignInLink } from '#app/modules/access/send-link.server.ts';
import { gateOf, whyEnded } from '#app/modules/access/session.server.ts';
import { type SignInProblem, signInByPassword } from '#app/modules/access/sign-in.server.ts';
import { withNext } from '#app/modules/access/with-next.ts';
import type { Services } from '#app/modules/services.ts';
import { Problem } from './problem.tsx';

/** The front door. In a demonstration it leads to the demo people. */
export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = nextOf(request);
  if (services.config.demo) return redirect(withNext('/demo', next), 303);
  const session = await sessionOf(request, services);
  if (session && !isForSignedIn(searchParams)) {
    const gate = gateOf(session);
    return redirect(gate ? withNext(gate, next) : (next ?? '/home'), 303);
  }
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  return {
    title: wordsIn(locale, 'access')('signIn.title'),
    openTo: await openTracks(services),
    isSent: searchParams.has('sent'),
    isOver: searchParams.has('over'),
    isJoined: searchParams.has('joined'),
    ended: await whyEnded(services.database, await sessionToken(request, services)),
    minutes: linkMinutes,
    hasMail: services.config.mail !== null,
  };
}

/** Somebody signed in has nothing to do here, unless they are to show once more that it is them. */
const isForSignedIn = (query: URLSearchParams) => ['again', 'joined'].some((key) => query.has(key));

/** For whom the library has scenarios that ask for no account. */
async function openTracks({
  shelf,
}: Services): Promise<'parents' | 'young-people' | 'both' | null> {
  const newest = await shelf.newest();
  const open = (['parents', 'young-people'] as const).filter((track) =>
    newest.some(({ version }) => version.scenario.definition.track === track),
  );
  return open.length === 2 ? 'both' : (open[0] ?? null);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, address, onFault } = context;
  const form = await request.formData();
  const next = nextOf(request);
  const visit = { request, form, address, onFault };
  if (form.get('intent') === 'link') {
    const problem = await sendSignInLink(services, visit);
    if (problem) return data({ problem, login: '', email: String(form.get('email')) }, 400);
    const { searchParams } = new URL(request.url);
    return redirect(
      withNext(`/sign-in?${searchParams.has('again') ? 'again&' : ''}sent`, next),
      303,
    );
  }
  const came = await signInByPassword(services, visit);
  if ('problem' in came)
    return data({ problem: came.problem, login: String(form.get('login') ?? ''), email: '' }, 400);
  if (came.outcome === 'second-factor')
    return redirectWith(withNext('/sign-in/code', next), came.cookies);
  return redirectWith(next ?? '/home', came.cookies);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignInPage() {
  const { t } = useTranslation('access');
  const { openTo, hasMail, minutes } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <Said problem={failed?.problem} />
      <form method="post">
        <Stack>
          <Field
            id="login"
            label={t('signIn.login')}
            defaultValue={failed?.login}
            maxLength={254}
            autoComplete="username"
            isRequired
          />
          <Field
            id="password"
            type="password"
            label={t('signIn.password')}
            hint={t('signIn.passwordHint')}
            maxLength={128}
            autoComplete="current-password"
            isRequired
          />
          <Row>
            <Button>{t('signIn.go')}</Button>
          </Row>
        </Stack>
      </form>
      <Aside>{t('signIn.shared')}</Aside>
      <Card title={t('signIn.link.title')}>
        {hasMail ? (
          <form method="post">
            <Stack>
              <p>{t('signIn.link.text', { minutes })}</p>
              <Field
                id="email"
                type="email"
                label={t('signIn.link.email')}
                defaultValue={failed?.email}
                maxLength={254}
                autoComplete="email"
                isRequired
              />
              <Row>
                <Button look="quiet" name="intent" value="link">
                  {t('signIn.link.go')}
                </Button>
              </Row>
            </Stack>
          </form>
        ) : (
          <p>{t('signIn.link.byHand')}</p>
        )}
      </Card>
      {openTo && (
        <p>
          {t(`signIn.public.${openTo}`)} <a href="/scenarios">{t('signIn.library')}</a>
        </p>
      )}
    </>
  );
}

/** What came of the last try, or why somebody stands here. */
function Said({ problem }: { problem?: SignInProblem | 'badEmail' }) {
  const { t } = useTranslation('access');
  const { isSent, isOver, isJoined, ended } = useLoaderData<typeof loader>();
  const failed = problem ?? (isOver ? 'over' : undefined);
  if (failed) return <Problem>{t(`problems.${failed}`)}</Problem>;
  const told = isSent
    ? t('signIn.link.sent')
    : isJoined
      ? t('invitation.joined')
      : ended && t(`ended.${ended}`);
  return told ? (
    <Notice role="status">
      <p>{told}</p>
    </Notice>
  ) : null;
}
