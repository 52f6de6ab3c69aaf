import { Notice } from '../notice/notice.tsx';

export type FormProblem = {
  /** The id of the field that it is about. */
  id: string;
  text: string;
};

type ErrorSummaryProps = { title: string; problems: FormProblem[] };

/** What to mend in a form that came back, above it: each a link to its field. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="care" role="alert" title={title}>
      <ul>
        {problems.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
