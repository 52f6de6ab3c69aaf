import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/layout/layout.tsx';
import { RuleList } from '#app/components/rule-list/rule-list.tsx';
import { WithContents } from '#app/components/script/contents.tsx';
import { SceneIndex, Script } from '#app/components/script/script.tsx';
import { Aside, Kicker, Lead } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { mayOnceProved } from '#app/modules/access/roles.ts';
import { readApprovalForm } from '#app/modules/approvals/approval-form.ts';
import { signScenario, withdrawApproval } from '#app/modules/approvals/sign.server.ts';
import { compareSinceShown, openReview } from '#app/modules/scenarios/review/review.server.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { Approvals } from './approvals.tsx';
import { BeforeTheStory } from './before-the-story.tsx';
import { Plays } from './plays.tsx';
import { askIn, versionSchema } from './schema.ts';
import { SignForm } from './sign-form.tsx';
import { Done, Failed, Standing } from './standing.tsx';
import { useEntries } from './use-entries.ts';
import { Ways } from './ways.tsx';
import { WhatChanged } from './what-changed.tsx';
import { WordsShown } from './words-shown.tsx';

const idOf = ({ track, slug }: LoaderFunctionArgs['params']) => `${track}/${slug}`;

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const session = await requirePermission(request, services, 'scenarios.review');
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const { done, ...asked } = askIn(request.url);
  const review = await openReview(services, session, idOf(params), { locale, ...asked });
  if (!review) throw new Response(null, { status: 404 });
  return {
    review,
    done,
    title: wordsIn(locale, 'review')('title', { scenario: review.story.title }),
    organisation: session.organisation,
    signer: session.person.name,
    mayOnceProved: mayOnceProved(session, 'scenarios.approve'),
  };
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'scenarios.approve');
  const id = idOf(params);
  const form = await request.formData();
  if (form.get('intent') === 'withdraw') {
    const version = versionSchema.parse(form.get('version'));
    const answer = version ? await withdrawApproval(services, session, id, version) : null;
    if (answer?.outcome !== 'withdrawn') throw new Response(null, { status: 404 });
    return redirect(`/scenarios/${id}/review?withdrawn#done`, 303);
  }
  const typed = readApprovalForm(form);
  const answer = await signScenario(services, session, id, typed);
  if (answer.outcome === 'unknown') throw new Response(null, { status: 404 });
  if (answer.outcome === 'signed') return redirect(`/scenarios/${id}/review?signed#done`, 303);
  if (answer.outcome === 'refused') return data({ answer, typed, meanwhile: null }, 400);
  const { version, texts } = typed;
  const meanwhile =
    version && texts
      ? await compareSinceShown(services, session, id, {
          shown: { versionId: version, textIds: texts },
          locale: chooseLocale(request.headers.get('Accept-Language')),
        })
      : null;
  return data({ answer, typed, meanwhile }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle: PageHandle = {
  width: 'wide',
  trackOf: (data) => (data as { review?: { track: string } } | undefined)?.review?.track,
};

export default function ReviewPage() {
  const { t } = useTranslation(['review', 'common']);
  const { review, done, title, organisation, ...page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { dateOf, dateAt } = useDates(organisation.timeZone);
  const { story } = review;
  const language = { lang: story.language, dir: story.direction };
  const newest =
    review.texts
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? '';
  const date = newest && dateAt(newest);
  return (
    <>
      <Kicker>{t('kicker', { number: review.number, date })}</Kicker>
      <h1>{title}</h1>
      <Lead>{t('lead')}</Lead>
      {failed ? (
        <Failed failed={failed} review={review} />
      ) : (
        done && <Done done={done} track={review.track} />
      )}
      <Standing review={review} organisation={organisation} />
      <WithContents label={t('contents.label')} entries={useEntries(review)}>
        <WordsShown review={review} />
        <Section id="changes" title={t('changes.title')}>
          <WhatChanged review={review} organisation={organisation.name} />
        </Section>
        <Section id="before" title={t('before.title')}>
          <BeforeTheStory review={review} timeZone={organisation.timeZone} language={language} />
        </Section>
        <Section id="ways" title={t('ways.title')}>
          <Ways review={review} language={language} />
        </Section>
        <Section id="script" title={t('script.title')}>
          <Aside>{t('script.hint', { count: story.scenes })}</Aside>
          <SceneIndex parts={story.parts} language={language} />
          <Script parts={story.parts} language={language} />
        </Section>
        <Section id="plays" title={t('plays.title')}>
          <Plays review={review} language={language} />
        </Section>
        <Section id="rules" title={t('rules.title')}>
          <RuleList rules={story.rules} showsSources />
        </Section>
        <Section id="approval" title={t('approval.title')}>
          <Approvals review={review} organisation={organisation} />
          <SignForm
            {...{ review, failed, date, organisation: organisation.name }}
            {...{
              signer: page.signer,
              mayOnceProved: page.mayOnceProved,
              today: dateOf(review.today),
            }}
          />
        </Section>
      </WithContents>
    </>
  );
}
