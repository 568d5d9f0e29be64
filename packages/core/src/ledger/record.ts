import { failure, ok, present, type Result, refused } from "../base/result.ts";
import type { Table } from "../table/port/port.ts";
import { type Fact, readChunks, readFact, recordWrites } from "./fact.ts";

/**
 * Records a fact once, for ever: one conditional put (a transaction where chunks belong to it). A second coming of the same
 * id is answered from what is stored: `replayed` when it brings the same content, else `conflict`.
 */
export type RecordResult<F extends Fact> =
  | { readonly status: "recorded"; readonly fact: F }
  | { readonly status: "replayed" | "conflict"; readonly fact: F };

/** @throws TableUnavailable when the table fails: whether the fact was recorded is then unknown, and sending it again is safe */
export async function record<F extends Fact>(
  table: Table,
  fact: F,
  index?: { readonly gsi2pk: string; readonly gsi2sk: string },
): Promise<RecordResult<F>> {
  const writes = recordWrites(fact, index);
  const [only] = writes;
  if (writes.length === 1 && only) {
    const result = await table.write(only);
    if (result.ok) return { status: "recorded", fact };
    return compare(fact, await readChunks<F>(table, present(result.item, "the fact that stands there")));
  }
  for (;;) {
    const result = await table.transact(writes);
    if (result.ok) return { status: "recorded", fact };
    const stored = await readFact<F>(table, fact.merchantId, fact.id);
    if (stored) return compare(fact, stored);
  }
}

function compare<F extends Fact>(sent: F, stored: { readonly fact: F }): RecordResult<F> {
  return { status: stored.fact.requestHash === sent.requestHash ? "replayed" : "conflict", fact: stored.fact };
}

/** The same for facts that a person records: other content under a known id is refused. */
export async function recordOrRefuse<F extends Fact>(table: Table, fact: F): Promise<Result<Recording<F>>> {
  const result = await record(table, fact);
  if (result.status !== "conflict") return ok({ fact: result.fact, replayed: result.status === "replayed" });
  return refused(failure("ID_CONFLICT", "Something else was recorded with this id.", ["input", "id"]));
}

export interface Recording<F extends Fact> {
  readonly fact: F;
  readonly replayed: boolean;
}

/** What stands under an id, before anything else is looked at: the same content replays, other content is refused. */
export async function recordedBefore<F extends Fact>(
  table: Table,
  merchantId: string,
  id: string,
  requestHash: string,
): Promise<Result<Recording<F>> | undefined> {
  const stored = await readFact<F>(table, merchantId, id);
  if (!stored) return undefined;
  if (stored.fact.requestHash === requestHash) return ok({ fact: stored.fact, replayed: true });
  return refused(failure("ID_CONFLICT", "Something else was recorded with this id.", ["input", "id"]));
}
