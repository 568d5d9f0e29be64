import type { Clock } from "../../base/context.ts";
import { type Failure, failure } from "../../base/result.ts";
import { foldedCode } from "../../base/text.ts";
import type { ExceptionCode } from "../../generated/names.ts";
import { type ExceptionDetails, exceptionCallWrite, exceptionKey, readException, sha256 } from "../../ledger/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Key, Table, Write } from "../../table/port/port.ts";

/** What has a code that is unique within its merchant, whatever the case and width of its letters. */
export type Coded = "TERMINAL" | "LOCATION";

/** The uniqueness record of a code. Its key has one length, however long a folded code gets. */
function codeKey(merchantId: string, of: Coded, code: string): Key {
  return { pk: tenantPk(merchantId, "CODE", of), sk: sha256(foldedCode(code)) };
}

/** Takes a code: refused where another record has it. */
export function codeLock(merchantId: string, of: Coded, { id, code }: Named): Write {
  return { op: "put", item: { ...codeKey(merchantId, of, code), id, code }, if: { is: "absent" } };
}

interface Named {
  readonly id: string;
  readonly code: string;
}

export function codeTaken(of: Coded): Failure {
  return failure("CODE_TAKEN", `Another ${of.toLowerCase()} has this code.`, ["input", "code"]);
}

/** The id of the record that has a code, however its letters are typed. */
export async function idByCode(
  table: Table,
  merchantId: string,
  of: Coded,
  code: string,
  stored: () => Promise<readonly Named[]>,
): Promise<string | undefined> {
  const item = await table.get(codeKey(merchantId, of, code));
  if (item) return String(item.id);
  if (await isRenewed(table, merchantId)) return undefined;
  return (await stored()).find((record) => foldedCode(record.code) === foldedCode(code))?.id;
}

/** Until reconciliation has given every stored record its uniqueness record, the records themselves are compared. */
export async function codeProblems(
  table: Table,
  merchantId: string,
  of: Coded,
  wanted: Named,
  stored: () => Promise<readonly Named[]>,
): Promise<Failure[]> {
  if (await isRenewed(table, merchantId)) return [];
  const isSame = ({ id, code }: Named) => id !== wanted.id && foldedCode(code) === foldedCode(wanted.code);
  return (await stored()).some(isSame) ? [codeTaken(of)] : [];
}

/** The version of the rules that stored codes and index entries follow. A higher one renews them once more. */
const RULES = 2;

/** How far a merchant's stored records were brought to today's rules of codes and words. */
export interface Renewal {
  readonly isDone: boolean;
  /** Where to go on. */
  readonly cursor?: string;
}

function renewalKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId, "RENEWED"), sk: "RENEWED" };
}

export async function readRenewal(table: Table, merchantId: string): Promise<Renewal> {
  const item = await table.get(renewalKey(merchantId));
  if (item?.rules !== RULES) return { isDone: false };
  return { isDone: item.isDone === true, ...(typeof item.cursor === "string" ? { cursor: item.cursor } : {}) };
}

export async function putRenewal(table: Table, merchantId: string, { isDone, cursor }: Renewal): Promise<void> {
  const reached = cursor === undefined ? {} : { cursor };
  await table.write({ op: "put", item: { ...renewalKey(merchantId), rules: RULES, isDone, ...reached } });
}

/** An import brings records that follow older rules. */
export async function forgetRenewal(table: Table, merchantId: string): Promise<void> {
  await table.write({ op: "delete", key: renewalKey(merchantId) });
}

async function isRenewed(table: Table, merchantId: string): Promise<boolean> {
  return (await readRenewal(table, merchantId)).isDone;
}

/** Gives stored records their uniqueness records, the first by id where several share a code. Safe to repeat. */
export async function renewCodes<T extends Named>(
  table: Table,
  merchantId: string,
  of: Coded,
  records: readonly T[],
): Promise<T[]> {
  const byCode = new Map<string, T[]>();
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
    byCode.set(foldedCode(record.code), [...(byCode.get(foldedCode(record.code)) ?? []), record]);
  for (const [first] of byCode.values()) if (first) await table.write(codeLock(merchantId, of, first));
  return [...byCode.values()].filter(({ length }) => length > 1).flat();
}

export interface Double {
  readonly subject: string;
  readonly code: ExceptionCode;
  readonly locationId: string;
  readonly message: string;
  readonly details: ExceptionDetails;
}

/** Raises an exception for what shares a code: it stays valid, and a manager decides. One that was resolved stays so. */
export async function raiseDoubles(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  merchantId: string,
  doubles: readonly Double[],
): Promise<void> {
  for (const { locationId, ...double } of doubles) {
    const call = { ...double, open: true } as const;
    const stored = await table.get(exceptionKey(merchantId, call.subject, call.code));
    const write = exceptionCallWrite(merchantId, locationId, call, clock.now(), stored && readException(stored));
    if (write) await table.write(write);
  }
}
