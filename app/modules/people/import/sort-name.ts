// cspell:ignore bint Souza Súilleabháin
/** Small words that belong to the surname after them: van der Berg, de Souza, bin Ali, Ó Súilleabháin. */
const particles = new Set(
  (
    'al af av bin bint da das de del della den der di do dos du el ibn la le mac ní nic ó ' +
    "st st. 't ’t te ten ter ui uí van von zu zum zur"
  ).split(' '),
);

/** What lists put a person under: `Adeyemi, Ruth`. Where the parts of a name are known, they say it. */
export function sortNameOf({
  name,
  firstName = '',
  lastName = '',
}: {
  name: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
}): string {
  if (firstName && lastName) return `${lastName}, ${firstName}`;
  // "Adeyemi, Ruth" is in that order already.
  if (name.includes(', ')) return name;
  const words = name.split(' ');
  const start = surnameStart(words);
  return start < 1 ? name : `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
}

/** The last word with a letter in it (an emoji is no surname), and the particles before it. */
function surnameStart(words: string[]): number {
  let start = words.findLastIndex((word) => /\p{L}/u.test(word));
  while (start > 1 && particles.has(words[start - 1]?.toLowerCase() ?? '')) start -= 1;
  return start;
}
