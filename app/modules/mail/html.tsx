import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf, type Locale } from '#app/i18n/i18n.ts';
import type { Content } from './content.ts';

/**
 * A message as HTML: one column that loads nothing. It names no colour, so that a mail program shows
 * it light or dark as its reader has it. Mail programs heed no stylesheet: so here, and nowhere else,
 * looks are written beside what they are for.
 */
export function htmlOf(content: Content, locale: Locale): string {
  return `<!doctype html>${renderToStaticMarkup(<Page content={content} locale={locale} />)}`;
}

const body = {
  margin: 0,
  padding: '24px 16px',
  fontFamily: 'Arial, Helvetica, sans-serif',
  fontSize: '16px',
  lineHeight: 1.5,
  overflowWrap: 'anywhere',
} as const;
const column = { maxWidth: '36em', margin: '0 auto' };
const button = {
  display: 'inline-block',
  padding: '12px 20px',
  border: '2px solid currentColor',
  borderRadius: '8px',
  fontWeight: 'bold',
};

function Page({ content, locale }: { content: Content; locale: Locale }) {
  const { subject, greeting, lines, action, unexpected, sender } = content;
  const language = { lang: locale, dir: directionOf(locale) };
  return (
    <html {...language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={body}>
        {/* Some mail programs keep nothing but the inside of the body. */}
        <div {...language} style={column}>
          {[greeting, ...lines].map((line) => (
            <p key={line}>{line}</p>
          ))}
          {action && <Action {...action} />}
          <p>{unexpected}</p>
          <p>{sender}</p>
        </div>
      </body>
    </html>
  );
}

function Action({ href, label, ifItFails }: NonNullable<Content['action']>) {
  return (
    <>
      <p>
        <a href={href} style={button}>
          {label}
        </a>
      </p>
      <p>
        {ifItFails}
        <br />
        <bdi>{href}</bdi>
      </p>
    </>
  );
}
