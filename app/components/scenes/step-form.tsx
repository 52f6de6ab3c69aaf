import type { ReactNode } from 'react';

type StepFormProps = { step: number; children: ReactNode; labelledBy?: string };

/** The form of a scene. It posts to its own address, with the number of steps taken so far. */
export function StepForm({ step, children, labelledBy }: StepFormProps) {
  return (
    <form method="post" data-submit-once aria-labelledby={labelledBy}>
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  );
}
