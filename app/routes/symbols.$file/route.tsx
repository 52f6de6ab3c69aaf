import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawSymbol } from '#app/modules/inclusion/symbols.server.ts';

/** A symbol of Easy Read. Whoever has it once need not ask again. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  // Who asks for symbols reads easy text; the line before it may name an attempt.
  context.leaveNoLine?.();
  const [, name] = params.file?.match(/^([a-z0-9-]+)\.svg$/) ?? [];
  const symbol = name ? await drawSymbol(name) : null;
  if (!symbol) throw new Response(null, { status: 404 });
  return new Response(symbol, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
