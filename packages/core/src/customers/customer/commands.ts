import { canonicalJson, type Json } from "../../base/canonical.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanCode } from "../../base/text.ts";
import { authorize, type Context, createOnce, createWithin, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { changingWords, writeWords } from "../../table/search.ts";
import { customerGroupProblems, GROUPS_OF_CUSTOMER_MAX } from "../customer-group/index.ts";
import {
  type CounterCustomer,
  type Customer,
  type CustomerChange,
  type CustomerPatch,
  cleanPerson,
  counterCustomer,
  creditLimitProblems,
  customerProblems,
  exemptionProblems,
  type NewCustomer,
  type Person,
  personProblems,
} from "./model.ts";
import { getCustomer } from "./queries.ts";
import { customerKey, personItem, personKey, personWords, readCustomer, readPerson } from "./records.ts";

export async function createCustomer(context: Context, sent: NewCustomer): Promise<Result<Customer>> {
  authorize(context, "customer:write");
  return create(context, sent);
}

/** Creates a customer who is at the counter. The cashier sees of the customer what a search at the counter shows. */
export async function createCustomerAtCounter(
  context: Context,
  sent: Omit<NewCustomer, "note">,
): Promise<Result<CounterCustomer>> {
  authorize(context, "customer:serve");
  const created = await create(context, sent);
  if (!created.ok) return created;
  const { person, ...customer } = created.value;
  return person ? ok(counterCustomer(customer, person)) : refused(unknownCustomer(["input", "id"]));
}

async function create(context: Context, sent: NewCustomer): Promise<Result<Customer>> {
  const input = cleanPerson(sent);
  const problems = customerProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { clock, caller } = context;
  const { merchantId } = caller;
  const requestHash = requestHashOf({ ...sent });
  const record = {
    ...customerKey(merchantId, input.id),
    id: input.id,
    createdAt: clock.now(),
    version: 1,
    requestHash,
  };
  const person = personItem(merchantId, input.id, input);
  const words = personWords(merchantId, input.id, undefined, input);
  const writes = [
    { op: "put", item: person } as const,
    ...words.within,
    auditWrite(context, merchantId, "customer:create", input.id),
  ];
  const quota = { what: "customers", kind: "customer", max: LIMITS.customersMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(
      context,
      made,
      writes,
      () => undefined,
      async () => {
        await writeWords(context.table, words.before);
        return [];
      },
    ),
  );
  if (!created.ok) return created;
  // A repeated request returns the customer's current data, not the data at creation.
  return ok(readCustomer(created.value, await context.table.get(personKey(merchantId, input.id))));
}

/** Replaces the personal data: optional fields that the input omits are removed. */
export function updateCustomer(context: Context, input: CustomerChange): Promise<Result<Customer>> {
  const { email = null, phone = null, note = null } = input;
  return patchCustomer(context, { ...input, email, phone, note });
}

/** Changes only the fields that the input contains. */
export async function patchCustomer(context: Context, input: CustomerPatch): Promise<Result<Customer>> {
  authorize(context, "customer:write");
  const { customerId, version, groupIds, taxExemption, creditLimit, ...given } = input;
  if (creditLimit !== undefined) authorize(context, "customer:credit");
  const patch = cleanPerson(given);
  const groups = groupIds === undefined ? undefined : [...new Set(groupIds ?? [])];
  const certificate = typeof taxExemption === "string" ? cleanCode(taxExemption) : taxExemption;
  const problems = [
    ...personProblems(patch),
    ...exemptionProblems(certificate),
    ...creditLimitProblems(creditLimit),
    ...(await groupProblems(context, groups)),
  ];
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const itemOf = (person: Person): Item => personItem(merchantId, customerId, patched(person, patch, ["name"]));
  return changingWords(context.table, (ready) =>
    changeVersioned(context, {
      what: "customer",
      version,
      read: () => getUnerased(context, customerId),
      ifApplied: (current) =>
        current.version === version + 1 &&
        isSame(current.person, readPerson(itemOf(current.person))) &&
        isSame(current.groupIds, groups ?? current.groupIds) &&
        (certificate === undefined || (current.taxExemption ?? null) === certificate) &&
        (creditLimit === undefined || (current.creditLimit ?? null) === creditLimit)
          ? current
          : undefined,
      async change(current) {
        const item = itemOf(current.person);
        const inGroups = groups ?? current.groupIds;
        const { taxExemption: _, creditLimit: __, ...known } = current;
        const terms = termsAfter(current, { taxExemption: certificate, creditLimit });
        const next = { ...known, ...terms.set, version: version + 1, groupIds: inGroups, person: readPerson(item) };
        const words = personWords(merchantId, customerId, current.person, next.person);
        await ready(words);
        const writes: Write[] = [
          versionWrite(merchantId, current, { groupIds: inGroups, ...terms.set }, terms.remove),
          { op: "put", item },
          ...words.within,
          auditWrite(context, merchantId, "customer:update", customerId),
        ];
        return ok({ writes: writes.map((write) => ({ write })), value: next });
      },
    }),
  );
}

type Terms = Pick<Customer, "taxExemption" | "creditLimit">;

/** What is agreed with a customer after a change; null removes, undefined leaves as it was. */
function termsAfter(
  before: Terms,
  change: { readonly [T in keyof Terms]-?: Terms[T] | null | undefined },
): { readonly set: Terms; readonly remove: readonly string[] } {
  const taxExemption = change.taxExemption === undefined ? before.taxExemption : (change.taxExemption ?? undefined);
  const creditLimit = change.creditLimit === undefined ? before.creditLimit : (change.creditLimit ?? undefined);
  const set = {
    ...(taxExemption === undefined ? {} : { taxExemption }),
    ...(creditLimit === undefined ? {} : { creditLimit }),
  };
  return { set, remove: ["taxExemption", "creditLimit"].filter((name) => !(name in set)) };
}

function isSame(one: Person | readonly string[], other: Person | readonly string[]): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}

async function groupProblems(context: Context, groupIds: readonly string[] = []): Promise<Failure[]> {
  if (groupIds.length <= GROUPS_OF_CUSTOMER_MAX) return customerGroupProblems(context, groupIds);
  const message = `A customer is in at most ${GROUPS_OF_CUSTOMER_MAX} groups.`;
  return [failure("TOO_MANY_CUSTOMER_GROUPS", message, ["input", "groupIds"])];
}

/** Erases the personal data. Sales stay; their customer id no longer identifies a person. */
export async function eraseCustomer(
  context: Context,
  input: { readonly customerId: string; readonly version: number },
): Promise<Result<Customer>> {
  authorize(context, "customer:erase");
  const { merchantId } = context.caller;
  const { customerId, version } = input;
  return changeVersioned<Customer, Customer>(context, {
    what: "customer",
    version,
    async read() {
      const current = await getCustomer(context, customerId);
      return current ? ok(current) : refused(unknownCustomer());
    },
    ifApplied: (current) => (current.erasedAt === undefined ? undefined : current),
    async change(current) {
      const erasedAt = context.clock.now();
      const { person, taxExemption: _, creditLimit: __, ...rest } = current;
      const words = personWords(merchantId, customerId, person);
      // First, so that none of them is left if this is interrupted: a repeated request deletes the rest.
      await writeWords(context.table, words.after);
      const writes: Write[] = [
        // The request's hash was computed from personal data, so it is removed too; groups and certificate are about the person.
        versionWrite(merchantId, current, { erasedAt }, ["requestHash", "groupIds", "taxExemption", "creditLimit"]),
        { op: "delete", key: personKey(merchantId, customerId) },
        ...words.within,
        auditWrite(context, merchantId, "customer:erase", customerId),
      ];
      return ok({
        writes: writes.map((write) => ({ write })),
        value: { ...rest, erasedAt, groupIds: [], version: version + 1 },
      });
    },
  });
}

function versionWrite(
  merchantId: string,
  { id, version }: Customer,
  set: {
    readonly erasedAt?: string;
    readonly groupIds?: readonly string[];
    readonly taxExemption?: string;
    readonly creditLimit?: number;
  } = {},
  remove: readonly string[] = [],
): Write {
  return {
    op: "update",
    key: customerKey(merchantId, id),
    set: { ...set, version: version + 1 },
    remove,
    if: { is: "equal", to: { version } },
  };
}

/** A customer who was not erased. */
async function getUnerased(
  context: Context,
  customerId: string,
): Promise<Result<Customer & { readonly person: Person }>> {
  const current = await getCustomer(context, customerId);
  if (!current?.person || current.erasedAt !== undefined) return refused(unknownCustomer());
  return ok({ ...current, person: current.person });
}

function unknownCustomer(path = ["input", "customerId"]): Failure {
  return failure("UNKNOWN_CUSTOMER", "There is no such customer.", path);
}
