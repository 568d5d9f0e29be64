import type { Clock } from "@pos/core/base/context.ts";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { isId } from "@pos/core/base/id.ts";
import { isCurrency } from "@pos/core/base/money.ts";
import { type Failure, failure, ok, type Result, refused } from "@pos/core/base/result.ts";
import { cleanName, storedNameProblem } from "@pos/core/base/text.ts";
import type { FailureCode } from "@pos/core/generated/names.ts";
import { type Taxes, taxesItem } from "@pos/core/goods/tax/index.ts";
import { type Context, createOnce, requestHashOf } from "@pos/core/people/access/index.ts";
import { auditWrite } from "@pos/core/people/audit/index.ts";
import { merchantListed } from "@pos/core/people/directory/index.ts";
import {
  invalidCashStep,
  isCashStep,
  type Merchant,
  merchantItem,
  newMerchantLimits,
} from "@pos/core/people/merchant/index.ts";
import { cleanStaff, type NewStaff, staffProblems, staffWrites } from "@pos/core/people/staff/index.ts";
import type { Table, Write } from "@pos/core/table/port/port.ts";

/** A new tenant: the merchant, the taxes it starts with, and the owner who may do everything else. Ids come with it. */
export interface SignUp {
  readonly merchant: Merchant;
  readonly taxes: Taxes;
  readonly owner: Omit<NewStaff, "role" | "locationIds"> & { readonly email: string; readonly password: string };
}

/**
 * Makes a merchant's first records in one transaction, so that there is never a merchant without taxes, an owner or its
 * place in the list that the sweep walks. Sent again with the same content it is a success; as with staff, the password is
 * no part of that, and the first one stays.
 * @returns the context of the owner, who makes everything else by the usual commands
 */
export async function signUp(table: Table, clock: Clock, sent: SignUp): Promise<Result<Context>> {
  const input = cleanSignUp(sent);
  const problems = [...merchantProblems(input.merchant), ...taxesProblems(input.taxes), ...ownerProblems(input)];
  if (problems.length > 0) return refused(...problems);
  const { merchant, taxes } = input;
  const owner: NewStaff = { ...input.owner, role: "OWNER" };
  const context = ownerContext(table, clock, merchant.id, owner.id);
  const { password: _, pin: __, ...open } = { ...sent.owner, role: "OWNER" };
  const requestHash = requestHashOf(JSON.parse(JSON.stringify({ merchant: sent.merchant, taxes, owner: open })));
  const staff = await staffWrites(merchant.id, owner, requestHash);
  const before: Write[] = [
    { op: "put", item: taxesItem(merchant.id, taxes, 1), if: { is: "absent" } },
    merchantListed(merchant.id),
    { op: "put", item: staff.record, if: { is: "absent" } },
  ];
  const audit = auditWrite(context, merchant.id, "merchant:sign-up", merchant.id);
  const record = {
    ...merchantItem({ limits: newMerchantLimits(merchant.currency), version: 1, ...merchant }),
    requestHash,
  };
  const created = await createOnce(context, record, [...before, ...staff.writes, audit], (index) =>
    staff.taken(index - before.length),
  );
  return created.ok ? ok(context) : created;
}

function cleanSignUp({ merchant, taxes, owner }: SignUp): SignUp {
  return { merchant: { ...merchant, name: cleanName(merchant.name) }, taxes, owner: cleanStaff(owner) };
}

/** The owner as a caller whose session is this call: it is stored nowhere, so nobody can come back with it. */
export function ownerContext(table: Table, clock: Clock, merchantId: string, staffId: string): Context {
  const sessionId = clock.newId("ses");
  return {
    table,
    clock,
    caller: { kind: "staff", merchantId, staffId, sessionId, role: "OWNER", coverage: "all" },
  };
}

function merchantProblems({ id, name, currency, cashStep }: Merchant): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, message: string, field: string) =>
    problems.push(failure(code, message, ["input", "merchant", field]));
  const named = storedNameProblem(name);
  if (!isId("mer", id)) add("INVALID_ID", "The id is not mer_ and a ULID.", "id");
  if (named) add("INVALID_NAME", `The name ${named}.`, "name");
  if (!isCurrency(currency))
    add("INVALID_CURRENCY", `ISO 4217 has no active currency ${currency.slice(0, 20)}.`, "currency");
  if (!isCashStep(cashStep)) problems.push(invalidCashStep(["input", "merchant", "cashStep"]));
  return problems;
}

function taxesProblems({ codes, defaultCodeId }: Taxes): Failure[] {
  const path = ["input", "taxes"];
  const problems = Object.entries(codes).flatMap(([id, code]) => {
    const fits = isId("tax", id) && code.id === id && !storedNameProblem(cleanName(code.name)) && isRate(code.rate);
    return fits ? [] : [failure("INVALID_TAX_CODE", "A tax code has an id, a name, and a rate of 0 to 100.", path)];
  });
  if (codes[defaultCodeId]) return problems;
  return [
    ...problems,
    failure("UNKNOWN_TAX_CODE", "The default is none of the tax codes.", [...path, "defaultCodeId"]),
  ];
}

function isRate(rate: string): boolean {
  return canonicalDecimal(rate) === rate && /^\d{1,3}(\.\d{1,6})?$/.test(rate) && Number(rate) <= 100;
}

function ownerProblems({ owner, merchant }: SignUp): Failure[] {
  const problems = staffProblems({ ...owner, role: "OWNER" }, merchant.name);
  return problems.map((problem) => ({ ...problem, path: ["input", "owner", ...problem.path.slice(1)] }));
}
