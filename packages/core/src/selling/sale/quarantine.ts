import type { Json } from "../../base/canonical.ts";
import { LIMITS } from "../../base/limits.ts";
import { exceptionCallWrite, exceptionKey, readException } from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import { type Item, itemsOf, type Table, type Write } from "../../table/port/port.ts";
import type { SaleFact, SaleInput } from "./model.ts";
import { COPY_SK_PREFIX, copiesPk, copyCount, copyCountKey, copyKey } from "./records.ts";

/**
 * A copy with the id of a stored sale and other content is a sale that may be lost: it is kept, and a manager is told. The
 * stored sale stays as it is. Sent again, it is kept once.
 * @param terminalId of the terminal that sent the copy
 * @returns `full` when too many copies of this terminal wait: nothing is kept, the terminal must keep it
 */
export async function quarantine(
  context: Context,
  stored: SaleFact,
  copy: { readonly input: SaleInput; readonly requestHash: string; readonly terminalId: string },
): Promise<"kept" | "full"> {
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const key = copyKey(merchantId, stored.id, copy.requestHash);
  const countKey = copyCountKey(merchantId, copy.terminalId);
  const subjectKey = exceptionKey(merchantId, stored.id, "ID_CONFLICT");
  for (;;) {
    const [kept, counter, exception] = await table.batchGet([key, countKey, subjectKey]);
    if (kept) return "kept";
    const count = copyCount(counter);
    if (count >= LIMITS.quarantinedPerTerminalMax) return "full";
    const at = clock.now();
    const message = `Another sale with this id came from ${copy.terminalId}; it is kept as ${copy.requestHash}.`;
    const call = { subject: stored.id, code: "ID_CONFLICT", message, open: true } as const;
    const seen = exception && readException(exception);
    // A conflict that a person has settled before is raised anew by a new copy.
    const raised = exceptionCallWrite(
      merchantId,
      stored.locationId,
      call,
      at,
      seen?.status === "resolved" ? { ...seen, status: "closed" } : seen,
    );
    const writes: Write[] = [
      {
        op: "put",
        item: { ...key, at, terminalId: copy.terminalId, body: JSON.stringify(copy.input) },
        if: { is: "absent" },
      },
      {
        op: "put",
        item: { ...countKey, count: count + 1 },
        if: counter ? { is: "equal", to: { count } } : { is: "absent" },
      },
      ...(raised ? [raised] : []),
    ];
    if ((await table.transact(writes)).ok) return "kept";
  }
}

/** A kept copy, as an archive says it. */
export interface SaleCopy {
  /** Of the sale whose id it bears, and the copy's own request hash. */
  readonly id: string;
  readonly requestHash: string;
  readonly at: string;
  readonly terminalId: string;
  readonly settledAt?: string;
  readonly input: Json;
}

/** The copies that are kept with a sale. */
export async function* copiesOf(
  table: Table,
  merchantId: string,
  saleId: string,
): AsyncGenerator<SaleCopy, void, undefined> {
  for await (const item of itemsOf(table, copiesPk(merchantId, saleId), { beginsWith: COPY_SK_PREFIX })) {
    const { at, terminalId, settledAt } = item as unknown as SaleCopy;
    const requestHash = item.sk.slice(COPY_SK_PREFIX.length);
    const input = JSON.parse(String(item.body)) as Json;
    yield { id: saleId, requestHash, at, terminalId, ...(settledAt === undefined ? {} : { settledAt }), input };
  }
}

/** Copies as they were elsewhere, and how many of each terminal wait. */
export function copyPuts(merchantId: string, copies: readonly SaleCopy[]): Write[] {
  const waiting = new Map<string, number>();
  const puts = copies.map(({ id, requestHash, input, ...said }): Write => {
    if (said.settledAt === undefined) waiting.set(said.terminalId, (waiting.get(said.terminalId) ?? 0) + 1);
    return { op: "put", item: { ...copyKey(merchantId, id, requestHash), ...said, body: JSON.stringify(input) } };
  });
  const counts = [...waiting].map(
    ([terminalId, count]): Write => ({ op: "put", item: { ...copyCountKey(merchantId, terminalId), count } }),
  );
  return [...puts, ...counts];
}

const SETTLED_AT_ONCE = 20;

/** A person has dealt with a sale's copies: they no longer count against their terminals. They stay where they are. */
export async function settleCopies(context: Context, saleId: string): Promise<void> {
  const { table, caller } = context;
  const pk = copiesPk(caller.merchantId, saleId);
  let after: string | undefined;
  for (;;) {
    const page = await table.query({
      pk,
      range: { beginsWith: COPY_SK_PREFIX },
      limit: SETTLED_AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    const waiting = page.items.filter(({ settledAt }) => settledAt === undefined);
    // When a terminal sends another copy at this moment, its count has moved: the page is read again.
    if (waiting.length > 0 && !(await settle(context, waiting))) continue;
    if (page.next === undefined) return;
    after = page.next;
  }
}

async function settle({ table, clock, caller }: Context, copies: readonly Item[]): Promise<boolean> {
  const { merchantId } = caller;
  const terminals = [...new Set(copies.map(({ terminalId }) => String(terminalId)))];
  const counters = await table.batchGet(terminals.map((terminalId) => copyCountKey(merchantId, terminalId)));
  const settledAt = clock.now();
  const { ok } = await table.transact([
    ...copies.map(
      ({ pk, sk }): Write => ({ op: "update", key: { pk, sk }, set: { settledAt }, if: { is: "present" } }),
    ),
    ...terminals.map((terminalId, index): Write => {
      const count = copyCount(counters[index]);
      const settled = copies.filter((copy) => copy.terminalId === terminalId).length;
      return {
        op: "put",
        item: { ...copyCountKey(merchantId, terminalId), count: count - settled },
        if: { is: "equal", to: { count } },
      };
    }),
  ]);
  return ok;
}
