import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field/field.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import type { PersonProblem } from '#app/modules/people/person-form.ts';

export type Typed = { name: string; email: string; staffNumber: string; groups: string };

/** What was typed, to stand in the fields again. */
export function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2_000);
  return {
    name: text('name'),
    email: text('email'),
    staffNumber: text('staffNumber'),
    groups: text('groups'),
  };
}

/** The field that a problem is about. */
const fieldOf: Partial<Record<PersonProblem, string>> = {
  emailTaken: 'email',
  staffNumberTaken: 'staffNumber',
  group: 'groups',
  until: 'until',
};

type Props = { typed: Typed; problem?: PersonProblem; groups: string[]; emailHint: string };

/** What is held about a person, as fields. */
export function PersonFields({ typed, problem, groups, emailHint }: Props) {
  const { t } = useTranslation('people');
  const at = problem && (fieldOf[problem] ?? problem);
  const problemAt = (field: string) =>
    problem && at === field ? t(`problems.${problem}`) : undefined;
  return (
    <>
      {problem && at && (
        <ErrorSummary
          title={t('problems.title')}
          problems={[{ id: at, text: t(`problems.${problem}`) }]}
        />
      )}
      <Field
        id="name"
        label={t('form.name')}
        defaultValue={typed.name}
        problem={problemAt('name')}
        maxLength={120}
        isRequired
      />
      <Field
        id="email"
        type="email"
        label={t('form.email')}
        hint={emailHint}
        defaultValue={typed.email}
        problem={problemAt('email')}
        maxLength={254}
      />
      <Field
        id="staffNumber"
        label={t('form.staffNumber')}
        hint={t('form.staffNumberHint')}
        defaultValue={typed.staffNumber}
        problem={problemAt('staffNumber')}
        maxLength={40}
      />
      <Field
        id="groups"
        label={t('form.groups')}
        hint={
          groups.length > 0
            ? t('form.groupsHint', { known: groups.join('; ') })
            : t('form.groupsHintNone')
        }
        defaultValue={typed.groups}
        problem={problemAt('groups')}
        maxLength={1_000}
      />
    </>
  );
}
