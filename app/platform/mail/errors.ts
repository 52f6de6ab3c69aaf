// cspell:words EAUTH ECONNECTION EDNS EENVELOPE EMESSAGE ENOAUTH ESOCKET ETLS
import type { NodemailerError } from 'nodemailer';

const away = 'The mail server cannot be reached. Check its address and port, and that it runs.';
const otherwise = 'The mail server could not take the message just now. Try again later.';

const settingsSentences: Record<string, string> = {
  ETIMEDOUT: 'The mail server did not answer in time. Check its address and port, and try again.',
  EDNS: 'The address of the mail server is not known. Check how it is written.',
  ECONNECTION: away,
  ESOCKET: away,
  ETLS: 'The mail server offers no encrypted connection that can be trusted. Check its address, its port and its certificate.',
  EAUTH: 'The mail server does not accept the user name and the password. Check both.',
  ENOAUTH: 'The mail server wants a user name and a password. Add them to its address.',
};
const refusals: Record<string, string> = {
  EENVELOPE: 'The mail server does not accept this address. Check how it is written.',
  EMESSAGE: 'The mail server does not accept this message. Ask whoever runs the server why.',
};
const refusedSender =
  'The mail server does not send for the sender of the mail settings. Check how it is written, and whether this user may use it.';
/** How Node calls a certificate that it does not trust, and a port that speaks no TLS. */
const distrust = /CERT|SIGNATURE|^ERR_(TLS|SSL)/;

/** Mail that could not be sent, in one sentence that holds no password and no address. */
export class MailError extends Error {
  /** Whether the same message would be refused again. */
  readonly isPermanent: boolean;

  constructor(sentence: string, isPermanent = false) {
    super(sentence);
    this.isPermanent = isPermanent;
  }
}

/** What went wrong, told without what the server or the library wrote of it. */
export function mailErrorOf(fault: NodemailerError): MailError {
  const code = distrust.test(fault.originalCode ?? '') ? 'ETLS' : (fault.code ?? '');
  const refusal = fault.permanent ? refusals[code] : undefined;
  if (refusal === undefined) return new MailError(settingsSentences[code] ?? otherwise);
  if (fault.command === 'MAIL FROM') return new MailError(refusedSender);
  return new MailError(refusal, true);
}
