/** What a message says, in the order in which it says it. */
export type Content = {
  subject: string;
  greeting: string;
  lines: readonly string[];
  action: { href: string; label: string; ifItFails: string } | null;
  unexpected: string;
  sender: string;
};
