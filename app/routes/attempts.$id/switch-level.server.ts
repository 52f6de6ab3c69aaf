import { type AppLoadContext, data } from '@remix-run/node';
import { readPostedStep, sentBack } from '#app/modules/attempts/posted-step.ts';
import { askedLevel, keepLevel } from '#app/modules/inclusion/reading.server.ts';

/**
 * Shows the scene in the reading level that its form asks for, with what was marked in it. Nothing is
 * recorded, of the scene or of the level. The answer is the page itself: marks are for no address.
 */
export async function switchLevel(form: FormData, context: AppLoadContext) {
  // A scene that answers with itself has been switched, or moved: the log is not to tell.
  context.leaveNoLine?.();
  const sent = sentBack(form);
  const level = askedLevel(form);
  if (!level) return data({ refused: 'unreadable' as const, sent }, 400);
  context.reading = level;
  const headers = { 'Set-Cookie': await keepLevel(context.services, level) };
  return data({ refused: null, sent, step: readPostedStep(form)?.step }, { headers });
}
