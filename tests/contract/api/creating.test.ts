import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, openCounter, refusals, signIn } from "./counter.ts";

/** contract.md: "Every mutation that creates something takes the id from the client and is safe to send again". */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

interface Creation {
  readonly field: string;
  readonly type: string;
  readonly answer: string;
  readonly input: () => Fields;
  /** Another content under the same id. */
  readonly other: Fields;
  /** The same content: what says nothing. */
  readonly same?: Fields;
}

const newId = (
  prefix: "loc" | "trm" | "tax" | "cat" | "prd" | "var" | "stf" | "ops" | "adj" | "cus" | "ref" | "pay" | "jou",
) => counter.shop.clock.newId(prefix);
let number = 5000;

const CREATIONS: readonly Creation[] = [
  {
    field: "createLocation",
    type: "CreateLocationInput",
    answer: "location { id code name timeZone }",
    input: () => ({ id: newId("loc"), code: newId("loc"), name: "New", timeZone: "Asia/Shanghai" }),
    other: { name: "Other" },
  },
  {
    field: "createTerminal",
    type: "CreateTerminalInput",
    answer: "terminal { id code name location { id } activatedAt revokedAt version }",
    input: () => ({ id: newId("trm"), code: newId("trm"), name: "New", locationId: counter.shop.locationId }),
    other: { code: "T10" },
  },
  {
    field: "createStaff",
    type: "CreateStaffInput",
    answer: "staff { id name role operatorNumber }",
    input: () => ({ id: newId("stf"), name: "New", role: "CASHIER", operatorNumber: String(number++), pin: "482617" }),
    other: { role: "OWNER" },
    same: { email: "", password: null, locationIds: null },
  },
  {
    field: "createTaxCode",
    type: "CreateTaxCodeInput",
    answer: "taxCode { id name rate }",
    input: () => ({ id: newId("tax"), name: "Reduced", rate: "5" }),
    other: { rate: "5.5" },
    same: { rate: "+5.000000" },
  },
  {
    field: "createCategory",
    type: "CreateCategoryInput",
    answer: "category { id name }",
    input: () => ({ id: newId("cat"), name: "Fruit" }),
    other: { name: "Vegetables" },
  },
  {
    field: "createProduct",
    type: "CreateProductInput",
    answer: "product { id name variants { id sku name unitPrice unitCost barcodes version } }",
    input: () => {
      const id = newId("var");
      return { id: newId("prd"), name: "New", variants: [{ id, sku: id, unitPrice: "1.50", barcodes: [id] }] };
    },
    other: { name: "Other" },
    same: { categoryId: null, taxCodeId: null },
  },
  {
    field: "recordOpeningStock",
    type: "RecordOpeningStockInput",
    answer: "openingStockId",
    input: () => ({
      id: newId("ops"),
      locationId: counter.shop.locationId,
      occurredAt: counter.shop.clock.now(),
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "5" }],
    }),
    other: { lines: [{ variant: { sku: "SKU-0001" }, quantity: "6" }] },
    same: { lines: [{ variant: { sku: "SKU-0001" }, quantity: "+5.000", unitCost: null }] },
  },
  {
    field: "adjustStock",
    type: "AdjustStockInput",
    answer: "stockAdjustment { id occurredAt recordedAt location { id } operatorId reason lines { sku quantity } }",
    input: () => ({
      id: newId("adj"),
      locationId: counter.shop.locationId,
      occurredAt: counter.shop.clock.now(),
      reason: "Damaged",
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "-1" }],
    }),
    other: { reason: "Found" },
    same: { lines: [{ variant: { sku: "SKU-0001" }, quantity: "-1.000" }] },
  },
  {
    field: "createCustomer",
    type: "CreateCustomerInput",
    answer: "customer { id createdAt erasedAt name email phone note version totals { saleCount } }",
    input: () => ({ id: newId("cus"), name: "Ada", email: "ada@example.org", phone: "+44 20 7946 0000" }),
    other: { name: "Bea" },
    same: { note: "" },
  },
  {
    field: "refundSale",
    type: "RefundSaleInput",
    answer:
      "refund { id occurredAt sale { id } terminal { id } lines { id sku quantity total { amount } } total { amount } payments { id } }",
    input: () => ({
      id: newId("ref"),
      locationId: counter.shop.locationId,
      occurredAt: counter.shop.clock.now(),
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "1", unitPrice: "1.99" }],
      payments: [{ id: newId("pay"), method: "CARD", amount: 199 }],
    }),
    other: { reason: "Another" },
    same: { reason: "", customerId: null },
  },
  {
    field: "recordJournalEntry",
    type: "RecordJournalEntryInput",
    answer: "journalEntry { id reason location { id } postings { account amount { amount currency } } }",
    input: () => ({
      id: newId("jou"),
      locationId: counter.shop.locationId,
      occurredAt: counter.shop.clock.now(),
      reason: "Card fees of May",
      postings: [
        { account: "OTHER_EXPENSE", amount: 1250 },
        { account: "CARD", amount: -1250 },
      ],
    }),
    other: { reason: "Card fees of June" },
  },
];

async function send({ field, type, answer }: Creation, input: Fields): Promise<Data> {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} userErrors { code path } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data[field];
}

describe.each(CREATIONS.map((creation) => [creation.field, creation] as const))("%s", (_field, creation) => {
  test("is answered alike however often it is sent, also at once", async () => {
    const input = creation.input();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(creation, input)));
    const later = await send(creation, { ...input, ...creation.same });
    expect(refusals(later)).toEqual([]);
    for (const answer of answers) expect(answer).toEqual(later);
  });

  test("is an ID_CONFLICT with other content, and what stands is untouched", async () => {
    const input = creation.input();
    const first = await send(creation, input);
    expect(refusals(await send(creation, { ...input, ...creation.other }))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect(await send(creation, input)).toEqual(first);
  });

  test("refuses an id of another kind, in lower case, or none", async () => {
    const input = creation.input();
    const id = String(input.id);
    for (const bad of [`sal_${id.slice(4)}`, id.toLowerCase(), "", `${id}0`])
      expect(refusals(await send(creation, { ...input, id: bad }))).toEqual([["INVALID_ID", "input.id"]]);
    expect(refusals(await send(creation, input))).toEqual([]);
  });
});

describe("what is taken", () => {
  const creation = (field: string) => CREATIONS.find((each) => each.field === field) as Creation;

  test("a SKU, a barcode, an address, an operator number", async () => {
    const product = creation("createProduct");
    const [variant] = product.input().variants as Fields[];
    await send(product, { ...product.input(), variants: [variant] });
    const again = (fields: Fields) => ({ ...product.input(), variants: [{ ...variant, id: newId("var"), ...fields }] });
    expect(refusals(await send(product, again({ barcodes: [] })))).toEqual([["SKU_TAKEN", "input.variants.0.sku"]]);
    expect(refusals(await send(product, again({ sku: newId("var") })))).toEqual([
      ["BARCODE_TAKEN", "input.variants.0.barcodes"],
    ]);
    const staff = creation("createStaff");
    expect(refusals(await send(staff, { ...staff.input(), operatorNumber: "1001" }))).toEqual([
      ["OPERATOR_NUMBER_TAKEN", "input.operatorNumber"],
    ]);
    const owner = { email: "Owner@Shop.example", password: "seven purple elephants" };
    expect(refusals(await send(staff, { ...staff.input(), ...owner }))).toEqual([["EMAIL_TAKEN", "input.email"]]);
  });

  test("a known person's id is an ID_CONFLICT, also when the address in the request is another's", async () => {
    const staff = creation("createStaff");
    const input = staff.input();
    expect(refusals(await send(staff, input))).toEqual([]);
    const owner = { email: "Owner@Shop.example", password: "seven purple elephants" };
    expect(refusals(await send(staff, { ...input, ...owner }))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("what is empty is not said: several people have no address, several no operator number", async () => {
    const staff = creation("createStaff");
    for (let count = 0; count < 2; count++) {
      expect(refusals(await send(staff, { ...staff.input(), email: "", password: "" }))).toEqual([]);
      const email = `person${count}@shop.example`;
      const atDesk = { ...staff.input(), operatorNumber: "", pin: "", email, password: "a long enough password" };
      expect(refusals(await send(staff, atDesk))).toEqual([]);
      expect((await signIn(counter.api, email, "a long enough password")).userErrors).toEqual([]);
    }
  });

  test("a password of 128 characters of any kind signs in", async () => {
    const staff = creation("createStaff");
    const password = String.fromCodePoint(...Array.from({ length: 128 }, (_, index) => 0x1f400 + ((index * 37) % 128)));
    const input = { ...staff.input(), email: "keys@shop.example", password };
    expect(refusals(await send(staff, input))).toEqual([]);
    expect((await signIn(counter.api, "keys@shop.example", password)).userErrors).toEqual([]);
    expect(refusals(await send(staff, { ...input, id: newId("stf"), password: `${password}🔑` }))).toEqual([
      ["INVALID_PASSWORD", "input.password"],
    ]);
  });
});

test("a write of master data states the version it saw: VERSION_CONFLICT with the present one", async () => {
  const id = counter.shop.variants[0]?.id;
  const change = async (unitPrice: string, version: number) => {
    const { data } = await counter.api.call(
      `mutation ($input: ChangePriceInput!) { changePrice(input: $input) { variant { unitPrice version }
        userErrors { __typename code path ... on VersionConflict { version } } } }`,
      { variables: { input: { variantId: id, unitPrice, version } }, token: counter.owner },
    );
    return data.changePrice;
  };
  const changed = { variant: { unitPrice: "2.49", version: 2 }, userErrors: [] };
  expect(await change("2.490", 1)).toEqual(changed);
  expect(await change("2.49", 1)).toEqual(changed);
  const stale = [{ __typename: "VersionConflict", code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 }];
  expect(await change("3", 1)).toEqual({ variant: null, userErrors: stale });
  expect(await change("3", 9)).toEqual({ variant: null, userErrors: stale });
  const both = await Promise.all([change("4", 2), change("5", 2)]);
  expect(both.map(({ variant }) => variant?.version ?? null)).toContain(3);
  expect(both.filter(({ variant }) => variant === null)).toHaveLength(1);
});
