import { Button, LinkButton } from '#app/components/button/button.tsx';
import { Hidden } from '#app/components/text/text.tsx';

type TryFormProps = {
  rootId: string;
  from: number;
  label: string;
  /** What is tried again, for those who hear the buttons one after the other. */
  about?: string;
  look?: 'main' | 'link';
};

/** Begins a practice at a step of the path. */
export function TryForm({ rootId, from, label, about, look = 'main' }: TryFormProps) {
  const Press = look === 'link' ? LinkButton : Button;
  return (
    <form method="post" action={`/attempts/${rootId}/practice`} data-submit-once>
      <input type="hidden" name="from" value={from} />
      <Press>
        {label}
        {about && <Hidden> ({about})</Hidden>}
      </Press>
    </form>
  );
}
