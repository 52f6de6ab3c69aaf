import type { Tag, Track } from '#scenarios/kit/vocabulary.ts';

/** Letters as the reference has them: E error, W warning; S staff, P parents, Y young people. */
export type LintCase = {
  severity: 'E' | 'W';
  tracks: string;
  /** Which people of the story may not say it unanswered: p pupil, a parent or carer, c colleague. */
  speech?: string;
  /** Each is flagged by this row alone. */
  wrong: Example[];
  /** Each is nearly the same, and fine. */
  right: Example[];
};
export type Example = string | { text: string; tags: Tag[] } | { text: string; track: Track };

const suspected = (text: string): Example => ({ text, tags: ['adult_suspected'] });

/** One entry for each row of the reference's language table, section 3, and for CHA-3. */
export const lintCases: Record<string, LintCase> = {
  L1: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'pac',
    wrong: [
      'By going there she put herself at risk.',
      'Pupils who put themselves in real danger need help.',
      'You have placed yourself at risk.',
      'He keeps putting himself in harm’s way.',
    ],
    right: [
      'She was put at risk by a man she had never met.',
      'Stay where you are. Do not put yourself in danger.',
      'He put himself at ease.',
    ],
  },
  L2: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'pac',
    wrong: [
      'Why did you send it?',
      'Ask her: “Why didn’t you stop?”',
      'You shouldn’t have sent it.',
      'She should never have accepted him.',
    ],
    right: [
      'Thank you for telling me.',
      'Why did you tell her about us?',
      'Whoever had that picture should not have sent it.',
      'What would you like to happen next?',
    ],
  },
  L3: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'pac',
    wrong: [
      'You should have told us sooner.',
      'She should’ve blocked him.',
      'He should have just reported it.',
      'They should have asked for help.',
    ],
    right: [
      'You can tell us any time.',
      'The school should have told her what happens next.',
      'I should have told you first who must know.',
      'You should have a seat.',
    ],
  },
  L4: {
    severity: 'W',
    tracks: 'SP',
    wrong: ['It is about risky behaviour.', 'Talk about risk-taking online.'],
    right: ['It is about what was done to her.', 'It is a risk to wait.'],
  },
  L5: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: [
      'She is known to be promiscuous.',
      'He is streetwise.',
      'She is mature for her age.',
      'It is only attention-seeking.',
    ],
    right: ['She asks to stay near the adults.', 'It catches your attention.'],
  },
  L6: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: ['The phone held child pornography.', 'It is child porn.'],
    right: [
      'The phone held child sexual abuse material.',
      'Nobody may show a child pornography.',
      'Many children see pornography before they look for it.',
    ],
  },
  L7: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: ['She was a child prostitute.', 'He looked for prostituted children.'],
    right: ['She was a sexually exploited child.'],
  },
  L8: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: ['This is revenge porn.', 'A case of revenge pornography.'],
    right: ['An image was shared without consent.', 'He spoke of revenge.'],
  },
  L9: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['Today is about sexting.', 'She sexted him.'],
    right: ['Today is about sharing nudes.', 'The sextet plays on Friday.'],
  },
  L10: {
    severity: 'W',
    tracks: 'PY',
    wrong: [
      'It is called youth-produced sexual imagery.',
      'They were self-generated intimate images.',
      'The word is SGII.',
      'It is an indecent image.',
    ],
    right: ['It is a nude.', 'That was an indecent remark.'],
  },
  L11: {
    severity: 'W',
    tracks: 'Y',
    wrong: ['This is sextortion.', 'They sextorted him.'],
    right: ['This is online blackmail.'],
  },
  L12: {
    severity: 'E',
    tracks: 'S',
    speech: 'c',
    wrong: [
      'She is involved in CSE.',
      'His involvement in child criminal exploitation worries you.',
    ],
    right: [
      'She is being exploited.',
      'Three agencies are involved in CSE cases here.',
      'The police arrested men involved in sexual exploitation.',
    ],
  },
  L13: {
    severity: 'E',
    tracks: 'SP',
    speech: 'c',
    wrong: [
      'She is contacting adults online.',
      'He has contacted older men.',
      'She has an older boyfriend.',
      'Her 24-year-old boyfriend waits outside.',
      'Her boyfriend, who is 31, waits outside.',
      'Her boyfriend, a man from the gym, waits outside.',
      'Her boyfriend (24) waits outside.',
      'She is in a relationship with an older man.',
      'He had a sexual relationship with a pupil.',
      suspected('Her boyfriend waits outside.'),
    ],
    right: [
      'A man targeted her.',
      'Practise contacting adults who can help.',
      'A trusting relationship with an older person helps.',
      'Her boyfriend is in Year 11.',
      'She has a good relationship with her coach.',
      suspected('The man waits outside.'),
    ],
  },
  L14: {
    severity: 'E',
    tracks: 'SP',
    speech: 'c',
    wrong: [
      'It was consensual, and the man was kind.',
      'The man says that it was consensual.',
      'She consented to the abuse.',
      suspected('It was consensual.'),
    ],
    right: [
      'She was manipulated by a man.',
      'It is never consensual between a child and an adult.',
      'No child consents to abuse.',
      'A child aged 12 can never agree: the law says this is not consensual.',
      'Two people in Year 11 sent pictures, and it was consensual.',
      'What happens below 13 could never be consensual.',
    ],
  },
  L15: {
    severity: 'W',
    tracks: 'SP',
    wrong: [
      'She admitted that she sent it.',
      'He confessed to you.',
      'She claims that he forced her.',
      'Pupils claim that it was a joke.',
    ],
    right: [
      'She told you that she sent it.',
      'She was admitted to hospital.',
      'I have to admit that I was scared.',
      'A stranger claims to be a girl from Leeds.',
      'The video makes claims that nobody checked.',
      'Keep the form for expenses claims.',
    ],
  },
  L16: {
    severity: 'W',
    tracks: 'SPY',
    wrong: [
      'The perpetrator is in Year 9.',
      'He is a predator.',
      'She is a bully.',
      { text: 'Speak to the alleged perpetrator as well.', track: 'parents' },
    ],
    right: [
      'The child who harmed her is in Year 9.',
      { text: 'Speak to the alleged perpetrator as well.', track: 'staff' },
      'The others bully her.',
      'Nobody may bully him.',
    ],
  },
  L17: {
    severity: 'W',
    tracks: 'PY',
    wrong: ['You are a victim.', 'Help for victims.'],
    right: ['You were harmed.', 'This is victim-blaming.', 'Victim Support can help.'],
  },
  L18: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['He might be a paedophile.', 'He is a paedo.', 'Teach stranger danger.'],
    right: ['He might be a person who harms children.', 'A stranger waits.'],
  },
  L19: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['He is a money mule.', 'She became a drug runner.', 'They call it plugging.'],
    right: [
      'He is exploited to move money.',
      'She is plugging in her phone.',
      'It is about plugging gaps.',
    ],
  },
  L20: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'ac',
    wrong: [
      'Don’t worry about it.',
      'Do not worry about that.',
      'It is just banter.',
      'Boys will be boys.',
    ],
    right: [
      'I am glad you told me.',
      'Do not worry about that form now.',
      'This is not just banter.',
      'The boys will be back.',
    ],
  },
  L21: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: [
      'We’ll get every copy taken down.',
      'The picture will be removed.',
      'I guarantee that it is gone.',
      'There will be no record.',
      'You won’t get a criminal record.',
      'He has no police record.',
      'This is off the record.',
      'Nothing will be recorded.',
      'I promise to keep it secret.',
      'I won’t tell anyone.',
      'We can keep this private.',
      'This stays between us.',
      'Your secret is safe here.',
      'I will keep your secret.',
      'It will be kept confidential.',
    ],
    right: [
      'We will try to have it taken down.',
      'It may be taken down.',
      'Nobody can promise that it is gone.',
      'There is no record of what she said.',
      'There will be no record unless you write it.',
      'I cannot keep this to myself.',
      'You promised to tell nobody.',
      'It may stay on a record.',
      'We cannot say that the picture will be removed.',
      'I will not get in the way.',
    ],
  },
  L22: {
    severity: 'W',
    tracks: 'SP',
    wrong: ['Take her phone for a week.', 'Try banning the internet at home.'],
    right: [
      'Agree with her when phones go away.',
      'Do not take her phone.',
      'You took her phone.',
      'The phone ban in class is old.',
    ],
  },
  L23: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['He has been radicalised.', 'He is no terrorist.'],
    right: ['You are concerned about him.', 'Report terrorist content.'],
  },
  L24: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'c',
    wrong: ['It is about Islamic extremism.', 'They are extremist Muslims.'],
    right: ['It is about Islamist and far-right groups.', 'Many Muslim pupils fast.'],
  },
  L25: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['He may commit suicide.'],
    right: ['He may die by suicide.', 'They commit to it.'],
  },
  L26: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['He has autism spectrum disorder.', 'He has ASD.', 'She suffers from anxiety.'],
    right: ['He is autistic.', 'Pupils suffer from online abuse.', 'She has anxiety.'],
  },
  L27: {
    severity: 'W',
    tracks: 'S',
    wrong: ['It is peer-on-peer abuse.'],
    right: ['It is child-on-child abuse.', 'A peer sits on the bench.'],
  },
  L28: {
    severity: 'E',
    tracks: 'SPY',
    speech: 'ac',
    wrong: ['It is only a fake.', 'It is just photoshopped.', 'The picture isn’t real.'],
    right: [
      'It is an AI-made sexual image.',
      'The picture is not real, but the harm is.',
      'It is not only a fake.',
      'It is just a fake account.',
      'She has just edited her page.',
      'The danger is not real.',
      'It is not real.',
    ],
  },
  L29: {
    severity: 'W',
    tracks: 'SPY',
    wrong: ['Ask the LSCB.', 'Ask UKCCIS.', 'See Thinkuknow.', 'Ring Action Fraud.'],
    right: ['Ask the partnership.', 'Report Fraud replaced Action Fraud.'],
  },
  'CHA-3': {
    severity: 'E',
    tracks: 'SPY',
    speech: 'pac',
    wrong: [
      'She took an overdose.',
      'He tried to hang himself.',
      'She cuts herself.',
      'He cut his arms.',
      'She wanted to jump off the bridge.',
      'She had 20 tablets.',
      'He swallowed a packet of tablets.',
      'They choke each other for it.',
      'Hold your breath until it counts to ten.',
      'They wait until they pass out.',
    ],
    right: ['She was hurt, and is safe now.', 'She cut herself off from friends.'],
  },
};
