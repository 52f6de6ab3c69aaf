/**
 * The looks of a copy that is kept as a file: it brings them itself, and names no colour. Quotation marks
 * would not survive the way into the page.
 */
export const htmlStyle = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-inline-size: 55rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.3rem; margin-block: 2.5rem 0.5rem; padding-block-start: 1rem; border-block-start: 2px solid; }
p { max-inline-size: 40rem; }
table { inline-size: 100%; border-collapse: collapse; margin-block: 1rem; }
caption { text-align: start; font-weight: bold; padding-block-end: 0.5rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0; padding-inline-end: 1rem; border-block-end: 1px solid; }
thead th { overflow-wrap: normal; }
table:not(:has(thead)) th { inline-size: 40%; }
tr { break-inside: avoid; }
h2, caption { break-after: avoid; }
@media screen and (max-width: 45rem) {
  table, caption, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding-block: 0.6rem; border-block-end: 1px solid; }
  tbody th, td { padding: 0.1rem 0; border: 0; }
  table:not(:has(thead)) th { inline-size: auto; }
  td[data-label] { display: grid; grid-template-columns: minmax(5rem, 2fr) 5fr; gap: 0 0.5rem; }
  td[data-label]::before { content: attr(data-label); }
  td:empty { display: none; }
}
@media print {
  body { max-inline-size: none; padding: 0; font-size: 10pt; }
}
`;
