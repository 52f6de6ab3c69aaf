import { z } from 'zod';
import type { Services } from '../services.ts';
import { hashStartOf, readCode } from './certificate-code.ts';
import { titlesOf } from './own-records.server.ts';

const foundSchema = z.object({
  name: z.string().nullable(),
  organisation: z.string(),
  isDemo: z.boolean(),
  scenarioId: z.string(),
  slug: z.string(),
  completedOn: z.string(),
  isApproved: z.boolean(),
});

const certificatesSchema = z.array(foundSchema.nullable());

/** All that a code tells whoever holds it: never a choice, an ending or the number of tries. */
export type VerifiedCertificate = {
  code: string;
  /** `null` where the name has been erased. */
  name: string | null;
  organisation: string;
  isDemo: boolean;
  title: string;
  /** The day it was where the organisation is. */
  completedOn: string;
  isApproved: boolean;
};

export type Verification =
  | { result: 'genuine'; certificate: VerifiedCertificate }
  | { result: 'changed' | 'unknown' | 'unreadable' };

/** What stands behind a code that somebody typed. Anybody may ask; no session is needed. */
export async function verifyCertificate(
  { database, shelf }: Services,
  typed: string,
  locale: string,
): Promise<Verification> {
  const code = readCode(typed);
  if (code === null) return { result: 'unreadable' };
  const rows = certificatesSchema.parse(
    await database.call('certificates_by_code', [hashStartOf(code)]),
  );
  if (rows.length === 0) return { result: 'unknown' };
  // Two rows of one code are a copy, made behind our back: then neither is to be believed.
  const [found] = rows;
  if (rows.length > 1 || !found) return { result: 'changed' };
  const { scenarioId, slug, ...shown } = found;
  const titles = await titlesOf(shelf, locale);
  return {
    result: 'genuine',
    certificate: { code, ...shown, title: titles.get(scenarioId) ?? slug },
  };
}
