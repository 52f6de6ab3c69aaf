import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPortraitAddress } from '#app/components/portrait/address.ts';
import { drawPortrait } from '#app/modules/characters/draw.server.ts';

/** The picture of somebody in a scenario. Whoever has it once need not ask again. */
export function loader({ params }: LoaderFunctionArgs) {
  const asked = readPortraitAddress(params.file ?? '');
  if (!asked) throw new Response(null, { status: 404 });
  return new Response(drawPortrait(asked.look, asked.mood), {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
