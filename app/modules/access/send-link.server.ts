import { z } from 'zod';
import { chooseLocale } from '#app/i18n/i18n.ts';
import { publicOrigin } from '#app/platform/http/public-origin.ts';
import { sendMail } from '../mail/send.server.ts';
import type { Services } from '../services.ts';
import { linkMinutes } from './better-auth.server.ts';
import { addressKey } from './limits.server.ts';
import type { Visit } from './sign-in.server.ts';

const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** Sends a link that signs in once, where somebody has that address. The answer is the same where nobody does. */
export async function sendSignInLink(
  services: Services,
  { request, form, address, onFault }: Visit,
): Promise<'badEmail' | 'too-many' | null> {
  const email = emailSchema.safeParse(form.get('email'));
  if (!email.success) return 'badEmail';
  const { limits, config } = services;
  const from = addressKey(address);
  for (const [kind, key] of [
    ['link', `${email.data} ${from}`],
    ['linkAnywhere', email.data],
    ['door', from],
  ] as const)
    if (!(await limits.allows(kind, key))) return 'too-many';
  await limits.giveBack('door', from);
  if (!config.mail) return null;
  const locale = chooseLocale(request.headers.get('Accept-Language'));
  // Not waited for: how long it takes would tell whether there is an account.
  void makeAndSend(services, email.data, publicOrigin(config, request), locale).catch(onFault);
  return null;
}

async function makeAndSend(services: Services, email: string, origin: string, locale: string) {
  const token = await services.identity.makeLink(email);
  if (!token) return;
  const values = { link: signInLink(origin, token), minutes: linkMinutes };
  const until = new Date(services.clock().getTime() + linkMinutes * 60_000);
  await sendMail(services.database, { kind: 'sign-in-link', to: email, values, locale, until });
}

/** Where a link leads: to a page with one button, as programs that read mail open what they find. */
export function signInLink(origin: string, token: string): string {
  return `${origin}/sign-in/link?token=${token}`;
}
