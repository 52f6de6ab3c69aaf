import { useTranslation } from 'react-i18next';
import { ChangeList } from '#app/components/changes/changes.tsx';
import { scenesIn } from '#app/components/script/script.tsx';
import { PlaceLink } from '#app/components/script/script-choice.tsx';
import { Aside } from '#app/components/text/text.tsx';
import type { Change, SceneChanges, TextChanges } from '#app/modules/scenarios/review/changes.ts';
import type { Comparison } from '#app/modules/scenarios/review/editions.server.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import type { ScriptPlace } from '#app/simulation/script-view.ts';
import { useTextNames } from './use-text-names.ts';

type ComparedProps = {
  comparison: Comparison;
  review: Pick<Review, 'story'>;
  /** Where it stands on the page, for the addresses of its headings. */
  id: string;
};

/** Everything that is not as it was, under what it is about. */
export function Compared({ comparison: { changes, hasWords }, review, id }: ComparedProps) {
  const { t } = useTranslation('review');
  const { nameOfText } = useTextNames();
  const { about, story, texts, hasOther } = changes;
  const places = new Map(scenesIn(review.story.parts).map((scene) => [scene.path, scene]));
  return (
    <>
      <Aside>{t('changes.key')}</Aside>
      {!hasWords && <Aside>{t('changes.noWords')}</Aside>}
      {hasOther && <p>{t('changes.other')}</p>}
      <Group
        id={`${id}-about`}
        title={t('changes.groups.about')}
        whole={about}
        scenes={[]}
        places={places}
      />
      <Group id={`${id}-story`} title={t('changes.groups.story')} places={places} {...story} />
      {texts.map((text) => (
        <TextGroup
          key={`${text.locale} ${text.level}`}
          id={`${id}-${text.locale}-${text.level}`}
          title={t('changes.groups.text', { text: nameOfText(text) })}
          text={text}
          places={places}
        />
      ))}
    </>
  );
}

type Places = ReadonlyMap<string, ScriptPlace>;
type GroupProps = {
  id: string;
  title: string;
  whole: Change[];
  scenes: SceneChanges[];
  places: Places;
  lang?: string;
};

function Group({ id, title, whole, scenes, places, lang }: GroupProps) {
  if (whole.length + scenes.length === 0) return null;
  const last = Number.POSITIVE_INFINITY;
  const inOrder = [...scenes].sort(
    (a, b) => (places.get(a.path)?.number ?? last) - (places.get(b.path)?.number ?? last),
  );
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {whole.length > 0 && <ChangeList changes={whole} lang={lang} />}
      {inOrder.map((scene) => (
        <ChangedScene key={scene.path} scene={scene} place={places.get(scene.path)} lang={lang} />
      ))}
    </section>
  );
}

type ChangedSceneProps = { scene: SceneChanges; place: ScriptPlace | undefined; lang?: string };

function ChangedScene({ scene, place, lang }: ChangedSceneProps) {
  const { t } = useTranslation('review');
  const { title, what, changes } = scene;
  return (
    <>
      <h4>{place ? <PlaceLink place={place} /> : <bdi lang={lang}>{title}</bdi>}</h4>
      {what === 'new' && <p>{t('changes.new')}</p>}
      {what === 'gone' && <p>{t('changes.removed')}</p>}
      {changes.length > 0 && <ChangeList changes={changes} lang={lang} />}
    </>
  );
}

type TextGroupProps = { id: string; title: string; text: TextChanges; places: Places };

function TextGroup({ id, title, text, places }: TextGroupProps) {
  const { t, i18n } = useTranslation('review');
  const lang = text.locale === i18n.language ? undefined : text.locale;
  const { what, whole, scenes } = text;
  if (whole.length + scenes.length > 0)
    return <Group {...{ id, title, whole, scenes, places, lang }} />;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{t(wholeTexts[what])}</p>
    </section>
  );
}

const wholeTexts = {
  new: 'changes.textNew',
  gone: 'changes.textRemoved',
  changed: 'changes.other',
} as const;
