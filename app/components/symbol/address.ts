/** Where the picture of a symbol is: the set and its names never change under an address. */
export function symbolAddress(name: string): string {
  return `/symbols/${name}.svg`;
}
