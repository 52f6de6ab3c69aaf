import { useTranslation } from 'react-i18next';
import { Code } from '#app/components/certificate/certificate.tsx';
import { Facts } from '#app/components/facts/facts.tsx';
import { Notice } from '#app/components/notice/notice.tsx';
import { useDates } from '#app/i18n/use-dates.ts';
import type {
  Verification,
  VerifiedCertificate,
} from '#app/modules/records/verify-certificate.server.ts';

export function VerificationResult({ verification }: { verification: Verification }) {
  const { t } = useTranslation('certificate');
  const { result } = verification;
  return (
    <>
      <Notice
        id="result"
        tone={result === 'genuine' ? 'good' : 'care'}
        title={t(`verify.results.${result}.title`)}
      >
        <p>{t(`verify.results.${result}.text`)}</p>
        {(result === 'changed' || result === 'unknown') && (
          <p>{t(`verify.results.${result}.do`)}</p>
        )}
      </Notice>
      {verification.result === 'genuine' && <Genuine certificate={verification.certificate} />}
    </>
  );
}

function Genuine({ certificate }: { certificate: VerifiedCertificate }) {
  const { t } = useTranslation('certificate');
  const { dateOf } = useDates();
  const { code, name, organisation, title, completedOn, isDemo } = certificate;
  const facts = {
    name: name === null ? t('verify.nameErased') : <bdi>{name}</bdi>,
    training: title,
    organisation: <bdi>{organisation}</bdi>,
    completedOn: dateOf(completedOn),
    approval: t(approvalOf(certificate)),
    code: <Code>{code}</Code>,
  } as const;
  return (
    <>
      {isDemo && (
        <Notice tone="care">
          <p>
            <strong>{t('demo.title')}</strong> {t('demo.text', { organisation })}
          </p>
        </Notice>
      )}
      <p>{t('verify.results.genuine.compare')}</p>
      <Facts
        facts={(Object.keys(facts) as (keyof typeof facts)[]).map((key) => ({
          key,
          label: t(`facts.${key}`),
          value: facts[key],
        }))}
      />
    </>
  );
}

function approvalOf({ isApproved, isDemo }: VerifiedCertificate) {
  if (isApproved) return 'verify.approved';
  return isDemo ? 'approval.noneDemo' : 'approval.none';
}
