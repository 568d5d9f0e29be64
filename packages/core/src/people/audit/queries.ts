import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Table } from "../../table/port/port.ts";

/** What an audit record states of a change: which record changed, and the position of the change in the order of time. */
export interface AuditedChange {
  readonly position: string;
  readonly subject: string;
}

/** Audit records by time. */
export interface AuditRange {
  /** An instant, or the position of a record: the range begins after it. */
  readonly after: string;
  /** An instant in the last month that is read. */
  readonly until: string;
  readonly limit: number;
}

/**
 * Reads the oldest audit records of a range.
 * @returns at most `limit`, and whether these are all
 */
export async function auditedChanges(
  table: Table,
  merchantId: string,
  { after, until, limit }: AuditRange,
): Promise<{ readonly changes: readonly AuditedChange[]; readonly isAll: boolean }> {
  const changes: AuditedChange[] = [];
  for (let month = monthOf(after); month <= monthOf(until); month = monthAfter(month)) {
    const pk = tenantPk(merchantId, "AUDIT", month);
    let next: string | undefined;
    do {
      const from = next === undefined ? {} : { after: next };
      const page = await table.query({ pk, range: { above: after }, limit: limit - changes.length, ...from });
      changes.push(...page.items.map(changeOf));
      next = page.next;
      if (changes.length >= limit) return { changes, isAll: false };
    } while (next !== undefined);
  }
  return { changes, isAll: true };
}

function changeOf({ sk, subject }: Item): AuditedChange {
  return { position: sk, subject: String(subject) };
}

function monthOf(instant: string): string {
  return instant.slice(0, "2026-01".length);
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
