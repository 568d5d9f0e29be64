import { isMailAddress } from "../../base/email.ts";
import { isId } from "../../base/id.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanName, soughtCode, storedNameProblem, textProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Coverage, Role } from "../access/model.ts";

/** A person who works for the merchant: at the dashboard by e-mail and password, at a terminal by number and PIN, or both. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly coverage: Coverage;
  readonly email?: string;
  readonly operatorNumber?: string;
  readonly disabled?: boolean;
  readonly version: number;
}

export interface NewStaff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Absent: all locations. */
  readonly locationIds?: readonly string[];
  readonly email?: string;
  readonly password?: string;
  readonly operatorNumber?: string;
  readonly pin?: string;
}

export const EMAIL_CHARACTERS_MAX = 320;
const PASSWORD_CHARACTERS_MIN = 12;
export const PASSWORD_CHARACTERS_MAX = 128;
export const PIN_DIGITS_MAX = 12;
/** They stand in the person's record, which every request of theirs reads. */
const LOCATIONS_MAX = 1_000;

/** A name as it is stored, and an operator number as it is typed at a terminal. */
export function cleanStaff<S extends Pick<NewStaff, "name" | "operatorNumber">>(input: S): S {
  const { operatorNumber } = input;
  const number = operatorNumber === undefined ? {} : { operatorNumber: typedNumber(operatorNumber) };
  return { ...input, name: cleanName(input.name), ...number };
}

/** Digits of another width, as a Chinese keyboard types them, are the same. */
export function typedNumber(text: string): string {
  return text.length > 40 ? text : soughtCode(text.normalize("NFKC"));
}

export function staffProblems(input: NewStaff): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, message: string, field: string) =>
    problems.push(failure(code, message, ["input", field]));
  const named = storedNameProblem(input.name);
  if (!isId("stf", input.id)) add("INVALID_ID", "The id is not stf_ and a ULID.", "id");
  if (named) add("INVALID_NAME", `The name ${named}.`, "name");
  if (!input.email && !input.operatorNumber)
    add("INVALID_STAFF", "Somebody needs an e-mail address or an operator number to sign in.", "email");
  const places = input.locationIds?.length;
  if (places === 0 || (places ?? 0) > LOCATIONS_MAX)
    add("INVALID_LOCATIONS", `Name 1 to ${LOCATIONS_MAX} locations, or leave them out for all.`, "locationIds");
  if (input.email && !isMailAddress(input.email.trim())) add("INVALID_EMAIL", "This is no e-mail address.", "email");
  if (input.email && passwordProblem(input.password ?? ""))
    add("INVALID_PASSWORD", passwordProblem(input.password ?? "") ?? "", "password");
  if (input.operatorNumber && !isOperatorNumber(input.operatorNumber))
    add("INVALID_OPERATOR_NUMBER", "An operator number is 1 to 10 digits.", "operatorNumber");
  if (input.operatorNumber && pinProblem(input.pin ?? "")) add("INVALID_PIN", pinProblem(input.pin ?? "") ?? "", "pin");
  return problems;
}

export function isOperatorNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text);
}

export function passwordProblem(password: string): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_CHARACTERS_MIN) return `A password has at least ${PASSWORD_CHARACTERS_MIN} characters.`;
  if (length > PASSWORD_CHARACTERS_MAX) return `A password has at most ${PASSWORD_CHARACTERS_MAX} characters.`;
  const problem = textProblem(password, PASSWORD_CHARACTERS_MAX);
  return problem && `The password ${problem}.`;
}

/** Four to twelve digits that are not what everybody tries first: one digit over and over, or a run up or down. */
export function pinProblem(pin: string): string | undefined {
  if (!/^\d{4,12}$/.test(pin)) return "A PIN is 4 to 12 digits.";
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === 9) ? "This PIN is too easy to guess." : undefined;
}
