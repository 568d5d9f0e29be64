import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { retrying } from "../../table/port/versioned.ts";
import type { TaxCode } from "./model.ts";
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
