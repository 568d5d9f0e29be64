import { LIMITS } from "../../base/limits.ts";
import { instantMilliseconds, notAhead } from "../../base/time.ts";
import {
  balanceKey,
  type Fact,
  type Flag,
  factIdOf,
  factKey,
  factsIndexPk,
  readBalance,
  readHeader,
} from "../../ledger/index.ts";
import type { Context, OperatorCaller, TerminalCaller } from "../../people/access/index.ts";
import { firstKeys, type Table } from "../../table/port/port.ts";
import { RECEIPT_BLOCK, RECEIPTS, receiptBlockKey } from "./booking.ts";
import { isSale, type SaleInput } from "./model.ts";
import { blockOf } from "./receipts.ts";

/** A receipt of a terminal: its number and when it was made, by a clock that does not run ahead. */
interface Made {
  readonly sequence: number;
  readonly at: string;
}

/** Facts that may not be booked yet, among which the receipt before is looked for. */
const UNBOOKED_MAX = 25;
const BEHIND_MILLISECONDS = LIMITS.clockBehindMinutes * 60_000;

/**
 * Compares the times of a batch with the receipts before: a terminal counts and its clock goes on, so a later number has no
 * earlier time. It reads the terminal's receipts and one fact for a batch, and a few more facts where the receipt before is
 * not booked yet.
 * @returns the flags of a sale of the batch
 */
export async function timesCompared(
  context: Context,
  caller: OperatorCaller | TerminalCaller,
  inputs: readonly SaleInput[],
): Promise<(input: SaleInput) => Flag[]> {
  const now = context.clock.now();
  const sent = inputs.map(({ sequence, occurredAt }): Made => ({ sequence, at: notAhead(occurredAt, now) }));
  const numbers = new Set(sent.map(({ sequence }) => sequence));
  const first = [...numbers].filter((sequence) => sequence > 1 && !numbers.has(sequence - 1));
  const before = await Promise.all(first.map((sequence) => receiptBefore(context, caller, sequence)));
  const ascending = [...before.flatMap((made) => made ?? []), ...sent].sort((a, b) => a.sequence - b.sequence);
  return ({ sequence, occurredAt }) => {
    const previous = ascending.findLast((made) => made.sequence < sequence);
    if (!previous || instantMilliseconds(occurredAt) >= instantMilliseconds(previous.at) - BEHIND_MILLISECONDS)
      return [];
    return [
      {
        code: "TIME_BEFORE_PREVIOUS",
        message: `It happened at ${occurredAt}; receipt ${previous.sequence} before it at ${previous.at}.`,
        details: {
          occurredAt: { instant: occurredAt },
          previous: { text: String(previous.sequence) },
          previousAt: { instant: previous.at },
        },
      },
    ];
  };
}

/** The stored receipt with the highest number below this one, as far as it is near. */
async function receiptBefore(
  context: Context,
  caller: OperatorCaller | TerminalCaller,
  sequence: number,
): Promise<Made | undefined> {
  const { table } = context;
  const { merchantId, locationId, terminalId } = caller;
  const [receiptsItem, blockItem] = await table.batchGet([
    balanceKey(merchantId, locationId, RECEIPTS, terminalId),
    balanceKey(merchantId, locationId, RECEIPT_BLOCK, receiptBlockKey(terminalId, blockOf(sequence - 1))),
  ]);
  const receipts = readBalance(RECEIPTS, receiptsItem);
  const numbers = { ...readBalance(RECEIPT_BLOCK, blockItem).numbers, ...receipts.current };
  const booked = Math.max(
    ...Object.keys(numbers)
      .map(Number)
      .filter((number) => number < sequence),
    0,
  );
  const saleId = numbers[String(booked)]?.[0];
  const [item, unbooked] = await Promise.all([
    saleId === undefined ? undefined : table.get(factKey(merchantId, saleId)),
    booked < sequence - 1 && receipts.highest < sequence ? unbookedReceipts(context, caller) : [],
  ]);
  const found = [...(item ? madeOf(readHeader(item), terminalId) : []), ...unbooked];
  const below = found.filter((made) => made.sequence < sequence).sort((a, b) => b.sequence - a.sequence);
  return below[0];
}

/** The terminal's receipts among the newest facts of its location. */
async function unbookedReceipts(
  { table }: Context,
  { merchantId, locationId, terminalId }: OperatorCaller | TerminalCaller,
): Promise<Made[]> {
  const newest = await newestFacts(table, merchantId, locationId);
  return newest.flatMap((fact) => madeOf(fact, terminalId));
}

/** The newest facts of a location, without their lines: those that may not be booked yet are among them. */
export async function newestFacts(table: Table, merchantId: string, locationId: string): Promise<Fact[]> {
  const pk = factsIndexPk(merchantId, locationId);
  const keys = await firstKeys(table, { index: "gsi1", pk, limit: UNBOOKED_MAX, reverse: true });
  const items = keys.length === 0 ? [] : await table.batchGet(keys.map((key) => factKey(merchantId, factIdOf(key))));
  return items.flatMap((item) => (item ? [readHeader(item)] : []));
}

function madeOf(fact: Fact, terminalId: string): Made[] {
  if (!isSale(fact) || fact.terminalId !== terminalId) return [];
  const { sequence, occurredAt, recordedAt } = fact;
  return [{ sequence, at: notAhead(occurredAt, recordedAt) }];
}
