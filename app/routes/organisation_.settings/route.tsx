import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/button/button.tsx';
import { Section } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import {
  asSeen,
  changeSettings,
  closeOrganisation,
  readSettings,
} from '#app/modules/organisation/settings.server.ts';
import { typedSettingsSchema } from '#app/modules/organisation/settings.ts';
import { Closing } from './closing.tsx';
import { Said } from './said.tsx';
import { SettingsForm } from './settings-form.tsx';

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'settings.change');
  const t = wordsIn(chooseLocale(request.headers.get('Accept-Language')), 'organisation');
  const query = new URL(request.url).searchParams;
  const isClosing = query.has('close');
  const settings = await readSettings(services, session);
  const organisation = settings.name;
  return {
    title: isClosing ? t('settings.close.pageTitle', { organisation }) : t('settings.title'),
    settings,
    seen: asSeen(settings),
    isDemo: session.organisation.isDemo,
    isClosing,
    isSaved: query.has('saved'),
  };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'settings.change');
  const form = await request.formData();
  if (form.get('intent') === 'close') {
    const closed = await closeOrganisation(services, session, form);
    if (closed === 'closed') return redirect('/', 303);
    return data({ closing: String(form.get('closing') ?? ''), saving: null }, 400);
  }
  const answer = await changeSettings(services, session, form);
  const { outcome } = answer;
  if (outcome === 'saved') return redirect('/organisation/settings?saved', 303);
  const typed = typedSettingsSchema.parse(Object.fromEntries(form));
  const status = outcome === 'overtaken' ? 409 : 400;
  return data({ closing: null, saving: { answer, typed } }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SettingsPage() {
  const { t } = useTranslation('organisation');
  const { settings, seen, isDemo, isClosing, isSaved } = useLoaderData<typeof loader>();
  const { closing, saving } = useActionData<typeof action>() ?? { closing: null, saving: null };
  const organisation = settings.name;
  if (isClosing) return <Closing organisation={organisation} isDemo={isDemo} typed={closing} />;
  return (
    <>
      <h1>{t('settings.title')}</h1>
      <Lead>{t('settings.lead', { organisation })}</Lead>
      <Said settings={settings} failed={saving} isSaved={isSaved} />
      <SettingsForm settings={settings} seen={seen} failed={saving} />
      <Section id="close" title={t('settings.close.title')}>
        <p>{t('settings.close.text', { organisation })}</p>
        <p>
          <ButtonLink href="/organisation/settings?close" look="quiet">
            {t('settings.close.go')}
          </ButtonLink>
        </p>
      </Section>
      <p>
        <a href="/organisation">{t('back')}</a>
      </p>
    </>
  );
}
