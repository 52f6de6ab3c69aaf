const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a language code is one: well written, and the code of a language that exists. */
export function isLocale(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code)[0] === code && names.of(code) !== undefined;
  } catch {
    return false;
  }
}
