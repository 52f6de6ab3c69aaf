import { startDemoApp } from './demo-app.ts';

/** One app for the run; the tests find it by its address. */
export default async function setup() {
  const app = await startDemoApp();
  process.env.SIGNPOST_E2E_URL = app.url;
  return app.stop;
}
