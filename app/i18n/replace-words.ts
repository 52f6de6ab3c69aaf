/** Words of the interface with others in the place of some of them. A list is replaced as a whole. */
export function replaceWords<Words extends object>(words: Words, others: object): Words {
  const replaced = Object.entries(others).map(([key, other]) => {
    const word = (words as Record<string, unknown>)[key];
    return [key, isNested(word) && isNested(other) ? replaceWords(word, other) : other];
  });
  return { ...words, ...Object.fromEntries(replaced) };
}

function isNested(words: unknown): words is object {
  return typeof words === 'object' && words !== null && !Array.isArray(words);
}
