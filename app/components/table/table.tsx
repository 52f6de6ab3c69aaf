import { type ReactNode, useId } from 'react';

type Column<R> = {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** Figures and dates stand under each other and do not break. */
  isFigure?: boolean;
  /** How it stands with the row: beside its name on a phone, without the column's. */
  isState?: boolean;
};

type TableProps<R> = {
  caption: ReactNode;
  /** The first column names the row. */
  columns: Column<R>[];
  rows: R[];
  keyOf: (row: R) => string | number;
};

/** A table on a desk; on a phone each line is a small card, with the column's name beside its value. */
export function Table<R>({ caption, columns: [head, ...columns], rows, keyOf }: TableProps<R>) {
  const id = useId();
  if (!head) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where columns are wide, by keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a section would add a landmark for each table
    <div className="table-frame" role="group" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {[head, ...columns].map(({ key, label, isFigure }) => (
              <th key={key} scope="col" className={isFigure ? 'figure' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{head.cell(row)}</th>
              {columns.map(({ key, label, cell, isFigure, isState }) => (
                <td
                  key={key}
                  data-label={isState ? undefined : label}
                  className={isFigure ? 'figure' : isState ? 'state' : undefined}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
