import { wordsIn } from '#app/i18n/i18n.ts';
import type { AttemptPage } from '#app/modules/attempts/presenter.ts';

/** The title of a scene. Outside the staff track it is neutral: a shared phone must not tell on a child. */
export function titleOf({ scenario, view }: AttemptPage, locale: string): string {
  const t = wordsIn(locale, 'play');
  if (scenario.track !== 'staff') return t('neutralTitle');
  return t('pageTitle', { scene: view.title, scenario: scenario.title });
}
