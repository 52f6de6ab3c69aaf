import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import easyRoutes from '#scenarios/directory/text/en-GB.easy.json' with { type: 'json' };
import routes from '#scenarios/directory/text/en-GB.json' with { type: 'json' };
import type { ReadingLevel } from '#scenarios/kit/vocabulary.ts';
import access from './locales/en-GB/access.json' with { type: 'json' };
import audit from './locales/en-GB/audit.json' with { type: 'json' };
import certificate from './locales/en-GB/certificate.json' with { type: 'json' };
import common from './locales/en-GB/common.json' with { type: 'json' };
import compliance from './locales/en-GB/compliance.json' with { type: 'json' };
import components from './locales/en-GB/components.json' with { type: 'json' };
import contacts from './locales/en-GB/contacts.json' with { type: 'json' };
import demo from './locales/en-GB/demo.json' with { type: 'json' };
import errors from './locales/en-GB/errors.json' with { type: 'json' };
import graph from './locales/en-GB/graph.json' with { type: 'json' };
import guide from './locales/en-GB/guide.json' with { type: 'json' };
import easyHelp from './locales/en-GB/help.easy.json' with { type: 'json' };
import help from './locales/en-GB/help.json' with { type: 'json' };
import importWords from './locales/en-GB/import.json' with { type: 'json' };
import easyLibrary from './locales/en-GB/library.easy.json' with { type: 'json' };
import library from './locales/en-GB/library.json' with { type: 'json' };
import mail from './locales/en-GB/mail.json' with { type: 'json' };
import organisation from './locales/en-GB/organisation.json' with { type: 'json' };
import people from './locales/en-GB/people.json' with { type: 'json' };
import easyPlay from './locales/en-GB/play.easy.json' with { type: 'json' };
import play from './locales/en-GB/play.json' with { type: 'json' };
import privacy from './locales/en-GB/privacy.json' with { type: 'json' };
import privacyNotice from './locales/en-GB/privacy-notice.json' with { type: 'json' };
import reading from './locales/en-GB/reading.json' with { type: 'json' };
import records from './locales/en-GB/records.json' with { type: 'json' };
import review from './locales/en-GB/review.json' with { type: 'json' };
import easyScenarios from './locales/en-GB/scenarios.easy.json' with { type: 'json' };
import scenarios from './locales/en-GB/scenarios.json' with { type: 'json' };
import { replaceWords } from './replace-words.ts';

export const defaultLocale = 'en-GB';

/** Every language of the interface, with its words. A new language is a folder and a line here. */
const resources = {
  'en-GB': {
    access,
    audit,
    certificate,
    common,
    compliance,
    components,
    contacts,
    demo,
    errors,
    graph,
    guide,
    help,
    import: importWords,
    library,
    mail,
    organisation,
    people,
    play,
    privacy,
    privacyNotice,
    reading,
    records,
    review,
    routes,
    scenarios,
  },
};

/** The same in easy words, for the pages around a scenario. What is plain already is not said twice. */
const easyResources = {
  'en-GB': {
    help: easyHelp,
    library: easyLibrary,
    play: easyPlay,
    routes: easyRoutes,
    scenarios: easyScenarios,
  },
};

/** Whom words are for: their language, and how they read. */
export type Reader = { locale: string; level: ReadingLevel };

export type Locale = keyof typeof resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['en-GB'];
  }
}

const instances = new Map<string, I18n>();

/** The interface in one language and reading level; made once for each. */
export function interfaceIn(locale: string, level: ReadingLevel = 'standard'): I18n {
  const key = `${locale}/${level}`;
  const known = instances.get(key);
  if (known) return known;
  const instance = i18next.createInstance();
  instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: defaultLocale,
    resources: level === 'easy' ? replaceWords(resources, easyResources) : resources,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(key, instance);
  return instance;
}

/** Words outside React, of one namespace: titles, table exports, stand-ins for contacts. */
export function wordsIn<N extends keyof (typeof resources)['en-GB']>(
  locale: string,
  namespace: N,
  level: ReadingLevel = 'standard',
) {
  return interfaceIn(locale, level).getFixedT(locale, namespace);
}

/** The best language we have for what a browser says it reads, in its order of preference. */
export function chooseLocale(acceptLanguage: string | null): Locale {
  const available = Object.keys(resources) as Locale[];
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => entry.split(';')[0]?.trim() ?? '');
  const found = wanted.flatMap((tag) =>
    available.filter((locale) => locale === tag || locale.split('-')[0] === tag.split('-')[0]),
  );
  return found[0] ?? defaultLocale;
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ps|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}
