import type { ReactNode } from 'react';

/** A component in one of its states, with data that is plainly made up. */
export type Example = {
  name: string;
  /** It brings the heading of a page, or a landmark that a page has once: shown on a page of its own. */
  isWholePage?: boolean;
  /** It needs the whole width, where others stand side by side. */
  isWide?: boolean;
  render: () => ReactNode;
};

/** The examples of a component folder. */
export type ExampleGroup = { component: string; examples: Example[] };

/** What stands for an example in addresses: `scenes-decision-with-two-choices`. */
export function slugOf(component: string, { name }: Example): string {
  const words = `${component} ${name}`.toLowerCase().match(/[a-z\d]+/g) ?? [];
  return words.join('-');
}

export function findExample(groups: ExampleGroup[], slug: string | undefined): Example | undefined {
  return groups
    .flatMap(({ component, examples }) => examples.map((example) => ({ component, example })))
    .find(({ component, example }) => slugOf(component, example) === slug)?.example;
}
