import { z } from 'zod';
import { Hopeless } from '#app/platform/jobs/runner.ts';
import { MailError } from '#app/platform/mail/errors.ts';
import type { Mailer } from '#app/platform/mail/mailer.ts';

const letterSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** From then on it helps nobody to get it. */
  until: z.iso.datetime().optional(),
  /** The person it is about. */
  personId: z.string().optional(),
});

/** The job that hands a message to the mail server. What will never arrive is given up at once. */
export function sendMailTask(mailer: Mailer): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const { until, personId, ...letter } = letterSchema.parse(payload);
    if (until && new Date(until) < new Date()) return;
    try {
      await mailer.send(letter);
    } catch (error) {
      if (!(error instanceof MailError && error.isPermanent)) throw error;
      // Whoever sent it to a person is told on their page; of any other, nobody would ask.
      if (personId) throw new Hopeless(error.message);
    }
  };
}
