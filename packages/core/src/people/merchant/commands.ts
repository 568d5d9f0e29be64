import { patched } from "../../base/patch.ts";
import { ok, type Result, refused } from "../../base/result.ts";
import type { Condition, Value, Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { authorize, type Context } from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import { type LimitsByRole, limitProblems, type Merchant, type RoleLimits, type RoleLimitsPatch } from "./model.ts";
import { merchantKey, merchantVersionedKey, readMerchant } from "./records.ts";

/** Changes what a role may do: an absent field stays as it is, null removes the limit. */
export async function patchRoleLimits(
  context: Context,
  input: RoleLimitsPatch,
): Promise<Result<Merchant & { readonly version: number }>> {
  authorize(context, "merchant:write");
  const problems = limitProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { role, version, ...patch } = input;
  const changed = (merchant: Merchant) => patched<RoleLimits>(merchant.limits?.[role] ?? {}, patch, []);
  return changeVersioned<Versioned, Versioned>(context, {
    what: "merchant",
    version,
    read: async () => ok(await readVersioned(context)),
    ifApplied: (current) => {
      const isApplied = current.version === version + 1 && isSame(current.limits?.[role] ?? {}, changed(current));
      return isApplied ? current : undefined;
    },
    async change(current) {
      const limits = { ...current.limits, [role]: changed(current) };
      const writes = [
        ...limitsWrites(current, limits),
        auditWrite(context, current.id, "merchant:limits", `${current.id}#${role}`),
      ];
      return ok({
        writes: writes.map((write) => ({ write })),
        value: { ...current, limits, version: current.version + 1 },
      });
    },
  });
}

/** The merchant with its limits, for the people who set them. */
export async function merchantToChange(context: Context): Promise<Merchant & { readonly version: number }> {
  authorize(context, "merchant:write");
  return readVersioned(context);
}

async function readVersioned({ table, caller }: Context): Promise<Versioned> {
  const merchant = readMerchant(await table.get(merchantKey(caller.merchantId)));
  return { ...merchant, version: merchant.version ?? 1, isUnversioned: merchant.version === undefined };
}

interface Versioned extends Merchant {
  readonly version: number;
  /** Its record is of a time when it could not be changed. */
  readonly isUnversioned: boolean;
}

/** A record without a version gets it with its first change: a record beside it makes sure that there is only one first change. */
function limitsWrites({ id, isUnversioned, version }: Versioned, limits: LimitsByRole): Write[] {
  const key = merchantKey(id);
  const condition: Condition = isUnversioned ? { is: "present" } : { is: "equal", to: { version } };
  const stored = JSON.parse(JSON.stringify(limits)) as { readonly [role: string]: Value };
  const update: Write = { op: "update", key, set: { limits: stored, version: version + 1 }, if: condition };
  if (!isUnversioned) return [update];
  return [update, { op: "put", item: { ...merchantVersionedKey(id) }, if: { is: "absent" } }];
}

function isSame(one: RoleLimits, other: RoleLimits): boolean {
  return one.discountPercent === other.discountPercent && one.unlinkedRefund === other.unlinkedRefund;
}
