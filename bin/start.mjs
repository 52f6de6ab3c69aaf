// npm start: prepares the clone where needed, then serves. All in one process, so that whoever ends
// it ends Signpost.
import { prepare } from './lib/prepare.mjs';
import { say } from './lib/say.mjs';

const started = Date.now();
process.env.NODE_ENV = 'production';
try {
  await prepare({ build: true });
  const { register } = await import('tsx/esm/api');
  register();
  const { serve } = await import('./serve.ts');
  await serve(started);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) say(error.stack ?? '');
  process.exit(1);
}
