import { isMailAddress, writtenEmail } from "../../base/email.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanName, soughtCode, storedNameProblem, textProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Coverage, Role } from "../access/model.ts";
import { isWeakPassword, isWeakPin } from "./rules.ts";

/** A person who works for the merchant: at the dashboard by e-mail and password, at a terminal by number and PIN, or both. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly coverage: Coverage;
  readonly email?: string;
  readonly operatorNumber?: string;
  readonly disabled?: boolean;
  /** The PIN has fewer digits than an owner's or manager's new one. */
  readonly isPinShort?: boolean;
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
const PASSWORD_CHARACTERS_MIN = LIMITS.passwordCharactersMin;
export const PASSWORD_CHARACTERS_MAX = 128;
const PIN_DIGITS_MIN = 4;
export const PIN_DIGITS_MAX = 12;
/** Of owners and managers, whose PINs open more than a drawer. */
const HIGHER_PIN_DIGITS_MIN = 6;
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

/** Which secrets an input has to contain, or contains. */
export interface SecretsNeeded {
  readonly password: boolean;
  readonly pin: boolean;
}

/** @param merchantName no part of a password */
export function staffProblems(
  input: NewStaff,
  merchantName: string,
  needed: SecretsNeeded = { password: true, pin: true },
): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, message: string, field: string) =>
    problems.push(failure(code, message, ["input", field]));
  const named = storedNameProblem(input.name);
  if (!isId("stf", input.id)) add("INVALID_ID", "The id is not stf_ and a ULID.", "id");
  if (named) add("INVALID_NAME", `The name ${named}.`, "name");
  if (!input.email && !input.operatorNumber)
    add("INVALID_STAFF", "A staff member needs an e-mail address or an operator number to sign in.", "email");
  const places = input.locationIds?.length;
  if (places === 0 || (places ?? 0) > LOCATIONS_MAX)
    add("INVALID_LOCATIONS", `Name 1 to ${LOCATIONS_MAX} locations, or leave them out for all.`, "locationIds");
  if (input.email && !isMailAddress(input.email.trim())) add("INVALID_EMAIL", "This is no e-mail address.", "email");
  if (input.email && needed.password) problems.push(...passwordProblems(input, merchantName));
  if (input.operatorNumber && !isOperatorNumber(input.operatorNumber))
    add("INVALID_OPERATOR_NUMBER", "An operator number is 1 to 10 digits.", "operatorNumber");
  if (input.operatorNumber && needed.pin) problems.push(...pinProblems(input));
  return problems;
}

/** What an owner changes of a staff member: what is absent stays, null removes. */
export interface StaffChange {
  readonly staffId: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly role?: Role | null | undefined;
  /** Null: all locations. */
  readonly locationIds?: readonly string[] | null | undefined;
  readonly email?: string | null | undefined;
  readonly operatorNumber?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly pin?: string | null | undefined;
}

/** The staff member with the change applied, without its secrets. */
export function changedStaff(before: Staff, { locationIds, ...change }: StaffChange): Staff {
  const { name, role } = change;
  const coverage = locationIds === null ? "all" : locationIds;
  // An empty text counts as absent: an empty address or number is never taken.
  const email = change.email === undefined ? undefined : change.email ? writtenEmail(change.email) : null;
  const operatorNumber = change.operatorNumber === undefined ? undefined : change.operatorNumber || null;
  return patched<Staff>(before, { name, role, coverage, email, operatorNumber }, ["name", "role", "coverage"]);
}

/** What of a change cannot be; `after` is what the change would make of the staff member. */
export function changeProblems(
  { before, after }: { readonly before: Staff; readonly after: Staff },
  { staffId: _, version: __, ...change }: StaffChange,
  merchantName: string,
): Failure[] {
  const { id, name, role, coverage, email, operatorNumber } = after;
  const [password, pin] = [change.password ?? undefined, change.pin ?? undefined];
  const input: NewStaff = {
    ...{ id, name, role },
    ...(coverage === "all" ? {} : { locationIds: coverage }),
    ...(email === undefined ? {} : { email }),
    ...(operatorNumber === undefined ? {} : { operatorNumber }),
    ...(password === undefined ? {} : { password }),
    ...(pin === undefined ? {} : { pin }),
  };
  const isHigher = before.role === "CASHIER" && hasTooShortPin(after);
  const needed: SecretsNeeded = {
    password: password !== undefined || before.email === undefined,
    pin: pin !== undefined || before.operatorNumber === undefined || isHigher,
  };
  const given = new Set(Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field])));
  const asked = new Set([...given, ...(needed.password ? ["password"] : []), ...(needed.pin ? ["pin"] : [])]);
  const problems = staffProblems(input, merchantName, needed).filter(
    // What is stored may follow older rules: it stays as it is until it is changed.
    ({ code, path }) => code === "INVALID_STAFF" || asked.has(path[1] ?? ""),
  );
  if (password !== undefined && email === undefined)
    problems.push(failure("INVALID_EMAIL", "A password needs an e-mail address.", ["input", "email"]));
  if (pin !== undefined && operatorNumber === undefined)
    problems.push(failure("INVALID_OPERATOR_NUMBER", "A PIN needs an operator number.", ["input", "operatorNumber"]));
  return problems;
}

export function isOperatorNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text);
}

export function passwordProblems(
  { password = "", email = "", name }: Pick<NewStaff, "password" | "email" | "name">,
  merchantName: string,
): Failure[] {
  const path = ["input", "password"];
  const length = [...password].length;
  const text = textProblem(password, PASSWORD_CHARACTERS_MAX);
  const problem =
    length < PASSWORD_CHARACTERS_MIN
      ? `A password has at least ${PASSWORD_CHARACTERS_MIN} characters.`
      : length > PASSWORD_CHARACTERS_MAX
        ? `A password has at most ${PASSWORD_CHARACTERS_MAX} characters.`
        : text && `The password ${text}.`;
  if (problem !== undefined) return [failure("INVALID_PASSWORD", problem, path)];
  if (!isWeakPassword(password, [email, name, merchantName])) return [];
  const containsName = !isWeakPassword(password, []);
  const message = containsName
    ? "This password contains a name or an address that others know: leave it out."
    : "This password is easy to guess: use several words that others do not.";
  return [failure("WEAK_PASSWORD", message, path, { containsName })];
}

/** Four to twelve digits, six at least for owners and managers. */
export function pinProblems({
  pin = "",
  role,
  operatorNumber = "",
}: Pick<NewStaff, "pin" | "role" | "operatorNumber">) {
  const path = ["input", "pin"];
  const digitsMin = role === "CASHIER" ? PIN_DIGITS_MIN : HIGHER_PIN_DIGITS_MIN;
  if (pin.length < digitsMin || pin.length > PIN_DIGITS_MAX || !/^\d*$/.test(pin))
    return [failure("INVALID_PIN", `A PIN of this role is ${digitsMin} to ${PIN_DIGITS_MAX} digits.`, path)];
  if (!isWeakPin(pin, operatorNumber)) return [];
  return [failure("WEAK_PIN", "This PIN is easy to guess: no runs, repeats, dates or lines of the keypad.", path)];
}

/** Whether it would be too short for a new owner or manager. */
export function isShortPin(pin: string): boolean {
  return pin.length < HIGHER_PIN_DIGITS_MIN;
}

/** Whether a person may do more than sell by a PIN that no new owner or manager could have. */
export function hasTooShortPin({ role, isPinShort }: Staff): boolean {
  return role !== "CASHIER" && isPinShort === true;
}
