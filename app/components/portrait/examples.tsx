import { useTranslation } from 'react-i18next';
import { moodSchema, moods } from '#scenarios/kit/looks.ts';
import { looks, names } from '../example-data.ts';
import type { Example } from '../examples.ts';
import { Row } from '../layout/layout.tsx';
import { Portrait } from './portrait.tsx';

function Moods() {
  const { t } = useTranslation('play');
  return (
    <Row>
      {Object.keys(moods).map((word) => {
        const mood = moodSchema.parse(word);
        return (
          <Portrait
            key={mood}
            look={looks.mira}
            mood={mood}
            alt={t(`moods.${mood}`, { name: names.mira })}
            isLarge
          />
        );
      })}
    </Row>
  );
}

export const examples: Example[] = [
  { name: 'Small', render: () => <Portrait look={looks.mira} mood="calm" alt={names.mira} /> },
  {
    name: 'Large',
    render: () => <Portrait look={looks.mira} mood="calm" alt={names.mira} isLarge />,
  },
  { name: 'Each mood', render: () => <Moods /> },
  {
    name: 'Several people',
    render: () => (
      <Row>
        {Object.entries(looks).map(([id, look]) => (
          <Portrait
            key={id}
            look={look}
            mood="warm"
            alt={names[id as keyof typeof names]}
            isLarge
          />
        ))}
      </Row>
    ),
  },
  {
    name: 'Beside words that say who it is',
    render: () => (
      <Row>
        <Portrait look={looks.joseph} mood="explaining" alt="" />
        <strong>{names.joseph}</strong>
      </Row>
    ),
  },
];
