import type { ReactNode } from 'react';

export type Fact = { key: string; label: string; value: ReactNode };

/** Facts one below another, each with its name. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ key, label, value }) => (
        <div key={key} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
