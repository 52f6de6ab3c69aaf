import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sessionToken, toSignIn } from '#app/modules/access/request-session.server.ts';
import { openAttemptPage } from '#app/modules/attempts/page.server.ts';
import {
  attemptIdSchema,
  readMove,
  readPostedStep,
  sentBack,
} from '#app/modules/attempts/posted-step.ts';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';
import { takeStep } from '#app/modules/attempts/step.server.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { AttemptScreen, readingOf } from './attempt-screen.tsx';
import { switchLevel } from './switch-level.server.ts';
import { titleOf } from './title.ts';

function attemptIdOf({ params }: LoaderFunctionArgs): string {
  const id = attemptIdSchema.safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const id = attemptIdOf(args);
  const token = await sessionToken(request, context.services);
  if (token === null) throw toSignIn(request);
  const reader = await readerOf(args);
  const result = await openAttemptPage(context.services, token, id, reader);
  if (result.found === 'no-session') throw toSignIn(request);
  if (result.found !== 'attempt') throw new Response(null, { status: 404 });
  const isStale = new URL(request.url).searchParams.has('older');
  return { page: result.page, title: titleOf(result.page, reader.locale), isStale };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const id = attemptIdOf(args);
  const token = await sessionToken(request, context.services);
  if (token === null) throw toSignIn(request);
  const form = await request.formData();
  if (form.has('reading')) return switchLevel(form, context);
  const moved = readMove(form);
  if (moved) return data({ refused: null, sent: moved });
  const posted = readPostedStep(form);
  const result = await takeStep(context.services, token, id, posted);
  switch (result.outcome) {
    case 'taken':
      return redirect(`/attempts/${id}`, 303);
    case 'stale':
      return redirect(`/attempts/${id}?older`, 303);
    case 'no-session':
      throw toSignIn(request);
    case 'nothing':
      throw new Response(null, { status: 404 });
    case 'refused':
      return data({ refused: result.reason, sent: sentBack(form) }, 400);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  isQuiet: true,
  width: 'scene',
  trackOf: (data) => (data as { page: AttemptPage } | undefined)?.page.scenario.track,
  readingOf: (data) => (data ? readingOf((data as { page: AttemptPage }).page) : undefined),
};

export default function AttemptRoute() {
  const { page, isStale } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return <AttemptScreen page={page} isStale={isStale} came={came} />;
}
