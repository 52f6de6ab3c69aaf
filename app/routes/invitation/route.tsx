import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { addressKey } from '#app/modules/access/limits.server.ts';
import { redirectWith } from '#app/modules/access/request-session.server.ts';
import { signInAgain } from '#app/modules/access/with-next.ts';
import { acceptInvitation, openInvitation } from '#app/modules/people/invitations.server.ts';
import { NewPasswordFields } from '../account_.password/new-password-fields.tsx';

export async function loader({ request, context: { services, address } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const token = new URL(request.url).searchParams.get('token')?.slice(0, 100) ?? '';
  const from = addressKey(address);
  const isPatient = await services.limits.allows('door', from);
  const invitation = isPatient ? await openInvitation(services, request, token) : null;
  if (invitation) await services.limits.giveBack('door', from);
  const words = wordsIn(locale, 'access');
  const title = invitation ? words('invitation.title') : words('invitation.over.title');
  return data({ title, token, invitation }, invitation ? 200 : 404);
}

export async function action({ request, context: { services, address } }: ActionFunctionArgs) {
  const form = await request.formData();
  const token = String(form.get('token') ?? '');
  const back = `/invitation?token=${encodeURIComponent(token.slice(0, 100))}`;
  if (!(await services.limits.allows('door', addressKey(address)))) return redirect(back, 303);
  const accepted = await acceptInvitation(services, request, token, form);
  if (accepted.outcome === 'problem') return data({ problem: accepted.problem }, 400);
  if (accepted.outcome === 'in') return redirectWith('/home', accepted.cookies);
  return redirect(accepted.outcome === 'joined' ? '/sign-in?joined' : back, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function InvitationPage() {
  const { t } = useTranslation('access');
  const { invitation } = useLoaderData<typeof loader>();
  if (invitation) return <Welcome invitation={invitation} />;
  return (
    <>
      <h1>{t('invitation.over.title')}</h1>
      <Lead>{t('invitation.over.text')}</Lead>
      <Row>
        <ButtonLink href="/sign-in">{t('invitation.over.signIn')}</ButtonLink>
      </Row>
    </>
  );
}

type Invitation = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['invitation']>;

function Welcome({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('access');
  const { token } = useLoaderData<typeof loader>();
  const { organisation, name, way } = invitation;
  return (
    <>
      <h1>{t('invitation.title')}</h1>
      <Lead>{t('invitation.lead', { organisation, name })}</Lead>
      <form method="post">
        <Stack>
          <input type="hidden" name="token" value={token} />
          {way === 'new' && <NewAccount invitation={invitation} />}
          {way === 'join' && (
            <>
              <p>{t('invitation.linkKnown', { organisation })}</p>
              <Row>
                <Button>{t('invitation.join', { organisation })}</Button>
              </Row>
            </>
          )}
          {way === 'sign-in' && (
            <>
              <p>{t('invitation.signInFirst')}</p>
              <Row>
                <ButtonLink href={signInAgain(`/invitation?token=${token}`)}>
                  {t('invitation.signIn')}
                </ButtonLink>
              </Row>
            </>
          )}
        </Stack>
      </form>
    </>
  );
}

function NewAccount({ invitation: { email, needsSecondStep } }: { invitation: Invitation }) {
  const { t } = useTranslation('access');
  const failed = useActionData<typeof action>();
  return (
    <>
      <p>{t('invitation.text')}</p>
      <p>{t('invitation.email', { email })}</p>
      {needsSecondStep && <p>{t('invitation.secondStep')}</p>}
      <NewPasswordFields login={email} problem={failed?.problem} />
      <Row>
        <Button>{t('invitation.go')}</Button>
      </Row>
    </>
  );
}
