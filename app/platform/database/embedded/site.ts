import type { Place } from './place.ts';

export const SUPERUSER = 'signpost';
export const DATABASE = 'signpost';

/** Everything the steps of one opening need to know. */
export type Site = {
  place: Place;
  binaries: string;
  /** The socket folder, or the name of a pipe on Windows. */
  lock: string;
  durable: boolean;
  patienceMs: number;
  tell: (sentence: string) => void;
};

/** What `pg` takes. */
export type Connection = {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
};
