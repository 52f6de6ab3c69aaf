import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf, wordsIn } from '#app/i18n/i18n.ts';
import type { PersonExport } from './person-export.ts';
import { sectionsOf } from './sections.ts';
import { type Section, type Table, timesIn } from './tables.ts';

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
    date: timesIn(locale, organisation.timeZone)(madeAt),
  };
  const lines = [t('lead', said), isOwn ? t('isOwn') : t('isOthers'), t('secrets'), t('times')];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{t('title', said)}</title>
      </head>
      <body>
        <main>
          <h1>{t('title', said)}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {sectionsOf(copy, locale).map((section) => (
            <Part key={section.title} section={section} none={t('none')} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Part({ section: { title, note, tables }, none }: { section: Section; none: string }) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p>{note}</p>}
      {tables.length === 0 && !note && <p>{none}</p>}
      {tables.map((table, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page that is written once and never changes
        <Rows key={index} label={title} table={table} />
      ))}
    </section>
  );
}

function Rows({ label, table: { caption, columns, rows, note } }: { label: string; table: Table }) {
  return (
    <>
      <table>
        <caption>{caption ?? label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of columns
                <td key={index}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p>{note}</p>}
    </>
  );
}
