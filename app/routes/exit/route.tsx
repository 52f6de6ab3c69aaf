import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { forgetHere } from '#app/modules/attempts/here.server.ts';
import { neutralAddress } from '#app/modules/help/neutral-address.ts';

/** Leaves at once, and forgets the attempt that this browser held. Works without the database. */
export async function loader({ context: { services } }: LoaderFunctionArgs) {
  return redirect(neutralAddress, {
    status: 303,
    headers: { 'Set-Cookie': await forgetHere(services), 'Referrer-Policy': 'no-referrer' },
  });
}
