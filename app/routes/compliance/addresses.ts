import type { CompliancePage } from '#app/modules/compliance/presenter.ts';

type Part = Partial<CompliancePage['filter']>;

/** The address of another view of the same day. A filter leads to the lines at once. */
export function addressOf(
  { asAt, today }: Pick<CompliancePage, 'asAt' | 'today'>,
  part: Part = {},
) {
  const query = new URLSearchParams(asAt === today ? part : { asAt, ...part }).toString();
  const place = Object.keys(part).length > 0 ? '#lines' : '';
  return `/compliance${query && `?${query}`}${place}`;
}
