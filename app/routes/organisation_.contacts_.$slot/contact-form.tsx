import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Field } from '#app/components/field/field.tsx';
import { Row, Stack } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import {
  type ContactProblem,
  contactProblems,
  type TypedContact,
} from '#app/modules/organisation/contact-form.ts';
import type { ContactLine } from '#app/modules/people/contacts.server.ts';

type ContactFormProps = {
  line: ContactLine;
  /** What came back, where it was not saved. */
  typed: TypedContact | null;
  problems: ContactProblem[];
};

export function ContactForm({ line, typed, problems }: ContactFormProps) {
  const { t } = useTranslation('organisation');
  const { dateOf } = useDates();
  const field = (name: 'name' | 'phone' | 'email') => {
    const problem = problems.find((problem) => contactProblems[problem] === name);
    return {
      id: name,
      label: t(`contacts.fields.${name}`),
      defaultValue: typed?.[name] ?? line[name] ?? '',
      problem: problem && t(`contacts.problems.${problem}`),
    };
  };
  return (
    <form method="post">
      <input type="hidden" name="standing" value={line.id} />
      <Stack>
        <Field {...field('name')} hint={t('contacts.fields.nameHint')} maxLength={120} />
        <Field
          {...field('phone')}
          type="tel"
          hint={t('contacts.fields.phoneHint')}
          maxLength={40}
        />
        <Field {...field('email')} type="email" maxLength={254} />
        <Row>
          <Button name="intent" value="save">
            {t('contacts.save')}
          </Button>
          {line.gap !== 'unset' && line.name && (
            <Button look="quiet" name="intent" value="checked">
              {t('contacts.checked')}
            </Button>
          )}
        </Row>
        {line.name && line.lastVerified && (
          <Aside>{t('contacts.lastChecked', { date: dateOf(line.lastVerified) })}</Aside>
        )}
      </Stack>
    </form>
  );
}
