import type { Setting } from '#tests/factories/small-scenario.ts';

/**
 * What a sequencing rule forbids, as a small story with one place left open (`@`). With each of
 * `wrong` in it the story breaks the rule, and nothing else, `at` that place; with each of `right` it
 * breaks nothing. Told elsewhere, the wrong story breaks the rule too (`alsoIn`), or does not (`notIn`).
 */
export type SequenceCase = {
  rule: string;
  says: string;
  setting?: Setting;
  story: string;
  wrong: string[];
  right: string[];
  at: { state: string; key: string | null; path: string[] };
  /** Rules that no story can break apart from this one, found at the same place. */
  with?: string[];
  alsoIn?: Setting[];
  notIn?: Setting[];
};

/** The story of a case, with words at the place left open. */
export function fill({ story }: SequenceCase, words: string): string {
  return story.replace('@', words);
}

const staff: Setting = { track: 'staff' };
const parents: Setting = { track: 'parents' };
const young: Setting = { track: 'young-people' };
const dsl: Setting = { role: 'dsl' };
const head: Setting = { role: 'head' };
const nudes: Setting = { theme: 'sharing-nudes' };
const aiImages: Setting = { theme: 'ai-images' };
const blackmail: Setting = { theme: 'online-blackmail' };
const grooming: Setting = { theme: 'grooming' };

const act = { key: 'act', path: ['Go on', 'Act'] };

const danger: SequenceCase[] = [
  {
    rule: 'SEQ-1',
    says: 'in danger something else comes before 999',
    story: `
alarm: danger
  act: @ -> after
  freeze -> badly
after
  tell: tell_dsl -> well
  leave: delay -> badly`,
    wrong: ['support', 'tell_dsl', 'tell_adult_now', 'tell_dsl call_999', 'first_aid tell_dsl'],
    right: ['call_999', 'move_to_safety stay_with_child first_aid send_for_help call_999'],
    at: { state: 'alarm', key: 'act', path: ['Go on', 'Act', 'Tell'] },
  },
  {
    rule: 'SEQ-1',
    says: 'a parent in danger does something else before 999',
    setting: parents,
    story: `
alarm: danger
  act: @ -> well
  freeze -> badly`,
    wrong: ['support', 'first_aid', 'tell_adult_now'],
    right: ['call_999', 'first_aid call_999'],
    at: { state: 'alarm', ...act },
  },
  {
    rule: 'SEQ-1',
    says: 'a young person in danger neither rings 999 nor tells an adult at once',
    setting: young,
    story: `
alarm: danger
  act: @ -> well
  shout: tell_adult_now -> fair`,
    wrong: ['tell_adult', 'first_aid', 'report'],
    right: [
      'call_999',
      'tell_adult_now',
      'move_to_safety stay_with_child first_aid send_for_help tell_adult_now',
    ],
    at: { state: 'alarm', ...act },
  },
  {
    rule: 'SEQ-1',
    says: 'only what does something comes between',
    setting: parents,
    story: `
alarm: danger
  say: @ -> phone
  freeze -> badly
phone
  ring: call_999 -> well
  leave -> badly`,
    wrong: ['support', 'support, repairs SEQ-1'],
    right: ['', ', repairs SEQ-1'],
    at: { state: 'alarm', key: 'say', path: ['Go on', 'Say', 'Ring'] },
  },
  {
    rule: 'SEQ-1',
    says: 'a new danger is met as if it were the old one',
    setting: parents,
    story: `
alarm: danger
  ring: call_999 -> rest
  freeze -> badly
rest
  wait -> again
  sleep -> fair
again: danger
  act: @ -> well
  freeze -> badly`,
    wrong: ['support'],
    right: ['call_999'],
    at: { state: 'again', key: 'act', path: ['Go on', 'Ring', 'Wait', 'Act'] },
  },
  {
    rule: 'SEQ-1',
    says: 'a danger that goes on is no new one',
    setting: parents,
    story: `
alarm: danger
  ring: call_999 -> still
  freeze -> badly
still: @
  act: support -> well
  sit -> fair`,
    wrong: [],
    right: ['danger', ''],
    at: { state: 'still', ...act },
  },
  {
    rule: 'SEQ-1',
    says: 'after the danger the safeguarding lead is not told',
    story: `
alarm: danger
  ring: call_999 -> after
  freeze -> badly
after
  act: @ -> well
  rest: delay -> badly`,
    wrong: ['support', 'refer_csc'],
    right: ['tell_dsl', 'support tell_dsl'],
    at: { state: 'after', key: 'act', path: ['Go on', 'Ring', 'Act'] },
    alsoIn: [head],
    notIn: [dsl, parents, young],
  },
  {
    rule: 'SEQ-1',
    says: 'after the danger nobody is told, though the safeguarding lead cannot be reached',
    story: `
alarm: danger dsl_unreachable
  ring: call_999 -> after
  freeze -> badly
after
  act: @ -> well
  rest: delay -> badly`,
    wrong: ['support'],
    right: ['tell_dsl', 'refer_csc'],
    at: { state: 'after', key: 'act', path: ['Go on', 'Ring', 'Act'] },
  },
  {
    rule: 'SEQ-1',
    says: 'only where there is danger',
    setting: parents,
    story: `
alarm: @
  act: support -> well
  freeze -> badly`,
    wrong: ['danger'],
    right: ['', 'disclosure'],
    at: { state: 'alarm', ...act },
  },
];

const toldAtOnce = `
talk: disclosure
  act: @ -> lesson
  shrug: delay -> badly
lesson: time_passes
  tell: tell_dsl tell_head tell_chair -> well
  leave: delay -> badly`;
const lateTelling = { state: 'talk', key: 'act', path: ['Go on', 'Act', 'Tell'] };

const disclosure: SequenceCase[] = [
  {
    rule: 'SEQ-2',
    says: 'a lesson passes before the safeguarding lead is told',
    story: toldAtOnce,
    wrong: ['record', 'record refer_csc', 'record tell_head', 'record tell_chair'],
    right: ['record tell_dsl', 'tell_dsl support record'],
    at: lateTelling,
    alsoIn: [head],
    notIn: [dsl, parents, young],
  },
  {
    rule: 'SEQ-2',
    says: 'a night passes before the safeguarding lead is told',
    story: toldAtOnce.replace('time_passes', 'night_passes'),
    wrong: ['record'],
    right: ['record tell_dsl'],
    at: lateTelling,
  },
  {
    rule: 'SEQ-2',
    says: 'the safeguarding lead is never told',
    story: `
talk: disclosure night_passes
  act: record @ -> well
  shrug: delay -> badly`,
    wrong: ['', 'support'],
    right: ['tell_dsl'],
    at: { state: 'talk', ...act },
  },
  {
    rule: 'SEQ-2',
    says: 'a concern about a colleague does not go to the head',
    story: toldAtOnce.replace('disclosure', 'disclosure about_colleague dsl_unreachable'),
    wrong: ['record tell_dsl', 'record tell_chair', 'record refer_csc'],
    right: ['record tell_head'],
    at: lateTelling,
  },
  {
    rule: 'SEQ-2',
    says: 'a concern about the head does not go to the chair',
    story: toldAtOnce.replace('disclosure', 'disclosure about_head dsl_unreachable'),
    wrong: ['record tell_dsl', 'record tell_head', 'record refer_csc'],
    right: ['record tell_chair'],
    at: lateTelling,
    alsoIn: [head],
  },
  {
    rule: 'SEQ-2',
    says: 'the head is told of a concern about the head, who is a colleague too',
    story: toldAtOnce.replace('disclosure', 'disclosure about_colleague about_head'),
    wrong: ['record tell_head'],
    right: ['record tell_chair'],
    at: lateTelling,
    alsoIn: [head, dsl],
  },
  {
    rule: 'SEQ-2',
    says: 'nobody is told, though neither the safeguarding lead nor a deputy can be reached',
    story: toldAtOnce.replace('disclosure', 'disclosure dsl_unreachable'),
    wrong: ['record', 'record tell_head'],
    right: ['record refer_csc', 'record tell_dsl'],
    at: lateTelling,
    alsoIn: [head],
  },
  {
    rule: 'SEQ-2',
    says: 'a night passes before a head tells anybody',
    setting: head,
    story: toldAtOnce
      .replace('disclosure', 'disclosure dsl_unreachable')
      .replace('time_', 'night_'),
    wrong: ['record', 'record tell_head', 'record tell_chair'],
    right: ['record tell_dsl', 'record refer_csc'],
    at: lateTelling,
  },
  {
    rule: 'SEQ-2',
    says: 'a head whom the concern is about is not the one to keep it',
    setting: head,
    story: toldAtOnce.replace('disclosure', 'disclosure about_head dsl_unreachable'),
    wrong: ['record tell_dsl', 'record refer_csc', 'record tell_head'],
    right: ['record tell_chair'],
    at: lateTelling,
  },
  ...[{}, head, dsl].map(
    (setting): SequenceCase => ({
      rule: 'SEQ-2',
      says: `time passes on the way to whoever must be told, ${setting.role ?? 'frontline'}`,
      setting,
      story: `
talk: disclosure about_head
  go -> corridor
  shrug: delay -> badly
corridor: @
  tell: tell_chair record -> well
  leave: delay -> badly`,
      wrong: ['time_passes'],
      right: ['', 'support'],
      at: { state: 'talk', key: 'go', path: ['Go on', 'Go', 'Tell'] },
    }),
  ),
  {
    rule: 'SEQ-2',
    says: 'a head tells nobody; about a colleague the head knows already',
    setting: head,
    story: `
talk: @
  act: record -> well
  shrug: delay -> badly`,
    wrong: ['disclosure', 'disclosure about_head', 'disclosure about_colleague about_head'],
    right: ['disclosure about_colleague'],
    at: { state: 'talk', ...act },
  },
  {
    rule: 'SEQ-2',
    says: 'a safeguarding lead does not tell the head about a colleague',
    setting: dsl,
    story: toldAtOnce.replace('disclosure', 'disclosure about_colleague'),
    wrong: ['record', 'record tell_dsl', 'record tell_chair'],
    right: ['record tell_head'],
    at: lateTelling,
  },
  {
    rule: 'SEQ-2',
    says: 'a safeguarding lead does not tell the chair about the head',
    setting: dsl,
    story: toldAtOnce.replace('disclosure', 'disclosure about_head').replace('time_', 'night_'),
    wrong: ['record', 'record tell_head'],
    right: ['record tell_chair'],
    at: lateTelling,
  },
  {
    rule: 'SEQ-2',
    says: 'a night passes before it is written down',
    story: `
talk: disclosure
  act: @ -> night
  shrug: delay -> badly
night: night_passes
  write: record -> well
  leave: delay -> badly`,
    wrong: ['tell_dsl'],
    right: ['tell_dsl record', 'record tell_dsl'],
    at: { state: 'talk', key: 'act', path: ['Go on', 'Act', 'Write'] },
    alsoIn: [dsl, head],
    notIn: [parents],
  },
  {
    rule: 'SEQ-2',
    says: 'it is never written down; a lesson may pass before',
    story: `
talk: disclosure
  tell: tell_dsl -> lesson
  shrug: delay -> badly
lesson: time_passes
  act: @ -> well
  leave: delay -> badly`,
    wrong: ['support'],
    right: ['record'],
    at: { state: 'lesson', key: 'act', path: ['Go on', 'Tell', 'Act'] },
  },
  {
    rule: 'SEQ-2',
    says: 'only where something was disclosed',
    setting: dsl,
    story: `
talk: about_colleague @
  act: support -> well
  shrug: delay -> badly`,
    wrong: [],
    right: [''],
    at: { state: 'talk', ...act },
  },
];

const parentsFirst: SequenceCase[] = [
  {
    rule: 'SEQ-3',
    says: 'a parent is told before the safeguarding lead',
    story: `
hall
  act: @ -> well
  leave -> fair`,
    wrong: ['inform_parent', 'inform_family', 'inform_parent tell_dsl'],
    right: ['tell_dsl inform_parent', 'tell_dsl tell_colleague question_about_image'],
    at: { state: 'hall', ...act },
    notIn: [dsl, head, parents],
  },
  {
    rule: 'SEQ-3',
    says: 'about nudes, what only the safeguarding lead decides',
    setting: nudes,
    story: `
hall
  act: tell_dsl @ -> well
  leave -> fair`,
    wrong: ['inform_parent', 'inform_family', 'tell_colleague', 'question_about_image'],
    right: ['', 'support'],
    at: { state: 'hall', ...act },
    alsoIn: [aiImages, blackmail],
    notIn: [grooming, { ...nudes, ...dsl }, { ...nudes, ...head }, { ...nudes, ...parents }],
  },
];

const image: SequenceCase[] = [
  {
    rule: 'SEQ-4',
    says: 'secrecy is promised, or an image asked for, copied, shared or kept',
    story: `
hall
  act: @ -> well
  leave -> fair`,
    wrong: ['promise_secrecy', 'request_image', 'copy_image', 'share_image', 'store_image'],
    right: ['explain_sharing'],
    at: { state: 'hall', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-5',
    says: 'whoever sees an image does something before they stop looking',
    story: `
screen: seen_accidentally
  act: @ -> well
  freeze -> badly`,
    wrong: ['tell_dsl stop record', 'support stop tell_dsl record'],
    right: ['stop tell_dsl record', 'stop support tell_dsl record'],
    at: { state: 'screen', ...act },
    notIn: [parents, young],
  },
  {
    rule: 'SEQ-5',
    says: 'it is never written down',
    story: `
screen: seen_accidentally
  act: stop @ -> well
  freeze -> badly`,
    wrong: ['tell_dsl'],
    right: ['tell_dsl record'],
    at: { state: 'screen', ...act },
    alsoIn: [dsl, head],
  },
  {
    rule: 'SEQ-5',
    says: 'it is written down before the safeguarding lead is told',
    story: `
screen: seen_accidentally
  act: stop @ -> well
  freeze -> badly`,
    wrong: ['record', 'record tell_dsl', 'refer_csc record'],
    right: ['tell_dsl record'],
    at: { state: 'screen', ...act },
    alsoIn: [head],
    notIn: [dsl, parents],
  },
  {
    rule: 'SEQ-5',
    says: 'it is written down before anybody is told, and the safeguarding lead cannot be reached',
    story: `
screen: seen_accidentally dsl_unreachable
  act: stop @ -> well
  freeze -> badly`,
    wrong: ['record'],
    right: ['refer_csc record', 'tell_dsl record'],
    at: { state: 'screen', ...act },
  },
  {
    rule: 'SEQ-5',
    says: 'what was told before the image was seen does not count',
    story: `
before
  tell: tell_dsl record -> screen
  leave -> fair
screen: @
  act: stop record -> well
  freeze -> badly`,
    wrong: ['seen_accidentally'],
    right: [''],
    at: { state: 'screen', key: 'act', path: ['Go on', 'Tell', 'Act'] },
  },
  {
    rule: 'SEQ-5',
    says: 'only where an image was seen',
    story: `
screen: @
  act: support tell_dsl record stop -> well
  freeze -> badly`,
    wrong: ['seen_accidentally'],
    right: [''],
    at: { state: 'screen', ...act },
  },
  {
    rule: 'SEQ-5',
    says: 'nothing need be written where nothing was seen',
    story: `
screen: @
  act: stop tell_dsl -> well
  freeze -> badly`,
    wrong: ['seen_accidentally'],
    right: [''],
    at: { state: 'screen', ...act },
  },
  {
    rule: 'SEQ-6',
    says: 'somebody else than the safeguarding lead views an image',
    story: `
office
  act: @ -> well
  leave -> fair`,
    wrong: [
      'dsl_view',
      'no_other_option head_agrees second_adult_present reason_recorded dsl_view',
    ],
    right: ['no_other_option head_agrees second_adult_present reason_recorded'],
    at: { state: 'office', ...act },
    alsoIn: [head],
    notIn: [parents, young],
  },
  {
    rule: 'SEQ-6',
    says: 'the safeguarding lead views an image, and one of the conditions is not met',
    setting: dsl,
    story: `
office: on_school_premises
  act: @ -> well
  leave -> fair`,
    wrong: [
      'head_agrees second_adult_present reason_recorded dsl_view',
      'no_other_option second_adult_present reason_recorded dsl_view',
      'no_other_option head_agrees reason_recorded dsl_view',
      'no_other_option head_agrees second_adult_present dsl_view',
      'no_other_option head_agrees second_adult_present dsl_view reason_recorded',
    ],
    right: ['no_other_option head_agrees second_adult_present reason_recorded dsl_view'],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-6',
    says: 'the safeguarding lead views an image away from school',
    setting: dsl,
    story: `
office: @
  act: no_other_option head_agrees second_adult_present reason_recorded dsl_view -> well
  leave -> fair`,
    wrong: ['', 'device_is_evidence'],
    right: ['on_school_premises'],
    at: { state: 'office', ...act },
  },
];

const office = `
office
  act: @ -> well
  leave -> fair`;

const review: SequenceCase[] = [
  {
    rule: 'SEQ-7',
    says: 'a case is decided before the initial review',
    setting: { ...nudes, ...dsl },
    story: office,
    wrong: ['refer', 'refer initial_review', 'manage_in_school reasons_recorded'],
    right: [
      'initial_review refer',
      'initial_review manage_in_school reasons_recorded',
      'call_999 refer',
    ],
    at: { state: 'office', ...act },
    alsoIn: [{ ...aiImages, ...dsl }, { ...blackmail, ...dsl }, nudes],
    notIn: [grooming, { ...nudes, ...parents }],
  },
  {
    rule: 'SEQ-7',
    says: 'an image is deleted before the initial review',
    setting: { ...nudes, ...dsl },
    story: office,
    wrong: ['police_agree delete'],
    right: ['initial_review police_agree delete'],
    at: { state: 'office', ...act },
    with: ['SEQ-10'],
  },
  {
    rule: 'SEQ-7',
    says: 'a case is referred without a review, and the safeguarding lead could be reached',
    setting: nudes,
    story: `
office: @
  act: refer -> well
  leave -> fair`,
    wrong: ['', 'time_passes'],
    right: ['dsl_unreachable'],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-8',
    says: 'a trigger is met and nobody refers',
    setting: { ...nudes, ...dsl },
    story: `
office: referral_trigger
  act: initial_review @ -> well
  leave -> badly`,
    wrong: ['', 'support'],
    right: ['refer', 'refer_csc'],
    at: { state: 'office', ...act },
    alsoIn: [
      { ...aiImages, ...dsl },
      { ...blackmail, ...dsl },
    ],
    notIn: [
      { ...grooming, ...dsl },
      { ...nudes, ...parents },
    ],
  },
  {
    rule: 'SEQ-8',
    says: 'a trigger is met and the case is kept in school',
    setting: { ...nudes, ...dsl },
    story: `
office: referral_trigger
  act: initial_review refer @ -> well
  leave -> badly`,
    wrong: ['manage_in_school reasons_recorded'],
    right: ['', 'reasons_recorded'],
    at: { state: 'office', ...act },
    alsoIn: [{ ...aiImages, ...dsl }, { ...blackmail, ...dsl }, nudes, { ...nudes, ...head }],
    notIn: [
      { ...grooming, ...dsl },
      { ...nudes, ...parents },
    ],
  },
  {
    rule: 'SEQ-8',
    says: 'only where there is a trigger',
    setting: { ...nudes, ...dsl },
    story: `
office: @
  act: initial_review refer manage_in_school reasons_recorded -> well
  leave -> badly`,
    wrong: ['referral_trigger'],
    right: ['', 'blackmail'],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-8',
    says: 'without a trigger nothing need be referred',
    setting: { ...nudes, ...dsl },
    story: `
office: @
  act: initial_review -> well
  leave -> badly`,
    wrong: ['referral_trigger'],
    right: [''],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-9',
    says: 'a case is kept in school and no reasons are written down',
    setting: dsl,
    story: `
office
  act: @ -> well
  leave -> badly`,
    wrong: ['manage_in_school', 'reasons_recorded manage_in_school'],
    right: ['manage_in_school reasons_recorded', ''],
    at: { state: 'office', ...act },
    notIn: [parents],
  },
  {
    rule: 'SEQ-9',
    says: 'a case is kept in school and cannot be moved up later',
    setting: dsl,
    story: `
office
  act: manage_in_school reasons_recorded -> weeks
  leave -> fair
weeks
  watch -> well
  more: @ -> well`,
    wrong: ['', 'support'],
    right: ['escalate'],
    at: { state: 'weeks', key: null, path: ['Go on', 'Act'] },
    notIn: [parents],
  },
  {
    rule: 'SEQ-9',
    says: 'only a case that is kept in school and was not moved up',
    setting: dsl,
    story: `
office
  act: @ -> weeks
  leave -> fair
weeks
  watch -> well
  more: support -> fair`,
    wrong: ['manage_in_school reasons_recorded'],
    right: ['', 'manage_in_school reasons_recorded escalate'],
    at: { state: 'weeks', key: null, path: ['Go on', 'Act'] },
  },
  {
    rule: 'SEQ-9',
    says: 'only where it can still end well',
    setting: dsl,
    story: `
office
  act: manage_in_school reasons_recorded -> weeks
  leave -> well
weeks
  watch -> badly
  more: support -> @`,
    wrong: ['well', 'fair'],
    right: ['badly'],
    at: { state: 'weeks', key: null, path: ['Go on', 'Act'] },
  },
  {
    rule: 'SEQ-10',
    says: 'an image is deleted before the initial review, even after 999',
    setting: { ...nudes, ...dsl },
    story: office,
    wrong: ['call_999 police_agree delete', 'call_999 police_agree delete initial_review'],
    right: ['call_999 initial_review police_agree delete'],
    at: { state: 'office', ...act },
    alsoIn: [{ ...aiImages, ...dsl }, { ...blackmail, ...dsl }, nudes],
    notIn: [
      { ...grooming, ...dsl },
      { ...nudes, ...parents },
    ],
  },
  {
    rule: 'SEQ-10',
    says: 'an image is deleted and the police were not asked',
    setting: { ...nudes, ...dsl },
    story: office,
    wrong: ['initial_review delete', 'initial_review delete police_agree'],
    right: ['initial_review police_agree delete', 'initial_review police_not_needed delete'],
    at: { state: 'office', ...act },
    alsoIn: [
      { ...aiImages, ...dsl },
      { ...blackmail, ...dsl },
    ],
    notIn: [
      { ...grooming, ...dsl },
      { ...nudes, ...parents },
    ],
  },
];

const suspects: SequenceCase[] = [
  {
    rule: 'SEQ-11',
    says: 'an adult is suspected and the family is told before police and social care',
    setting: dsl,
    story: `
office: adult_suspected
  act: @ -> well
  leave -> badly`,
    wrong: ['inform_family', 'inform_parent', 'inform_family consult_police_csc'],
    right: ['consult_police_csc inform_family'],
    at: { state: 'office', ...act },
    alsoIn: [parents],
    notIn: [young],
  },
  {
    rule: 'SEQ-11',
    says: 'what was asked before the adult was suspected does not count',
    setting: dsl,
    story: `
before
  ask: consult_police_csc -> office
  leave -> fair
office: @
  act: inform_family -> well
  leave -> badly`,
    wrong: ['adult_suspected'],
    right: [''],
    at: { state: 'office', key: 'act', path: ['Go on', 'Ask', 'Act'] },
  },
  {
    rule: 'SEQ-11',
    says: 'only where an adult is suspected',
    setting: dsl,
    story: `
office: @
  act: inform_family -> well
  leave -> badly`,
    wrong: ['adult_suspected'],
    right: [''],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-11',
    says: 'the suspected adult is warned',
    story: office,
    wrong: ['tip_off', 'consult_police_csc tip_off'],
    right: ['consult_police_csc'],
    at: { state: 'office', ...act },
    alsoIn: [parents, dsl],
    notIn: [young],
  },
  {
    rule: 'SEQ-12',
    says: 'the school investigates before it asks the local authority',
    setting: { theme: 'allegations', ...head },
    story: office,
    wrong: ['internal_investigation', 'internal_investigation lado_contact'],
    right: ['lado_contact internal_investigation', 'lado_contact'],
    at: { state: 'office', ...act },
    notIn: [parents],
  },
];

const lockedAway = 'device_offline device_off device_locked device_to_police';

const devices: SequenceCase[] = [
  {
    rule: 'SEQ-13',
    says: 'a device is taken and the head did not authorise it',
    story: `
hall: device_is_evidence
  act: @ ${lockedAway} -> well
  leave -> fair`,
    wrong: ['seize_device', 'seize_device head_authorises'],
    right: ['head_authorises seize_device'],
    at: { state: 'hall', ...act },
    notIn: [dsl, head, parents],
  },
  {
    rule: 'SEQ-13',
    says: 'a device is taken that is no evidence and does no harm',
    setting: dsl,
    story: `
hall: @
  act: seize_device ${lockedAway} -> well
  leave -> fair`,
    wrong: ['', 'blackmail'],
    right: ['device_is_evidence', 'ongoing_harm'],
    at: { state: 'hall', ...act },
    alsoIn: [head],
    notIn: [parents],
  },
  ...(['device_is_evidence', 'ongoing_harm'] as const).map(
    (why): SequenceCase => ({
      rule: 'SEQ-13',
      says: `a device taken because of ${why} is handled in another order`,
      setting: dsl,
      story: `
hall: ${why}
  act: seize_device @ -> well
  leave -> fair`,
      wrong: [
        'device_off device_locked device_to_police',
        'device_off device_offline device_locked device_to_police',
        'device_offline device_locked device_to_police',
        'device_offline device_locked device_off device_to_police',
        'device_offline device_off device_to_police',
        'device_offline device_off device_to_police device_locked',
        'device_offline device_off device_locked',
      ],
      right: [lockedAway],
      at: { state: 'hall', ...act },
      alsoIn: [head],
    }),
  ),
  {
    rule: 'SEQ-13',
    says: 'only a device that was taken',
    setting: dsl,
    story: `
hall: device_is_evidence
  act: @ -> well
  leave -> fair`,
    wrong: ['seize_device device_off device_locked device_to_police', 'seize_device'],
    right: ['device_off', 'device_locked', 'device_to_police', 'device_offline'],
    at: { state: 'hall', ...act },
  },
  {
    rule: 'SEQ-13',
    says: 'a device that should not have been taken is not given back',
    setting: dsl,
    story: `
hall
  act: seize_device, breaks SEQ-13 -> sorry
  leave -> fair
sorry
  back: support @ -> fair
  keep: support, repairs SEQ-13 -> well`,
    wrong: [''],
    right: [', repairs SEQ-13'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Back'] },
  },
];

const responses: SequenceCase[] = [
  {
    rule: 'SEQ-14',
    says: 'somebody punishes or teaches before they support',
    story: `
talk: disclosure
  act: @ tell_dsl record -> well
  shrug: delay -> badly`,
    wrong: ['punish', 'instruct', 'instruct support'],
    right: ['support punish', 'support instruct', 'listen'],
    at: { state: 'talk', ...act },
    alsoIn: [parents, young, dsl],
  },
  {
    rule: 'SEQ-14',
    says: 'a lesson is taught later, and nobody supported before',
    story: `
talk: disclosure
  tell: tell_dsl record -> room
  shrug: delay -> badly
room: @
  act: instruct -> well
  leave -> badly`,
    wrong: ['', 'disclosure', 'blame_answered'],
    right: ['support'],
    at: { state: 'room', key: 'act', path: ['Go on', 'Tell', 'Act'] },
  },
  {
    rule: 'SEQ-14',
    says: 'only after a disclosure',
    story: `
talk: @
  act: instruct tell_dsl record -> well
  shrug: delay -> badly`,
    wrong: ['disclosure'],
    right: [''],
    at: { state: 'talk', ...act },
  },
  {
    rule: 'SEQ-15',
    says: 'somebody gives in to blackmail, or destroys or copies evidence',
    setting: parents,
    story: `
home: blackmail
  act: @ report -> well
  leave -> badly`,
    wrong: ['pay', 'send_more', 'delete_evidence', 'screenshot_image'],
    right: ['', 'block'],
    at: { state: 'home', ...act },
    alsoIn: [staff, young],
  },
  {
    rule: 'SEQ-15',
    says: 'somebody who is blackmailed tells nobody',
    setting: parents,
    story: `
home: blackmail
  act: @ -> well
  leave -> badly`,
    wrong: ['block', 'tell_dsl', 'report_platform'],
    right: ['tell_adult', 'tell_adult_now', 'tell_trusted_adult', 'report', 'block tell_adult'],
    at: { state: 'home', ...act },
    alsoIn: [young],
    notIn: [staff],
  },
  {
    rule: 'SEQ-15',
    says: 'only where there is blackmail',
    setting: parents,
    story: `
home: @
  act: pay report -> well
  leave -> badly`,
    wrong: ['blackmail'],
    right: [''],
    at: { state: 'home', ...act },
  },
  {
    rule: 'SEQ-15',
    says: 'where nobody is blackmailed nobody need be told',
    setting: parents,
    story: `
home: @
  act: block -> well
  leave -> badly`,
    wrong: ['blackmail'],
    right: [''],
    at: { state: 'home', ...act },
  },
];

const routes: SequenceCase[] = [
  {
    rule: 'SEQ-16',
    says: 'a Prevent referral is made before the safeguarding lead is told',
    setting: { theme: 'radicalisation' },
    story: office,
    wrong: ['prevent_referral', 'prevent_referral tell_dsl'],
    right: ['tell_dsl prevent_referral', 'tell_dsl'],
    at: { state: 'office', ...act },
    alsoIn: [head, grooming],
    notIn: [dsl, parents],
  },
  {
    rule: 'SEQ-16',
    says: 'a Prevent referral is made first, and the safeguarding lead could be reached',
    setting: { theme: 'radicalisation' },
    story: `
office: @
  act: prevent_referral -> well
  leave -> fair`,
    wrong: ['', 'time_passes'],
    right: ['dsl_unreachable'],
    at: { state: 'office', ...act },
  },
  {
    rule: 'SEQ-16',
    says: 'staff report without giving their name',
    setting: { theme: 'radicalisation' },
    story: office,
    wrong: ['report_anonymously', 'tell_dsl report_anonymously'],
    right: ['tell_dsl', 'report'],
    at: { state: 'office', ...act },
    alsoIn: [{ theme: 'radicalisation', ...dsl }, { theme: 'radicalisation', ...head }, grooming],
    notIn: [{ theme: 'radicalisation', ...parents }],
  },
  {
    rule: 'SEQ-17',
    says: 'a warning is passed on unchecked',
    story: office,
    wrong: ['warn', 'warn verify'],
    right: ['verify warn'],
    at: { state: 'office', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-17',
    says: 'a challenge is named to a group',
    story: office,
    wrong: ['name_challenge', 'verify name_challenge'],
    right: ['verify'],
    at: { state: 'office', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-18',
    says: 'Report Harmful Content comes before the platform',
    story: office,
    wrong: ['report_harmful_content', 'report_harmful_content report_platform'],
    right: ['report_platform report_harmful_content', 'report_platform'],
    at: { state: 'office', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-18',
    says: 'illegal content is reported to the platform only',
    story: `
screen: illegal_content
  act: @ -> well
  leave -> badly`,
    wrong: ['report_platform', 'report_platform report_harmful_content'],
    right: ['report', 'refer', 'call_999'],
    at: { state: 'screen', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-18',
    says: 'only illegal content',
    story: `
screen: @
  act: report_platform -> well
  leave -> badly`,
    wrong: ['illegal_content'],
    right: [''],
    at: { state: 'screen', ...act },
  },
];

const blame: SequenceCase[] = [
  {
    rule: 'SEQ-19',
    says: 'blame is declared and nobody repairs it, even on the way to a harmful ending',
    story: `
talk
  act: blame, breaks SEQ-19 -> silence
  leave -> well
silence
  go: support @ -> badly
  mend: support, repairs SEQ-19 -> fair`,
    wrong: [''],
    right: [', repairs SEQ-19'],
    at: { state: 'talk', key: 'act', path: ['Go on', 'Act', 'Go'] },
  },
  {
    rule: 'SEQ-19',
    says: 'blame that no choice declares is not repaired before a harmful ending',
    story: `
talk
  act: blame -> silence
  leave -> well
silence
  go: @ -> badly
  mend: support, repairs SEQ-19 -> fair`,
    wrong: ['', 'challenge_blame'],
    right: [', repairs SEQ-19'],
    at: { state: 'silence', key: 'go', path: ['Go on', 'Act', 'Go'] },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-19',
    says: 'only a choice that blames',
    story: `
talk
  act: @ -> badly
  leave -> well`,
    wrong: ['blame', 'blame, repairs SEQ-19', 'support blame, repairs SEQ-19'],
    right: ['', 'minimise', 'support, repairs SEQ-19'],
    at: { state: 'talk', ...act },
  },
  {
    rule: 'SEQ-19',
    says: 'a blaming remark stands unanswered',
    story: `
talk: , blames
  go: @ -> badly
  mend: challenge_blame -> well`,
    wrong: ['', 'support'],
    right: ['challenge_blame', 'support, repairs SEQ-19'],
    at: { state: 'talk', key: 'go', path: ['Go on', 'Go'] },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-19',
    says: 'a blaming remark is answered by nobody in the story',
    story: `
talk: , blames -> later
later: @
  go -> badly
  mend: challenge_blame -> well`,
    wrong: ['', 'support'],
    right: ['blame_answered'],
    at: { state: 'later', key: 'go', path: ['Go on', 'Continue', 'Go'] },
  },
  {
    rule: 'SEQ-19',
    says: 'only a remark that blames',
    story: `
talk: @
  go -> badly
  mend: challenge_blame -> well`,
    wrong: [', blames'],
    right: ['', 'time_passes'],
    at: { state: 'talk', key: 'go', path: ['Go on', 'Go'] },
  },
  {
    rule: 'SEQ-19',
    says: 'a remark that only some hear stands unanswered for them',
    story: `
crossing
  pass -> talk
  stay: listen, @ heard -> talk
  leave -> well
talk: , blames if heard -> badly`,
    wrong: ['sets'],
    right: ['clears'],
    at: { state: 'talk', key: 'next', path: ['Go on', 'Stay', 'Continue'] },
  },
];

const youngPeople: SequenceCase[] = [
  {
    rule: 'SEQ-20',
    says: 'from a decision nobody can be told',
    setting: young,
    story: `
chat
  tell: tell_adult -> well
  wait -> deep
deep
  rest -> fair
  act: @ -> badly`,
    wrong: ['support', 'tell_dsl'],
    right: ['tell_trusted_adult', 'tell_adult', 'tell_adult_now', 'report', 'call_999'],
    at: { state: 'deep', key: null, path: ['Go on', 'Wait'] },
    notIn: [staff, parents],
  },
  {
    rule: 'SEQ-20',
    says: 'telling somebody takes proof or courage',
    setting: young,
    story: `
chat
  tell: tell_adult -> well
  wait -> deep
deep
  rest -> fair
  act: tell_adult @ -> badly`,
    wrong: ['gather_evidence', 'investigate', 'confront'],
    right: ['', 'support'],
    at: { state: 'deep', key: null, path: ['Go on', 'Wait'] },
  },
  {
    rule: 'SEQ-20',
    says: 'somebody can be told at the third decision only',
    setting: young,
    story: `
chat
  tell: tell_adult -> well
  wait -> one
one
  wait -> two
  rest -> badly
two
  wait -> three
  act: @ -> fair
three
  tell: tell_adult -> fair
  rest -> badly`,
    wrong: ['support'],
    right: ['tell_adult'],
    at: { state: 'one', key: null, path: ['Go on', 'Wait'] },
  },
  {
    rule: 'SEQ-20',
    says: 'only as long as nobody was told',
    setting: young,
    story: `
chat
  tell: @ -> home
  call: report -> well
home
  rest -> well
  play -> fair`,
    wrong: ['support', 'block'],
    right: ['tell_trusted_adult', 'tell_adult', 'tell_adult_now', 'report', 'call_999'],
    at: { state: 'home', key: null, path: ['Go on', 'Tell'] },
  },
  {
    rule: 'SEQ-20',
    says: 'a child must gather evidence, investigate or confront',
    setting: young,
    story: `
chat
  tell: tell_adult -> proof
  call: report -> fair
proof
  dig: gather_evidence -> well
  act: @ -> well`,
    wrong: ['gather_evidence', 'investigate', 'support confront'],
    right: ['support', ''],
    at: { state: 'proof', key: null, path: ['Go on', 'Tell'] },
    notIn: [staff, parents],
  },
  {
    rule: 'SEQ-20',
    says: 'the only way on gathers evidence',
    setting: young,
    story: `
chat
  tell: tell_adult -> proof
  call: report -> fair
proof
  next: @ -> well`,
    wrong: ['gather_evidence', 'investigate', 'confront'],
    right: ['support', ''],
    at: { state: 'proof', key: null, path: ['Go on', 'Tell'] },
  },
  {
    rule: 'SEQ-20',
    says: 'nobody can be told where it ends harmful in any case',
    setting: young,
    story: `
chat
  tell: tell_adult -> well
  wait -> deep
deep
  rest -> badly
  act: @ -> badly`,
    wrong: ['support'],
    right: ['tell_adult'],
    at: { state: 'deep', key: null, path: ['Go on', 'Wait'] },
  },
  {
    rule: 'SEQ-21',
    says: 'an ending has no support',
    story: `
hall
  act -> well
  leave -> fair
well: @, rated recommended`,
    wrong: ['', 'time_passes'],
    right: ['support'],
    at: { state: 'hall', ...act },
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-21',
    says: 'a harmful ending has no support',
    story: `
hall
  act -> well
  leave -> fair
badly: @, rated harmful`,
    wrong: ['', 'time_passes'],
    right: ['support'],
    at: { state: 'door', key: 'walk.away', path: ['Walk away'] },
  },
  {
    rule: 'SEQ-21',
    says: 'an ending blames',
    story: `
hall
  act -> well
  leave -> fair
badly: support blame_answered, rated harmful @`,
    wrong: [', blames'],
    right: [''],
    at: { state: 'door', key: 'walk.away', path: ['Walk away'] },
    // Nothing comes after an ending, so nothing can answer it either.
    with: ['SEQ-19'],
    alsoIn: [parents, young],
  },
  {
    rule: 'SEQ-21',
    says: 'what blames is no ending, and was answered',
    story: `
hall: @
  act -> answer
  leave -> answer
answer: blame_answered -> well`,
    wrong: [],
    right: [', blames'],
    at: { state: 'hall', ...act },
  },
  {
    rule: 'SEQ-22',
    says: 'a choice keeps the harm from happening',
    setting: { ...young, playerIsHarmed: true },
    story: `
chat
  wait -> night
  tell: tell_adult -> help
night: harm
  tell: tell_adult -> well
  rest -> fair
help: @ -> well`,
    wrong: ['', 'time_passes'],
    right: ['harm'],
    at: { state: 'help', key: 'next', path: ['Tell', 'Continue'] },
    notIn: [{ playerIsHarmed: false }, staff, parents],
  },
  {
    rule: 'SEQ-22',
    says: 'on a way to a harmful ending too',
    setting: { ...young, playerIsHarmed: true },
    story: `
chat
  wait -> night
  tell: tell_adult -> help
night: @ -> badly
help: harm -> badly`,
    wrong: [''],
    right: ['harm'],
    at: { state: 'night', key: 'next', path: ['Wait', 'Continue'] },
  },
  {
    rule: 'SEQ-23',
    says: 'a child who was told something cannot tell a trusted adult at once',
    setting: young,
    story: `
talk: disclosure
  act: @ -> well
  wait -> later
later
  tell: tell_trusted_adult -> fair
  rest -> badly`,
    wrong: ['tell_adult', 'report'],
    right: ['tell_trusted_adult'],
    at: { state: 'talk', key: null, path: ['Go on'] },
    notIn: [staff, parents],
  },
  {
    rule: 'SEQ-23',
    says: 'a child is told something, and there is nothing more to choose',
    setting: young,
    story: `
chat
  tell: tell_adult -> well
  listen -> talk
  stay -> later
talk: disclosure -> @
later
  tell: tell_trusted_adult -> fair
  rest -> badly`,
    wrong: ['fair', 'badly'],
    right: ['later'],
    at: { state: 'talk', key: null, path: ['Go on', 'Listen'] },
  },
  {
    rule: 'SEQ-23',
    says: 'only as long as no trusted adult was told',
    setting: young,
    story: `
talk: disclosure
  tell: tell_trusted_adult -> well
  act: @ -> later
later
  play -> fair
  rest -> badly`,
    wrong: ['tell_adult', 'report'],
    right: ['tell_trusted_adult'],
    at: { state: 'later', key: null, path: ['Go on', 'Act'] },
  },
  {
    rule: 'SEQ-23',
    says: 'only after a disclosure',
    setting: young,
    story: `
talk: @
  tell: tell_adult -> well
  report: report -> fair`,
    wrong: ['disclosure'],
    right: [''],
    at: { state: 'talk', key: null, path: ['Go on'] },
  },
  {
    rule: 'SEQ-23',
    says: 'only what was disclosed must not be kept',
    setting: young,
    story: `
talk: @
  tell: tell_trusted_adult -> keep
  wait: support -> well
keep
  hush: promise_secrecy -> badly
  act: promise_secrecy support -> badly`,
    wrong: ['disclosure'],
    right: [''],
    at: { state: 'keep', key: null, path: ['Go on', 'Tell'] },
  },
  {
    rule: 'SEQ-23',
    says: 'a child who was told something must keep it or look into it',
    setting: young,
    story: `
talk: disclosure
  tell: tell_trusted_adult -> keep
  wait: support -> well
keep
  hush: promise_secrecy -> badly
  act: @ -> badly`,
    wrong: ['promise_secrecy', 'investigate'],
    right: ['support', ''],
    at: { state: 'keep', key: null, path: ['Go on', 'Tell'] },
    notIn: [staff, parents],
  },
];

/** Done on the way to a harmful ending, anything may stand; on the way to another, it is an error. */
const tempting: [rule: string, does: string, setting: Setting, tag?: string][] = [
  ['SEQ-3', 'inform_parent', {}],
  ['SEQ-6', 'dsl_view', {}],
  ['SEQ-7', 'refer', { ...nudes, ...dsl }],
  ['SEQ-10', 'call_999 police_agree delete', { ...nudes, ...dsl }],
  ['SEQ-11', 'tip_off', parents],
  ['SEQ-12', 'internal_investigation', head],
  ['SEQ-13', 'seize_device', dsl],
  ['SEQ-14', 'punish', parents, 'disclosure'],
  ['SEQ-16', 'prevent_referral', {}],
  ['SEQ-17', 'name_challenge', {}],
  ['NUD-3', 'view_image', {}],
  ['NUD-4', 'ask_to_delete', nudes],
  ['GRO-4', 'confront', {}, 'adult_suspected'],
];
const endings = tempting.map(
  ([rule, does, setting, tag = '']): SequenceCase => ({
    rule,
    says: `${does} does not end well`,
    setting,
    story: `
hall: ${tag}
  act: ${does} -> @
  leave -> well`,
    wrong: ['well', 'fair'],
    right: ['badly'],
    at: { state: 'hall', ...act },
  }),
);

/** Rules of the reference that say "never" of one action. */
const never: SequenceCase[] = [
  {
    rule: 'NUD-3',
    says: 'an image is looked at on purpose',
    story: office,
    wrong: ['view_image', 'tell_dsl view_image'],
    right: ['tell_dsl'],
    at: { state: 'office', ...act },
    alsoIn: [parents, dsl, head, nudes],
    notIn: [young],
  },
  {
    rule: 'NUD-4',
    says: 'a pupil is asked to delete an image before the lead decides',
    setting: nudes,
    story: office,
    wrong: ['ask_to_delete', 'tell_dsl ask_to_delete'],
    right: ['tell_dsl'],
    at: { state: 'office', ...act },
    alsoIn: [aiImages, blackmail],
    notIn: [dsl, head, parents, young, grooming],
  },
  {
    rule: 'GRO-4',
    says: 'an adult who is suspected is confronted',
    story: `
office: adult_suspected
  act: @ -> well
  leave -> badly`,
    wrong: ['confront', 'tell_dsl confront'],
    right: ['tell_dsl'],
    at: { state: 'office', ...act },
    alsoIn: [parents, dsl],
    notIn: [young],
  },
  {
    rule: 'GRO-4',
    says: 'only where an adult is suspected',
    story: `
office: @
  act: confront -> well
  leave -> badly`,
    wrong: ['adult_suspected'],
    right: [''],
    at: { state: 'office', ...act },
  },
];

/** The scope of errors, whatever the rule: reference, section 2. */
const scope: SequenceCase[] = [
  {
    rule: 'SEQ-4',
    says: 'a grave error ends recommended, though it was repaired',
    story: `
hall
  act: promise_secrecy, breaks SEQ-4 -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> @
  go: delay -> badly`,
    wrong: ['well'],
    right: ['fair'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Mend'] },
  },
  {
    rule: 'SEQ-4',
    says: 'a grave error that no choice declares ends recommended, though it was repaired',
    story: `
hall
  act: promise_secrecy -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> @
  go: delay -> badly`,
    wrong: ['well'],
    right: ['fair', 'badly'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Mend'] },
  },
  {
    rule: 'SEQ-4',
    says: 'a grave error that a young person declares is bound alike',
    setting: young,
    story: `
hall
  act: promise_secrecy, breaks SEQ-4 -> sorry
  tell: tell_adult -> well
sorry
  mend: tell_adult, repairs SEQ-4 -> @
  go: delay -> badly`,
    wrong: ['well'],
    right: ['fair'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Mend'] },
  },
  {
    rule: 'NUD-10',
    says: 'a slip ends workable and nobody repairs it',
    story: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  go: support@ -> fair
  mend: support, repairs NUD-10 -> well
  run: delay -> badly`,
    wrong: ['', ', repairs NUD-2'],
    right: [', repairs NUD-10'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Go'] },
  },
  {
    rule: 'NUD-10',
    says: 'a slip ends recommended and nobody repairs it',
    story: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  go: support@ -> well
  mend: support, repairs NUD-10 -> fair`,
    wrong: [''],
    right: [', repairs NUD-10'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Act', 'Go'] },
  },
  {
    rule: 'NUD-10',
    says: 'a slip that was repaired is made again',
    story: `
hall
  act: minimise, breaks NUD-10 -> sorry
  leave -> well
sorry
  mend: support, repairs NUD-10 -> again
  go: delay -> badly
again
  more: minimise@ -> fair
  stop: support -> fair`,
    wrong: [', breaks NUD-10', ', repairs NUD-10, breaks NUD-10'],
    right: ['', ', repairs NUD-10'],
    at: { state: 'again', key: 'more', path: ['Go on', 'Act', 'Mend', 'More'] },
  },
  {
    rule: 'SEQ-4',
    says: 'after a repair the rule is broken anew, and no choice says so',
    story: `
hall
  act: promise_secrecy, breaks SEQ-4 -> sorry
  leave -> well
sorry
  mend: explain_sharing, repairs SEQ-4 -> again
  go: delay -> badly
again
  more: @ -> fair
  stop: support -> fair`,
    wrong: ['request_image'],
    right: ['support'],
    at: { state: 'again', key: 'more', path: ['Go on', 'Act', 'Mend', 'More'] },
  },
  {
    rule: 'NUD-10',
    says: 'a slip is repaired before it is made',
    story: `
hall
  first: support, repairs NUD-10 -> room
  leave -> well
room
  act: minimise@ -> sorry
  leave -> fair
sorry
  go: support -> fair
  mend: support, repairs NUD-10 -> well`,
    wrong: [', breaks NUD-10'],
    right: [''],
    at: { state: 'room', key: 'act', path: ['Go on', 'First', 'Act', 'Go'] },
  },
  {
    rule: 'SEQ-4',
    says: 'of several ways to break a rule the shortest is told',
    story: `
start
  wander -> walk
  run -> hall
walk -> hall
hall
  act: @ -> later
  leave -> fair
later
  linger -> rest
  end -> well
rest -> well`,
    wrong: ['promise_secrecy'],
    right: ['explain_sharing'],
    at: { state: 'hall', key: 'act', path: ['Go on', 'Run', 'Act', 'End'] },
  },
];

export const sequenceCases: readonly SequenceCase[] = [
  ...danger,
  ...disclosure,
  ...parentsFirst,
  ...image,
  ...review,
  ...suspects,
  ...devices,
  ...responses,
  ...routes,
  ...blame,
  ...youngPeople,
  ...never,
  ...endings,
  ...scope,
];
