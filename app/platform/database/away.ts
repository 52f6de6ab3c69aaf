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
/** What Prisma's driver adapter calls the same things. */
const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
const awayMessages =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool after|client has encountered a connection error|query read timeout|can't reach database server|server has closed the connection|unable to start a transaction in the given time/i;

/**
 * Whether an error means that the database cannot be reached just now, rather than that we erred.
 * Prisma wraps what the driver said, at times in plain objects, so the wrappings are looked into.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof Response) return false;
  const { code, originalCode, kind, message, cause, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  return (
    [code, originalCode].some(isAwayCode) ||
    (typeof kind === 'string' && awayKinds.has(kind)) ||
    (typeof message === 'string' && awayMessages.test(message)) ||
    [cause, meta, driverAdapterError].some(isDatabaseAway)
  );
}

function isAwayCode(code: unknown): boolean {
  if (typeof code !== 'string') return false;
  if (networkCodes.has(code) || awayPrismaCodes.has(code)) return true;
  return /^[0-9A-Z]{5}$/.test(code) && awayClasses.includes(code.slice(0, 2));
}
