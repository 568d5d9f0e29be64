import { canonicalJson, type Json } from "../../base/canonical.ts";
import { patched } from "../../base/patch.ts";
import { ok, type Result, refused } from "../../base/result.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { authorize, type Context } from "../access/index.ts";
import { auditWrite } from "../audit/index.ts";
import {
  cleanMerchantPatch,
  limitProblems,
  type Merchant,
  type MerchantFields,
  type MerchantPatch,
  merchantPatchProblems,
  type ReceiptSettings,
  type RoleLimits,
  type RoleLimitsPatch,
} from "./model.ts";
import { getMerchantToChange, getReceiptSettings } from "./queries.ts";
import { merchantWrites, receiptSettingsPut, type VersionedMerchant } from "./records.ts";

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
  return changeVersioned<VersionedMerchant, VersionedMerchant>(context, {
    what: "merchant",
    version,
    read: async () => ok(await getMerchantToChange(context)),
    ifApplied: (current) => {
      const isApplied = current.version === version + 1 && isSame(current.limits?.[role] ?? {}, changed(current));
      return isApplied ? current : undefined;
    },
    async change(current) {
      const limits = { ...current.limits, [role]: changed(current) };
      const writes = [
        ...merchantWrites(current, { limits }),
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
  return getMerchantToChange(context);
}

interface MerchantSettings {
  readonly merchant: VersionedMerchant;
  readonly receipt: ReceiptSettings;
  readonly version: number;
}

/** Changes the settings, also what is on receipts. What was sold keeps what it was sold by. */
export async function updateMerchant(context: Context, sent: MerchantPatch): Promise<Result<MerchantSettings>> {
  authorize(context, "merchant:write");
  const { version, ...patch } = cleanMerchantPatch(sent);
  const problems = merchantPatchProblems({ version, ...patch });
  if (problems.length > 0) return refused(...problems);
  const changed = (before: MerchantSettings) => withPatch(before, patch);
  return changeVersioned<MerchantSettings, MerchantSettings>(context, {
    what: "merchant",
    version,
    async read() {
      const { table, caller } = context;
      const [merchant, receipt] = await Promise.all([
        getMerchantToChange(context),
        getReceiptSettings(table, caller.merchantId),
      ]);
      return ok({ merchant, receipt: settingsOf(receipt, RECEIPT_FIELDS), version: merchant.version });
    },
    ifApplied(current) {
      const after = changed(current);
      const isApplied =
        current.version === version + 1 &&
        isSame(fieldsOf(current.merchant), after.fields) &&
        isSame(current.receipt, after.receipt);
      return isApplied ? current : undefined;
    },
    async change(current) {
      const { fields, receipt } = changed(current);
      const { merchant } = current;
      const next = { ...withoutFields(merchant), ...fields, version: version + 1 };
      const isSameReceipt = isSame(current.receipt, receipt);
      const writes: Write[] = [
        ...merchantWrites(merchant, fields, removed(fieldsOf(merchant), fields)),
        ...(isSameReceipt ? [] : [receiptSettingsPut(merchant.id, receipt)]),
        auditWrite(context, merchant.id, "merchant:update", merchant.id),
      ];
      const value = { merchant: next, receipt, version: next.version };
      return ok({ writes: writes.map((write) => ({ write })), value });
    },
  });
}

const MERCHANT_FIELDS = [
  ...(["name", "country", "cashStep", "refusesOutOfStock", "isSetupHidden", "overrideNeedsReason"] as const),
  ...(["refundsToSameMethod", "refundNeedsCustomer", "tipPercents", "cashBackMax"] as const),
  ...(["giftCardOfflineMax", "scaleLayouts"] as const),
] as const;
const RECEIPT_FIELDS = ["header", "address", "phone", "taxNumber", "footer", "logo", "language"] as const;

function withPatch(before: MerchantSettings, patch: Omit<MerchantPatch, "version">) {
  const fields = patched<MerchantFields>(fieldsOf(before.merchant), settingsOf(patch, MERCHANT_FIELDS), REQUIRED);
  return { fields, receipt: patched<ReceiptSettings>(before.receipt, settingsOf(patch, RECEIPT_FIELDS), []) };
}

const REQUIRED = ["name", "cashStep"] as const;

function fieldsOf(merchant: Merchant): MerchantFields {
  return settingsOf(merchant, MERCHANT_FIELDS);
}

function withoutFields(merchant: VersionedMerchant): VersionedMerchant {
  const others = Object.entries(merchant).filter(([name]) => !MERCHANT_FIELDS.some((field) => field === name));
  return Object.fromEntries(others) as unknown as VersionedMerchant;
}

/** Only the named fields, of those that there are. */
function settingsOf<T extends object, F extends keyof T & string>(of: T, fields: readonly F[]): Pick<T, F> {
  const own = fields.flatMap((field) => (of[field] === undefined ? [] : [[field, of[field]]]));
  return Object.fromEntries(own) as Pick<T, F>;
}

function removed(before: object, after: object): string[] {
  return Object.keys(before).filter((field) => !Object.hasOwn(after, field));
}

function isSame(one: object, other: object): boolean {
  return canonicalJson({ ...one } as Json) === canonicalJson({ ...other } as Json);
}
