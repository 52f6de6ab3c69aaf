import { Card } from '#app/components/card/card.tsx';

export type Part = { title: string; lines: string[] };

/** Parts of a notice, one below another. */
export function Parts({ parts }: { parts: Part[] }) {
  return (
    <>
      {parts.map((part) => (
        <LinesCard key={part.title} {...part} />
      ))}
    </>
  );
}

/** What is said under one heading, a line each; steps are done one after the other. */
export function LinesCard({ title, lines, isSteps }: Part & { isSteps?: boolean }) {
  const List = isSteps ? 'ol' : 'ul';
  return (
    <Card title={title}>
      <List>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </List>
    </Card>
  );
}
