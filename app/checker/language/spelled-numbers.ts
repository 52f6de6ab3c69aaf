const zero = '(?:oh|o|zero|nought)';
const teens = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const digit = `(?:${zero}|one|two|three|four|five|six|seven|eight|nine|hundred|double|treble|triple)`;
const spelled = new RegExp(
  `\\b(?:${digit}|${teens}|\\d+)(?:[ ,.-]+(?:${digit}|${teens}|\\d+)\\b){3,}`,
  'gi',
);
const startsAtZero = new RegExp(`^(?:${zero}\\b|0)`, 'i');
const leastDigits = 7;

/** Telephone numbers in words: seven digits or more that begin with a nought, or are words alone. */
export function spelledNumbers(text: string): string[] {
  return [...text.matchAll(spelled)]
    .map(([words]) => words)
    .filter((words) => /[a-z]/i.test(words) && digitsIn(words) >= leastDigits)
    .filter((words) => startsAtZero.test(words) || !/\d/.test(words));
}

function digitsIn(words: string): number {
  const parts = words.toLowerCase().split(/[^a-z\d]+/);
  return parts.reduce((sum, part) => sum + widthOf(part), 0);
}

/** How many digits a word stands for; "double" adds one to the digit after it, "treble" two. */
function widthOf(part: string): number {
  if (/^\d/.test(part)) return part.length;
  return /^(?:hundred|treble|triple)$|^ten$|^eleven$|^twelve$|teen$/.test(part) ? 2 : 1;
}
