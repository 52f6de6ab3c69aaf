import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { settingSchema } from '#scenarios/kit/looks.ts';
import { Place } from './stage.tsx';

const sheet = readFileSync(path.join(import.meta.dirname, 'stage.css'), 'utf8');

test.each(settingSchema.options)('%s is drawn small, in colours of the theme', (setting) => {
  const html = renderToStaticMarkup(<Place setting={setting} />);
  expect(html.length).toBeLessThanOrEqual(2000);
  const drawing = html.slice(html.indexOf('>') + 1);
  const classes = [...drawing.matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) =>
    all.split(' '),
  );
  expect(classes.filter((name) => !sheet.includes(`.place .${name}`))).toEqual([]);
  expect(drawing).not.toMatch(/<(text|image|use)|\s(fill|stroke|style)=/);
  expect(drawing.match(/<path/g)).toHaveLength(drawing.match(/<path class=/g)?.length ?? 0);
});
