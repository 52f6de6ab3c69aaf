import type { Transaction } from '#app/platform/database/client.ts';

/**
 * Until the transaction is over, nobody else changes what the organisation says of itself. A first
 * fact supersedes none, so that no constraint would refuse a second one made at the same moment.
 */
export async function lockOrganisation(
  transaction: Transaction,
  organisationId: string,
): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM organisations WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
}
