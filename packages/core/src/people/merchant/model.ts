import { isCountry } from "../../base/country.ts";
import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { parsePicture } from "../../base/image.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits, PERCENT_PLACES } from "../../base/money.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { areAlike, SCALE_LAYOUTS_MAX, scaleLayoutProblem } from "../../base/scale-code.ts";
import { cleanLines, cleanName, storedLinesProblem, storedNameProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Role } from "../access/model.ts";

/** The tenant. Every amount of it is counted in its one currency, which is fixed from the first record on. */
export interface Merchant {
  readonly id: string;
  readonly name: string;
  /** Two letters of ISO 3166-1. Decides how a country writes dates and calls its tax. */
  readonly country?: string;
  readonly currency: string;
  /** Cash payments are rounded to a multiple of this many minor units; 1: not at all. */
  readonly cashStep: number;
  /** What people may do up to a limit. Absent, and a role without an entry: without a limit. */
  readonly limits?: LimitsByRole;
  /** An article of which the level shows none is not sold online. Absent: it is. */
  readonly refusesOutOfStock?: boolean;
  /** A payment is given back by its own method only. Absent: by any. */
  readonly refundsToSameMethod?: boolean;
  /** A refund without a sale names its customer. Absent: it may. */
  readonly refundNeedsCustomer?: boolean;
  /** Another price than the shop's is charged with a reason only. Absent: it need not have one. */
  readonly overrideNeedsReason?: boolean;
  /** How codes that scales print contain a weight or price (`base/scale-code.ts`). Absent: none does. */
  readonly scaleLayouts?: readonly string[];
  /** The first steps are not shown any more. */
  readonly isSetupHidden?: boolean;
  /** Its own ways to pay by their ids, the ended ones too. Absent: none. */
  readonly paymentMethods?: OwnPaymentMethods;
  /** What a terminal offers as a tip, in percent: canonical decimals. Absent: it asks for none. */
  readonly tipPercents?: readonly string[];
  /** The most cash that is handed out with a payment by card, minor units. Absent: none. */
  readonly cashBackMax?: number;
  /** The most that gift cards pay at a terminal while the server cannot be asked, minor units. Absent: nothing. */
  readonly giftCardOfflineMax?: number;
  /** Absent: 1. */
  readonly version?: number;
}

export type OwnPaymentMethods = { readonly [id: string]: OwnPaymentMethod };

/** A way to pay that the merchant settles elsewhere, for example meal vouchers: of the kind OTHER. */
export interface OwnPaymentMethod {
  readonly id: string;
  readonly name: string;
  /** Shown where the language is Chinese. Absent: the name. */
  readonly chineseName?: string;
  /** What is handed over beyond the amount is given back in cash. */
  readonly givesChange: boolean;
  /** The terminal asks for a reference. */
  readonly asksReference: boolean;
  /** No longer taken from then on; old documents keep it. */
  readonly endedAt?: string;
  readonly version: number;
  /** Of the request that created it. */
  readonly requestHash: string;
}

/** How many tips a terminal offers. */
const TIP_PERCENTS_MAX = 4;

export type LimitsByRole = { readonly [role in Role]?: RoleLimits };

/** The limits of a role. Absent: none. */
export interface RoleLimits {
  /** The most that the discounts of a sale may come to, in percent of its price before discounts: a canonical decimal. */
  readonly discountPercent?: string;
  /** The most that a refund without a sale may come to, minor units. */
  readonly unlinkedRefund?: number;
}

/** With which limits a new merchant starts: a manager refunds up to 1,000 of most currencies without a sale. */
export function newMerchantLimits(currency: string): LimitsByRole {
  const digits = minorDigits(currency);
  // A currency without minor units has units of about a hundredth of the others' worth.
  const unlinkedRefund = 1_000 * 10 ** (digits === 0 ? 2 : digits);
  return { CASHIER: { discountPercent: "20" }, MANAGER: { unlinkedRefund } };
}

/** The merchant's own fields that people change in its settings. */
export type MerchantFields = Pick<
  Merchant,
  | "name"
  | "country"
  | "cashStep"
  | "refusesOutOfStock"
  | "refundsToSameMethod"
  | "refundNeedsCustomer"
  | "overrideNeedsReason"
  | "scaleLayouts"
  | "isSetupHidden"
  | "tipPercents"
  | "cashBackMax"
  | "giftCardOfflineMax"
>;

/** A change of the settings: an absent field stays as it is, null removes. */
export interface MerchantPatch extends Patch<MerchantFields>, Patch<ReceiptSettings> {
  readonly version: number;
}

/** No percentages, and nothing that may be handed out or taken, count as absent. */
export function cleanMerchantPatch(patch: MerchantPatch): MerchantPatch {
  const { name, tipPercents, cashBackMax, giftCardOfflineMax } = patch;
  return cleanReceiptTexts({
    ...patch,
    ...(typeof name === "string" ? { name: cleanName(name) } : {}),
    ...(tipPercents?.length === 0 ? { tipPercents: null } : {}),
    ...(cashBackMax === 0 ? { cashBackMax: null } : {}),
    ...(giftCardOfflineMax === 0 ? { giftCardOfflineMax: null } : {}),
  });
}

export function merchantPatchProblems(patch: MerchantPatch): Failure[] {
  const { name, country, cashStep } = patch;
  const problems: Failure[] = [];
  const nameProblem = typeof name === "string" ? storedNameProblem(name) : undefined;
  if (nameProblem) problems.push(failure("INVALID_NAME", `The name ${nameProblem}.`, ["input", "name"]));
  if (typeof country === "string" && !isCountry(country))
    problems.push(failure("INVALID_COUNTRY", "ISO 3166 has no such country.", ["input", "country"]));
  if (typeof cashStep === "number" && !isCashStep(cashStep)) problems.push(invalidCashStep(["input", "cashStep"]));
  return [...problems, ...tenderProblems(patch), ...scaleLayoutProblems(patch), ...receiptProblems(patch)];
}

function tenderProblems({ tipPercents, cashBackMax, giftCardOfflineMax }: MerchantPatch): Failure[] {
  const problems: Failure[] = [];
  for (const [index, percent] of (tipPercents ?? []).entries())
    if (!isPercent(percent) || percent === "0" || tipPercents?.indexOf(percent) !== index) {
      const message = "A tip is above 0 and at most 100 percent, with up to six places, and is offered once.";
      problems.push(failure("INVALID_TIP", message, ["input", "tipPercents", String(index)]));
    }
  if (tipPercents && tipPercents.length > TIP_PERCENTS_MAX)
    problems.push(failure("INVALID_TIP", `At most ${TIP_PERCENTS_MAX} tips are offered.`, ["input", "tipPercents"]));
  const isLimit = (value: number | null = null) => value === null || (value >= 0 && value <= LIMITS.factAmountMax);
  const range = `0 to ${LIMITS.factAmountMax} minor units`;
  if (!isLimit(cashBackMax))
    problems.push(failure("INVALID_CASH_BACK", `Cash back is limited to ${range}.`, ["input", "cashBackMax"]));
  if (!isLimit(giftCardOfflineMax)) {
    const message = `Gift cards pay ${range} while the server cannot be asked.`;
    problems.push(failure("INVALID_LIMIT", message, ["input", "giftCardOfflineMax"]));
  }
  return problems;
}

function scaleLayoutProblems({ scaleLayouts }: MerchantPatch): Failure[] {
  const layouts = scaleLayouts ?? [];
  const path = ["input", "scaleLayouts"];
  const invalid = (message: string, ...at: string[]) => failure("INVALID_SCALE_LAYOUT", message, [...path, ...at]);
  if (layouts.length > SCALE_LAYOUTS_MAX) return [invalid(`There are at most ${SCALE_LAYOUTS_MAX} layouts.`)];
  return layouts.flatMap((layout, index) => {
    const problem = scaleLayoutProblem(layout);
    if (problem !== undefined) return [invalid(`A layout ${problem}.`, String(index))];
    const isTwice = layouts.slice(0, index).some((before) => areAlike(before, layout));
    return isTwice ? [invalid("A code could be read by this layout and by one before it.", String(index))] : [];
  });
}

/** More would round away what people pay. */
export function isCashStep(step: number): boolean {
  return Number.isSafeInteger(step) && step >= 1 && step <= LIMITS.cashStepMax;
}

export function invalidCashStep(path: readonly string[]): Failure {
  const message = `Cash is rounded to a whole number of 1 to ${LIMITS.cashStepMax} minor units.`;
  return failure("INVALID_CASH_STEP", message, path);
}

export interface RoleLimitsPatch extends Patch<RoleLimits> {
  readonly role: Role;
  readonly version: number;
}

export function limitProblems({ discountPercent, unlinkedRefund }: RoleLimitsPatch): Failure[] {
  const problems: Failure[] = [];
  if (discountPercent !== undefined && discountPercent !== null && !isPercent(discountPercent)) {
    const message = "A limit of discounts is 0 to 100 percent, with up to six places.";
    problems.push(failure("INVALID_LIMIT", message, ["input", "discountPercent"]));
  }
  if (typeof unlinkedRefund === "number" && !(Number.isSafeInteger(unlinkedRefund) && unlinkedRefund >= 0)) {
    const message = "A limit of refunds is a whole number of minor units of at least 0.";
    problems.push(failure("INVALID_LIMIT", message, ["input", "unlinkedRefund"]));
  }
  return problems;
}

function isPercent(text: string): boolean {
  const scaled = toScaled(text, PERCENT_PLACES);
  return canonicalDecimal(text) === text && scaled !== undefined && scaled >= 0 && scaled <= 100 * 10 ** PERCENT_PLACES;
}

/** Where a shop is, how it is reached and what it promises, as its receipts have it. A location's own go before its merchant's. */
export interface ReceiptTexts {
  /** Several lines below the name: what the shop is, when it is open. */
  readonly header?: string;
  /** Several lines. */
  readonly address?: string;
  readonly phone?: string;
  /** The number under which tax is declared, for example of VAT. */
  readonly taxNumber?: string;
  /** Several lines at the end: how goods may be returned, a word of thanks. */
  readonly footer?: string;
}

/** What is on a merchant's receipts beside the sale. */
export interface ReceiptSettings extends ReceiptTexts {
  /** A picture as a data URL. */
  readonly logo?: string;
  /** Absent: Chinese in China, else English. */
  readonly language?: ReceiptLanguage;
}

export type ReceiptLanguage = "EN" | "ZH_HANS";

const RECEIPT_LIMITS = {
  address: { characters: 300, lines: 6 },
  header: { characters: 200, lines: 4 },
  footer: { characters: 500, lines: 12 },
  numberCharacters: 40,
} as const;

type Texts = Patch<Omit<ReceiptSettings, "language">>;

const CLEANERS = {
  ...{ header: cleanLines, address: cleanLines, footer: cleanLines },
  ...{ phone: cleanName, taxNumber: cleanName },
} as const;

/** Texts as they are stored. One that is empty removes what was there. */
export function cleanReceiptTexts<T extends Texts>(input: T): T {
  const fields = Object.keys(CLEANERS) as (keyof typeof CLEANERS)[];
  const cleaned = fields.flatMap((field) => {
    const text = input[field];
    return typeof text === "string" ? [[field, CLEANERS[field](text) || null]] : [];
  });
  return { ...input, ...Object.fromEntries(cleaned) };
}

/** What is wrong with texts that `cleanReceiptTexts` made, and with the picture. */
export function receiptProblems(input: Texts): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, field: string, problem: string | undefined) => {
    if (problem) problems.push(failure(code, `The ${field} ${problem}.`, ["input", field]));
  };
  const { header, address, phone, taxNumber, footer, logo } = input;
  const number = { characters: RECEIPT_LIMITS.numberCharacters, lines: 1 };
  if (header) add("INVALID_HEADER", "header", storedLinesProblem(header, RECEIPT_LIMITS.header));
  if (address) add("INVALID_ADDRESS", "address", storedLinesProblem(address, RECEIPT_LIMITS.address));
  if (phone) add("INVALID_PHONE", "phone", storedLinesProblem(phone, number));
  if (taxNumber) add("INVALID_TAX_NUMBER", "taxNumber", storedLinesProblem(taxNumber, number));
  if (footer) add("INVALID_FOOTER", "footer", storedLinesProblem(footer, RECEIPT_LIMITS.footer));
  if (typeof logo === "string") {
    const picture = parsePicture(logo);
    if (typeof picture === "string") add("INVALID_LOGO", "logo", picture);
  }
  return problems;
}
