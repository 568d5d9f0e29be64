import { canonicalJson } from "../../base/canonical.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context, createOnce, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import {
  type Customer,
  type CustomerChange,
  type CustomerPatch,
  customerProblems,
  type NewCustomer,
  type Person,
  personProblems,
} from "./model.ts";
import { getCustomer } from "./queries.ts";
import { customerKey, personItem, personKey, personWords, readCustomer, readPerson } from "./records.ts";

export async function createCustomer(context: Context, input: NewCustomer): Promise<Result<Customer>> {
  authorize(context, "customer:write");
  const problems = customerProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { clock, caller } = context;
  const { merchantId } = caller;
  const requestHash = requestHashOf({ ...input });
  const record = {
    ...customerKey(merchantId, input.id),
    id: input.id,
    createdAt: clock.now(),
    version: 1,
    requestHash,
  };
  const person = personItem(merchantId, input.id, input);
  const writes = [
    { op: "put", item: person } as const,
    ...personWords(merchantId, input.id, undefined, input),
    auditWrite(context, merchantId, "customer:create", input.id),
  ];
  const created = await createOnce(context, record, writes, () => undefined);
  if (!created.ok) return created;
  // Sent again, it is answered with what is known by now.
  return ok(readCustomer(created.value, await context.table.get(personKey(merchantId, input.id))));
}

/** Replaces what is known of a person: what is absent is removed. */
export function updateCustomer(context: Context, input: CustomerChange): Promise<Result<Customer>> {
  const { email = null, phone = null, note = null } = input;
  return patchCustomer(context, { ...input, email, phone, note });
}

/** Changes what is known of a person. */
export async function patchCustomer(context: Context, input: CustomerPatch): Promise<Result<Customer>> {
  authorize(context, "customer:write");
  const { customerId, version, ...patch } = input;
  const problems = personProblems(patch);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const itemOf = (person: Person): Item => personItem(merchantId, customerId, patched(person, patch, ["name"]));
  return changeVersioned(context, {
    what: "customer",
    version,
    read: () => findKnown(context, customerId),
    done: (seen) =>
      seen.version === version + 1 && isSamePerson(seen.person, readPerson(itemOf(seen.person))) ? seen : undefined,
    async change(seen) {
      const item = itemOf(seen.person);
      const next: Customer = { ...seen, version: version + 1, person: readPerson(item) };
      const writes: Write[] = [
        versionWrite(merchantId, seen),
        { op: "put", item },
        ...personWords(merchantId, customerId, seen.person, next.person),
        auditWrite(context, merchantId, "customer:update", customerId),
      ];
      return ok({ writes: writes.map((write) => ({ write })), value: next });
    },
  });
}

function isSamePerson(one: Person, other: Person): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}

/** Erases what is personal. What was bought stays, under an id that no longer leads to a person. */
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
      const seen = await getCustomer(context, customerId);
      return seen ? ok(seen) : refused(unknownCustomer());
    },
    done: (seen) => (seen.erasedAt === undefined ? undefined : seen),
    async change(seen) {
      const erasedAt = context.clock.now();
      const { person, ...rest } = seen;
      const writes: Write[] = [
        // What the request was made of is personal too.
        versionWrite(merchantId, seen, { erasedAt }, ["requestHash"]),
        { op: "delete", key: personKey(merchantId, customerId) },
        ...personWords(merchantId, customerId, person),
        auditWrite(context, merchantId, "customer:erase", customerId),
      ];
      return ok({ writes: writes.map((write) => ({ write })), value: { ...rest, erasedAt, version: version + 1 } });
    },
  });
}

function versionWrite(
  merchantId: string,
  { id, version }: Customer,
  set: { readonly erasedAt?: string } = {},
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
async function findKnown(
  context: Context,
  customerId: string,
): Promise<Result<Customer & { readonly person: Person }>> {
  const seen = await getCustomer(context, customerId);
  if (!seen?.person || seen.erasedAt !== undefined) return refused(unknownCustomer());
  return ok({ ...seen, person: seen.person });
}

function unknownCustomer(): Failure {
  return failure("UNKNOWN_CUSTOMER", "There is no such customer.", ["input", "customerId"]);
}
