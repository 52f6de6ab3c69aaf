import { createHash } from 'node:crypto';
import type { VersionHashes } from '#scenarios/kit/approvals.ts';
import { type ScenarioSource, wordsName } from '#scenarios/kit/read-scenario.ts';
import { canonicalJson } from './canonical-json.ts';

export function hashOf(value: unknown): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(canonicalJson(value)).digest());
}

/** What a scenario is now, to be compared with what was approved. */
export function versionHashes({ definition, words }: ScenarioSource): VersionHashes {
  const texts = words.map(
    (file) => [wordsName(file.locale, file.level), hashOf(file.words).toString('hex')] as const,
  );
  return {
    machine: hashOf(definition.machine).toString('hex'),
    texts: Object.fromEntries(texts),
  };
}
