import { useTranslation } from 'react-i18next';
import { Card } from '#app/components/card/card.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Line } from '#app/components/text/blocks.tsx';
import { Aside, Kicker } from '#app/components/text/text.tsx';
import type { AskedScene } from '#app/modules/scenarios/guide/present.ts';

/** Each key decision with what can be chosen there, and what to ask of it. */
export function Questions({ scenes }: { scenes: AskedScene[] }) {
  return (
    <Stack>
      {scenes.map((scene) => (
        <Card key={scene.path} level={3} title={scene.title}>
          {scene.chapter && <Kicker>{scene.chapter.name}</Kicker>}
          <Choices scene={scene} />
          <Asked questions={scene.questions} />
        </Card>
      ))}
    </Stack>
  );
}

function Choices({ scene: { kind, sentence, choices } }: { scene: AskedScene }) {
  const { t } = useTranslation('guide');
  const named = kind in choiceKinds ? (kind as keyof typeof choiceKinds) : 'decision';
  return (
    <>
      {sentence && (
        <p>
          {t('questions.sentence')}: <Line blocks={[sentence]} />
        </p>
      )}
      <Aside>{t(`questions.choices.${named}`)}</Aside>
      <ul>
        {choices.map((choice, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: choices never change order
          <li key={place}>
            <Line blocks={choice} />
          </li>
        ))}
      </ul>
    </>
  );
}

const choiceKinds = { decision: true, rephrase: true, spot: true, order: true };

function Asked({ questions }: Pick<AskedScene, 'questions'>) {
  const { t } = useTranslation('guide');
  return (
    <>
      <p>
        <strong>{t('questions.ask')}</strong>
      </p>
      <ol>
        {questions.map((question, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: questions never change order
          <li key={place}>
            <Line blocks={[question]} />
          </li>
        ))}
      </ol>
    </>
  );
}
