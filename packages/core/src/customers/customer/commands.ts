import { canonicalJson } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context, createOnce, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item } from "../../table/port/port.ts";
import { type Customer, customerProblems, type NewCustomer, type Person, personProblems } from "./model.ts";
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

export interface CustomerChange extends Person {
  readonly customerId: string;
  readonly version: number;
}

/** Replaces what is known of a person. */
export async function updateCustomer(context: Context, input: CustomerChange): Promise<Result<Customer>> {
  authorize(context, "customer:write");
  const problems = personProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId } = context.caller;
  const person = personItem(merchantId, input.customerId, input);
  const standing = await getCustomer(context, input.customerId);
  // The same change sent again: it is done already.
  if (standing?.version === input.version + 1 && isSamePerson(standing, person)) return ok(standing);
  const seen = await findForChange(context, input);
  if (!seen.ok) return seen;
  const done = await context.table.transact([
    {
      op: "update",
      key: customerKey(merchantId, input.customerId),
      set: { version: input.version + 1 },
      if: { is: "equal", to: { version: input.version } },
    },
    { op: "put", item: person },
    ...personWords(merchantId, input.customerId, seen.value.person, input),
    auditWrite(context, merchantId, "customer:update", input.customerId),
  ]);
  if (!done.ok) return updateCustomer(context, input);
  return ok({ ...seen.value, version: input.version + 1, person: readPerson(person) });
}

function isSamePerson({ person }: Customer, item: Item): boolean {
  return person !== undefined && canonicalJson({ ...person }) === canonicalJson({ ...readPerson(item) });
}

/** Erases what is personal. What was bought stays, under an id that no longer leads to anybody. */
export async function eraseCustomer(
  context: Context,
  input: { readonly customerId: string; readonly version: number },
): Promise<Result<Customer>> {
  authorize(context, "customer:erase");
  const standing = await getCustomer(context, input.customerId);
  if (standing?.erasedAt !== undefined) return ok(standing);
  const seen = await findForChange(context, input);
  if (!seen.ok) return seen;
  const { clock, caller, table } = context;
  const erasedAt = clock.now();
  const done = await table.transact([
    {
      op: "update",
      key: customerKey(caller.merchantId, input.customerId),
      set: { version: input.version + 1, erasedAt },
      // What the request was made of is personal too.
      remove: ["requestHash"],
      if: { is: "equal", to: { version: input.version } },
    },
    { op: "delete", key: personKey(caller.merchantId, input.customerId) },
    ...personWords(caller.merchantId, input.customerId, seen.value.person),
    auditWrite(context, caller.merchantId, "customer:erase", input.customerId),
  ]);
  if (!done.ok) return eraseCustomer(context, input);
  const { person: _, ...rest } = seen.value;
  return ok({ ...rest, erasedAt, version: input.version + 1 });
}

async function findForChange(
  context: Context,
  input: { customerId: string; version: number },
): Promise<Result<Customer, Failure>> {
  const seen = isId("cus", input.customerId) ? await getCustomer(context, input.customerId) : undefined;
  if (!seen || seen.erasedAt !== undefined)
    return refused(failure("UNKNOWN_CUSTOMER", "There is no such customer.", ["input", "customerId"]));
  if (seen.version === input.version) return ok(seen);
  return refused(
    failure("VERSION_CONFLICT", "The customer was changed in between.", ["input", "version"], {
      version: seen.version,
    }),
  );
}
