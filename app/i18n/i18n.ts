import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
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
import help from './locales/en-GB/help.json' with { type: 'json' };
import importWords from './locales/en-GB/import.json' with { type: 'json' };
import mail from './locales/en-GB/mail.json' with { type: 'json' };
import organisation from './locales/en-GB/organisation.json' with { type: 'json' };
import people from './locales/en-GB/people.json' with { type: 'json' };
import play from './locales/en-GB/play.json' with { type: 'json' };
import privacy from './locales/en-GB/privacy.json' with { type: 'json' };
import privacyNotice from './locales/en-GB/privacy-notice.json' with { type: 'json' };
import records from './locales/en-GB/records.json' with { type: 'json' };
import routes from './locales/en-GB/routes.json' with { type: 'json' };
import scenarios from './locales/en-GB/scenarios.json' with { type: 'json' };

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
    help,
    import: importWords,
    mail,
    organisation,
    people,
    play,
    privacy,
    privacyNotice,
    records,
    routes,
    scenarios,
  },
};

export type Locale = keyof typeof resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['en-GB'];
  }
}

const instances = new Map<string, I18n>();

/** The interface in one language; made once for each. */
export function interfaceIn(locale: string): I18n {
  const known = instances.get(locale);
  if (known) return known;
  const instance = i18next.createInstance();
  instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: defaultLocale,
    resources,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(locale, instance);
  return instance;
}

/** Words outside React, of one namespace: titles, table exports, stand-ins for contacts. */
export function wordsIn<N extends keyof (typeof resources)['en-GB']>(locale: string, namespace: N) {
  return interfaceIn(locale).getFixedT(locale, namespace);
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
