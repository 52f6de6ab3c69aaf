import type { ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '../database/away.ts';

/**
 * The one place that turns a database that is away into a 503, for every loader and action, so that
 * no route can forget it. Everything else goes on as it was thrown.
 */
export function withDatabaseFaults(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action, ...rest } = route.module;
      const module = {
        ...rest,
        ...(loader && { loader: translated(loader) }),
        ...(action && { action: translated(action) }),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes } as ServerBuild;
}

function translated<Arguments extends unknown[], Result>(handler: (...given: Arguments) => Result) {
  return async (...given: Arguments) => {
    try {
      return await handler(...given);
    } catch (error) {
      if (isDatabaseAway(error))
        throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } });
      throw error;
    }
  };
}
