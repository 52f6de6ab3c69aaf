import { createHash } from 'node:crypto';
import type { NationalRoute } from '#scenarios/directory/routes.schema.ts';
import { detailsOf } from '#scenarios/directory/routes.ts';
import { canonicalJson } from '../scenarios/canonical-json.ts';

const known = new WeakMap<NationalRoute, string>();

/** Of what a person confirms about a route: where a release changes it, it must be confirmed anew. */
export function fingerprintOf(route: NationalRoute): string {
  const before = known.get(route);
  if (before) return before;
  const made = createHash('sha256')
    .update(canonicalJson(detailsOf(route)))
    .digest('hex');
  known.set(route, made);
  return made;
}
