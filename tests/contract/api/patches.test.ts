import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Data } from "../../support/api.ts";
import { type Counter, closeCounter, codeOf, openCounter } from "./counter.ts";

/** schema.graphql, the patches: what is absent stays as it is, null removes, and a version is checked as in an update. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

/** A kind of record: how one is made, how it is read, and how it is changed. */
interface Kind {
  readonly name: string;
  readonly idField: string;
  readonly selection: string;
  /** Makes a record in which every field has a value. */
  readonly make: () => Promise<string>;
  readonly read: (id: string) => Promise<Data>;
  /** A new value of each field, as it is sent and as it is read. */
  readonly changes: { readonly [field: string]: readonly [sent: unknown, read?: unknown] };
  /** What each field that can be removed is read as afterwards. */
  readonly removed: { readonly [field: string]: unknown };
  readonly required: readonly string[];
}

async function call(query: string, variables: Fields): Promise<Answer> {
  return counter.api.call(query, { variables, token: counter.owner });
}

async function ask(query: string, variables: Fields = {}): Promise<Data> {
  const { data, errors } = await call(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

function patchCall({ name, idField, selection }: Kind, id: string, version: number, fields: Fields): Promise<Answer> {
  return call(
    `mutation ($input: Patch${name}Input!) { patch${name}(input: $input) {
      ${name[0]?.toLowerCase()}${name.slice(1)} { ${selection} } userErrors { code path ... on VersionConflict { version } } } }`,
    { input: { [idField]: id, version, ...fields } },
  );
}

async function patch(kind: Kind, id: string, version: number, fields: Fields): Promise<Data> {
  const { data, errors } = await patchCall(kind, id, version, fields);
  expect(errors).toBeUndefined();
  const { userErrors, ...rest } = data[`patch${kind.name}`];
  return { userErrors, record: Object.values(rest)[0] };
}

async function create(name: string, input: Fields): Promise<string> {
  const data = await ask(
    `mutation ($input: Create${name}Input!) { create${name}(input: $input) { userErrors { code path } } }`,
    { input },
  );
  expect(data[`create${name}`].userErrors).toEqual([]);
  return String(input.id);
}

const newId = (prefix: "prd" | "var" | "cat" | "cus" | "rsc" | "tax") => counter.shop.clock.newId(prefix);

async function newCategory(): Promise<string> {
  return create("Category", { id: newId("cat"), name: "Tea" });
}

async function newProduct(): Promise<{ readonly productId: string; readonly variantId: string }> {
  const variant = {
    ...{ id: newId("var"), sku: newId("var").slice(4), unitPrice: "2", unitCost: "1.5" },
    ...{ barcodes: [newId("var").slice(4)], reorderPoint: "3" },
  };
  const id = await create("Product", {
    id: newId("prd"),
    name: "Pot",
    categoryId: await newCategory(),
    variants: [variant],
  });
  return { productId: id, variantId: variant.id };
}

const PRODUCT: Kind = {
  ...{ name: "Product", idField: "productId", selection: "name category { name } taxCode { name } version" },
  make: async () => (await newProduct()).productId,
  read: async (id) =>
    (await ask("query ($id: ID!) { product(id: $id) { name category { name } taxCode { name } version } }", { id }))
      .product,
  changes: { name: ["Jug"] },
  removed: { categoryId: { category: null } },
  required: ["name"],
};

const VARIANT: Kind = {
  ...{ name: "Variant", idField: "variantId", selection: "sku name unitPrice unitCost barcodes reorderPoint version" },
  make: async () => (await newProduct()).variantId,
  read: async (id) =>
    (
      await ask(
        "query ($id: ID!) { variant(by: { id: $id }) { sku name unitPrice unitCost barcodes reorderPoint version } }",
        { id },
      )
    ).variant,
  changes: {
    ...{ sku: ["JUG-1"], name: ["Large"], unitPrice: ["3.25"], unitCost: ["2"], barcodes: [["4711"]] },
    reorderPoint: ["9"],
  },
  removed: { unitCost: { unitCost: null }, barcodes: { barcodes: [] }, reorderPoint: { reorderPoint: null } },
  required: ["sku", "name", "unitPrice"],
};

const CUSTOMER: Kind = {
  ...{ name: "Customer", idField: "customerId", selection: "name email phone note version" },
  make: () =>
    create("Customer", {
      ...{ id: newId("cus"), name: "Ada", email: "ada@shop.example", phone: "0123", note: "Likes tea" },
    }),
  read: async (id) =>
    (await ask("query ($id: ID!) { customer(id: $id) { name email phone note version } }", { id })).customer,
  changes: { name: ["Bea"], email: ["bea@shop.example"], phone: ["0456"], note: ["Likes coffee"] },
  removed: { email: { email: null }, phone: { phone: null }, note: { note: null } },
  required: ["name"],
};

const SCHEDULE: Kind = {
  ...{ name: "ReportSchedule", idField: "reportScheduleId" },
  selection: "reportedDay timeOfDay recipients language enabled version",
  make: () =>
    create("ReportSchedule", {
      ...{ id: newId("rsc"), locationId: counter.shop.locationId, report: "DAILY", reportedDay: "SAME_DAY" },
      ...{ timeOfDay: "21:00", recipients: ["a@shop.example"], language: "EN", enabled: false },
    }),
  read: async (id) =>
    (
      await ask("{ reportSchedules { id reportedDay timeOfDay recipients language enabled version } }")
    ).reportSchedules.flatMap(({ id: own, ...rest }: Data) => (own === id ? [rest] : []))[0],
  changes: {
    ...{ reportedDay: ["DAY_BEFORE"], timeOfDay: ["06:30"], recipients: [["b@shop.example"]] },
    ...{ language: ["ZH_HANS"], enabled: [true] },
  },
  removed: { reportedDay: { reportedDay: "DAY_BEFORE" }, enabled: { enabled: true } },
  required: ["timeOfDay", "recipients", "language"],
};

describe.each([PRODUCT, VARIANT, CUSTOMER, SCHEDULE])("patch$name", (kind) => {
  test("changes the fields that are there, and leaves every other as it was", async () => {
    for (const [field, [sent, shown = sent]] of Object.entries(kind.changes)) {
      const id = await kind.make();
      const before = await kind.read(id);
      const { record, userErrors } = await patch(kind, id, 1, { [field]: sent });
      expect(userErrors).toEqual([]);
      expect(record).toEqual({ ...before, [field]: shown, version: 2 });
      expect(await kind.read(id)).toEqual(record);
      // What a SKU or a barcode was is free again for the next record.
      await patch(kind, id, 2, kind === VARIANT ? { sku: id, barcodes: [] } : {});
    }
  });

  test("removes the fields that are null", async () => {
    for (const [field, shown] of Object.entries(kind.removed)) {
      const id = await kind.make();
      const before = await kind.read(id);
      const { record, userErrors } = await patch(kind, id, 1, { [field]: null });
      expect(userErrors).toEqual([]);
      expect(record).toEqual({ ...before, ...(shown as Fields), version: 2 });
      expect(await kind.read(id)).toEqual(record);
    }
  });

  test("refuses to remove a field that the record cannot be without", async () => {
    const id = await kind.make();
    const before = await kind.read(id);
    for (const field of kind.required)
      expect([field, codeOf(await patchCall(kind, id, 1, { [field]: null }))]).toEqual([field, "BAD_REQUEST"]);
    expect(await kind.read(id)).toEqual(before);
  });

  test("answers a patch that is sent again as done, and another one by VERSION_CONFLICT", async () => {
    const id = await kind.make();
    const [[field, [sent]] = ["", [""]]] = Object.entries(kind.changes);
    const first = await patch(kind, id, 1, { [field]: sent });
    expect(first.userErrors).toEqual([]);
    expect(await patch(kind, id, 1, { [field]: sent })).toEqual(first);
    const other = kind === SCHEDULE ? { timeOfDay: "07:00" } : { name: "Other" };
    expect((await patch(kind, id, 1, other)).userErrors).toEqual([
      { code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 },
    ]);
    expect(await kind.read(id)).toEqual(first.record);
  });
});

test("patchProduct: gives the product the merchant's default tax code when its own is removed", async () => {
  const taxCodeId = await create("TaxCode", { id: newId("tax"), name: "Reduced 5 %", rate: "5" });
  const { productId } = await newProduct();
  const before = await PRODUCT.read(productId);
  expect((await patch(PRODUCT, productId, 1, { taxCodeId })).record.taxCode).toEqual({ name: "Reduced 5 %" });
  expect((await patch(PRODUCT, productId, 2, { taxCodeId: null })).record.taxCode).toEqual(before.taxCode);
});

test("patchProduct: changes the name and category of its variants with its own", async () => {
  const { productId, variantId } = await newProduct();
  await patch(PRODUCT, productId, 1, { name: "Kettle" });
  expect(await VARIANT.read(variantId)).toMatchObject({ name: "Kettle", unitCost: "1.5", version: 2 });
});

test("patchVariant: keeps the cost of a variant for a caller who does not send it, where updateVariant removes it", async () => {
  const { variantId } = await newProduct();
  const { record } = await patch(VARIANT, variantId, 1, { unitPrice: "2.5" });
  expect(record).toMatchObject({ unitPrice: "2.5", unitCost: "1.5" });
  const { sku, name, unitPrice } = record;
  const data = await ask(
    "mutation ($input: UpdateVariantInput!) { updateVariant(input: $input) { variant { unitCost } userErrors { code } } }",
    { input: { variantId, version: 2, sku, name, unitPrice } },
  );
  expect(data.updateVariant).toEqual({ variant: { unitCost: null }, userErrors: [] });
});

test("the updates that replace a whole record are deprecated, each with the patch to use", async () => {
  const data = await ask(
    '{ __type(name: "Mutation") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }',
  );
  const deprecated = data.__type.fields.filter(({ isDeprecated }: Data) => isDeprecated);
  expect(
    deprecated.map(({ name, deprecationReason }: Data) => [name, /patch\w+/.exec(deprecationReason)?.[0]]),
  ).toEqual([
    ["updateProduct", "patchProduct"],
    ["updateVariant", "patchVariant"],
    ["updateCustomer", "patchCustomer"],
    ["updateReportSchedule", "patchReportSchedule"],
  ]);
});
