import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import {
  earliestDay,
  latestDay,
  type Term,
  termProblems,
} from '#app/modules/organisation/terms.ts';
import type { Failed } from './said.tsx';

type TermFormProps = { term: Term | null; failed: Failed | undefined };

/** A new term, or the one that is to be changed. */
export function TermForm({ term, failed }: TermFormProps) {
  const { t } = useTranslation('organisation');
  const refused = failed?.answer.outcome === 'refused' ? failed.answer : null;
  const field = (name: 'name' | 'firstDay' | 'lastDay') => {
    const problem = refused?.problems.find((problem) => termProblems[problem] === name);
    return {
      id: name,
      label: t(`terms.fields.${name}`),
      defaultValue: failed?.typed?.[name] ?? term?.[name] ?? '',
      problem: problem && t(`terms.problems.${problem}`, { term: refused?.other }),
    };
  };
  const day = { type: 'date', min: earliestDay, max: latestDay } as const;
  return (
    <Card id="term" title={term ? t('terms.change', { term: term.name }) : t('terms.add')}>
      <form method="post">
        <input type="hidden" name="term" value={term?.id ?? ''} />
        <Stack>
          <Field {...field('name')} hint={t('terms.fields.nameHint')} maxLength={60} />
          <Field {...field('firstDay')} {...day} />
          <Field {...field('lastDay')} {...day} hint={t('terms.fields.lastDayHint')} />
          <Row>
            <Button name="intent" value="save">
              {t('terms.save')}
            </Button>
            {term && <a href="/organisation/terms">{t('terms.leave')}</a>}
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
