import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf, wordsIn } from '#app/i18n/i18n.ts';
import { htmlStyle } from './html-style.ts';
import type { PersonExport } from './person-export.ts';
import { sectionsOf } from './sections.ts';
import { readerIn, type Section, type Table } from './tables.ts';

/** The copy as one page to read, print and keep: it loads nothing, and names no colour. */
export function toHtml(copy: PersonExport, locale: string): string {
  return `<!doctype html>${renderToStaticMarkup(<Page copy={copy} locale={locale} />)}`;
}

function Page({ copy, locale }: { copy: PersonExport; locale: string }) {
  const { organisation, person, madeAt, isOwn } = copy;
  const t = wordsIn(locale, 'privacy');
  const said = {
    name: person.name || t('erasedName'),
    organisation: organisation.name,
    date: readerIn(locale, organisation.timeZone).at(madeAt),
  };
  const lines = [t('lead', said), isOwn ? t('isOwn') : t('isOthers'), t('secrets'), t('times')];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{t('title', said)}</title>
        <style>{htmlStyle}</style>
      </head>
      <body>
        <main>
          <h1>{t('title', said)}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {sectionsOf(copy, locale).map((section, index) => (
            <Part key={section.title} id={`part-${index + 1}`} section={section} none={t('none')} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Part({ id, section, none }: { id: string; section: Section; none: string }) {
  const { title, note, tables } = section;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p>{note}</p>}
      {tables.length === 0 && !note && <p>{none}</p>}
      {tables.map((table, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page that is written once and never changes
        <Rows key={index} labelledBy={id} table={table} />
      ))}
    </section>
  );
}

/** A table on paper and on a desk; on a phone a card for each row. Its name is its caption, or the heading above it. */
function Rows({ labelledBy, table }: { labelledBy: string; table: Table }) {
  const { caption, columns, rows, note } = table;
  return (
    <>
      <table aria-labelledby={caption ? undefined : labelledBy}>
        {caption && <caption>{caption}</caption>}
        {columns.length > 0 && (
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in the order in which they are held
            <Cells key={index} cells={cells} columns={columns} />
          ))}
        </tbody>
      </table>
      {note && <p>{note}</p>}
    </>
  );
}

function Cells({ cells: [first, ...rest], columns }: { cells: string[]; columns: string[] }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{first}</bdi>
      </th>
      {rest.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of columns
        <td key={index} data-label={columns[index + 1]}>
          {cell && <bdi>{cell}</bdi>}
        </td>
      ))}
    </tr>
  );
}
