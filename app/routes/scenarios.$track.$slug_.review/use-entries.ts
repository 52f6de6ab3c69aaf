import { useTranslation } from 'react-i18next';
import { sceneId } from '#app/components/script/scene-id.ts';
import { chapterId, scenesIn } from '#app/components/script/script.tsx';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';

const parts = ['changes', 'before', 'ways', 'script', 'plays', 'rules', 'approval'] as const;

/** What there is on the page, to go to: its parts, and the chapters of the script. */
export function useEntries({ story }: Pick<Review, 'story'>) {
  const { t } = useTranslation('review');
  const chapters = story.parts.flatMap((part) => {
    if (!('parts' in part)) return [];
    const numbers = scenesIn(part.parts).map(({ number }) => number);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const key = first === last ? 'contents.scene' : 'contents.scenes';
    const label = t(key, { title: part.title, first, last });
    return [{ href: `#${chapterId(part.path)}`, label }];
  });
  const ending = story.parts.find((part) => !('parts' in part) && part.rating !== null);
  const endings = ending
    ? [{ href: `#${sceneId(ending.path)}`, label: t('contents.endings') }]
    : [];
  return parts.map((part) => ({
    href: `#${part}`,
    label: t(`${part}.title`),
    inside: part === 'script' ? [...chapters, ...endings] : [],
  }));
}
