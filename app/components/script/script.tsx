import { useTranslation } from 'react-i18next';
import type { ScriptChapter, ScriptPart, ScriptScene } from '#app/simulation/script-view.ts';
import { PlaceLink } from './script-choice.tsx';
import { type Level, Scene } from './script-scene.tsx';
import { InLanguage, type Language, Words } from './script-words.tsx';

type ScriptProps = { parts: ScriptPart[]; language: Language };

/**
 * A whole story as a script: every scene under its number and its chapter, every choice with what it
 * does and where it leads. Stands under a heading of the second level.
 */
export function Script({ parts, language }: ScriptProps) {
  return (
    <InLanguage language={language}>
      <div className="script">
        <Parts parts={parts} level={3} />
      </div>
    </InLanguage>
  );
}

function Parts({ parts, level }: { parts: ScriptPart[]; level: Level }) {
  return parts.map((part) =>
    'parts' in part ? (
      <Chapter key={part.path} chapter={part} level={level} />
    ) : (
      <Scene key={part.path} scene={part} level={level} />
    ),
  );
}

function Chapter({ chapter, level }: { chapter: ScriptChapter; level: Level }) {
  const { t } = useTranslation('review');
  const { path, title, remembers, parts } = chapter;
  const Heading = `h${level}` as const;
  const deeper = Math.min(level + 1, 6) as Level;
  return (
    <section className="script-chapter" aria-labelledby={chapterId(path)}>
      <Heading className="script-chapter-title" id={chapterId(path)}>
        <Words>{title}</Words>
      </Heading>
      {remembers.length > 0 && (
        <p className="script-aside">{t('script.arriving', { says: remembers.join('; ') })}</p>
      )}
      <Parts parts={parts} level={deeper} />
    </section>
  );
}

/** The address of a chapter on the page of its script. */
export function chapterId(path: string): string {
  return `chapter-${path}`;
}

/** Every scene of a script by number and title, to go to. */
export function SceneIndex({ parts, language }: ScriptProps) {
  const { t } = useTranslation('review');
  return (
    <InLanguage language={language}>
      <nav className="script-index" aria-label={t('script.index')}>
        <ol className="script-places">
          {scenesIn(parts).map((scene) => (
            <li key={scene.path}>
              <PlaceLink place={scene} />
            </li>
          ))}
        </ol>
      </nav>
    </InLanguage>
  );
}

/** The scenes of some parts of a script, chapters left aside. */
export function scenesIn(parts: readonly ScriptPart[]): ScriptScene[] {
  return parts.flatMap((part) => ('parts' in part ? scenesIn(part.parts) : [part]));
}
