import type { ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import { interfaceIn } from './i18n.ts';

/** What stands in it says the words of the interface in a reading level. */
export function InLevel({ level, children }: { level: ReadingLevel; children: ReactNode }) {
  const { i18n } = useTranslation();
  return <I18nextProvider i18n={interfaceIn(i18n.language, level)}>{children}</I18nextProvider>;
}
