import type { ContactProblem } from './contacts.ts';
import type { Text } from './texts.ts';

const titled =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Professor|PC|DC|Sergeant|Sgt)\.? (\p{Lu}[\p{L}’'-]*\p{L})/gu;
const inPost =
  /\b\p{Lu}[\p{L}’'-]*\p{L}(?:,| is) (?:the|our|your) (?:designated |deputy )*(?:safeguarding lead|DSL|head ?teacher|Prevent lead|LADO|chair of governors)/gu;

const word = String.raw`\p{Lu}[\p{L}’'-]*\p{L}\.?`;
const place = new RegExp(
  String.raw`\b(?:${word} ){1,5}(?:School|Academy|College|Council|Constabulary|Hub|MASH|Safeguarding (?:Children )?(?:Partnership|Board))\b`,
  'gu',
);
/** Words with which a name of many places begins, as "the Multi-Agency Safeguarding Hub" does. */
const general =
  /^(?:(?:The|A|An|Our|Your|My|Her|His|Their|This|That|Every|Each|Any|In|At|To|Ask|Ring|Tell|Call|Multi-Agency|Multi-agency|Local|Safeguarding|Children’s|Primary|Secondary|High|Infant|Junior|Middle|Nursery|Special|Grammar|Boarding|Sixth|Form|School|County|City|District|Town|Youth|Student|Family) )*(?:School|Academy|College|Council|Constabulary|Hub|MASH|Partnership|Board)$/;

/**
 * People and places that a text names though every school has others: somebody who holds a local
 * post, somebody named by title whom the cast does not know, and a school or service. Whoever is
 * invented belongs in the cast.
 */
export function nameProblems({ blocks }: Text, cast: readonly string[]): ContactProblem[] {
  const known = new Set(cast.flatMap((name) => name.split(/\s+/)));
  return blocks.flatMap(({ text }) => {
    const posts = [...text.matchAll(inPost)].map(([words]) => ({
      words,
      advice: 'Whoever holds the post has another name elsewhere: write {{dsl.name}} or its like.',
    }));
    const strangers = [...text.matchAll(titled)]
      .filter(([, name = '']) => !known.has(name.replace(/[’']s$/, '')))
      .map(([words]) => ({
        words,
        advice:
          'Nobody in the cast has this name. Add an invented person to "cast"; for somebody who holds a post in a real school, write a placeholder such as {{head.name}}.',
      }));
    const places = [...text.matchAll(place)]
      .map(([words]) => words)
      .filter((words) => !general.test(words) && !cast.some((name) => words.includes(name)))
      .map((words) => ({
        words,
        advice: 'It may be a real one. Say “the school” or “the council”, or write a placeholder.',
      }));
    return [...posts, ...strangers, ...places].map(({ words, advice: said }) => ({
      rule: 'local-name',
      words,
      message: `“${words}” is a name. ${said}`,
    }));
  });
}
