export type EmbeddedErrorCode = 'no-binary' | 'wrong-major' | 'disk-full' | 'cannot-run' | 'broken';

/** Its message is meant for the person at the terminal: what happened, and what to do next. */
export class EmbeddedServerError extends Error {
  override name = 'EmbeddedServerError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const OWN_SERVER = 'set DATABASE_URL to a PostgreSQL server of your own (15 or later)';

const FULL =
  /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT|not enough space on the disk/i;
const CANNOT_RUN = [
  /could not look up effective user ID/i,
  /Permission denied|EACCES|EPERM|Operation not permitted/i,
  /has wrong ownership|has invalid permissions/i,
  /error while loading shared libraries|GLIBC|Library not loaded|image not found/i,
  /Cannot allocate memory|could not create shared memory|could not map anonymous shared memory/i,
  /ENOENT|EAGAIN|EMFILE|Exec format error|ENOEXEC/i,
];

/** The line of a program's output that says why it gave up. */
export function tellingLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /\b(FATAL|PANIC|error):/i.test(line)).at(-1);
  const line = telling ?? lines.filter(Boolean).at(-1) ?? 'it said nothing';
  return line.replace(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] /, '');
}

/** Chooses the sentence for a failed program from what it printed. */
export function explainFailure(output: string, doing: string, folder: string): EmbeddedServerError {
  if (FULL.test(output)) return diskFull(doing, folder);
  const line = tellingLine(output);
  if (/is still in use/.test(output)) return stillInUse(line, folder);
  if (CANNOT_RUN.some((pattern) => pattern.test(output))) {
    return new EmbeddedServerError(
      'cannot-run',
      `The embedded PostgreSQL cannot run here: ${doing} failed with “${line}”. ` +
        `Put that right and start again, or ${OWN_SERVER}.`,
    );
  }
  return new EmbeddedServerError(
    'broken',
    `The embedded PostgreSQL failed: ${doing} ended with “${line}”. ` +
      `Its files are in ${folder}: restore them from a backup, or move that folder away to ` +
      `begin with an empty database, or ${OWN_SERVER}.`,
  );
}

function stillInUse(line: string, folder: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'broken',
    `A process of an earlier PostgreSQL server still works on ${folder} (“${line}”). ` +
      `End that “postgres” process and start again, or ${OWN_SERVER}.`,
  );
}

function diskFull(doing: string, folder: string, cause?: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    'disk-full',
    `The disk that holds ${folder} is full: ${doing} failed. ` +
      `Free some space (a new database needs about 150 MB) and start again; nothing was lost.`,
    { cause },
  );
}

/** Gives a fault of the file system or the server one of our sentences; other faults pass unchanged. */
export function explainFault(fault: unknown, folder: string): unknown {
  if (fault instanceof EmbeddedServerError || !(fault instanceof Error)) return fault;
  const code = (fault as NodeJS.ErrnoException).code ?? '';
  if (FULL.test(fault.message)) return diskFull('writing there', folder, fault);
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return fault;
  return new EmbeddedServerError(
    'cannot-run',
    `The embedded PostgreSQL may not use its files (${fault.message}). ` +
      `Run Signpost as the user who owns ${folder}, or ${OWN_SERVER}.`,
    { cause: fault },
  );
}
