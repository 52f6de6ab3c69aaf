/** The product's mark: a post with two arms. */
export function SignpostMark() {
  return (
    <svg
      className="mark"
      width="32"
      height="32"
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M14 3h4v26h-4zM4 6h19l5 4-5 4H4zM28 16H9l-5 4 5 4h19z" />
    </svg>
  );
}
