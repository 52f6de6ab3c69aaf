/**
 * One thing that an edition says, to be compared with what another says in the same place. Most are the
 * same, so that what they are called and say is worked out only where it is asked for.
 */
export type Line = {
  /** The scene that it is about; `null` for the whole. */
  scene: string | null;
  key: string;
  /** By which it is compared: words may name the same thing otherwise. */
  value: string;
  /** What it is, in words. */
  label(): string;
  text(): string;
};
