import { chmod } from 'node:fs/promises';
import { startApp } from '#tests/setup/app-process.ts';
import { temporaryFolder } from '#tests/setup/temporary-folder.ts';

/** Starts a demonstration with a database and data of its own. */
export async function startDemoApp(
  more: Record<string, string> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const { folder, remove } = await temporaryFolder('e2e');
  // So that the account that PostgreSQL runs as can pass through, and its data is removed with the rest.
  await chmod(folder, 0o711);
  const settings = {
    DATABASE_URL: '',
    SIGNPOST_DEMO: 'on',
    SIGNPOST_COMPONENTS: 'on',
    ...more,
  };
  const app = await startApp(folder, settings).catch(async (error) => {
    await remove();
    throw error;
  });
  const stop = async () => {
    await app.stop();
    await remove();
  };
  return { url: app.url, stop };
}
