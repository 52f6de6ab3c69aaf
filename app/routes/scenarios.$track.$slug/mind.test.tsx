import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { defaultLocale, interfaceIn } from '#app/i18n/i18n.ts';
import { type Nation, nations } from '#scenarios/kit/vocabulary.ts';
import { Nations } from './mind.tsx';

const say = (set: Nation[], nation: Nation | null) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={interfaceIn(defaultLocale)}>
      <Nations
        nations={set}
        organisation={nation && { name: 'Hill School', nation, lead: 'the designated teacher' }}
      />
    </I18nextProvider>,
  );
const some: Nation[] = ['england', 'wales'];
const restricted = 'This story is set in England and Wales; rules differ elsewhere.';

test('a story that is set everywhere says nothing of it', () => {
  for (const nation of [null, ...nations]) expect(say([...nations], nation)).toBe('');
});

test('a story that is set in some nations says so to those of whom nobody knows where they are', () => {
  expect(say(some, null)).toContain(restricted);
});

test('whoever is where it is set is told no more than that', () => {
  expect(say(some, 'wales')).toContain(restricted);
  expect(say(some, 'wales')).not.toContain('Hill School');
});

test('whoever is elsewhere is told plainly, and whom to ask', () => {
  const told = say(some, 'northern-ireland');
  expect(told).toContain('This story is not set in Northern Ireland');
  expect(told).toContain('Hill School is in Northern Ireland.');
  expect(told).toContain('the rules of England and Wales');
  expect(told).toContain('Ask the designated teacher');
});
