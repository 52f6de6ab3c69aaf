import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignpostMark } from '../emblem/emblem.tsx';
import { type Fact, Facts } from '../facts/facts.tsx';

type CertificateProps = {
  title: string;
  /** Whose it is, and what it says of them. */
  name: string;
  says: string;
  subject: string;
  facts: Fact[];
  /** What must be known before it is relied on. */
  note?: ReactNode;
  /** What stands below the facts, side by side where there is room. */
  children: ReactNode;
};

/** A paper to keep: one page of A4 in black and white. */
export function Certificate({
  title,
  name,
  says,
  subject,
  facts,
  note,
  children,
}: CertificateProps) {
  const { t } = useTranslation();
  return (
    <article className="certificate">
      <p className="certificate-brand">
        <SignpostMark /> {t('product')}
      </p>
      <h1>{title}</h1>
      {note && <p className="certificate-note">{note}</p>}
      <p className="certificate-name">
        <bdi>{name}</bdi>
      </p>
      <p>{says}</p>
      <p className="certificate-subject">{subject}</p>
      <Facts facts={facts} />
      <div className="certificate-foot">{children}</div>
    </article>
  );
}

/** A part at the foot of a certificate. */
export function CertificatePart({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 className="certificate-part-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A code to compare or to type, set so that its characters are told apart. */
export function Code({ children }: { children: string }) {
  return <strong className="code">{children}</strong>;
}
