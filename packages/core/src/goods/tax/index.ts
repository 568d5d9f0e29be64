import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { failure, ok, present, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import { authorize, type Context, type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Table } from "../../table/port/port.ts";
import type { TaxCode, Taxes } from "./model.ts";

export * from "./model.ts";
export { taxOf, taxOfLines } from "./rules.ts";

export function taxesKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "TAXES" };
}

export function taxesItem(merchantId: string, taxes: Taxes, version: number): Item {
  const codes = Object.fromEntries(Object.entries(taxes.codes).map(([id, code]) => [id, { ...code }]));
  return { ...taxesKey(merchantId), regime: { ...taxes.regime }, defaultCodeId: taxes.defaultCodeId, codes, version };
}

export function readTaxes(item: Item | undefined): Taxes {
  return present(item, "the merchant's taxes") as unknown as Taxes;
}

export const taxesMaster: MasterKind = {
  record: "taxes",
  async *read(table, merchantId) {
    const item = await table.get(taxesKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(taxesKey(merchantId), record)],
};

export async function getTaxes(table: Table, merchantId: string): Promise<Taxes> {
  return readTaxes(await table.get(taxesKey(merchantId)));
}

/** A merchant's codes stand in one record, which every sale reads. */
const CODES_MAX = 200;

/** A new rate. Rates are never changed: a new rate is a new code, so that what was sold keeps its own. */
export async function createTaxCode(context: Context, input: TaxCode): Promise<Result<TaxCode>> {
  authorize(context, "catalog:write");
  const problem = nameProblem(input.name);
  const rate = canonicalDecimal(input.rate);
  const scaled = rate === undefined ? undefined : toScaled(rate, PERCENT_PLACES);
  if (!isId("tax", input.id)) return refused(failure("INVALID_ID", "The id is not tax_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  if (rate === undefined || scaled === undefined || scaled < 0 || scaled > 100 * 10 ** PERCENT_PLACES) {
    return refused(failure("INVALID_RATE", "A rate is 0 to 100 per cent with up to six places.", ["input", "rate"]));
  }
  const { merchantId } = context.caller;
  const code: TaxCode = { id: input.id, name: input.name, rate };
  for (;;) {
    const item = await context.table.get(taxesKey(merchantId));
    const taxes = readTaxes(item);
    const standing = taxes.codes[input.id];
    if (standing?.name === code.name && standing.rate === code.rate) return ok(standing);
    if (standing) return refused(failure("ID_CONFLICT", "Another tax code was created with this id.", ["input", "id"]));
    if (Object.keys(taxes.codes).length >= CODES_MAX)
      return refused(failure("TOO_MANY_TAX_CODES", `A merchant has at most ${CODES_MAX} tax codes.`));
    const version = Number(item?.version);
    const next = taxesItem(merchantId, { ...taxes, codes: { ...taxes.codes, [code.id]: code } }, version + 1);
    const done = await context.table.transact([
      { op: "put", item: next, if: { is: "equal", to: { version } } },
      auditWrite(context, merchantId, "tax-code:create", code.id),
    ]);
    if (done.ok) return ok(code);
  }
}
