import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Section } from '#app/components/layout/layout.tsx';
import { type PageReading, ReadingNote } from '#app/components/reading/reading.tsx';
import { Lead } from '#app/components/text/text.tsx';
import { TrackChoice } from '#app/components/track-choice/track-choice.tsx';
import { wordsIn } from '#app/i18n/i18n.ts';
import { sessionOf } from '#app/modules/access/request-session.server.ts';
import { listOwnStates } from '#app/modules/compliance/own-states.server.ts';
import { dueFirst, type OwnState } from '#app/modules/compliance/own-states.ts';
import { readerOf } from '#app/modules/inclusion/reading.server.ts';
import {
  listCards,
  type ScenarioCard as ScenarioCardData,
} from '#app/modules/scenarios/cards.server.ts';
import { browse } from '#app/modules/scenarios/library/browse.ts';
import { addressOf, type Filter, readFilter } from '#app/modules/scenarios/library/filter.ts';
import { type Door, doorOf } from '#app/modules/scenarios/policy.ts';
import type { PageHandle } from '#app/page-handle.ts';
import type { Reading } from '#app/simulation/view.ts';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import { Filters } from './filters.tsx';
import { Shelf } from './shelves.tsx';
import { Shown } from './shown.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { services } = context;
  const reader = await readerOf(args);
  const session = await sessionOf(request, services);
  const cards = await listCards(services, reader);
  const filter = readFilter(new URL(request.url).searchParams);
  const { shelves, ...found } = browse(cards, filter);
  const doors = shelves.map((shelf) => ({ ...shelf, door: doorOf(shelf.track, session) }));
  // Nothing is recorded of other tracks, and nothing of anybody who is not known.
  const isRecorded = doors.some(({ track, door }) => track === 'staff' && door === 'open');
  const states = session && isRecorded ? await listOwnStates(services, session) : none;
  // A phone that is shared must not tell on a child: what somebody looked for is in no title.
  const isNeutral = filter.track !== null && filter.track !== 'staff';
  return {
    ...found,
    title: isNeutral
      ? wordsIn(reader.locale, 'play')('neutralTitle')
      : wordsIn(reader.locale, 'scenarios')('title'),
    reading: readingOfAll(reader.level, cards),
    filter,
    /** Somebody of whom nobody knows yet whom they are here as. */
    isStranger: session === null && filter.track === null,
    nation: session?.organisation.nation ?? null,
    shelves: openFirst(doors).map((shelf) => ({
      ...shelf,
      cards: dueFirst(withStates(shelf.cards, shelf.track === 'staff' ? states : none)),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];
export const handle: PageHandle = {
  width: 'wide',
  readingOf: (data) => (data ? pageReadingOf(data as LibraryData) : undefined),
};

type LibraryData = { reading: Reading; filter: Filter };

function pageReadingOf({ reading, filter }: LibraryData): PageReading {
  return { reading, here: addressOf(filter) };
}

/** The library is read in easy words as soon as one of its scenarios can be. */
function readingOfAll(wanted: ReadingLevel, cards: ScenarioCardData[]): Reading {
  const hasBoth = cards.some(({ reading }) => reading.hasBoth);
  const isEasy = cards.some(({ reading }) => reading.level === 'easy');
  return { level: isEasy ? 'easy' : 'standard', wanted, hasBoth };
}

const none: ReadonlyMap<string, OwnState> = new Map();

function withStates(cards: ScenarioCardData[], states: ReadonlyMap<string, OwnState>) {
  return cards.map((card) => ({ ...card, state: states.get(card.id) ?? null }));
}

/** What somebody may play comes before what they may not. */
function openFirst<Shelf extends { door: Door }>(shelves: Shelf[]): Shelf[] {
  const isOpen = ({ door }: Shelf) => door === 'open';
  return [...shelves.filter(isOpen), ...shelves.filter((shelf) => !isOpen(shelf))];
}

export default function Library() {
  const { t } = useTranslation('scenarios');
  const { filter, reading, count, of, wider, shelves, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <h1>{t('title')}</h1>
      <ReadingNote reading={reading} here={addressOf(filter)} />
      <Lead>{t('lead')}</Lead>
      {page.isStranger && of > 0 && <WhoIsThere />}
      {of === 0 ? (
        <Card title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </Card>
      ) : (
        <>
          <Shown filter={filter} count={count} of={of} wider={wider}>
            <Filters
              filter={filter}
              isOpen={count === 0}
              themes={page.themes}
              lengths={page.lengths}
              topics={page.topics}
            />
          </Shown>
          {shelves.map((shelf) => (
            <Shelf key={shelf.track} {...shelf} nation={page.nation} />
          ))}
        </>
      )}
    </>
  );
}

/** A visitor says first whom they are here as, and sees no more than is for them. */
function WhoIsThere() {
  const { t } = useTranslation(['library', 'common']);
  const { filter, tracks } = useLoaderData<typeof loader>();
  return (
    <Section id="who" title={t('who.title')}>
      <TrackChoice
        labelledBy="who"
        links={tracks.map(({ track, count }) => ({
          track,
          href: addressOf({ ...filter, track }),
          label: t(`common:tracks.${track}.short`),
          note: t('who.count', { count }),
        }))}
      />
    </Section>
  );
}
