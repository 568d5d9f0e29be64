import * as v from "valibot";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key } from "../../table/port/port.ts";
import { type WordChange, wordChange } from "../../table/search.ts";
import type { Customer, Person } from "./model.ts";

export function customersPk(merchantId: string): string {
  return tenantPk(merchantId, "CUSTOMER");
}

export function customerKey(merchantId: string, customerId: string): Key {
  return { pk: customersPk(merchantId), sk: customerId };
}

/** The personal record: nothing else holds a name, an address or a number. */
export function personKey(merchantId: string, customerId: string): Key {
  return { pk: tenantPk(merchantId, "PERSON"), sk: customerId };
}

/** A customer is found by the words of what is known of the person; they go where it is erased. */
export function personWords(
  merchantId: string,
  customerId: string,
  before?: Person,
  after?: Person,
  isRenewal?: boolean,
): WordChange {
  const texts = [before && searchText(before), after && searchText(after)] as const;
  return wordChange(personWordsPk(merchantId), customerId, ...texts, isRenewal);
}

export function personWordsPk(merchantId: string): string {
  return tenantPk(merchantId, "PERSON_WORD");
}

function searchText({ name, email = "", phone = "" }: Person): string {
  return `${email} ${phone} ${phone.replace(/\D/g, "")} ${name}`;
}

export function personItem(merchantId: string, customerId: string, { name, email, phone, note }: Person): Item {
  return {
    ...personKey(merchantId, customerId),
    name,
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(note ? { note } : {}),
  };
}

/** A customer with what is personal, where it was not erased. */
export const customerMaster: MasterKind = {
  record: "customer",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, customersPk(merchantId))) {
      const person = await table.get(personKey(merchantId, item.sk));
      yield { ...masterRecord(item), ...(person ? { person: { ...readPerson(person) } } : {}) };
    }
  },
  writes(merchantId, { person, ...record }) {
    const put = masterPut(customerKey(merchantId, record.id), record);
    if (person === undefined) return [put];
    const known = person as unknown as Person;
    return [
      put,
      { op: "put", item: personItem(merchantId, record.id, known) },
      ...personWords(merchantId, record.id, undefined, known).within,
    ];
  },
};

const readKnown = recordCodec(
  "customer",
  v.object({
    id: v.string(),
    createdAt: v.string(),
    erasedAt: v.exactOptional(v.string()),
    version: v.number(),
    groupIds: v.exactOptional(v.array(v.string())),
    taxExemption: v.exactOptional(v.string()),
    creditLimit: v.exactOptional(v.number()),
  }),
);

/** Without the personal data. */
export function readKnownCustomer(item: Item): Omit<Customer, "person"> {
  const { id, createdAt, erasedAt, version, groupIds = [], taxExemption, creditLimit } = readKnown(item);
  return {
    ...{ id, createdAt, version, groupIds },
    ...(taxExemption === undefined ? {} : { taxExemption }),
    ...(creditLimit === undefined ? {} : { creditLimit }),
    ...(erasedAt === undefined ? {} : { erasedAt }),
  };
}

const readPersonal = recordCodec(
  "person",
  v.object({
    name: v.string(),
    email: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    note: v.exactOptional(v.string()),
  }),
);

export function readCustomer(item: Item, person: Item | undefined): Customer {
  return { ...readKnownCustomer(item), ...(person === undefined ? {} : { person: readPerson(person) }) };
}

export function readPerson(item: Item): Person {
  const { name, email, phone, note } = readPersonal(item);
  return {
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(note === undefined ? {} : { note }),
  };
}
