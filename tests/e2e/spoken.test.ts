import { expect, test } from 'vitest';
import { speak } from './spoken.ts';

test('headings come with their level, lists with their length and places', () => {
  const items = ['One', 'Two'].map((text) => ({ role: 'listitem', text }));
  const heard = [
    { role: 'heading', name: 'Your path', level: 2 },
    { role: 'list', name: 'Steps', children: items },
  ];
  expect(speak(heard)).toEqual([
    'Heading 2: Your path',
    'List of 2: Steps',
    '  1 of 2: One',
    '  2 of 2: Two',
  ]);
});

test('a label is read once, with its control and its state', () => {
  const heard = [
    { role: 'checkbox', name: 'She is late.', checked: true },
    { role: 'text', text: 'She is late.' },
    { role: 'checkbox', name: 'She is early.' },
    { role: 'text', text: 'She is early.' },
  ];
  expect(speak(heard)).toEqual([
    'Checkbox, ticked: She is late.',
    'Checkbox, not ticked: She is early.',
  ]);
});

test('a link or a picture in a sentence is read within it, and by itself as a line', () => {
  const link = { role: 'link', name: '999' };
  const sentence = [{ role: 'strong', text: 'In danger' }, { role: 'text', text: ': ring' }, link];
  expect(speak([{ role: 'paragraph', children: sentence }])).toEqual(['In danger: ring link, 999']);
  const picture = { role: 'img', name: 'Bethan looks down' };
  expect(speak([{ role: 'paragraph', children: [link] }, picture])).toEqual([
    'Link: 999',
    'Picture: Bethan looks down',
  ]);
});

test('what is in a group stands under its name', () => {
  const children = [
    { role: 'text', text: 'Which of these?' },
    { role: 'button', name: 'These' },
  ];
  expect(speak([{ role: 'group', name: 'Which of these?', children }])).toEqual([
    'Group: Which of these?',
    '  Button: These',
  ]);
});
