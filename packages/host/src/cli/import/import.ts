import type { Clock } from "@pos/core/base/context.ts";
import { factHeaders, readHead } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { readDocuments, type SourceDocument } from "./documents.ts";
import { documentId, withoutTime } from "./identity.ts";
import { importMerchant } from "./merchant.ts";
import { recordDocuments } from "./record.ts";
import { type ImportShop, openImportShop } from "./shop.ts";
import { count, emptySummary, type ImportSummary } from "./summary.ts";

export interface ImportOptions {
  readonly table: Table;
  readonly clock: Clock;
  /** Where the credentials of a new merchant go. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly merchantId?: string;
  /** Each document is recorded and booked before the next: slower, and everything is in the order of time. */
  readonly oneByOne?: boolean;
  /** Resolves when every fact recorded so far is booked. */
  readonly bookAll: () => Promise<void>;
  readonly progress?: (done: number, total: number | undefined, what: string) => void;
  /** Hears of each batch once it is recorded for good. */
  readonly recorded?: (documents: readonly SourceDocument[]) => void;
  /** Hears where a new merchant's credentials are, before anything is recorded. */
  readonly madeMerchant?: (credentialsPath: string) => Promise<void>;
}

/**
 * Imports files of the Online Retail data set: everything they say happened is recorded by the commands of the API and booked
 * by the reader of the change stream. Safe to be ended at any moment and to be run again: what is there is found by its id.
 * @throws CommandFailed with a message for the user; nothing is recorded then
 */
export async function importOnlineRetail(options: ImportOptions): Promise<ImportSummary> {
  const { progress = () => {} } = options;
  const { documents, problems } = await readDocuments(new Set(options.files), (rows) =>
    progress(rows, undefined, "rows read"),
  );
  const summary = emptySummary();
  summary.problems.push(...problems);
  const { merchant, owner, credentialsPath } = await importMerchant(options);
  if (credentialsPath !== undefined) await options.madeMerchant?.(credentialsPath);
  const shop = await openImportShop(merchant, owner, documents, (done, total) =>
    progress(done, total, "articles and customers"),
  );
  const fresh = await withoutRetimed(options.table, shop, documents, summary);
  const bookedBefore = await position(options.table, shop);
  let parts = 0;
  let done = 0;
  await inOrder(batchesOf(fresh, options.oneByOne ?? false), options.oneByOne ? 1 : BATCHES_AT_ONCE, async (batch) => {
    const outcomes = await recordDocuments(shop, batch);
    if (options.oneByOne) await options.bookAll();
    for (const [index, document] of batch.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      count(summary, document, outcome);
      if (outcome.status === "new") parts += outcome.fact.parts;
    }
    done += batch.length;
    options.recorded?.(batch);
    progress(done, fresh.length, "documents recorded");
  });
  const booked = async () => (await position(options.table, shop)) - bookedBefore;
  await untilBooked(options, async () => progress(await booked(), parts, "parts booked"));
  const missing = parts - (await booked());
  if (missing > 0)
    summary.problems.push(`${missing} parts are not booked; they are tried again, and the log says why.`);
  return summary;
}

/**
 * Without documents whose number was recorded with another time: a part of their rows came with an earlier run, and under an
 * id of its own it would be recorded beside it.
 */
async function withoutRetimed(
  table: Table,
  { merchantId, locationId }: ImportShop,
  documents: readonly SourceDocument[],
  summary: ImportSummary,
): Promise<SourceDocument[]> {
  const recordedIds = new Map<string, string>();
  for await (const { pk } of factHeaders(table, { merchantId, ledgerId: locationId })) {
    const id = pk.slice(merchantId.length + 1);
    recordedIds.set(withoutTime(id), id);
  }
  return documents.filter((document) => {
    const id = documentId(merchantId, document);
    const recorded = recordedIds.get(withoutTime(id)) ?? id;
    if (recorded !== id)
      summary.problems.push(
        `Document ${document.number} of ${document.occurredAt}: ID_CONFLICT: It was recorded with another time as ${recorded}.`,
      );
    return recorded === id;
  });
}

/** What one call takes, and what is on its way at once: enough to fill a commit while another is on its way to the disk. */
const BATCH_DOCUMENTS_MAX = 100;
const BATCH_LINES_MAX = 2000;
const BATCHES_AT_ONCE = 2;

function* batchesOf(documents: readonly SourceDocument[], oneByOne: boolean): Generator<SourceDocument[]> {
  let batch: SourceDocument[] = [];
  let lines = 0;
  for (const document of documents) {
    const isFull =
      batch.length >= (oneByOne ? 1 : BATCH_DOCUMENTS_MAX) || lines + document.lines.length > BATCH_LINES_MAX;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      lines = 0;
    }
    batch.push(document);
    lines += document.lines.length;
  }
  if (batch.length > 0) yield batch;
}

/** Starts the jobs in order, a few at once; after a failure no other is started, and none is left behind. */
async function inOrder<T>(things: Iterable<T>, atOnce: number, job: (thing: T) => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  try {
    for (const thing of things) {
      if (running.length >= atOnce) await running.shift();
      const started = job(thing);
      // Heard where it is waited for, which may be later than it fails.
      started.catch(() => {});
      running.push(started);
    }
    for (const started of running) await started;
  } finally {
    await Promise.allSettled(running);
  }
}

const TELL_MILLISECONDS = 250;

/** Waits for the booking consumer and reports its progress. */
async function untilBooked({ bookAll }: ImportOptions, tell: () => Promise<void>): Promise<void> {
  let telling: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    telling = telling.then(tell);
    telling.catch(() => {});
  }, TELL_MILLISECONDS);
  try {
    await bookAll();
  } finally {
    clearInterval(timer);
  }
  await telling;
  await tell();
}

async function position(table: Table, { merchantId, locationId }: ImportShop): Promise<number> {
  return (await readHead(table, merchantId, locationId)).position;
}
