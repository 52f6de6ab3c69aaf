import { z } from 'zod';
import { type Entry, wordsOf } from './vocabulary.ts';

/**
 * How the people and places of a scenario look. Features are named by the author and never random, so
 * that a person looks the same in every scene. Words are only ever added here. Source: design.
 */
export const heads = [
  'afro',
  'bangs',
  'bangs2',
  'bantuKnots',
  'bun',
  'bun2',
  'buns',
  'cornrows',
  'cornrows2',
  'dreads1',
  'dreads2',
  'flatTop',
  'grayBun',
  'grayMedium',
  'grayShort',
  'hatBeanie',
  'hijab',
  'long',
  'longAfro',
  'longBangs',
  'longCurly',
  'medium1',
  'medium2',
  'medium3',
  'mediumBangs',
  'mediumBangs2',
  'mediumBangs3',
  'mediumStraight',
  'noHair1',
  'noHair2',
  'noHair3',
  'pomp',
  'shaved1',
  'shaved2',
  'short1',
  'short2',
  'short3',
  'short4',
  'short5',
  'turban',
  'twists',
  'twists2',
] as const;
export const skins = ['tone1', 'tone2', 'tone3', 'tone4', 'tone5'] as const;
export const hairs = ['black', 'brown', 'auburn', 'fair', 'grey', 'white'] as const;
export const clothes = [
  'teal',
  'plum',
  'navy',
  'mustard',
  'green',
  'rose',
  'sand',
  'slate',
] as const;
export const beards = ['none', 'chin', 'full', 'goatee1', 'moustache1'] as const;
export const glasses = ['none', 'glasses', 'glasses2', 'glasses3'] as const;

export const moods = {
  calm: { meaning: 'At ease.', source: 'design' },
  warm: { meaning: 'Glad, with a smile.', source: 'design' },
  serious: { meaning: 'Attentive and earnest.', source: 'design' },
  worried: { meaning: 'Uneasy about what may come.', source: 'design' },
  frightened: { meaning: 'Afraid.', source: 'design' },
  upset: { meaning: 'Hurt, close to tears.', source: 'design' },
  closed: { meaning: 'Looking down, not speaking.', source: 'design' },
  wary: { meaning: 'Not sure whom to trust.', source: 'design' },
  distant: { meaning: 'Looking away.', source: 'design' },
  explaining: { meaning: 'In the middle of a sentence.', source: 'design' },
  angry: { meaning: 'Cross.', source: 'design' },
} satisfies Record<string, Entry>;

export const settings = {
  classroom: { meaning: 'A classroom in the morning.', source: 'design' },
  corridor: { meaning: 'A school corridor with lockers.', source: 'design' },
  office: { meaning: 'The door or the inside of an office.', source: 'design' },
  staffroom: { meaning: 'A staffroom with a kettle.', source: 'design' },
  outside: { meaning: 'Outdoors, by the gate.', source: 'design' },
  canteen: { meaning: 'Where a school eats: a serving hatch, long tables.', source: 'design' },
  hall: { meaning: 'A hall with a stage and rows of chairs.', source: 'design' },
  sportsHall: { meaning: 'A sports hall with a hoop.', source: 'design' },
  library: { meaning: 'A library, at school or in town.', source: 'design' },
  meetingRoom: { meaning: 'A room with a long table, for a meeting.', source: 'design' },
  kitchen: { meaning: 'The kitchen of a home.', source: 'design' },
  livingRoom: { meaning: 'The living room of a home, with a sofa.', source: 'design' },
  bedroom: { meaning: 'A bedroom, tidy enough.', source: 'design' },
  carInside: { meaning: 'Inside a car, on the road.', source: 'design' },
  bus: { meaning: 'Inside a bus.', source: 'design' },
  street: { meaning: 'A street of houses.', source: 'design' },
  park: { meaning: 'A park with trees and a bench.', source: 'design' },
  shop: { meaning: 'Inside a small shop, at the counter.', source: 'design' },
} satisfies Record<string, Entry>;

export const lookSchema = z
  .strictObject({
    head: z.enum(heads),
    skin: z.enum(skins),
    hair: z.enum(hairs).default('black'),
    clothes: z.enum(clothes),
    beard: z.enum(beards).default('none'),
    glasses: z.enum(glasses).default('none'),
  })
  .meta({ id: 'look' });
export const moodSchema = z.enum(wordsOf(moods));
export const settingSchema = z.enum(wordsOf(settings));

export type Look = z.infer<typeof lookSchema>;
export type Mood = z.infer<typeof moodSchema>;
export type Setting = z.infer<typeof settingSchema>;
