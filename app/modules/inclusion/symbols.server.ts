import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import symbolNames from '#scenarios/kit/symbol-names.json' with { type: 'json' };

const drawn = createRequire(import.meta.url).resolve('@iconify-json/openmoji/icons.json');
const setSchema = z.object({
  width: z.number(),
  height: z.number(),
  icons: z.record(z.string(), z.object({ body: z.string() })),
});

let set: Promise<Map<string, string>> | null = null;

/** A symbol as SVG (OpenMoji, CC BY-SA 4.0); `null` where Easy Read has none of that name. */
export async function drawSymbol(name: string): Promise<string | null> {
  set ??= readSet().catch((error) => {
    set = null;
    throw error;
  });
  return (await set).get(name) ?? null;
}

/** The whole set is nine megabytes of text: it is read when a symbol is first asked for, and what no scenario may use is let go. */
async function readSet(): Promise<Map<string, string>> {
  const { width, height, icons } = setSchema.parse(JSON.parse(await readFile(drawn, 'utf8')));
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`;
  return new Map(
    symbolNames.flatMap((name) => {
      const icon = icons[name];
      return icon ? [[name, `${frame}${icon.body}</svg>`] as const] : [];
    }),
  );
}
