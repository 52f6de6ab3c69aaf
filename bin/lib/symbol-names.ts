import set from '@iconify-json/openmoji/icons.json' with { type: 'json' };
import metadata from '@iconify-json/openmoji/metadata.json' with { type: 'json' };

/** Brands, jokes, and what would frighten or have two meanings beside the words of a hard story. */
const left = [
  'bdsm|love-hotel|weapon|skin-tone|flags?|zodiac|keycap|button|kiss|kissing|hexagon|stencil|symbol|astrolog',
  'pistol|dagger|sword|bomb|axe|syringe|pills?|kitchen-knife|drugs?|drop-of-blood|blood-transfusion|coffin|skull|urn|headstone|cigarette|beer|wine|cocktail|champagne|drunk',
  'pile-of-poo|middle-finger|eggplant|peach|banana|cherries|lipstick|bikini|underwear|lip|tongue|clown|zombie|vampire|ghost|ogre|goblin|devil|horns|alien|fairy|genie|elf|mage|mer|superhero|supervillain|ninja|bunny-ears|hot-face|drooling|vomiting|exploding|smirking|winking|blowing',
  'android|apple-logo|facebook|instagram|twitter|tiktok|youtube|whatsapp|snapchat|discord|github|gitlab|google|linkedin|chrome|firefox|safari|opera|edge|ubuntu|linux|windows|mastodon|pinterest|spotify|reddit|slack|telegram|signal|twitch|vimeo|skype|zoom|wikidata|wikipedia|bluesky|netscape|internet-explorer|ecosia|facetime|darth|captain|thunberg|hal-9000|hacker|guy-fawkes|pirate',
];
const unfit = new RegExp(`(?:^|-)(?:${left.join('|')})(?:-|$)`);
const categories = [
  'Activities',
  'Animals Nature',
  'Extras Openmoji',
  'Extras Unicode',
  'Food Drink',
  'Objects',
  'People Body',
  'Smileys Emotion',
  'Symbols',
  'Travel Places',
] as const;

/** The names of all pictures that Easy Read may use, in order. */
export function symbolNames(): string[] {
  const drawn = new Set(Object.keys(set.icons));
  const names = categories.flatMap((category) => metadata.categories[category] ?? []);
  return [...new Set(names)].filter((name) => drawn.has(name) && !unfit.test(name)).sort();
}
