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

/** Between two keys of one code at most, for a busy machine stutters; on the whole a scanner is much faster than any person. */
const GAP_MILLISECONDS = 120;
const MEAN_MILLISECONDS = 45;
const CODE_CHARACTERS_MIN = 4;
const CODE_CHARACTERS_MAX = 64;

export function createScanBuffer(): ScanBuffer {
  let text = "";
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  return {
    key(key, at) {
      if (at - last > GAP_MILLISECONDS) text = "";
      if (key === "Enter" || key === "Tab") {
        const code = at - first <= MEAN_MILLISECONDS * text.length ? text : "";
        text = "";
        last = Number.NEGATIVE_INFINITY;
        return code.length >= CODE_CHARACTERS_MIN && code.length <= CODE_CHARACTERS_MAX ? code : undefined;
      }
      // Scanners hold Shift for capitals; other named keys are never part of a code.
      if (key.length !== 1) {
        if (key !== "Shift") text = "";
        return undefined;
      }
      if (text === "") first = at;
      last = at;
      text += key;
      return undefined;
    },
    length: () => text.length,
  };
}
