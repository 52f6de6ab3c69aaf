// npm run dev: serves from the sources, with pages rebuilt as they are edited. Reload to see a change.
import { prepare } from './lib/prepare.mjs';
import { say } from './lib/say.mjs';

const started = Date.now();
process.env.NODE_ENV = 'development';
process.env.SIGNPOST_COMPONENTS ??= 'on';
try {
  await prepare();
  const { register } = await import('tsx/esm/api');
  register();
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: false } });
  const { serve } = await import('./serve.ts');
  const build = () => vite.ssrLoadModule('virtual:remix/server-build');
  await serve(started, {
    assets: vite.middlewares,
    build: /** @type {() => Promise<import('@remix-run/node').ServerBuild>} */ (
      /** @type {unknown} */ (build)
    ),
    close: () => vite.close(),
  });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
