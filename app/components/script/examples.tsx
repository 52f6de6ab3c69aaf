import type { Example } from '../examples.ts';
import { Views, WithContents } from './contents.tsx';
import { gardenPlay, gardenScript } from './example-data.ts';
import { Play, PlayList, Way } from './play.tsx';
import { SceneIndex, Script } from './script.tsx';

const language = { lang: 'en-GB', dir: 'ltr' };

export const examples: Example[] = [
  {
    name: 'Script',
    isWide: true,
    render: () => <Script parts={gardenScript} language={language} />,
  },
  {
    name: 'All scenes of a script',
    isWide: true,
    render: () => <SceneIndex parts={gardenScript} language={language} />,
  },
  { name: 'Play', render: () => <Play play={gardenPlay} language={language} /> },
  {
    name: 'Plays to choose from',
    render: () => (
      <PlayList
        label="Years in the garden"
        plays={[
          {
            ...{ href: '#component-script', name: 'A good year', isShown: true },
            rating: { tone: 'recommended', word: 'Recommended' },
          },
          {
            ...{ href: '#component-text', name: 'A year without rain', isShown: false },
            rating: { tone: 'harmful', word: 'Harmful' },
          },
        ]}
      />
    ),
  },
  {
    name: 'Way',
    render: () => (
      <Way
        summary="3 Beans for everybody: 1 step"
        rating={{ tone: 'recommended', word: 'Recommended' }}
        steps={[
          {
            id: 0,
            place: { path: 'garden.bed', number: 1, title: 'A dry bed' },
            label: 'Water the bed.',
          },
        ]}
        language={language}
      />
    ),
  },
  {
    name: 'Page with its contents',
    isWide: true,
    render: () => (
      <WithContents
        label="In this garden"
        entries={[
          { href: '#component-script', label: 'Beds', inside: [{ href: '#main', label: 'Beans' }] },
          { href: '#component-button', label: 'The pond' },
        ]}
      >
        <p>There are eleven beds, and a pond that is deeper than it looks.</p>
      </WithContents>
    ),
  },
  {
    name: 'The same in other words',
    render: () => (
      <Views
        label="Which words"
        views={[
          { href: '#component-script', label: 'Long words', isChosen: true },
          { href: '#component-text', label: 'Short words', isChosen: false },
        ]}
      />
    ),
  },
];
