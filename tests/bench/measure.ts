/** One figure, and what it is measured against in the same run on the same machine. */
export type Figure = {
  name: string;
  what: string;
  value: number;
  unit: string;
  baseline: { what: string; value: number };
  /** The value as a multiple of its baseline: what can be compared between machines. */
  ratio: number;
};

type Work = (turn: number) => unknown;

/** The middle of the times that one turn of some work takes, in microseconds, after a warm-up. */
export async function timeOf(turns: number, work: Work): Promise<number> {
  for (let turn = 0; turn < Math.ceil(turns / 10); turn++) await work(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const started = performance.now();
    const result = work(turn);
    if (result instanceof Promise) await result;
    times.push((performance.now() - started) * 1_000);
  }
  return median(times);
}

export function median(list: number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

type Measured = Omit<Figure, 'ratio' | 'unit'> & { unit?: string };

export function figure({ unit = 'µs', ...measured }: Measured): Figure {
  const { value, baseline } = measured;
  const round = (number: number, digits: number) => Number(number.toFixed(digits));
  return {
    ...measured,
    unit,
    value: round(value, 1),
    baseline: { ...baseline, value: round(baseline.value, 1) },
    ratio: round(value / baseline.value, 2),
  };
}
