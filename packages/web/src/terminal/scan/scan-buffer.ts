/**
 * Distinguishes a scanner from a person: a scanner types a whole code within a few milliseconds a key and ends it with
 * Enter. It depends on neither the page nor a clock; the caller passes keys and times.
 */
export interface ScanBuffer {
  /** @param at milliseconds from any origin. Returns the code if this key ends one. */
  readonly key: (key: string, at: number) => string | undefined;
  /** How many keys of what may be a code have come. */
  readonly length: () => number;
}

/** Between two keys of one code at most, for a busy machine stutters; most gaps are much shorter than any person's. */
const GAP_MILLISECONDS = 400;
const MEDIAN_MILLISECONDS = 45;
const CODE_CHARACTERS_MIN = 4;
const CODE_CHARACTERS_MAX = 100;

export function createScanBuffer(): ScanBuffer {
  let text = "";
  let gaps: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const clear = () => {
    text = "";
    gaps = [];
  };
  return {
    key(key, at) {
      if (at - last > GAP_MILLISECONDS) clear();
      if (key === "Enter" || key === "Tab") {
        const code = medianOf([...gaps, at - last]) <= MEDIAN_MILLISECONDS ? text : "";
        clear();
        last = Number.NEGATIVE_INFINITY;
        return code.length >= CODE_CHARACTERS_MIN && code.length <= CODE_CHARACTERS_MAX ? code : undefined;
      }
      // Scanners hold Shift for capitals; other named keys are never part of a code.
      if (key.length !== 1) {
        if (key !== "Shift") clear();
        return undefined;
      }
      if (text !== "") gaps.push(at - last);
      last = at;
      text += key;
      return undefined;
    },
    length: () => text.length,
  };
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
