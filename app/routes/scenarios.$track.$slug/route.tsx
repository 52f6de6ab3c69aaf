import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Grid, Row, Stack } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Opening } from '#app/components/opening/opening.tsx';
import { type PageReading, ReadingNote } from '#app/components/reading/reading.tsx';
import { Stage } from '#app/components/stage/stage.tsx';
import { BlockList, Blocks, IdeaList, Ideas } from '#app/components/text/blocks.tsx';
import { Leading } from '#app/components/text/text.tsx';
import { contactWords } from '#app/i18n/contact-words.ts';
import { wordsIn } from '#app/i18n/i18n.ts';
import { refusal, sessionOf, toSignIn } from '#app/modules/access/request-session.server.ts';
import { isBegunHere, startHere } from '#app/modules/attempts/here.server.ts';
import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import { type Introduction, introduce } from '#app/modules/scenarios/introduction.server.ts';
import { mayOpenTrack } from '#app/modules/scenarios/policy.ts';
import type { PageHandle } from '#app/page-handle.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { About } from './about.tsx';
import { Approval } from './approval.tsx';
import { ForLeaders } from './for-leaders.tsx';
import { linksForLeaders } from './links-for-leaders.server.ts';
import { Nations, Overdue } from './mind.tsx';
import { Sources } from './sources.tsx';
import { Versions } from './versions.tsx';

async function open(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const { services } = context;
  const reader = await readerOf(args);
  const session = await sessionOf(request, services);
  const found = await introduce(services, session, `${params.track}/${params.slug}`, reader);
  if (!found) throw new Response(null, { status: 404 });
  if (!mayOpenTrack(found.introduction.track, session))
    throw session ? refusal(request, session, null) : toSignIn(request);
  return { ...found, session, locale: reader.locale };
}

export async function loader(args: LoaderFunctionArgs) {
  const { introduction, session, locale } = await open(args);
  const isStaff = introduction.track === 'staff';
  const { organisation = null } = session ?? {};
  const origin = publicOrigin(args.context.services.config, args.request);
  const isHere =
    !isStaff && (await isBegunHere(args.context.services, args.request, introduction.id));
  return {
    introduction,
    goOn: isHere ? '/attempts/here' : openAttemptOf(introduction),
    organisation: organisation && {
      ...organisation,
      lead: contactWords(locale, organisation.nation, 'dsl', 'name'),
    },
    forLeaders: linksForLeaders(introduction, session, origin),
    title: isStaff ? introduction.title : wordsIn(locale, 'play')('neutralTitle'),
  };
}

function openAttemptOf({ openAttemptId }: Introduction) {
  return openAttemptId && `/attempts/${openAttemptId}`;
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const { place, introduction, session } = await open(args);
  if (introduction.track !== 'staff') {
    const cookie = await startHere(services, place);
    return redirect('/attempts/here', { status: 303, headers: { 'Set-Cookie': cookie } });
  }
  if (!session) throw toSignIn(args.request);
  return redirect(`/attempts/${await startAttempt(services, session, place)}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle: PageHandle = {
  width: 'scene',
  trackOf: (data) => (data as { introduction: Introduction } | undefined)?.introduction.track,
  readingOf: (data) =>
    data ? readingOf((data as { introduction: Introduction }).introduction) : undefined,
};

function readingOf({ reading, id }: Introduction): PageReading {
  return { reading, here: `/scenarios/${id}` };
}

export default function IntroductionPage() {
  const { t } = useTranslation(['scenarios', 'common', 'library']);
  const { introduction, goOn, organisation, forLeaders } = useLoaderData<typeof loader>();
  const { track } = introduction;
  // Young people need not decide whether guidance has changed: whoever leads them is told.
  const isOverdue =
    introduction.isReviewOverdue && (track !== 'young-people' || forLeaders.mayLead);
  const recorded = t(track === 'staff' ? 'intro.recordedStaff' : 'intro.recordedHere', {
    returnObjects: true,
  });
  return (
    <>
      <Opening
        kicker={[
          t(`common:tracks.${track}.name`),
          t('minutes', { count: introduction.minutes }),
          ...(introduction.whole ? [t('library:home.kicker')] : []),
        ].join(' · ')}
        title={introduction.title}
        stage={<Stage {...introduction.opening} isDecoration />}
        note={<ReadingNote {...readingOf(introduction)} />}
      >
        <Leading>
          <Blocks blocks={introduction.summary} />
        </Leading>
        <Notice tone="care" title={t('intro.noteTitle')}>
          <Blocks blocks={introduction.contentNote} />
          <Ideas text={t('intro.leave')} />
        </Notice>
        <Nations nations={introduction.nations} organisation={organisation} />
        {isOverdue && <Overdue reviewBy={introduction.reviewBy} />}
        <form method="post" data-submit-once>
          <Row>
            {goOn && <ButtonLink href={goOn}>{t('intro.goOn')}</ButtonLink>}
            <Button look={goOn ? 'quiet' : 'main'}>
              {goOn ? t('intro.startAgain') : t('intro.start')}
            </Button>
          </Row>
        </form>
      </Opening>
      <Grid>
        <Card title={t('intro.objectives')}>
          <BlockList blocks={introduction.objectives} />
        </Card>
        <Card title={t('intro.recorded')}>
          <IdeaList lines={recorded} />
          <Approval {...{ track, organisation }} approval={introduction.approval} />
        </Card>
        <Versions home={introduction.home} whole={introduction.whole} />
      </Grid>
      <Stack>
        <About introduction={introduction} />
        <ForLeaders {...forLeaders} />
      </Stack>
      <Sources introduction={introduction} />
    </>
  );
}
