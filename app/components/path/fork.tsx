/** The ways that were open and not taken, as dotted turnings off the path: how many, not where to. */
export function Fork({ others }: { others: number }) {
  if (others < 1) return null;
  return (
    <svg
      className="path-fork"
      width="48"
      height="48"
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: Math.min(others, 3) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turnings never change order
        <g key={index}>
          <path d={`M6 4C6 ${20 + index * 9} 12 ${14 + index * 14} 38 ${12 + index * 14}`} />
          <circle cx={42} cy={12 + index * 14} r={3} />
        </g>
      ))}
    </svg>
  );
}
