/** Quoted words, a contact in brackets, and a word without end. */
const repeated = /“(?:[^“”]|“[^“”]*”)*”|“[^”]*”|"(?:\\.|[^"\\])*"|\{\{[^}]*\}\}|[\p{L}\p{N}_.-]+/gu;
const most = 200;

/** A message that repeats no more of a file than a reader needs to find the place again. */
export function shortenRepeated(message: string): string {
  const { length } = message;
  // What opens a quotation at the beginning of a huge text, or closes it at the end, is kept.
  const short = length > 8000 ? `${message.slice(0, 4000)}…${message.slice(-4000)}` : message;
  return short.replaceAll(repeated, (words) => shorten(words));
}

/** The beginning of what is long, and its last sign, which may close a quotation. */
export function shorten(words: string): string {
  return words.length > most ? `${words.slice(0, most - 40)}…${words.slice(-1)}` : words;
}
