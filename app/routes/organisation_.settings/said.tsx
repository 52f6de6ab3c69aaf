import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import type { RefusedSettings } from '#app/modules/organisation/settings.server.ts';
import {
  type Settings,
  settingProblems,
  type TypedSettings,
} from '#app/modules/organisation/settings.ts';

/** A form that came back: why, and with what in it. */
export type Failed = { answer: RefusedSettings; typed: TypedSettings };

type SaidProps = { settings: Settings; failed: Failed | null; isSaved: boolean };

/** What came of the form before. */
export function Said({ settings, failed, isSaved }: SaidProps) {
  const { t } = useTranslation('organisation');
  if (failed?.answer.outcome === 'refused')
    return (
      <ErrorSummary
        title={t('problems', { count: failed.answer.problems.length })}
        problems={failed.answer.problems.map((problem) => ({
          id: settingProblems[problem],
          text: t(`settings.problems.${problem}`),
        }))}
      />
    );
  if (failed?.answer.outcome === 'overtaken')
    return <Overtaken settings={settings} different={failed.answer.different} />;
  if (!isSaved) return null;
  return (
    <Notice tone="good" role="status">
      <p>{t('settings.saved')}</p>
    </Notice>
  );
}

type OvertakenProps = { settings: Settings; different: (keyof Settings)[] };

/** What somebody else saved, where it is not what was chosen. */
function Overtaken({ settings, different }: OvertakenProps) {
  const { t } = useTranslation('organisation');
  const values = {
    ...settings,
    nation: t(`settings.nations.${settings.nation}`),
    secondFactorForAll: t(settings.secondFactorForAll ? 'settings.on' : 'settings.off'),
  };
  return (
    <Notice tone="care" role="alert" title={t('settings.overtaken.title')}>
      {different.length === 0 ? (
        <p>{t('settings.overtaken.same')}</p>
      ) : (
        <>
          <p>{t('settings.overtaken.text')}</p>
          <ul>
            {different.map((setting) => (
              <li key={setting}>
                {t('settings.overtaken.line', {
                  setting: t(`settings.fields.${setting}`),
                  value: values[setting],
                })}
              </li>
            ))}
          </ul>
          <p>{t('settings.overtaken.do')}</p>
        </>
      )}
    </Notice>
  );
}
