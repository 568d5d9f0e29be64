import { canonicalJson, type Json } from "../../base/canonical.ts";
import { patched } from "../../base/patch.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import {
  getMerchantToChange,
  merchantWrites,
  type OwnPaymentMethod,
  type VersionedMerchant,
} from "../../people/merchant/index.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import {
  cleanOwnMethod,
  type NewPaymentMethod,
  newMethodProblems,
  type OwnMethodFields,
  ownMethodProblems,
  type PaymentMethodPatch,
} from "./rules.ts";

/** They are a part of the merchant's record, which every sale reads. */
const METHODS_MAX = 20;

/** A way to pay that the merchant settles elsewhere: from now on terminals offer it. */
export async function createPaymentMethod(context: Context, sent: NewPaymentMethod): Promise<Result<OwnPaymentMethod>> {
  authorize(context, "merchant:write");
  const input = cleanOwnMethod(sent);
  const problems = newMethodProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { id, name, ...fields } = input;
  const requestHash = requestHashOf(JSON.parse(JSON.stringify(sent)) as Json);
  return retrying(context.clock, "merchant's payment methods", async () => {
    const merchant = await getMerchantToChange(context);
    const known = ofId(merchant, id);
    if (known?.requestHash === requestHash) return ok(known);
    const path = ["input", "id"];
    if (known) return refused(failure("ID_CONFLICT", "Another payment method was created with this id.", path));
    if (Object.keys(merchant.paymentMethods ?? {}).length >= METHODS_MAX)
      return refused(
        failure("TOO_MANY_PAYMENT_METHODS", `A merchant has at most ${METHODS_MAX} payment methods of its own.`),
      );
    const made: OwnPaymentMethod = {
      ...withChanges({ name, givesChange: false, asksReference: false }, fields),
      ...{ id, version: 1, requestHash },
    };
    const done = await context.table.transact(writesOf(context, "payment-method:create", merchant, made));
    return done.ok ? ok(made) : undefined;
  });
}

/** Changes a way to pay, ends it, or takes it again. Old documents keep the name that it had. */
export async function updatePaymentMethod(
  context: Context,
  sent: PaymentMethodPatch,
): Promise<Result<OwnPaymentMethod>> {
  authorize(context, "merchant:write");
  const { paymentMethodId, version, isEnded, ...fields } = cleanOwnMethod(sent);
  const problems = ownMethodProblems(fields);
  if (problems.length > 0) return refused(...problems);
  const now = context.clock.now();
  const changedOf = (before: OwnPaymentMethod): OwnPaymentMethod => {
    const { endedAt, ...after } = withChanges(before, fields);
    const ended = isEnded === true ? (endedAt ?? now) : endedAt;
    return isEnded === false || ended === undefined ? after : { ...after, endedAt: ended };
  };
  return changeVersioned(context, {
    what: "payment method",
    version,
    async read() {
      const merchant = await getMerchantToChange(context);
      const known = ofId(merchant, paymentMethodId);
      if (known) return ok({ merchant, known, version: known.version });
      const path = ["input", "paymentMethodId"];
      return refused(failure("UNKNOWN_PAYMENT_METHOD", "There is no such payment method.", path));
    },
    ifApplied: ({ known }) => (known.version === version + 1 && isSame(known, changedOf(known)) ? known : undefined),
    async change({ merchant, known }) {
      const changed = { ...changedOf(known), version: known.version + 1 };
      const writes = writesOf(context, "payment-method:update", merchant, changed);
      return ok({ writes: writes.map((write) => ({ write })), value: changed });
    },
  });
}

function ofId({ paymentMethods = {} }: VersionedMerchant, id: string): OwnPaymentMethod | undefined {
  return Object.hasOwn(paymentMethods, id) ? paymentMethods[id] : undefined;
}

/** Null removes a Chinese name; of what is yes or no it means no. */
function withChanges<T extends OwnMethodFields>(
  before: T,
  { name, chineseName, givesChange, asksReference }: Omit<PaymentMethodPatch, "paymentMethodId" | "version">,
): T {
  const changed = { name, chineseName, givesChange, asksReference };
  return patched<OwnMethodFields>(
    before,
    {
      ...changed,
      ...(givesChange === null ? { givesChange: false } : {}),
      ...(asksReference === null ? { asksReference: false } : {}),
    },
    ["name"],
  ) as T;
}

function writesOf(context: Context, action: string, merchant: VersionedMerchant, changed: OwnPaymentMethod): Write[] {
  const paymentMethods = { ...merchant.paymentMethods, [changed.id]: changed };
  return [...merchantWrites(merchant, { paymentMethods }), auditWrite(context, merchant.id, action, changed.id)];
}

function isSame(one: OwnPaymentMethod, other: OwnPaymentMethod): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}
