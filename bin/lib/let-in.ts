import { invitationDays } from '#app/modules/people/invitation-days.ts';
import { linkOf } from '#app/modules/people/invitations.server.ts';
import { answerSchemas } from '#app/modules/setup/answers.ts';
import { letInAdministrator } from '#app/modules/setup/let-in.server.ts';
import { connectDatabase } from '#app/platform/database/client.ts';
import { openDatabase } from '#app/platform/database/open.ts';
import { say } from './say.mjs';
import { loadConfig } from './settings.ts';

/** Gives an administrator who has lost every way in a new link, for whoever runs the server to hand over. */
export async function letIn(typed: string, organisation?: string): Promise<void> {
  const email = answerSchemas.email.safeParse(typed);
  if (!email.success) throw new Error(`--let-in: ${email.error.issues[0]?.message}`);
  const config = loadConfig();
  if (config.demo)
    throw new Error(
      'This is a demonstration: its people sign in at /demo. Set an organisation up first: npm run setup',
    );
  const opened = await openDatabase(config, say);
  const database = connectDatabase(opened.owner);
  try {
    const done = await letInAdministrator(database, email.data, new Date(), organisation);
    if (!done)
      throw new Error(
        `${email.data} is no administrator ${organisation ? `of ${organisation}` : 'here'}. Give the address that stands under People. Whoever is no administrator is let in by one, under People.`,
      );
    const origin = config.origin ?? `http://localhost:${config.port}`;
    tell(done.name, done.organisation, linkOf(origin, done.token));
  } finally {
    await database.close();
    await opened.release();
  }
}

/** The link is what the command is for, so it goes where a pipe finds it. */
function tell(name: string, organisation: string, link: string) {
  say(
    `The password and the second step of ${name} (${organisation}) are void, and they are signed out.`,
  );
  say(
    'The audit says so. They open this link once, choose a password and set up a new second step:',
  );
  process.stdout.write(`  ${link}\n`);
  say(
    `It works for ${invitationDays} days. Whoever has it is let in: hand it over in person, or so that nobody else reads it.`,
  );
}
