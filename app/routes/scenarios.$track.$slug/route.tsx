import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Blocks, InlineText } from '#app/components/blocks.tsx';
import { chooseLocale, wordsIn } from '#app/i18n/i18n.ts';
import { useDates } from '#app/i18n/use-dates.ts';
import { sessionOf, toSignIn } from '#app/modules/access/request-session.server.ts';
import { startHere } from '#app/modules/attempts/here.server.ts';
import { startAttempt } from '#app/modules/attempts/start.server.ts';
import { introduce } from '#app/modules/scenarios/introduction.server.ts';
import { mayOpenTrack } from '#app/modules/scenarios/policy.ts';

async function open({ request, params, context: { services } }: LoaderFunctionArgs) {
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  const session = await sessionOf(request, services);
  const found = await introduce(services, session, `${params.track}/${params.slug}`, locale);
  if (!found) throw new Response(null, { status: 404 });
  if (!mayOpenTrack(found.introduction.track, session))
    throw session ? new Response(null, { status: 403 }) : toSignIn(request);
  return { ...found, session, locale };
}

export async function loader(args: LoaderFunctionArgs) {
  const { introduction, session, locale } = await open(args);
  const isStaff = introduction.track === 'staff';
  return {
    introduction,
    organisation: session?.organisation ?? null,
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

export default function IntroductionPage() {
  const { t } = useTranslation(['scenarios', 'common']);
  const { introduction, organisation } = useLoaderData<typeof loader>();
  const { dateOf } = useDates();
  const { openAttemptId, track } = introduction;
  const recorded = t(track === 'staff' ? 'intro.recordedStaff' : 'intro.recordedHere', {
    returnObjects: true,
  });
  return (
    <>
      <p className="chapter">
        {t(`common:tracks.${track}.name`)} · {t('minutes', { count: introduction.minutes })}
      </p>
      <h1>{introduction.title}</h1>
      <div className="lead">
        <Blocks blocks={introduction.summary} />
      </div>
      <section className="notice notice-care" aria-labelledby="note">
        <h2 id="note">{t('intro.noteTitle')}</h2>
        <Blocks blocks={introduction.contentNote} />
        <p>{t('intro.leave')}</p>
      </section>
      <form method="post" className="row start" data-submit-once>
        {openAttemptId && (
          <a className="button" href={`/attempts/${openAttemptId}`}>
            {t('intro.goOn')}
          </a>
        )}
        <button type="submit" className={openAttemptId ? 'button button-quiet' : 'button'}>
          {openAttemptId ? t('intro.startAgain') : t('intro.start')}
        </button>
      </form>
      <div className="stack">
        <section className="card">
          <h2>{t('intro.objectives')}</h2>
          <ul>
            {introduction.objectives.map((objective) => (
              <li key={String(objective.text)}>
                <InlineText text={objective.text} />
              </li>
            ))}
          </ul>
        </section>
        <section className="card">
          <h2>{t('intro.recorded')}</h2>
          <ul>
            {recorded.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {organisation && (
            <p className="soft">
              <Approval approval={introduction.approval} organisation={organisation} />
            </p>
          )}
        </section>
        <section className="card">
          <h2>{t('intro.sources')}</h2>
          <ul>
            {introduction.sources.map((source) => (
              <li key={source.title}>
                {source.title}, {source.published}
              </li>
            ))}
          </ul>
          <p className="soft">{t('intro.review', { date: dateOf(introduction.reviewBy) })}</p>
        </section>
      </div>
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
