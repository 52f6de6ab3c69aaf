import { expect, test } from 'vitest';
import { readSmallScenario } from '#tests/factories/scenario.ts';
import { isLocale } from './locales.ts';

test.each(['en-GB', 'cy', 'ur', 'pa-Guru', 'so', 'pl', 'zh-Hans-CN'])(
  '%s is a language',
  (code) => {
    expect(isLocale(code)).toBe(true);
  },
);

test.each(['xx', 'en-QQ', 'pa-Abcd', 'EN-gb', 'en_GB', 'english', '', '../en'])(
  '"%s" is none',
  (code) => {
    expect(isLocale(code)).toBe(false);
  },
);

test('a scenario in a language that is none is refused with one plain sentence', () => {
  for (const code of ['xx', 'english']) {
    const { ok, findings } = readSmallScenario({ definition: { locales: [code] } });
    expect(ok).toBe(false);
    expect(findings).toMatchObject([
      { file: 'machine.json', key: 'locales.0', rule: 'format', severity: 'error' },
    ]);
    expect(findings[0]?.message).toContain('such as "en-GB" or "cy"');
  }
});
