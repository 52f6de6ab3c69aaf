import { z } from 'zod';
import { isLoopback } from '../loopback.ts';

/** Where mail is handed over, `smtp://user:password@host:587` or `smtps://…`, and whom it comes from. */
export type MailSettings = { url: string; from: string };

const settingsSchema = z.object({
  url: z.url({ protocol: /^smtps?$/ }).transform(readUrl),
  from: z
    .string()
    .regex(/^\P{Cc}+$/u)
    .transform(readSender)
    .pipe(z.object({ name: z.string(), address: z.email() })),
});

/** What a connection needs of the settings; `null` where they make no sense. */
export function readSettings(settings: MailSettings) {
  return settingsSchema.safeParse(settings).data ?? null;
}

function readUrl(text: string, context: z.RefinementCtx) {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const stays = isLoopback(host);
  const [user, pass] = [url.username, url.password].map(decoded);
  if (!host || user === undefined || pass === undefined) {
    context.addIssue('is no address of a mail server');
    return z.NEVER;
  }
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth: user ? { user, pass } : undefined,
    requireTLS: !secure && !stays,
    // A mail server on this very machine often has a certificate that it made for itself.
    tls: { rejectUnauthorized: !stays },
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Reads `Signpost <signpost@example.org>`, or the address alone. */
function readSender(text: string) {
  const [, name = '', address = text] = text.match(/^([^<>]*)<([^<>]+)>$/) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
}
