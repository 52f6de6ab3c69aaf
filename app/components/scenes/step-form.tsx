import type { ReactNode } from 'react';
import type { View } from '#app/simulation/view.ts';

/** A page has one scene, and so one such form. */
const stepFormId = 'step';
/** Kinds in which something can be marked or moved before it is sent. */
const marking: readonly View['kind'][] = ['spot', 'order'];

/** The form of a scene where it may hold marks, for a button elsewhere on the page that keeps them. */
export function markedForm({ kind }: View): string | undefined {
  return marking.includes(kind) ? stepFormId : undefined;
}

type StepFormProps = { step: number; children: ReactNode; labelledBy?: string };

/** The form of a scene. It posts to its own address, with the number of steps taken so far. */
export function StepForm({ step, children, labelledBy }: StepFormProps) {
  return (
    <form id={stepFormId} method="post" data-submit-once aria-labelledby={labelledBy}>
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  );
}
