import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '../log.ts';
import { plainMessage } from './plain-message.ts';

type About = {
  job?: { id: string; task_identifier: string; attempts: number };
  error?: unknown;
  failure?: boolean;
  success?: boolean;
};

/**
 * What graphile-worker tells, for our log. It hands over whole jobs, payload included, and puts
 * stacks into its messages: of a job no more than these few fields is taken.
 */
export function workerLog(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, about: About = {}) => {
    const { job, error, failure, success } = about;
    const fields = job && { job: job.id, task: job.task_identifier, attempt: job.attempts };
    if (failure) log.error({ ...fields, error: plainMessage(error) }, 'a job failed');
    else if (success) log.info(fields, 'a job is done');
    else write(log, level, `jobs: ${plainMessage(message)}`);
  });
}

/** Its debugging lines may hold its options, and with them a password. */
function write(log: Logger, level: string, sentence: string) {
  if (level === 'error') log.error(sentence);
  else if (level === 'warning') log.warn(sentence);
  else if (level === 'info') log.debug(sentence);
}
