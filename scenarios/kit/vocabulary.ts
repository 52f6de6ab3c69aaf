/**
 * The fixed vocabulary of scenarios, version 1. Every word has one meaning and one source, so that a
 * rule can speak of `tell_dsl` and mean the same in every scenario. Words are only ever added here.
 * Sources are rule ids of the safeguarding reference, or "design" where a word belongs to the format.
 */
export const KIT_MAJOR = 1;

export type Entry = { meaning: string; source: string };

export const tracks = ['staff', 'parents', 'young-people'] as const;
export const themes = [
  'grooming',
  'sharing-nudes',
  'radicalisation',
  'victim-blaming',
  'bullying',
  'live-streaming',
  'ai-images',
  'online-blackmail',
  'allegations',
  'staff-victim',
  'challenges-and-hoaxes',
  'commerce',
] as const;
export const roles = ['frontline', 'dsl', 'head'] as const;
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export const ratings = ['recommended', 'workable', 'harmful'] as const;
export const qualities = ['good', 'neutral', 'slip', 'grave'] as const;
export const readingLevels = ['standard', 'easy'] as const;
/** The child's position online (reference section 1); decides where the library shows a scenario. */
export const fourCs = ['content', 'contact', 'conduct', 'commerce'] as const;
/** Strands of Education for a Connected World, by which schools plan their lessons. */
export const strands = [
  'self-image',
  'relationships',
  'reputation',
  'bullying',
  'managing-information',
  'health-and-lifestyle',
  'privacy-and-security',
  'copyright',
] as const;
/** Hard things that a story may tell of, for whoever chooses what to read (ACC-14). */
export const hardTopics = [
  'suicide-or-self-harm',
  'sexual-pictures',
  'sexual-abuse',
  'hate-or-extremism',
  'violence-or-weapons',
  'danger',
  'blackmail',
  'bullying',
] as const;
/** Themes on which no pupil may lead a session. */
export const adultLedThemes: readonly Theme[] = [
  'grooming',
  'sharing-nudes',
  'online-blackmail',
  'ai-images',
];
/** Why a text may say what the language lint forbids. */
export const exemplars = ['blaming'] as const;
export const meters = ['trust', 'safety', 'evidence'] as const;
export const meterRange = { min: 0, max: 10 } as const;

/** Rules whose breach is a grave error (reference section 2, scope of the sequencing constraints). */
export const graveRules = [
  'SEQ-1',
  'SEQ-2',
  'SEQ-3',
  'SEQ-4',
  'SEQ-5',
  'SEQ-11',
  'SEQ-14',
] as const;

export const guards = {
  flagIs: { meaning: 'A flag has the given value.', source: 'design' },
  meterAtLeast: { meaning: 'A meter stands at the value or above it.', source: 'design' },
  meterBelow: { meaning: 'A meter stands below the value.', source: 'design' },
  all: { meaning: 'Every guard of the list holds.', source: 'design' },
  any: { meaning: 'At least one guard of the list holds.', source: 'design' },
  not: { meaning: 'The guard does not hold.', source: 'design' },
} satisfies Record<string, Entry>;

export const actions = {
  setFlag: { meaning: 'Gives a flag a value.', source: 'design' },
  adjustMeter: {
    meaning: 'Adds to a meter, or takes from it; the meter stops at 0 and at 10.',
    source: 'design',
  },
} satisfies Record<string, Entry>;

export const tags = {
  danger: { meaning: 'Somebody is in immediate danger.', source: 'GEN-1, SEQ-1' },
  disclosure: {
    meaning: 'A child is telling, or has just told, that they were harmed.',
    source: 'GEN-2, SEQ-2',
  },
  adult_suspected: { meaning: 'An adult is suspected of the harm.', source: 'GRO-4, SEQ-11' },
  seen_accidentally: {
    meaning: 'Staff have seen an image without meaning to.',
    source: 'NUD-3, SEQ-5',
  },
  about_colleague: { meaning: 'The concern is about a colleague.', source: 'ALL-1, SEQ-2' },
  about_head: { meaning: 'The concern is about the head.', source: 'ALL-1, SEQ-2' },
  dsl_unreachable: {
    meaning: 'Neither the safeguarding lead nor a deputy can be reached.',
    source: 'GEN-8, SEQ-2',
  },
  time_passes: { meaning: 'A lesson, a break or a night goes by.', source: 'SEQ-2' },
  night_passes: { meaning: 'The day of the concern is over.', source: 'GEN-3, SEQ-2' },
  referral_trigger: {
    meaning: 'One of the five triggers for an immediate referral is present.',
    source: 'NUD-6, SEQ-8',
  },
  blackmail: { meaning: 'Somebody demands money or images under threat.', source: 'AIX-2, SEQ-15' },
  device_is_evidence: { meaning: 'A device holds what the police need.', source: 'NUD-15, SEQ-13' },
  ongoing_harm: { meaning: 'A device is being used to harm now.', source: 'GEN-11, SEQ-13' },
  on_school_premises: { meaning: 'It happens on school premises.', source: 'NUD-5, SEQ-6' },
  illegal_content: {
    meaning: 'What is online is against the law, such as sexual images of children.',
    source: 'SEQ-18',
  },
  harm: {
    meaning: 'Somebody else harms the young person whose part is played.',
    source: 'VIC-1, SEQ-22',
  },
  blame_answered: {
    meaning: 'Somebody in the story answers a blaming remark.',
    source: 'VIC-3, SEQ-19',
  },
  support: { meaning: 'The child is being supported.', source: 'GEN-10, SEQ-14' },
} satisfies Record<string, Entry>;

export const does = {
  ask_open: { meaning: 'Asks an open question that does not lead.', source: 'GEN-5' },
  ask_to_delete: { meaning: 'Asks a pupil to delete an image.', source: 'NUD-4' },
  blame: { meaning: 'Says or suggests that the child brought it about.', source: 'VIC-1, SEQ-19' },
  block: { meaning: 'Blocks the person who does harm.', source: 'AIX-2, SEQ-15' },
  call_999: { meaning: 'Rings 999.', source: 'GEN-1, SEQ-1' },
  challenge_blame: { meaning: 'Challenges a blaming remark constructively.', source: 'VIC-3' },
  confront: { meaning: 'Confronts the person who does harm.', source: 'SEQ-20' },
  consult_police_csc: {
    meaning: "Asks police and children's social care first.",
    source: 'GRO-5, SEQ-11',
  },
  copy_image: { meaning: 'Copies, prints or screenshots an image.', source: 'NUD-3, SEQ-4' },
  delay: { meaning: 'Puts off telling.', source: 'GEN-2, SEQ-2' },
  delete: { meaning: 'Deletes an image.', source: 'NUD-4, SEQ-7, SEQ-10' },
  delete_evidence: { meaning: 'Deletes messages or accounts.', source: 'AIX-2, SEQ-15' },
  device_to_police: { meaning: 'Hands a device to the police.', source: 'NUD-15, SEQ-13' },
  device_locked: { meaning: 'Locks a device away.', source: 'NUD-15, SEQ-13' },
  device_off: { meaning: 'Switches a device off.', source: 'NUD-15, SEQ-13' },
  device_offline: { meaning: 'Takes a device off the network.', source: 'NUD-15, SEQ-13' },
  dsl_view: {
    meaning: 'The safeguarding lead views an image, exceptionally.',
    source: 'NUD-5, SEQ-6',
  },
  escalate: {
    meaning: 'Moves a case handled in school up to police or social care.',
    source: 'NUD-7, SEQ-9',
  },
  explain_sharing: { meaning: 'Says honestly who must be told, and why.', source: 'GEN-4' },
  first_aid: { meaning: 'Gives first aid.', source: 'GEN-1, SEQ-1' },
  gather_evidence: { meaning: 'Collects proof.', source: 'SEQ-20' },
  head_agrees: { meaning: 'The head agrees.', source: 'NUD-5, SEQ-6' },
  head_authorises: {
    meaning: 'The head authorises staff to take a device.',
    source: 'GEN-11, SEQ-13',
  },
  inform_family: { meaning: 'Tells the family.', source: 'GRO-5, SEQ-11' },
  inform_parent: { meaning: 'Tells a parent or carer.', source: 'GEN-9, SEQ-3' },
  initial_review: { meaning: 'Holds the initial review meeting.', source: 'NUD-6, SEQ-7' },
  instruct: { meaning: 'Gives a safety lesson.', source: 'VIC-2, SEQ-14' },
  internal_investigation: {
    meaning: 'Starts an investigation of its own.',
    source: 'ALL-2, SEQ-12',
  },
  investigate: { meaning: 'Looks for proof or questions pupils.', source: 'GEN-2' },
  lado_contact: {
    meaning: 'Contacts the local authority designated officer.',
    source: 'ALL-2, SEQ-12',
  },
  listen: { meaning: 'Gives the child time and listens calmly.', source: 'GEN-5' },
  manage_in_school: { meaning: 'Handles the incident within the school.', source: 'NUD-7, SEQ-7' },
  minimise: { meaning: 'Plays the harm down.', source: 'NUD-10' },
  move_to_safety: { meaning: 'Brings somebody to a safe place.', source: 'GEN-1, SEQ-1' },
  name_challenge: { meaning: 'Names a challenge or hoax to a group.', source: 'CHA-1, SEQ-17' },
  no_other_option: {
    meaning: 'Finds that nothing but viewing would do.',
    source: 'NUD-5, SEQ-6',
  },
  police_agree: { meaning: 'The police agree to it.', source: 'NUD-4, SEQ-10' },
  police_not_needed: {
    meaning: 'It is decided that no police are needed.',
    source: 'NUD-4, SEQ-10',
  },
  pay: { meaning: 'Pays what is demanded.', source: 'AIX-2, SEQ-15' },
  prevent_referral: { meaning: 'Makes a Prevent referral.', source: 'RAD-3, SEQ-16' },
  promise_secrecy: { meaning: 'Promises to tell nobody.', source: 'GEN-4, SEQ-4' },
  punish: { meaning: 'Punishes, threatens or takes something away.', source: 'VIC-2, SEQ-14' },
  question_about_image: {
    meaning: 'Asks a child about what an image shows.',
    source: 'NUD-2, SEQ-3',
  },
  reason_recorded: { meaning: 'Writes down the reason for viewing.', source: 'NUD-5, SEQ-6' },
  reasons_recorded: {
    meaning: 'Writes down the reasons for not referring.',
    source: 'NUD-7, SEQ-9',
  },
  record: {
    meaning: "Writes the concern down, with the child's own words.",
    source: 'GEN-3, SEQ-2',
  },
  refer: { meaning: 'Refers to police or social care.', source: 'NUD-6, SEQ-8' },
  refer_csc: { meaning: "Refers to children's social care directly.", source: 'GEN-8, SEQ-2' },
  report: { meaning: 'Reports to an official service.', source: 'AIX-2, SEQ-15' },
  report_anonymously: { meaning: 'Reports without giving a name.', source: 'RAD-3, SEQ-16' },
  report_harmful_content: {
    meaning: 'Reports to Report Harmful Content.',
    source: 'BUL-3, SEQ-18',
  },
  report_platform: { meaning: 'Reports to the platform.', source: 'BUL-3, SEQ-18' },
  request_image: { meaning: 'Asks to see or be sent an image.', source: 'NUD-2, SEQ-4' },
  screenshot_image: { meaning: 'Screenshots a sexual image as evidence.', source: 'AIX-2, SEQ-15' },
  second_adult_present: { meaning: 'A second adult is present.', source: 'NUD-5, SEQ-6' },
  seize_device: { meaning: "Takes a child's device.", source: 'GEN-11, SEQ-13' },
  send_for_help: { meaning: 'Sends somebody for help.', source: 'GEN-1, SEQ-1' },
  send_more: { meaning: 'Sends more images.', source: 'AIX-2, SEQ-15' },
  share_image: { meaning: 'Passes an image on.', source: 'NUD-3, SEQ-4' },
  stay_with_child: { meaning: 'Stays with the child.', source: 'GEN-1, SEQ-1' },
  stop: { meaning: 'Stops looking.', source: 'NUD-3, SEQ-5' },
  store_image: { meaning: 'Keeps an image.', source: 'NUD-3, SEQ-4' },
  support: {
    meaning: 'Supports the child: thanks, believes, reassures, checks in.',
    source: 'GEN-5, GEN-10',
  },
  tell_adult: { meaning: 'Tells an adult.', source: 'AIX-2, SEQ-15' },
  tell_adult_now: { meaning: 'A young person tells an adult at once.', source: 'SEQ-1' },
  tell_chair: {
    meaning: 'Tells the chair of governors or the proprietor.',
    source: 'ALL-1, SEQ-2',
  },
  tell_colleague: {
    meaning: 'Tells a colleague who is not the safeguarding lead.',
    source: 'SEQ-3',
  },
  tell_dsl: { meaning: 'Tells the safeguarding lead or a deputy.', source: 'GEN-2, SEQ-2' },
  tell_head: { meaning: 'Tells the head.', source: 'ALL-1, SEQ-2' },
  tell_trusted_adult: { meaning: 'A young person tells a trusted adult.', source: 'SEQ-23' },
  tip_off: { meaning: 'Warns the suspected adult.', source: 'GRO-4, SEQ-11' },
  verify: { meaning: 'Checks whether a warning is true.', source: 'CHA-1, SEQ-17' },
  view_image: { meaning: 'Looks at an image on purpose.', source: 'NUD-3' },
  warn: { meaning: 'Passes a warning on.', source: 'CHA-1, SEQ-17' },
} satisfies Record<string, Entry>;

/** Local people and services a text may name, as `{{slot.field}}`. The organisation fills them in. */
export const contactSlots = {
  dsl: { meaning: 'The designated safeguarding lead.', source: 'GEN-2' },
  deputyDsl: { meaning: 'A deputy safeguarding lead.', source: 'GEN-2' },
  head: { meaning: 'The head.', source: 'ALL-1' },
  chair: { meaning: 'The chair of governors or proprietor.', source: 'ALL-1' },
  lado: { meaning: 'The local authority designated officer.', source: 'ALL-2' },
  socialCare: { meaning: "Children's social care in the daytime.", source: 'GEN-7' },
  socialCareNight: { meaning: "Children's social care out of hours.", source: 'GEN-7' },
  preventLead: { meaning: 'The Prevent lead.', source: 'RAD-1' },
} satisfies Record<string, Entry>;
export const contactFields = ['name', 'phone', 'email'] as const;

export type Role = (typeof roles)[number];
export type Nation = (typeof nations)[number];
export type Track = (typeof tracks)[number];
export type Theme = (typeof themes)[number];
export type FourC = (typeof fourCs)[number];
export type HardTopic = (typeof hardTopics)[number];
export type Rating = (typeof ratings)[number];
export type Quality = (typeof qualities)[number];
export type ReadingLevel = (typeof readingLevels)[number];
export type Tag = keyof typeof tags;
export type Meter = (typeof meters)[number];
export type ContactSlot = keyof typeof contactSlots;
export type ContactField = (typeof contactFields)[number];

/** The keys of a vocabulary table as a non-empty tuple, the shape that `z.enum` takes. */
export function wordsOf<T extends Record<string, Entry>>(table: T) {
  return Object.keys(table) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
}
