import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requirePermission } from '#app/modules/access/request-session.server.ts';
import { attemptIdSchema, stepSchema } from '#app/modules/attempts/posted-step.ts';
import { startPractice } from '#app/modules/attempts/start.server.ts';

const practiceSchema = z.object({ id: attemptIdSchema, from: stepSchema });

/** Try again from a step of an ended attempt. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const session = await requirePermission(request, services, 'attempts.play');
  const form = await request.formData();
  const parsed = practiceSchema.safeParse({ id: params.id, from: form.get('from') });
  const practiceId = parsed.success
    ? await startPractice(services, session, parsed.data.id, parsed.data.from)
    : null;
  if (practiceId === null) throw new Response(null, { status: 404 });
  return redirect(`/attempts/${practiceId}`, 303);
}

export function loader() {
  throw new Response(null, { status: 404 });
}
