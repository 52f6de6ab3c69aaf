import type { Quality, Rating } from '#scenarios/kit/vocabulary.ts';
import type { ViewBlock, ViewText } from './view.ts';

/** What a page needs to show a whole scenario as a script: everything in words, and nothing left out. */
export type ScriptPlace = { path: string; number: number; title: string };
/** Words, and the nations in which alone they are said. */
export type ScriptBlock = ViewBlock & { only: string | null };
/** What is told or said; `when` is the condition under which it is. */
export type ScriptLine = {
  id: string;
  who: string | null;
  when: string | null;
  blocks: ScriptBlock[];
};
/** Words that move the blame, and what they do. */
export type ScriptNote = { words: string; blocks: ScriptBlock[] };
export type ScriptRule = { id: string; name: string };

/** What a choice does, beside leading somewhere. */
export type ScriptEffect = {
  quality: { tone: Quality; word: string } | null;
  does: string[];
  follows: ScriptRule[];
  breaks: ScriptRule[];
  repairs: ScriptRule[];
  /** What is remembered of it: “noticed is set”. */
  remembers: string[];
};

/** Where a choice leads, and when, if it does not always. `effect` where its ways differ in that. */
export type ScriptWay = { when: string | null; effect: ScriptEffect | null; to: ScriptPlace };

export type ScriptChoice = {
  id: string;
  label: ViewText[];
  /** `null` where the ways differ in what they do. */
  effect: ScriptEffect | null;
  hears: ScriptBlock[];
  notes: ScriptNote[];
  result: ScriptBlock[];
  why: ScriptBlock[];
  ways: ScriptWay[];
};

/** Something to mark or to put in order. */
export type ScriptItem = ScriptLine & { verdict: string | null; feedback: ScriptBlock[] };

export type ScriptScene = ScriptPlace & {
  kind: string;
  rating: { tone: Rating; word: string } | null;
  isStart: boolean;
  setting: string | null;
  /** Who is seen, and how they look. */
  seen: string[];
  /** What is true here, in whole sentences. */
  states: string[];
  /** What is remembered on coming here. */
  remembers: string[];
  lines: ScriptLine[];
  messages: ScriptLine[];
  sentence: { who: string; text: ViewText[]; notes: ScriptNote[] } | null;
  question: ScriptBlock[];
  items: ScriptItem[];
  /** What must stand before what, and why. */
  constraints: { id: string; says: string; why: ScriptBlock[]; rule: ScriptRule }[];
  asides: { id: string; term: string; says: ScriptBlock[] }[];
  sayAloud: ScriptBlock[];
  choices: ScriptChoice[];
};
export type ScriptChapter = {
  path: string;
  title: string;
  remembers: string[];
  parts: ScriptPart[];
};
export type ScriptPart = ScriptScene | ScriptChapter;

/** A play-through as it is told from start to end: what is seen on it, and what is chosen. */
export type Play = {
  name: string;
  ending: { title: string; rating: { tone: Rating; word: string } };
  scenes: PlayScene[];
};
export type PlayScene = {
  step: number;
  place: ScriptPlace;
  lines: { id: string; who: string | null; blocks: ViewBlock[] }[];
  /** What was chosen, as a line each; none in an ending. */
  chosen: ViewText[][];
  result: ViewBlock[];
};
