import { dayStart } from "../../base/business-day.ts";
import { dayAfter } from "../../base/time.ts";
import { findVariants } from "../../goods/catalog/index.ts";
import {
  countOpenExceptions,
  type Fact,
  factKey,
  listExceptions,
  readChunks,
  type StoredException,
} from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import type { Location } from "../../people/location/index.ts";
import { merchantTerminals } from "../../people/terminal/index.ts";
import { isReversal } from "../../selling/refund/index.ts";
import { isSale } from "../../selling/sale/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import type { NamedException, Reconciliation } from "./model.ts";
import { relatedSales } from "./records.ts";

const EXCEPTIONS_SHOWN = 50;

/** What was raised on a day and is still open: the latest with what they are about, and the number of all. */
export async function openExceptionsOf(
  context: Context,
  location: Location,
  day: string,
): Promise<Pick<Reconciliation, "openExceptions" | "openExceptionCount">> {
  const { table, caller } = context;
  const { id } = location;
  const from = dayStart(day, location);
  // The index begins with the instant: keys below the next day's first are of this day or older.
  const before = dayStart(dayAfter(day), location);
  const { exceptions: rows } = await listExceptions(table, caller.merchantId, id, {
    open: true,
    limit: EXCEPTIONS_SHOWN,
    before,
  });
  const exceptions = rows.flatMap(({ exception }) => (exception.raisedAt >= from ? [exception] : []));
  const openExceptionCount =
    exceptions.length < EXCEPTIONS_SHOWN
      ? exceptions.length
      : await countOpenExceptions(table, caller.merchantId, id, { from, before });
  return { openExceptions: await named(context, exceptions), openExceptionCount };
}

async function named(context: Context, exceptions: readonly StoredException[]): Promise<NamedException[]> {
  // One sale may have several exceptions, and a batch names each key once.
  const names = await namesOf(context, [...new Set(exceptions.map(({ subject }) => subject))]);
  return exceptions.map((exception) => {
    const subjectName = names.get(exception.subject);
    return subjectName === undefined ? exception : { ...exception, subjectName };
  });
}

/** A variant, or its level at a location. */
const VARIANT_SUBJECT = /^(?:loc_\w+\.)?(var_\w+)$/;

async function namesOf(context: Context, subjects: readonly string[]): Promise<Map<string, string>> {
  const { table } = context;
  const { merchantId } = context.caller;
  const names = new Map<string, string>();
  const levels = subjects.flatMap((subject) => {
    const id = VARIANT_SUBJECT.exec(subject)?.[1];
    return id === undefined ? [] : [{ subject, id }];
  });
  const variants = await findVariants(
    table,
    merchantId,
    levels.map(({ id }) => ({ id })),
  );
  for (const [index, { subject }] of levels.entries()) {
    const variant = variants[index];
    if (variant) names.set(subject, variant.title ?? variant.name);
  }
  if (subjects.some((subject) => subject.startsWith("trm_")))
    for (const { id, name } of await merchantTerminals(table, merchantId)) names.set(id, name);
  for (const [id, number] of await receiptNumbers(context, subjects)) names.set(id, number);
  return names;
}

/** Of sales their own, of refunds that of their sale. */
async function receiptNumbers(context: Context, subjects: readonly string[]): Promise<Map<string, string>> {
  const facts = await factsOf(
    context,
    subjects.filter((subject) => subject.startsWith("sal_") || subject.startsWith("ref_")),
  );
  const refunds = facts.filter(isReversal);
  const sales = await relatedSales(context, refunds);
  const numbers = new Map(facts.filter(isSale).map(({ id, receiptNumber }) => [id, receiptNumber]));
  for (const { id, relatedFactId } of refunds) {
    const sale = relatedFactId === undefined ? undefined : sales.get(relatedFactId);
    if (sale) numbers.set(id, sale.receiptNumber);
  }
  return numbers;
}

async function factsOf({ table, caller }: Context, ids: readonly string[]): Promise<Fact[]> {
  const headers = await batchGetAll(
    table,
    ids.map((id) => factKey(caller.merchantId, id)),
  );
  const found = headers.flatMap((header) => header ?? []);
  return Promise.all(found.map(async (header) => (await readChunks<Fact>(table, header)).fact));
}
