import { LIMITS } from "./limits.ts";

/** C0 and C1 controls and DEL: they break receipts, terminals and CSV files, and nobody types them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Why a text from outside is not taken, in English; undefined: it is fine. Lengths count characters (code points). */
export function textProblem(text: string, charactersMax: number): string | undefined {
  if (text.length > charactersMax && [...text].length > charactersMax)
    return `is longer than ${charactersMax} characters`;
  if (CONTROL.test(text)) return "has control characters";
  if (!text.isWellFormed()) return "is not well-formed Unicode (a lone surrogate)";
  return undefined;
}

/** Something to read: fine as text, and not only white space. */
export function nameProblem(text: string, charactersMax: number = LIMITS.nameCharactersMax): string | undefined {
  return text.trim() === "" ? "is empty" : textProblem(text, charactersMax);
}
