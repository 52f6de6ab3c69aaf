import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button/button.tsx';
import { Card } from '#app/components/card/card.tsx';
import { Disclosure } from '#app/components/disclosure/disclosure.tsx';
import { Facts } from '#app/components/facts/facts.tsx';
import { CheckField, Field } from '#app/components/field/field.tsx';
import { Stack } from '#app/components/layout/layout.tsx';
import { Aside } from '#app/components/text/text.tsx';
import { type ApprovalProblem, approvalProblems } from '#app/modules/approvals/approval-form.ts';
import type { Review } from '#app/modules/scenarios/review/review.server.ts';
import type { FailedForm } from './standing.tsx';
import { useTextNames } from './use-text-names.ts';

type SignFormProps = {
  review: Review;
  failed: FailedForm | undefined;
  /** Who is signed in, who may change how their name is written. */
  signer: string;
  organisation: string;
  today: string;
  /** Of the newest words. */
  date: string;
  /** Whether they could sign, once it is set right how they sign in. */
  mayOnceProved: boolean;
};

/** Where a safeguarding lead signs the version above, with the words that it has. */
export function SignForm(props: SignFormProps) {
  const { t } = useTranslation('review');
  const { review, organisation, mayOnceProved } = props;
  const { number, standing, may } = review;
  // Whoever reads what is signed already seldom signs it beside the first.
  if (may.approve && standing.kind === 'approved')
    return (
      <Disclosure summary={t('approval.signAgain', { number })} isOpen={props.failed !== undefined}>
        <Signing {...props} />
      </Disclosure>
    );
  if (may.approve) return <Signing {...props} />;
  if (!mayOnceProved) return <Aside>{t('approval.onlyLeads', { organisation })}</Aside>;
  return (
    <>
      <p>{t('approval.secondStep')}</p>
      <p>
        <a href="/account/second-factor">{t('approval.setUp')}</a>
      </p>
    </>
  );
}

function Signing({ review, failed, signer, organisation, today, date }: SignFormProps) {
  const { t } = useTranslation('review');
  const { nameOfText } = useTextNames();
  const { number, texts, shown, standing } = review;
  const refused = failed?.answer.outcome === 'refused' ? failed.answer.problems : [];
  const problemAt = (field: string) => {
    const problem = refused.find((one: ApprovalProblem) => approvalProblems[one] === field);
    return problem && t(`approval.problems.${problem}`);
  };
  const title = standing.kind === 'words' ? 'approval.signWords' : 'approval.sign';
  const levels = texts.some(({ level }) => level === 'easy') ? 'both' : 'standard';
  return (
    <Card level={3} title={t(title, { number })}>
      <p>{t(review.track === 'staff' ? 'approval.counts' : 'approval.countsHere')}</p>
      <Facts
        facts={[
          { key: 'date', label: t('approval.date'), value: today },
          { key: 'version', label: t('approval.version'), value: number },
          { key: 'words', label: t('approval.words'), value: texts.map(nameOfText).join('; ') },
        ]}
      />
      <form method="post" data-submit-once>
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="texts" value={shown.texts} />
        <Stack>
          <Field
            id="name"
            label={t('approval.name')}
            defaultValue={failed?.typed.name ?? signer}
            maxLength={120}
            autoComplete="name"
            problem={problemAt('name')}
          />
          <Field
            id="title"
            label={t('approval.role')}
            hint={t('approval.roleHint')}
            defaultValue={failed?.typed.title ?? ''}
            maxLength={120}
            autoComplete="organization-title"
            problem={problemAt('title')}
          />
          <Languages review={review} failed={failed} problem={problemAt('languages')} />
          <CheckField
            id="read"
            label={t(`approval.read.${levels}`, { number, date, organisation })}
            problem={problemAt('read')}
          />
          <Button name="intent" value="sign">
            {t('approval.go')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

type LanguagesProps = Pick<SignFormProps, 'review' | 'failed'> & { problem: string | undefined };

/** In which languages they have read it; asked only where there are several. */
function Languages({ review, failed, problem }: LanguagesProps) {
  const { t } = useTranslation('review');
  const { nameOfLanguage } = useTextNames();
  const languages = [...new Set(review.texts.map(({ locale }) => locale))];
  if (languages.length < 2) return null;
  return (
    <fieldset>
      <legend>{t('approval.languages')}</legend>
      {languages.map((locale, index) => (
        <CheckField
          key={locale}
          id={index === 0 ? 'languages' : `languages-${locale}`}
          name="languages"
          value={locale}
          label={nameOfLanguage(locale)}
          defaultChecked={failed?.typed.languages.includes(locale) ?? false}
          problem={index === 0 ? problem : undefined}
        />
      ))}
    </fieldset>
  );
}
