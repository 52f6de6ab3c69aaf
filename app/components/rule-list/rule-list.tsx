import { useTranslation } from 'react-i18next';
import { Blocks } from '../text/blocks.tsx';
import { Soft } from '../text/text.tsx';

type RuleListProps = {
  /** For those who answer for a rule: its id, and where it comes from. */
  showsSources?: boolean;
  /** Each rule once. Its id is its address on the page: `rule-` and the id. */
  rules: {
    id: string;
    name: string;
    says: { text: string; symbol?: string | undefined }[];
    source: string;
  }[];
};

/** Rules in full; what cites one by name links to it here. */
export function RuleList({ rules, showsSources = false }: RuleListProps) {
  const { t } = useTranslation('play');
  return (
    <ul className="rule-list">
      {rules.map(({ id, name, says, source }) => (
        <li key={id} id={`rule-${id}`}>
          <p>
            <strong>{name}</strong> {showsSources && <Soft>{id}</Soft>}
          </p>
          <Blocks blocks={says.map(({ text, symbol = null }) => ({ text: [text], symbol }))} />
          {showsSources && <p className="rule-source">{t('debrief.source', { source })}</p>}
        </li>
      ))}
    </ul>
  );
}
