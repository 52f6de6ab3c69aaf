import type { ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '../database/away.ts';

const retryAfter = '5';

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
  const { default: render, ...entry } = build.entry.module;
  const answer: typeof render = (request, status, headers, ...rest) => {
    // What a loader throws keeps its status on a page, but not its headers.
    if (status === 503) headers.set('Retry-After', retryAfter);
    return render(request, status, headers, ...rest);
  };
  return { ...build, routes, entry: { module: { ...entry, default: answer } } } as ServerBuild;
}

function translated<Arguments extends unknown[], Result>(handler: (...given: Arguments) => Result) {
  return async (...given: Arguments) => {
    try {
      return await handler(...given);
    } catch (error) {
      if (isDatabaseAway(error))
        throw new Response(null, { status: 503, headers: { 'Retry-After': retryAfter } });
      throw error;
    }
  };
}
