/** The local people and services that an organisation looks after, in the order they are listed. */
export const slots = [
  'dsl',
  'deputyDsl',
  'head',
  'chair',
  'lado',
  'socialCare',
  'socialCareNight',
  'preventLead',
  'hr',
  'it',
] as const;
export type Slot = (typeof slots)[number];

/** What a nation does not have (safeguarding reference, section 8). */
const missingIn: Record<string, readonly Slot[]> = {
  scotland: ['lado'],
  'northern-ireland': ['preventLead'],
};

export function isSlot(text: string | undefined): text is Slot {
  return slots.some((slot) => slot === text);
}

export function isNeededIn(nation: string, slot: Slot): boolean {
  return !missingIn[nation]?.includes(slot);
}
