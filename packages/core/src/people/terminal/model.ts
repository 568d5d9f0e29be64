import { isId } from "../../base/id.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanCode, cleanName, storedCodeProblem, storedNameProblem } from "../../base/text.ts";

/** A device that sells, bound to one location. It holds one credential, of which only the hash is known here. */
export interface Terminal {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly locationId: string;
  /** Absent: a terminal that sells and counts its own receipts. */
  readonly kind?: TerminalKind;
  readonly credentialHash?: string;
  /** Counts activations: sessions opened under an older credential are over. */
  readonly credentialVersion: number;
  readonly publicKey?: string;
  /** Of the one code that may activate it: a newer code and a revocation replace it. */
  readonly activationCodeHash?: string;
  readonly activatedAt?: string;
  /** When a device was paired with it for the first time. Absent: never, or before this was kept. */
  readonly pairedAt?: string;
  /** From when on all sign-ins at it are kept. */
  readonly signInsSince?: string;
  /** When it last announced itself, or an operator last signed in at it. */
  readonly seenAt?: string;
  readonly revokedAt?: string;
  readonly version: number;
}

/** `IMPORT`: the source of another system's documents, whose numbers are not checked for gaps and duplicates. */
export type TerminalKind = "IMPORT";

export interface NewTerminal {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly locationId: string;
  readonly kind?: TerminalKind;
}

/** Name and code as they are stored. */
export function cleanTerminal(input: NewTerminal): NewTerminal {
  return { ...input, code: cleanCode(input.code), name: cleanName(input.name) };
}

/** What screens take as a code: it begins receipt numbers, which people read out and type. Other programs may use any. */
export const TYPED_CODE = /^[\p{L}\p{M}\p{N}_-]+$/u;

export function terminalProblems(input: NewTerminal): Failure[] {
  const problems: Failure[] = [];
  const codeProblem = storedCodeProblem(input.code);
  const titleProblem = storedNameProblem(input.name);
  if (!isId("trm", input.id)) problems.push(failure("INVALID_ID", "The id is not trm_ and a ULID.", ["input", "id"]));
  if (codeProblem) problems.push(failure("INVALID_CODE", `The code ${codeProblem}.`, ["input", "code"]));
  if (titleProblem) problems.push(failure("INVALID_NAME", `The name ${titleProblem}.`, ["input", "name"]));
  return problems;
}

/** Crockford's base 32 without look-alikes, ten characters: 50 bits, valid for minutes. */
const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_CHARACTERS = 10;
export const CODE_MINUTES = 10;

/** @param random one byte a character */
export function activationCode(random: Uint8Array): string {
  const characters = Array.from(random.subarray(0, CODE_CHARACTERS), (byte) => CODE_ALPHABET[byte % 32] ?? "0").join(
    "",
  );
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}
