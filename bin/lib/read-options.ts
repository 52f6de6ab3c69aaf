import { type ParseArgsConfig, parseArgs } from 'node:util';

type Config = ParseArgsConfig & { options: NonNullable<ParseArgsConfig['options']> };

/**
 * The options of a command and what else was named, at most `most` things. Whatever is not right
 * throws one plain sentence, which says what there is.
 */
export function readOptions<T extends Config>(config: T, most = 0) {
  const read = parse(config);
  const [extra] = read.positionals.slice(most);
  if (extra !== undefined)
    throw new Error(`“${extra}” is one name too many. A name with spaces needs quotation marks.`);
  return read;
}

function parse<T extends Config>(config: T) {
  try {
    return parseArgs<T & { allowPositionals: true }>({ ...config, allowPositionals: true });
  } catch (error) {
    throw new Error(sentence(error as NodeJS.ErrnoException, config));
  }
}

function sentence({ code, message }: NodeJS.ErrnoException, { options }: Config): string {
  const name = message.match(/'(?:-\w, )?(-[^' ]*)/)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `There is no option ${name}. ${known(options)}`;
  return options[name.slice(2)]?.type === 'string'
    ? `${name} needs something after it: ${name} ${name.slice(2).toUpperCase()}.`
    : `${name} stands alone, with nothing after it.`;
}

function known(options: Config['options']): string {
  const names = Object.entries(options).map(([name, { type }]) =>
    type === 'string' ? `--${name} ${name.toUpperCase()}` : `--${name}`,
  );
  return `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
}
