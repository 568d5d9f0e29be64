import { canonicalJson, type Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { dayAfter, isCalendarDate } from "../../base/time.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import type {
  NewTaxCode,
  TaxCode,
  TaxCodePatch,
  Taxes,
  TaxRate,
  TaxRateChange,
  TaxRegime,
  TaxSettingsPatch,
  VersionedTaxes,
} from "./model.ts";
import { cleanRate, isNone } from "./problems.ts";
import { getTaxSettings } from "./queries.ts";
import { readTaxes, taxesItem, taxesKey } from "./records.ts";
import { REGIMES, type ReadyRegime, type RegimeName, taxCodeOf } from "./regimes.ts";

const CHANGES_MAX = 20;
/** Each sale reads all codes with all their rates. */
const CODES_CHARACTERS_MAX = 100_000;

/** A merchant's codes share one record, which every sale reads. */
const CODES_MAX = 200;

/** A new tax. What was sold keeps its own: another rate begins on a day, see `changeTaxRate`. */
export async function createTaxCode(context: Context, input: NewTaxCode): Promise<Result<TaxCode>> {
  authorize(context, "catalog:write");
  const name = cleanName(input.name);
  const problem = storedNameProblem(name);
  if (!isId("tax", input.id)) return refused(failure("INVALID_ID", "The id is not tax_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const rate = cleanRate(input);
  if (!rate.ok) return rate;
  const { merchantId } = context.caller;
  const code: TaxCode = { id: input.id, name, ...rate.value };
  return retrying(context.clock, "merchant's tax codes", async () => {
    const item = await context.table.get(taxesKey(merchantId));
    const taxes = readTaxes(item);
    const stored = taxes.codes[input.id];
    // One that was stored as it was typed is the same, whatever rate follows its first.
    if (stored && [name, input.name].includes(stored.name) && isSame(rateOf(stored), rate.value)) return ok(stored);
    if (stored) return refused(failure("ID_CONFLICT", "Another tax code was created with this id.", ["input", "id"]));
    if (Object.keys(taxes.codes).length >= CODES_MAX)
      return refused(failure("TOO_MANY_TAX_CODES", `A merchant has at most ${CODES_MAX} tax codes.`));
    const version = Number(item?.version);
    const codes = { ...taxes.codes, [code.id]: code };
    if (!isRoomFor(codes)) return refused(noRoom());
    const next = taxesItem(merchantId, { ...taxes, codes }, version + 1);
    const done = await context.table.transact([
      { op: "put", item: next, if: { is: "equal", to: { version } } },
      auditWrite(context, merchantId, "tax-code:create", code.id),
    ]);
    return done.ok ? ok(code) : undefined;
  });
}

/**
 * Another rate from a day on, by the clock of each location; or none, which takes back what was planned for it. What was sold
 * keeps its own.
 */
export async function changeTaxRate(context: Context, input: TaxRateChange): Promise<Result<VersionedTaxes>> {
  authorize(context, "tax:write");
  const { taxCodeId, from, version } = input;
  const rate = isNone(input) ? undefined : cleanRate(input);
  if (rate && !rate.ok) return rate;
  if (!isCalendarDate(from) || from < dayAfter(context.clock.now().slice(0, 10), -1))
    return refused(failure("INVALID_DAY", "A rate begins today or later.", ["input", "from"]));
  return changeTaxes(context, { version, action: "tax-code:change-rate", subject: taxCodeId }, (before) => {
    const code = Object.hasOwn(before.codes, taxCodeId) ? before.codes[taxCodeId] : undefined;
    if (!code) return refused(unknownTaxCode("taxCodeId"));
    const { changes = [], ...first } = code;
    const others = changes.filter((change) => change.from !== from);
    if (rate && others.length >= CHANGES_MAX)
      return refused(failure("LIMIT_REACHED", `A tax code has at most ${CHANGES_MAX} rates.`, ["input", "from"]));
    const next = [...others, ...(rate ? [{ from, ...rate.value }] : [])].sort((a, b) => (a.from < b.from ? -1 : 1));
    const changed = { ...first, ...(next.length === 0 ? {} : { changes: next }) };
    const codes = { ...before.codes, [taxCodeId]: changed };
    return isRoomFor(codes) ? ok({ ...before, codes }) : refused(noRoom());
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

/**
 * Takes over how a country taxes sales: its codes, the default among them, prices and rounding. Codes that the merchant has stay
 * as they are, those of the regime too if they were taken over before.
 */
export async function adoptTaxRegime(
  context: Context,
  { name, isChinese, version }: { readonly name: RegimeName; readonly isChinese: boolean; readonly version: number },
): Promise<Result<VersionedTaxes>> {
  authorize(context, "tax:write");
  const { regime, codes: ready }: ReadyRegime = REGIMES[name];
  return changeTaxes(context, { version, action: "tax:adopt-regime", subject: context.caller.merchantId }, (before) => {
    const codes: { [id: string]: TaxCode } = { ...before.codes };
    for (const one of ready) {
      const { isDiscontinued: _, ...kept } = codes[one.id] ?? taxCodeOf(one, isChinese);
      codes[one.id] = kept;
    }
    if (Object.keys(codes).length > CODES_MAX || !isRoomFor(codes)) return refused(noRoom());
    return ok({ ...before, regime, defaultCodeId: ready[0]?.id ?? before.defaultCodeId, codes });
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

function rateOf({ rate, components }: TaxRate): TaxRate {
  return { rate, ...(components === undefined ? {} : { components }) };
}

function isRoomFor(codes: Taxes["codes"]): boolean {
  return JSON.stringify(codes).length <= CODES_CHARACTERS_MAX;
}

function noRoom(): Failure {
  return failure("LIMIT_REACHED", "All tax codes with their rates have no more room.", ["input"]);
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
      return after.ok && isSame<Taxes>(current, after.value) ? current : undefined;
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

function isSame<T extends Taxes | TaxRate>(one: T, other: T): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}
