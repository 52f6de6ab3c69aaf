import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openHerePage, takeStepHere } from '#app/modules/attempts/here.server.ts';
import { readMove, readPostedStep, sentBack } from '#app/modules/attempts/posted-step.ts';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { AttemptScreen, readingOf } from '../attempts.$id/attempt-screen.tsx';
import { switchLevel } from '../attempts.$id/switch-level.server.ts';
import { titleOf } from '../attempts.$id/title.ts';

/** The attempt held by this browser: nobody is signed in and nothing is stored. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const reader = await readerOf(args);
  const page = await openHerePage(context.services, request, reader);
  if (!page) throw new Response(null, { status: 404 });
  const isStale = new URL(request.url).searchParams.has('older');
  return { page, title: titleOf(page, reader.locale), isStale };
}

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
  trackOf: (data) => (data as { page: AttemptPage } | undefined)?.page.scenario.track,
  readingOf: (data) => (data ? readingOf((data as { page: AttemptPage }).page) : undefined),
};

export default function HereRoute() {
  const { page, isStale } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return <AttemptScreen page={page} isStale={isStale} came={came} />;
}
