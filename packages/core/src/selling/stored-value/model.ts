import { isId, longId, shortId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Account, Fact } from "../../ledger/index.ts";

/**
 * An account of stored value: what the merchant owes the bearer of a gift card, or gives a customer as store credit. A gift
 * card's id follows from its code; store credit has the id of its customer. The account of what a customer buys on account is
 * the same with the other sign: below zero, the customer owes that much. Deposits on a quote are an account with the quote's id.
 */
export interface ValueAccount {
  readonly id: string;
  /** The end of a gift card's code, by which people recognise it. */
  readonly lastFour?: string;
  /** How far below zero it may go: what its customer may owe, as it was when the fact was made. Absent: not at all. */
  readonly limit?: number;
  /** How much it may hold: of deposits on a quote, what the quote comes to. Absent: any amount. */
  readonly most?: number;
}

/** What a fact puts on an account; below zero: takes from it. */
export interface ValueMove extends ValueAccount {
  readonly amount: number;
}

/** A fact that moves stored value. */
export interface MovesValue {
  readonly valueMoves?: readonly ValueMove[];
}

/** What an account holds, as its guard keeps it. */
export interface ValueState {
  readonly balance: number;
  /** Of a gift card that was ever used. */
  readonly lastFour?: string;
  readonly isBlocked?: true;
}

const CHART: { readonly [prefix: string]: Account } = { gft: "giftCards", acc: "receivables", dep: "customerDeposits" };

/** The account of the chart that has to come to what all accounts of this kind hold together. */
export function liabilityOf({ id }: ValueAccount): Account {
  return CHART[id.slice(0, 3)] ?? "storeCredit";
}

/** The account of what a customer owes. */
export function customerAccount(customerId: string, limit?: number): ValueAccount {
  return { id: longId("acc", shortId("cus", customerId)), ...(limit === undefined ? {} : { limit }) };
}

/** The account of what was paid on a quote before it is collected. */
export function depositAccount(quoteId: string, most?: number): ValueAccount {
  return { id: longId("dep", shortId("quo", quoteId)), ...(most === undefined ? {} : { most }) };
}

/** The account of what a customer has as store credit; none without a customer. */
export function storeCredit(customerId: string | undefined): ValueAccount | undefined {
  return customerId !== undefined && isId("cus", customerId) ? { id: customerId } : undefined;
}

/** Payments back: what is put on account or given as store credit goes to the customer, but what came from an account to that. */
export function backToCustomer<P extends { readonly method: string; readonly account?: ValueAccount }>(
  payments: readonly P[],
  customerId: string | undefined,
): P[] {
  const credit = storeCredit(customerId);
  if (credit === undefined) return [...payments];
  return payments.map((payment) => {
    if (payment.method === "ON_ACCOUNT") return { account: customerAccount(credit.id), ...payment };
    return payment.method === "STORE_CREDIT" ? { account: credit, ...payment } : payment;
  });
}

/** What a line that sells or loads a gift card puts on it: the card is named by its code, once sealed by its account. */
export interface GiftCardLine {
  readonly amount: number;
  readonly code?: string;
  readonly account?: ValueAccount;
}

/** A payment as far as it may name a gift card: by `giftCard` or, as older clients do, by its reference; once sealed by its account. */
interface SentPayment {
  readonly method: string;
  readonly giftCard?: string;
  readonly reference?: string;
  readonly account?: ValueAccount;
}

/** A request that may name gift cards. */
export interface SentCards {
  readonly lines: readonly { readonly quantity: string; readonly giftCard?: GiftCardLine }[];
  readonly payments: readonly SentPayment[];
}

function codeOf({ method, giftCard, reference }: SentPayment): string | undefined {
  return method === "GIFT_CARD" ? giftCard || reference || undefined : undefined;
}

/** Whether a request names a gift card by its code. */
export function namesCards({ lines, payments }: SentCards): boolean {
  return lines.some(({ giftCard }) => giftCard !== undefined) || payments.some((one) => codeOf(one) !== undefined);
}

/**
 * The request with the accounts of its gift cards in place of their codes. From here on no code is known, stored or compared.
 * @param accountOf the account of a clean code
 */
export function sealCards<T extends SentCards>(input: T, accountOf: (code: string) => ValueAccount): T {
  return {
    ...input,
    lines: input.lines.map((line) => {
      if (line.giftCard?.code === undefined) return line;
      const { amount, code } = line.giftCard;
      return { ...line, giftCard: { amount, account: accountOf(cleanCardCode(code)) } };
    }),
    payments: input.payments.map((payment) => {
      const code = codeOf(payment);
      if (code === undefined) return payment;
      const { giftCard: _, reference: __, ...rest } = payment;
      return { ...rest, account: accountOf(cleanCardCode(code)) };
    }),
  };
}

/** A line of a fact that sells or loads a gift card, or takes that back: it is money and no goods. */
export interface ValueLine {
  readonly total: number;
  readonly giftCard?: ValueAccount;
}

/** What lines put on gift cards: in the total of a sale, and in no figure of sales. */
export function issuedOn(lines: readonly ValueLine[] = []): number {
  let issued = 0;
  for (const { giftCard, total } of lines) if (giftCard !== undefined) issued += total;
  return issued;
}

/** What lines and payments move: a payment takes from the account that it names, one that is given back returns it. */
export function valueMovesOf(
  lines: readonly ValueLine[],
  payments: readonly { readonly amount: number; readonly account?: ValueAccount }[],
): MovesValue {
  const moves: ValueMove[] = [];
  const add = (account: ValueAccount | undefined, amount: number) => {
    if (account !== undefined && amount !== 0) moves.push({ ...account, amount });
  };
  for (const { giftCard, total } of lines) add(giftCard, total);
  for (const { account, amount } of payments) add(account, 0 - amount);
  return moves.length === 0 ? {} : { valueMoves: moves };
}

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_SYMBOLS = 15;
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** How many bytes a new code is made of. */
export const CARD_CODE_BYTES = RANDOM_SYMBOLS;

/**
 * A new code of a gift card: 15 random symbols (75 bits) and a check symbol.
 * @param random 15 bytes, cryptographically strong
 */
export function newCardCode(random: Uint8Array): string {
  const body = Array.from(random.subarray(0, RANDOM_SYMBOLS), (byte) => SYMBOLS[byte % SYMBOLS.length]).join("");
  return body + checkSymbol(body);
}

/** A code as it is typed or scanned, in its one form: without spaces and dashes, with the letters that look like digits as these. */
export function cleanCardCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** A code as people read it: in groups of four. */
export function shownCardCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Whether a clean code is one that a card may have: a typing mistake of one symbol, or of two neighbours, is found. */
export function isCardCode(code: string): boolean {
  return CODE.test(code) && checkSymbol(code.slice(0, RANDOM_SYMBOLS)) === code.at(-1);
}

/** Whether a text may be the end of a code. */
export function isCardCodeEnd(text: string): boolean {
  return /^[0-9A-Za-z]{1,4}$/.test(text);
}

/** What is shown and stored of a code. A text that is no code has none. */
export function lastFourOf(code: string): string {
  return CODE.test(code) ? code.slice(-4) : "0000";
}

/** Luhn's algorithm with 32 symbols. */
function checkSymbol(body: string): string {
  let sum = 0;
  let isDoubled = true;
  for (let index = body.length - 1; index >= 0; index--) {
    const value = SYMBOLS.indexOf(body.charAt(index)) * (isDoubled ? 2 : 1);
    sum += Math.floor(value / SYMBOLS.length) + (value % SYMBOLS.length);
    isDoubled = !isDoubled;
  }
  return SYMBOLS.charAt((SYMBOLS.length - (sum % SYMBOLS.length)) % SYMBOLS.length);
}

/** The balance of a gift card is changed by hand, or the card is blocked or released. */
export interface ValueAdjustmentInput {
  readonly id: string;
  /** In whose books it is. */
  readonly locationId: string;
  readonly giftCardId: string;
  /** Minor units; below zero: taken from the card. Absent: unchanged. */
  readonly amount?: number;
  /** Absent: unchanged. */
  readonly isBlocked?: boolean;
  readonly reason: string;
}

/** What a customer has as store credit is changed by hand. */
export interface CreditAdjustmentInput extends Omit<ValueAdjustmentInput, "giftCardId" | "isBlocked"> {
  readonly customerId: string;
}

export interface ValueAdjustmentFact extends Fact, MovesValue {
  readonly kind: "valueAdjustment";
  readonly locationId: string;
  readonly currency: string;
  readonly valueMoves: readonly ValueMove[];
  readonly isBlocked?: boolean;
  readonly reason: string;
}

export function adjustmentProblems({
  id,
  amount,
  isBlocked,
  reason,
}: Pick<ValueAdjustmentInput, "id" | "amount" | "isBlocked" | "reason">): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, message: string, field: string) =>
    problems.push(failure(code, message, ["input", field]));
  if (!isId("vad", id)) add("INVALID_ID", "The id is not vad_ and a ULID.", "id");
  if (amount !== undefined && (amount === 0 || Math.abs(amount) > LIMITS.factAmountMax))
    add("INVALID_AMOUNT", `An amount is not 0, and at most ${LIMITS.factAmountMax} minor units.`, "amount");
  if (amount === undefined && isBlocked === undefined)
    add("INVALID_AMOUNT", "An amount is added, or the card is blocked or released.", "amount");
  const problem = nameProblem(reason, LIMITS.noteCharactersMax);
  if (problem) add("INVALID_REASON", `The reason ${problem}.`, "reason");
  return problems;
}
