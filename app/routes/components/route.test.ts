import type { LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.ts';
import { loader as loadExample } from '../components_.$example/route.tsx';
import { loader } from './route.tsx';

const asked = (environment: Record<string, string>, example?: string) =>
  ({
    request: new Request('http://localhost/components'),
    params: { example },
    context: { services: { config: readConfig(environment, '/srv/signpost') } },
  }) as unknown as LoaderFunctionArgs;

function statusOf(load: () => unknown): number {
  try {
    load();
  } catch (answer) {
    if (answer instanceof Response) return answer.status;
    throw answer;
  }
  return 200;
}

const scene = 'scenes-decision-with-two-choices';

test('without the setting there are no components to see', () => {
  expect(statusOf(() => loader(asked({})))).toBe(404);
  expect(statusOf(() => loadExample(asked({}, scene)))).toBe(404);
});

test('with the setting there are', () => {
  const on = { SIGNPOST_COMPONENTS: 'on' };
  expect(statusOf(() => loader(asked(on)))).toBe(200);
  expect(statusOf(() => loadExample(asked(on, scene)))).toBe(200);
});

test('only what is as good as a page has a page of its own', () => {
  const on = { SIGNPOST_COMPONENTS: 'on' };
  expect(statusOf(() => loadExample(asked(on, 'button-button')))).toBe(404);
  expect(statusOf(() => loadExample(asked(on, 'no-such-thing')))).toBe(404);
});
