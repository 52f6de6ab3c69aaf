import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptBlock } from '#app/simulation/script-view.ts';
import { Blocks } from '../text/blocks.tsx';

export type Language = { lang: string; dir: string };

const TheLanguage = createContext<Language | null>(null);

/** Says in which language the words of a script are, where that is not the page's. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return <TheLanguage.Provider value={language}>{children}</TheLanguage.Provider>;
}

/** What an element needs whose words are the script's own. */
export function useLanguage(): Partial<Language> {
  const { i18n } = useTranslation();
  const language = useContext(TheLanguage);
  return language && language.lang !== i18n.language ? language : {};
}

/** A few words of the script within a line. */
export function Words({ children }: { children: ReactNode }) {
  const { lang } = useLanguage();
  return <bdi lang={lang}>{children}</bdi>;
}

/** Paragraphs of the script, each after the nations in which alone it is said. */
export function ScriptBlocks({ blocks }: { blocks: ScriptBlock[] }) {
  const language = useLanguage();
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no ids and never change order
    <Fragment key={index}>
      {block.only && <p className="script-aside">{block.only}</p>}
      <div className="script-words" {...language}>
        <Blocks blocks={[block]} />
      </div>
    </Fragment>
  ));
}
