import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Stack } from '#app/components/layout/layout.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { contactWords } from '#app/i18n/contact-words.ts';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { changeContact } from '#app/modules/organisation/change-contact.server.ts';
import { typedContactSchema } from '#app/modules/organisation/contact-form.ts';
import { isSlot } from '#app/modules/people/contact-slots.ts';
import { listContacts } from '#app/modules/people/contacts.server.ts';
import { type ContactSlot, contactSlots } from '#scenarios/kit/vocabulary.ts';
import { ContactForm } from './contact-form.tsx';
import { EmptyForm } from './empty-form.tsx';
import { Said } from './said.tsx';

async function open({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'contacts.change');
  const { slot } = params;
  if (!isSlot(slot)) throw new Response(null, { status: 404 });
  return { services, session, slot };
}

export async function loader(args: LoaderFunctionArgs) {
  const { services, session, slot } = await open(args);
  const locale = chooseLocale(args.request.headers.get('Accept-Language'));
  const lines = await listContacts(services, session);
  const line = lines.find((line) => line.slot === slot);
  if (!line) throw new Response(null, { status: 404 });
  const { nation } = session.organisation;
  return {
    title: wordsIn(locale, 'organisation')(`slots.${slot}.name`),
    line,
    instead: isSpoken(slot) ? contactWords(locale, nation, slot, 'name') : null,
  };
}

/** Whether scenarios can name it, so that words stand in for it. */
function isSpoken(slot: string): slot is ContactSlot {
  return Object.hasOwn(contactSlots, slot);
}

export async function action(args: ActionFunctionArgs) {
  const { services, session, slot } = await open(args);
  const form = await args.request.formData();
  const answer = await changeContact(services, session, slot, form);
  if (answer.outcome === 'saved') return redirect(`/organisation/contacts?saved=${slot}`, 303);
  // The button that says that there is none sends no fields along.
  const typed = form.has('name') ? typedContactSchema.parse(Object.fromEntries(form)) : null;
  return data({ answer, typed }, answer.outcome === 'overtaken' ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ContactPage() {
  const { t } = useTranslation('organisation');
  const { line, instead } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problems = failed?.answer.outcome === 'refused' ? failed.answer.problems : [];
  return (
    <>
      <h1>{t(`slots.${line.slot}.name`)}</h1>
      <Lead>{t(`slots.${line.slot}.what`)}</Lead>
      <Said line={line} answer={failed?.answer} typed={failed?.typed ?? null} />
      <Stack>
        <ContactForm line={line} typed={failed?.typed ?? null} problems={problems} />
        {line.name && <EmptyForm line={line} instead={instead} />}
        <p>
          <a href="/organisation/contacts">{t('contacts.back')}</a>
        </p>
      </Stack>
    </>
  );
}
