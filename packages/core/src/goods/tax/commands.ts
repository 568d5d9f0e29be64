import { canonicalJson, type Json } from "../../base/canonical.ts";
import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import type { TaxCode, TaxCodePatch, Taxes, TaxRegime, TaxSettingsPatch, VersionedTaxes } from "./model.ts";
import { getTaxSettings } from "./queries.ts";
import { readTaxes, taxesItem, taxesKey } from "./records.ts";

/** A merchant's codes share one record, which every sale reads. */
const CODES_MAX = 200;

/** A new rate. Rates are never changed: a new rate is a new code, so that what was sold keeps its own. */
export async function createTaxCode(context: Context, input: TaxCode): Promise<Result<TaxCode>> {
  authorize(context, "catalog:write");
  const name = cleanName(input.name);
  const problem = storedNameProblem(name);
  const rate = canonicalDecimal(input.rate);
  const scaled = rate === undefined ? undefined : toScaled(rate, PERCENT_PLACES);
  if (!isId("tax", input.id)) return refused(failure("INVALID_ID", "The id is not tax_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  if (rate === undefined || scaled === undefined || scaled < 0 || scaled > 100 * 10 ** PERCENT_PLACES) {
    return refused(failure("INVALID_RATE", "A rate is 0 to 100 per cent with up to six places.", ["input", "rate"]));
  }
  const { merchantId } = context.caller;
  const code: TaxCode = { id: input.id, name, rate };
  return retrying(context.clock, "merchant's tax codes", async () => {
    const item = await context.table.get(taxesKey(merchantId));
    const taxes = readTaxes(item);
    const stored = taxes.codes[input.id];
    // One that was stored as it was typed is the same.
    if (stored && [name, input.name].includes(stored.name) && stored.rate === rate) return ok(stored);
    if (stored) return refused(failure("ID_CONFLICT", "Another tax code was created with this id.", ["input", "id"]));
    if (Object.keys(taxes.codes).length >= CODES_MAX)
      return refused(failure("TOO_MANY_TAX_CODES", `A merchant has at most ${CODES_MAX} tax codes.`));
    const version = Number(item?.version);
    const next = taxesItem(merchantId, { ...taxes, codes: { ...taxes.codes, [code.id]: code } }, version + 1);
    const done = await context.table.transact([
      { op: "put", item: next, if: { is: "equal", to: { version } } },
      auditWrite(context, merchantId, "tax-code:create", code.id),
    ]);
    return done.ok ? ok(code) : undefined;
  });
}

/** Changes how tax is computed from now on. What was sold keeps its tax. */
export async function updateTaxSettings(context: Context, input: TaxSettingsPatch): Promise<Result<VersionedTaxes>> {
  authorize(context, "tax:write");
  const { defaultCodeId, version, ...regime } = input;
  return changeTaxes(context, { version, action: "tax:update", subject: context.caller.merchantId }, (before) => {
    const after = {
      ...before,
      regime: patched<TaxRegime>(before.regime, regime, ["pricesIncludeTax", "level", "mode"]),
      defaultCodeId: defaultCodeId ?? before.defaultCodeId,
    };
    const code = Object.hasOwn(before.codes, after.defaultCodeId) ? before.codes[after.defaultCodeId] : undefined;
    if (!code) return refused(unknownTaxCode("defaultTaxCodeId"));
    if (!code.isDiscontinued || after.defaultCodeId === before.defaultCodeId) return ok(after);
    const message = "A discontinued tax code is not given to new products.";
    return refused(failure("TAX_CODE_DISCONTINUED", message, ["input", "defaultTaxCodeId"]));
  });
}

/** Renames a code, or takes it from what new products may get, or gives it back. */
export async function updateTaxCode(context: Context, input: TaxCodePatch): Promise<Result<VersionedTaxes>> {
  authorize(context, "tax:write");
  const { taxCodeId, version } = input;
  const name = typeof input.name === "string" ? cleanName(input.name) : undefined;
  const problem = name === undefined ? undefined : storedNameProblem(name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  return changeTaxes(context, { version, action: "tax-code:update", subject: taxCodeId }, (before) => {
    const code = Object.hasOwn(before.codes, taxCodeId) ? before.codes[taxCodeId] : undefined;
    if (!code) return refused(unknownTaxCode("taxCodeId"));
    const isDiscontinued = input.isDiscontinued ?? code.isDiscontinued ?? false;
    if (isDiscontinued && before.defaultCodeId === taxCodeId) {
      const message = "Choose another default first: new products get this tax code.";
      return refused(failure("TAX_CODE_IS_DEFAULT", message, ["input", "isDiscontinued"]));
    }
    const { isDiscontinued: _, ...kept } = code;
    const next = { ...kept, name: name ?? code.name, ...(isDiscontinued ? { isDiscontinued } : {}) };
    return ok({ ...before, codes: { ...before.codes, [taxCodeId]: next } });
  });
}

function unknownTaxCode(field: string): Failure {
  return failure("UNKNOWN_TAX_CODE", "There is no such tax code.", ["input", field]);
}

interface TaxChange {
  readonly version: number;
  readonly action: string;
  readonly subject: string;
}

/** Changes the one record of a merchant's taxes on condition of its version. */
function changeTaxes(
  context: Context,
  { version, action, subject }: TaxChange,
  changed: (before: Taxes) => Result<Taxes>,
): Promise<Result<VersionedTaxes>> {
  const { merchantId } = context.caller;
  return changeVersioned<VersionedTaxes, VersionedTaxes>(context, {
    what: "merchant's taxes",
    version,
    read: async () => ok(await getTaxSettings(context.table, merchantId)),
    ifApplied(current) {
      if (current.version !== version + 1) return undefined;
      const after = changed(current);
      return after.ok && isSame(current, after.value) ? current : undefined;
    },
    async change(current) {
      const after = changed(current);
      if (!after.ok) return after;
      const item = taxesItem(merchantId, after.value, version + 1);
      const put: Write = { op: "put", item, if: { is: "equal", to: { version } } };
      const writes = [put, auditWrite(context, merchantId, action, subject)];
      return ok({ writes: writes.map((write) => ({ write })), value: { ...after.value, version: version + 1 } });
    },
  });
}

function isSame(one: Taxes, other: Taxes): boolean {
  const text = ({ regime, defaultCodeId, codes }: Taxes) =>
    canonicalJson({ regime, defaultCodeId, codes } as unknown as Json);
  return text(one) === text(other);
}
