import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { LIMITS } from "../../base/limits.ts";
import { PERCENT_PLACES, PRICE_PLACES } from "../../base/money.ts";
import { type Failure, failure } from "../../base/result.ts";
import { storedCodeProblem, storedNameProblem } from "../../base/text.ts";
import { isCalendarDate, minuteOf } from "../../base/time.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Promotion, PromotionKind, PromotionScope, Timing } from "./model.ts";

/** The rule of a promotion: what people type. */
export type PromotionRule = Omit<Promotion, "id" | "isEnabled" | "createdAt" | "endedAt" | "version">;

const SCOPE_IDS_MAX = 200;
const PARTS_MAX = 10;
const UNITS_MAX = 1_000;
const MINIMUM_UNITS_MAX = 1_000_000;
const PRIORITY_MAX = 1_000;
const WHOLE = 100 * 10 ** PERCENT_PLACES;
/** As a price of the catalogue: 999,999,999.999999. */
const PRICE_MAX = 10 ** (9 + PRICE_PLACES) - 1;

type KindField = "percent" | "amount" | "isPerUnit" | "unitPrice" | "buyQuantity" | "getQuantity" | "parts";

/** What a kind needs, and what it may have beside. A field of another kind contradicts it. */
const FIELDS: {
  readonly [kind in PromotionKind]: { readonly needs: readonly KindField[]; readonly may: readonly KindField[] };
} = {
  PERCENT: { needs: ["percent"], may: [] },
  AMOUNT: { needs: ["amount"], may: ["isPerUnit"] },
  FIXED_PRICE: { needs: ["unitPrice"], may: [] },
  BUY_GET: { needs: ["buyQuantity", "getQuantity"], may: ["percent"] },
  BUNDLE: { needs: ["amount", "parts"], may: [] },
  CHEAPEST_FREE: { needs: ["buyQuantity"], may: ["percent"] },
};
const KIND_FIELDS: readonly KindField[] = [
  "percent",
  "amount",
  "isPerUnit",
  "unitPrice",
  "buyQuantity",
  "getQuantity",
  "parts",
];

export type AddProblem = (message: string, field: string, code?: FailureCode) => void;

/** Everything that is wrong with a rule, each with the field that it is about. */
export function ruleProblems(rule: PromotionRule): Failure[] {
  const problems: Failure[] = [];
  const add: AddProblem = (message, field, code = "INVALID_PROMOTION") =>
    problems.push(failure(code, message, ["input", ...field.split(".")]));
  const name = storedNameProblem(rule.name);
  if (name) add(`The name ${name}.`, "name", "INVALID_NAME");
  checkFields(rule, add);
  checkReward(rule, add);
  checkScope(rule, "", add);
  if (rule.groupIds.length > GROUPS_MAX) add(`There are at most ${GROUPS_MAX} groups.`, "groupIds");
  checkTimes(rule, add);
  checkConditions(rule, add);
  return problems;
}

function checkFields(rule: PromotionRule, add: AddProblem): void {
  const { needs, may } = FIELDS[rule.kind];
  for (const field of KIND_FIELDS) {
    const isThere = rule[field] !== undefined;
    if (!isThere && needs.includes(field)) add(`A promotion of the kind ${rule.kind} needs it.`, field);
    if (isThere && !needs.includes(field) && !may.includes(field))
      add(`A promotion of the kind ${rule.kind} has none.`, field);
  }
}

function checkReward(
  { percent, amount, unitPrice, kind, buyQuantity, getQuantity, parts }: PromotionRule,
  add: AddProblem,
): void {
  const least = kind === "BUNDLE" ? 0 : 1;
  if (percent !== undefined && !isDecimal(percent, PERCENT_PLACES, 1, WHOLE))
    add("A percentage is above 0 and at most 100, with up to six places.", "percent");
  if (unitPrice !== undefined && !isDecimal(unitPrice, PRICE_PLACES, 0, PRICE_MAX))
    add("A price is 0 to 999,999,999.999999, with up to six places.", "unitPrice");
  if (!isWithin(amount, least, LIMITS.factAmountMax))
    add(`An amount is ${least} to ${LIMITS.factAmountMax}.`, "amount");
  const groupMin = kind === "CHEAPEST_FREE" ? 2 : 1;
  if (!isWithin(buyQuantity, groupMin, UNITS_MAX)) add(`It is ${groupMin} to ${UNITS_MAX} units.`, "buyQuantity");
  if (!isWithin(getQuantity, 1, UNITS_MAX)) add(`It is 1 to ${UNITS_MAX} units.`, "getQuantity");
  if (parts === undefined) return;
  if (parts.length === 0 || parts.length > PARTS_MAX) add(`A bundle has 1 to ${PARTS_MAX} parts.`, "parts");
  for (const [index, part] of parts.entries()) {
    if (!isWithin(part.quantity, 1, UNITS_MAX)) add(`It is 1 to ${UNITS_MAX} units.`, `parts.${index}.quantity`);
    checkScope(part, `parts.${index}.`, add);
  }
}

const GROUPS_MAX = 50;

function checkScope({ productIds, categoryIds }: PromotionScope, at: string, add: AddProblem): void {
  if (productIds.length > SCOPE_IDS_MAX) add(`There are at most ${SCOPE_IDS_MAX} products.`, `${at}productIds`);
  if (categoryIds.length > SCOPE_IDS_MAX) add(`There are at most ${SCOPE_IDS_MAX} categories.`, `${at}categoryIds`);
}

/** What is wrong with when a rule counts. */
export function checkTimes(
  { startsOn, endsOn, startTime, endTime, weekdays }: Omit<Timing, "isEnabled" | "createdAt">,
  add: AddProblem,
): void {
  if (startsOn !== undefined && !isCalendarDate(startsOn)) add("It is no day of the calendar.", "startsOn");
  if (endsOn !== undefined && !isCalendarDate(endsOn)) add("It is no day of the calendar.", "endsOn");
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    add("The last day is not before the first.", "endsOn");
  for (const field of ["startTime", "endTime"] as const) {
    const time = field === "startTime" ? startTime : endTime;
    if (time !== undefined && minuteOf(time) === undefined) add("A time is HH:MM.", field, "INVALID_TIME");
  }
  if ((startTime === undefined) !== (endTime === undefined))
    add("Hours have a start and an end.", startTime === undefined ? "startTime" : "endTime");
  if (startTime !== undefined && startTime === endTime) add("The hours are empty.", "endTime");
  if (weekdays.some((day) => !isWithin(day, 1, 7)) || new Set(weekdays).size < weekdays.length)
    add("Weekdays are 1 (Monday) to 7, each once.", "weekdays");
}

function checkConditions(rule: PromotionRule, add: AddProblem): void {
  const { minimumAmount, minimumQuantity, couponCode, couponLimit, priority } = rule;
  if (!isWithin(minimumAmount, 1, LIMITS.factAmountMax)) add(`It is 1 to ${LIMITS.factAmountMax}.`, "minimumAmount");
  if (!isWithin(minimumQuantity, 1, MINIMUM_UNITS_MAX)) add(`It is 1 to ${MINIMUM_UNITS_MAX}.`, "minimumQuantity");
  const code = couponCode === undefined ? undefined : storedCodeProblem(couponCode);
  if (code) add(`The coupon code ${code}.`, "couponCode");
  if (!isWithin(couponLimit, 1, LIMITS.sequenceMax)) add(`It is 1 to ${LIMITS.sequenceMax}.`, "couponLimit");
  if (couponLimit !== undefined && couponCode === undefined) add("Only a coupon has a limit.", "couponLimit");
  if (!isWithin(priority, 1, PRIORITY_MAX)) add(`A priority is 1 to ${PRIORITY_MAX}.`, "priority");
}

/** What is absent is within. */
function isWithin(number: number | undefined, least: number, most: number): boolean {
  return number === undefined || (Number.isSafeInteger(number) && number >= least && number <= most);
}

function isDecimal(decimal: string, places: number, least: number, most: number): boolean {
  const scaled = toScaled(decimal, places);
  return canonicalDecimal(decimal) === decimal && scaled !== undefined && scaled >= least && scaled <= most;
}
