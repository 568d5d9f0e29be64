import { LIMITS } from "@pos/core/base/limits.ts";
import type { Numbers } from "./store.ts";

const NONE: Numbers = { last: 0, free: [] };

/** The next receipt number, and what is left afterwards. */
export function takeNumber(numbers: Numbers = NONE): { readonly sequence: number; readonly numbers: Numbers } {
  const [first, ...rest] = numbers.free;
  if (first !== undefined) return { sequence: first, numbers: { ...numbers, free: rest } };
  return { sequence: numbers.last + 1, numbers: { ...numbers, last: numbers.last + 1 } };
}

/** What was refused recorded nothing: its number is free again. */
export function giveBack(numbers: Numbers = NONE, sequence: number): Numbers {
  if (sequence === numbers.last && numbers.free.length === 0) return { ...numbers, last: sequence - 1 };
  if (sequence > numbers.last || numbers.free.includes(sequence)) return numbers;
  return { ...numbers, free: [...numbers.free, sequence].sort((a, b) => a - b) };
}

/** The server knows of a higher number: another device was this terminal before. */
export function countedBy(numbers: Numbers = NONE, highest: number): Numbers {
  // Beyond the valid numbers no sale could be recorded: the server knows where the terminal counts on.
  if (numbers.last > LIMITS.sequenceMax) return { last: highest, free: [] };
  // A number that the server has seen is not free, even if another device used it.
  return { last: Math.max(numbers.last, highest), free: numbers.free.filter((sequence) => sequence > highest) };
}
