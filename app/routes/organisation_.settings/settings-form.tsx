import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { CheckField, Field, RadioFields } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { limits, type Settings, settingProblems } from '#app/modules/organisation/settings.ts';
import { nations } from '#scenarios/kit/vocabulary.ts';
import type { Failed } from './said.tsx';

type SettingsFormProps = { settings: Settings; seen: string; failed: Failed | null };

export function SettingsForm({ settings, seen, failed }: SettingsFormProps) {
  const { t } = useTranslation('organisation');
  const typed = failed?.typed ?? settings;
  const problems = failed?.answer.outcome === 'refused' ? failed.answer.problems : [];
  const explained = (name: keyof Settings) => {
    const problem = problems.find((problem) => settingProblems[problem] === name);
    return {
      hint: t(`settings.hints.${name}`),
      problem: problem && t(`settings.problems.${problem}`),
    };
  };
  const figure = (name: 'recordsYears' | 'logsDays') => ({
    ...explained(name),
    id: name,
    label: t(`settings.fields.${name}`),
    type: 'number' as const,
    inputMode: 'numeric' as const,
    min: String(limits[name].min),
    max: String(limits[name].max),
    defaultValue: String(typed[name]),
  });
  return (
    <form method="post" action="/organisation/settings">
      <input type="hidden" name="seen" value={seen} />
      <Stack>
        <Field
          {...explained('name')}
          id="name"
          label={t('settings.fields.name')}
          defaultValue={typed.name}
          maxLength={120}
        />
        <RadioFields
          {...explained('nation')}
          name="nation"
          legend={t('settings.fields.nation')}
          defaultValue={typed.nation}
          options={nations.map((value) => ({ value, label: t(`settings.nations.${value}`) }))}
        />
        <CheckField
          id="secondFactorForAll"
          label={t('settings.fields.secondFactorForAll')}
          hint={t('settings.hints.secondFactorForAll')}
          defaultChecked={typed.secondFactorForAll}
        />
        <Field {...figure('recordsYears')} />
        <Field {...figure('logsDays')} />
        <Row>
          <Button>{t('settings.save')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
