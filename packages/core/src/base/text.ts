import { LIMITS } from "./limits.ts";

/** C0 and C1 control characters and DEL: they break receipts, terminals and CSV files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Validates a text from outside. Lengths count characters (code points).
 * @returns why the text is rejected, in English; undefined if it is valid
 */
export function textProblem(text: string, charactersMax: number): string | undefined {
  if (text.length > charactersMax && [...text].length > charactersMax)
    return `is longer than ${charactersMax} characters`;
  if (CONTROL.test(text)) return "has control characters";
  if (!text.isWellFormed()) return "is not well-formed Unicode (a lone surrogate)";
  return undefined;
}

/** Validates a name: a valid text that is not only white space. */
export function nameProblem(text: string, charactersMax: number = LIMITS.nameCharactersMax): string | undefined {
  return text.trim() === "" ? "is empty" : textProblem(text, charactersMax);
}
