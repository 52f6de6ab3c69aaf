const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** SQLSTATE classes: connection exceptions, insufficient resources (disk full), operator intervention. */
const awayClasses = ['08', '53', '57'];
const awayPrismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);
const awayMessages =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool after|client has encountered a connection error/i;

/** Whether an error means that the database cannot be reached just now, rather than that we erred. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const text = typeof code === 'string' ? code : '';
  if (networkCodes.has(text) || awayPrismaCodes.has(text)) return true;
  if (/^[0-9A-Z]{5}$/.test(text) && awayClasses.includes(text.slice(0, 2))) return true;
  if (awayMessages.test(error.message)) return true;
  return isDatabaseAway(error.cause) || isDatabaseAway((error as { meta?: unknown }).meta);
}
