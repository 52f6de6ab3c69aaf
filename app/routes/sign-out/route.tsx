import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { redirectWith, sessionToken } from '#app/modules/access/request-session.server.ts';
import { endSession } from '#app/modules/access/session.server.ts';

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  await endSession(services.database, await sessionToken(request, services), services.clock());
  const response = redirectWith('/', [
    await services.cookies.session.serialize('', { maxAge: 0 }),
    ...(await services.identity.dropProof(request)),
  ]);
  // On a shared computer the way back shows nothing.
  response.headers.set('Clear-Site-Data', '"cache"');
  return response;
}

export function loader() {
  return redirect('/', 303);
}
