import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * Log lines carry a request id, a method, a path and a status. Never a name, an address, a query
 * string, a cookie or a choice: what is not passed in cannot leak.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
