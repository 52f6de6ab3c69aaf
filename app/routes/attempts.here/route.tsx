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
import { Row } from '#app/components/layout/layout.tsx';
import { Ideas } from '#app/components/text/blocks.tsx';
import { wordsIn } from '#app/i18n/i18n.ts';
import { openHerePage, takeStepHere } from '#app/modules/attempts/here.server.ts';
import { readMove, readPostedStep, sentBack } from '#app/modules/attempts/posted-step.ts';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import type { Reading } from '#app/simulation/view.ts';
import { AttemptScreen, readingOf } from '../attempts.$id/attempt-screen.tsx';
import { switchLevel } from '../attempts.$id/switch-level.server.ts';
import { titleOf } from '../attempts.$id/title.ts';

/** The attempt held by this browser: nobody is signed in and nothing is stored. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const reader = await readerOf(args);
  const page = await openHerePage(context.services, request, reader);
  const isStale = new URL(request.url).searchParams.has('older');
  if (page) return { page, lost: null, title: titleOf(page, reader.locale), isStale };
  const { level, locale } = reader;
  const lost: Reading = { level, wanted: level, hasBoth: true };
  return data({ page, lost, title: wordsIn(locale, 'play')('neutralTitle'), isStale }, 404);
}

type Data = { page: AttemptPage | null; lost: Reading | null };

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (form.has('reading')) return switchLevel(form, context);
  const moved = readMove(form);
  if (moved) return data({ refused: null, sent: moved });
  const posted = readPostedStep(form);
  const { result, cookie } = await takeStepHere(context.services, request, posted);
  const headers = cookie === null ? undefined : { 'Set-Cookie': cookie };
  if (result.outcome === 'refused')
    return data({ refused: result.reason, sent: sentBack(form) }, 400);
  if (result.outcome === 'nothing') throw new Response(null, { status: 404 });
  return redirect(`/attempts/here${result.outcome === 'stale' ? '?older' : ''}`, {
    status: 303,
    headers,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  isQuiet: true,
  width: 'scene',
  trackOf: (data) => (data as Data | undefined)?.page?.scenario.track,
  readingOf: (data) => {
    const { page, lost } = (data ?? {}) as Partial<Data>;
    if (page) return readingOf(page);
    return lost ? { reading: lost, here: '/attempts/here' } : undefined;
  },
};

export default function HereRoute() {
  const { page, isStale } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return page ? <AttemptScreen page={page} isStale={isStale} came={came} /> : <LostPlace />;
}

/** After a day, or once somebody left: said without a word of what was read. */
function LostPlace() {
  const { t } = useTranslation('play');
  return (
    <>
      <h1>{t('lost.title')}</h1>
      <Ideas text={t('lost.text')} />
      <Row>
        <ButtonLink href="/scenarios">{t('lost.go')}</ButtonLink>
      </Row>
    </>
  );
}
