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
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { Grid, Row } from '#app/components/layout/layout.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { Opening } from '#app/components/opening/opening.tsx';
import { Stage } from '#app/components/stage/stage.tsx';
import { Blocks, InlineText } from '#app/components/text/blocks.tsx';
import { Aside, Leading } from '#app/components/text/text.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { refusal, sessionOf, toSignIn } from '#app/modules/access/request-session.server.ts';
import { startHere } from '#app/modules/attempts/here.server.ts';
import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { type Introduction, introduce } from '#app/modules/scenarios/introduction.server.ts';
import { mayOpenPicture, mayOpenTrack } from '#app/modules/scenarios/policy.ts';
import type { PageHandle } from '#app/page-handle.ts';

async function open({ request, params, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const session = await sessionOf(request, services);
  const found = await introduce(services, session, `${params.track}/${params.slug}`, locale);
  if (!found) throw new Response(null, { status: 404 });
  if (!mayOpenTrack(found.introduction.track, session))
    throw session ? refusal(request, session, null) : toSignIn(request);
  return { ...found, session, locale };
}

export async function loader(args: LoaderFunctionArgs) {
  const { introduction, session, locale } = await open(args);
  const isStaff = introduction.track === 'staff';
  return {
    introduction,
    organisation: session?.organisation ?? null,
    mayDraw: mayOpenPicture(session),
    title: isStaff ? introduction.title : wordsIn(locale, 'play')('neutralTitle'),
  };
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
};

export default function IntroductionPage() {
  const { t } = useTranslation(['scenarios', 'common', 'graph']);
  const { introduction, organisation, mayDraw } = useLoaderData<typeof loader>();
  const { dateOf } = useDates();
  const { openAttemptId, track } = introduction;
  const recorded = t(track === 'staff' ? 'intro.recordedStaff' : 'intro.recordedHere', {
    returnObjects: true,
  });
  return (
    <>
      <Opening
        kicker={`${t(`common:tracks.${track}.name`)} · ${t('minutes', { count: introduction.minutes })}`}
        title={introduction.title}
        stage={<Stage {...introduction.opening} isDecoration />}
      >
        <Leading>
          <Blocks blocks={introduction.summary} />
        </Leading>
        <Notice tone="care" title={t('intro.noteTitle')}>
          <Blocks blocks={introduction.contentNote} />
          <p>{t('intro.leave')}</p>
        </Notice>
        <form method="post" data-submit-once>
          <Row>
            {openAttemptId && (
              <ButtonLink href={`/attempts/${openAttemptId}`}>{t('intro.goOn')}</ButtonLink>
            )}
            <Button look={openAttemptId ? 'quiet' : 'main'}>
              {openAttemptId ? t('intro.startAgain') : t('intro.start')}
            </Button>
          </Row>
        </form>
      </Opening>
      <Grid>
        <Card title={t('intro.objectives')}>
          <ul>
            {introduction.objectives.map((objective) => (
              <li key={String(objective.text)}>
                <InlineText text={objective.text} />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('intro.recorded')}>
          <ul>
            {recorded.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {organisation && (
            <Aside>
              <Approval approval={introduction.approval} organisation={organisation} />
            </Aside>
          )}
        </Card>
      </Grid>
      <Disclosure summary={t('intro.sources')}>
        <ul>
          {introduction.sources.map((source) => (
            <li key={source.title}>
              {source.title}, {source.published}
            </li>
          ))}
        </ul>
        <Aside>{t('intro.review', { date: dateOf(introduction.reviewBy) })}</Aside>
      </Disclosure>
      {mayDraw && (
        <p>
          <a href={`/scenarios/${introduction.id}/graph`}>{t('graph:link')}</a>
        </p>
      )}
    </>
  );
}

type ApprovalProps = {
  approval: { name: string; date: string } | null;
  organisation: { name: string; isDemo: boolean };
};

function Approval({ approval, organisation }: ApprovalProps) {
  const { t } = useTranslation('scenarios');
  const { dateOf } = useDates();
  if (approval) return t('intro.approval.given', { ...approval, date: dateOf(approval.date) });
  const key = organisation.isDemo ? 'intro.approval.none' : 'intro.approval.noneReal';
  return t(key, { organisation: organisation.name });
}
