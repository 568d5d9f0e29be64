import { type BusinessDays, DAY_END_HOUR_MAX, type DayRule } from "../../base/business-day.ts";
import { isId } from "../../base/id.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanCode, cleanName, storedCodeProblem, storedNameProblem } from "../../base/text.ts";
import { isTimeZone } from "../../base/time.ts";
import {
  cleanReceiptTexts,
  type ReceiptLanguage,
  type ReceiptSettings,
  type ReceiptTexts,
  receiptProblems,
} from "../merchant/model.ts";

/** What a location has of its own on receipts; the rest is its merchant's. */
export interface OwnReceipt extends ReceiptTexts {
  readonly language?: ReceiptLanguage;
}

/**
 * A shop or a warehouse. Its zone and the hour at which its days end decide business days; its facts make its ledger. Its texts
 * go before the merchant's on receipts.
 */
export interface Location extends BusinessDays, OwnReceipt {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Of its own logo, which is a record beside it: sales read the location. Absent: its merchant's logo is on receipts. */
  readonly logoHash?: string;
  readonly version: number;
}

export interface NewLocation extends OwnReceipt, DayRule {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** A picture as a data URL. */
  readonly logo?: string;
}

/** A location as a client asks for it: null is the same as absent. */
export interface SentLocation extends Patch<OwnReceipt> {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly dayEndHour?: number | null | undefined;
  readonly logo?: string | null | undefined;
}

/** A change: an absent field stays as it is, null removes. */
export interface LocationPatch extends Patch<Pick<Location, "name">>, Patch<DayRule>, Patch<OwnReceipt> {
  readonly logo?: string | null | undefined;
  readonly locationId: string;
  readonly version: number;
}

/** Texts as they are stored, and what is given. */
export function cleanLocation({
  id,
  code,
  name,
  timeZone,
  dayEndHour,
  language,
  logo,
  ...where
}: SentLocation): NewLocation {
  const { header, address, phone, taxNumber, footer } = cleanReceiptTexts(where);
  return {
    ...{ id, code: cleanCode(code), name: cleanName(name), timeZone },
    ...(dayEndHour ? { dayEndHour } : {}),
    ...(language ? { language } : {}),
    ...(header ? { header } : {}),
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(taxNumber ? { taxNumber } : {}),
    ...(footer ? { footer } : {}),
    ...(typeof logo === "string" ? { logo } : {}),
  };
}

export function locationProblems(input: NewLocation): Failure[] {
  const problems: Failure[] = [];
  const codeProblem = storedCodeProblem(input.code);
  if (!isId("loc", input.id)) problems.push(failure("INVALID_ID", "The id is not loc_ and a ULID.", ["input", "id"]));
  if (codeProblem) problems.push(failure("INVALID_CODE", `The code ${codeProblem}.`, ["input", "code"]));
  return [...problems, ...fieldProblems(input)];
}

export function cleanLocationPatch(patch: LocationPatch): LocationPatch {
  const { name } = patch;
  return cleanReceiptTexts(typeof name === "string" ? { ...patch, name: cleanName(name) } : patch);
}

/** What is wrong with the fields that a location is created with and that may be changed. */
export function fieldProblems(input: Omit<LocationPatch, "locationId" | "version">): Failure[] {
  const { name, timeZone, dayEndHour } = input;
  const problems: Failure[] = [];
  const nameProblem = typeof name === "string" ? storedNameProblem(name) : undefined;
  if (nameProblem) problems.push(failure("INVALID_NAME", `The name ${nameProblem}.`, ["input", "name"]));
  if (typeof timeZone === "string" && !isTimeZone(timeZone))
    problems.push(failure("INVALID_TIME_ZONE", "The zone is no IANA time zone.", ["input", "timeZone"]));
  if (typeof dayEndHour === "number" && !isDayEndHour(dayEndHour)) {
    const message = `A day ends 0 to ${DAY_END_HOUR_MAX} hours after midnight.`;
    problems.push(failure("INVALID_DAY_END", message, ["input", "dayEndHour"]));
  }
  return [...problems, ...receiptProblems(input)];
}

function isDayEndHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour <= DAY_END_HOUR_MAX;
}

/** What is on a location's receipts: its own, else its merchant's. */
export function receiptOf(settings: ReceiptSettings, own: OwnReceipt): ReceiptSettings {
  const { header, language, address, phone, taxNumber, footer } = own;
  return {
    ...settings,
    ...(header && { header }),
    ...(language && { language }),
    ...(address && { address }),
    ...(phone && { phone }),
    ...(taxNumber && { taxNumber }),
    ...(footer && { footer }),
  };
}
