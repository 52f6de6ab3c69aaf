import { useTranslation } from 'react-i18next';
import { Hidden } from '../text/text.tsx';

type Piece = { in: 'both' | 'before' | 'after'; text: string };
type Change = { key: string; label: string; pieces: Piece[] };

type ChangeListProps = {
  changes: Change[];
  /** The language of what changed, where it is not the page's. */
  lang?: string;
};

/** What is not as it was, word by word; where its words are the same, or there are none, it says so. */
export function ChangeList({ changes, lang }: ChangeListProps) {
  const { t } = useTranslation('review');
  return (
    <ul className="changes">
      {changes.map(({ key, label, pieces }) => (
        <li key={key} className="change">
          <p className="change-label">{label}</p>
          {pieces.length > 0 && (
            <p className="change-text" lang={lang} dir={lang ? 'auto' : undefined}>
              {pieces.map((piece, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text never change order
                <ChangedPiece key={index} piece={piece} />
              ))}
            </p>
          )}
          {pieces.every((piece) => piece.in === 'both') && (
            <p>{t(pieces.length > 0 ? 'changes.sameWords' : 'changes.reordered')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Few screen readers tell of struck and underlined words, so that both are said as well. */
function ChangedPiece({ piece }: { piece: Piece }) {
  const { t } = useTranslation('review');
  if (piece.in === 'both') return piece.text;
  if (piece.in === 'before')
    return (
      <del>
        <Hidden> [{t('changes.gone')} </Hidden>
        {piece.text}
        <Hidden>] </Hidden>
      </del>
    );
  return (
    <ins>
      <Hidden> [{t('changes.came')} </Hidden>
      {piece.text}
      <Hidden>] </Hidden>
    </ins>
  );
}
