import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from '../../bin/lib/project.mjs';
import { run } from '../../bin/lib/run-tool.mjs';
import { stage } from '../../bin/lib/say.mjs';

const version = '12.8.2';

/** What of Lighthouse's report is read. */
export type Lhr = {
  categories: Record<
    string,
    { score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
  >;
  audits: Record<
    string,
    | {
        score: number | null;
        title: string;
        displayValue?: string;
        details?: { type: string; items: Record<string, unknown>[] };
      }
    | undefined
  >;
  runtimeError?: { message: string };
};

export type Lighthouse = (
  url: string,
  flags: {
    port: number;
    extraHeaders: Record<string, string>;
    logLevel: 'error';
    onlyCategories: string[];
  },
) => Promise<{ lhr: Lhr } | undefined>;

/**
 * Lighthouse weighs as much as a quarter of all other packages together, and only whoever measures
 * needs it: it is installed beside them when it is first asked for.
 */
export async function loadLighthouse(): Promise<Lighthouse> {
  const folder = inProject('.cache/lighthouse');
  const entry = path.join(folder, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry))
    await stage('Installing Lighthouse', () =>
      run('npm', [
        'install',
        `--prefix=${folder}`,
        '--no-audit',
        '--no-fund',
        `lighthouse@${version}`,
      ]),
    );
  const { default: lighthouse } = await import(pathToFileURL(entry).href);
  return lighthouse as Lighthouse;
}
