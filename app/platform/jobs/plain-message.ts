const locators = /\b[a-z][a-z\d+.-]*:\/\/\S+/gi;
const mailAddresses = /[^\s@<>"(),;:[\]]+@[^\s@<>"'(),;:[\]]+/g;
const enough = 300;

/** What an error says, in one line, and without the addresses it may name. */
export function plainMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .slice(0, enough * 10)
    .replace(locators, '[link]')
    .replace(mailAddresses, '[address]')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, enough);
}
