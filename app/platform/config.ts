import path from 'node:path';
import { z } from 'zod';
import { isLoopback } from './loopback.ts';
import { type MailSettings, readSettings } from './mail/settings.ts';

/** A wrong setting. The message names it and says what to write. */
export class ConfigError extends Error {}

const onOff = z.enum(['on', 'off'], { error: 'must be "on" or "off"' });
const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from 0 to ${max}`)
    .transform(Number)
    .refine((value) => value <= max, `must be a whole number from 0 to ${max}`);

/** A value that is no address at all has been refused already, and gets one sentence, not two. */
function isBareOrigin(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { origin, href } = new URL(value);
  return href === `${origin}/`;
}

const environmentSchema = z.object({
  PORT: wholeNumber(65_535).default(3000),
  HOST: z
    .string()
    .min(1, 'must be an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must look like postgresql://user:password@host:5432/name',
    })
    .optional(),
  SIGNPOST_DEMO: onOff.optional(),
  SIGNPOST_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: 'must be the public address, such as https://signpost.example.sch.uk',
    })
    .refine(isBareOrigin, 'must be an address without a path, a name or a password')
    .transform((value) => new URL(value).origin)
    .optional(),
  SIGNPOST_DATA: z.string().min(1, 'must be a folder').optional(),
  SIGNPOST_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SIGNPOST_SCENARIOS: z.string().min(1, 'must be a folder').optional(),
  SIGNPOST_PROXIES: wholeNumber(10).default(0),
  SIGNPOST_COMPONENTS: onOff.default('off'),
  SIGNPOST_MAIL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must look like smtp://user:password@mail.example.org:587',
    })
    .optional(),
  SIGNPOST_MAIL_FROM: z
    .string()
    .min(3, 'must be the sender, such as Signpost <signpost@example.org>')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
});

export type Config = {
  port: number;
  host: string;
  /** The public origin, where it is set; otherwise it is read off each request's Host. */
  origin: string | null;
  databaseUrl: string | null;
  demo: boolean;
  /** Whether `/components` shows the building blocks of the interface: for those who develop it. */
  showsComponents: boolean;
  dataFolder: string;
  secret: string | null;
  scenariosFolder: string;
  proxies: number;
  logLevel: string;
  /** The server that takes our mail, and whom it comes from; without one, links are shown instead. */
  mail: MailSettings | null;
  projectRoot: string;
};

/** The only reader of the environment. Throws ConfigError with one sentence for each wrong setting. */
export function readConfig(
  environment: Record<string, string | undefined>,
  projectRoot: string,
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(sentence).join('\n'));
  const env = parsed.data;
  const config: Config = {
    port: env.PORT,
    host: env.HOST,
    origin: env.SIGNPOST_ORIGIN ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    demo: env.SIGNPOST_DEMO ? env.SIGNPOST_DEMO === 'on' : !env.DATABASE_URL,
    showsComponents: env.SIGNPOST_COMPONENTS === 'on',
    dataFolder: path.resolve(projectRoot, env.SIGNPOST_DATA ?? 'data'),
    secret: env.SIGNPOST_SECRET ?? null,
    scenariosFolder: path.resolve(projectRoot, env.SIGNPOST_SCENARIOS ?? 'scenarios'),
    proxies: env.SIGNPOST_PROXIES,
    logLevel: env.LOG_LEVEL,
    mail: mailOf(env.SIGNPOST_MAIL, env.SIGNPOST_MAIL_FROM),
    projectRoot,
  };
  refuseUnsafe(config);
  return config;
}

function mailOf(url: string | undefined, from: string | undefined): MailSettings | null {
  if (!url) return null;
  const settings = { url, from: from ?? '' };
  if (!readSettings(settings))
    throw new ConfigError(
      'The settings SIGNPOST_MAIL and SIGNPOST_MAIL_FROM must name a mail server, such as smtp://user:password@mail.example.org:587, and a sender, such as Signpost <signpost@example.org>.',
    );
  return settings;
}

/** Session cookies need https, a loopback address, or a demonstration with nothing to lose. */
function refuseUnsafe({ demo, host, origin }: Config) {
  if (demo) return;
  if (origin === null && !isLoopback(host))
    throw new ConfigError(
      'SIGNPOST_ORIGIN must be set to the public https address when HOST is not a loopback address.',
    );
  if (origin?.startsWith('http:') && !isLoopback(new URL(origin).hostname))
    throw new ConfigError('SIGNPOST_ORIGIN must begin with https:// outside demo mode.');
}

function sentence(issue: z.core.$ZodIssue): string {
  return `The setting ${issue.path.join('.')} ${issue.message}.`;
}
