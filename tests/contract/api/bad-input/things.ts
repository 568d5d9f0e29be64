import { expect } from "vitest";
import type { Api, Data } from "../../../support/api.ts";
import type { Shop } from "../../../support/shop.ts";
import { type Counter, listedExceptions } from "../counter.ts";

/** Something of every kind that a merchant has at a location, made through its API. */
export interface Things {
  readonly locationId: string;
  readonly terminalId: string;
  /** Sold here, of a product with others. */
  readonly variantId: string;
  /** A product of its own, which nobody sells. */
  readonly productId: string;
  readonly productVariantId: string;
  readonly customerId: string;
  readonly groupId: string;
  readonly categoryId: string;
  readonly taxCodeId: string;
  readonly staffId: string;
  readonly saleId: string;
  readonly paymentId: string;
  readonly refundId: string;
  readonly adjustmentId: string;
  readonly journalId: string;
  readonly reportScheduleId: string;
  readonly exception: { readonly subject: string; readonly code: string; readonly version: number };
  /** The end of the first page of each list. */
  readonly cursors: { readonly [list in List]: string };
}

export type List = "sales" | "customers" | "stockLevels" | "exceptions" | "products" | "movements" | "reportSendings";

export interface Seat {
  readonly api: Api;
  readonly shop: Shop;
  readonly owner: string;
  readonly operator: string;
  readonly terminal: string;
  readonly terminalId: string;
  readonly locationId: string;
}

const ERRORS = "userErrors { code path }";

export async function furnish(seat: Seat): Promise<Things> {
  const { api, shop, owner, operator, locationId, terminalId } = seat;
  const { clock } = shop;
  const call = async (query: string, token: string, variables: object = {}): Promise<Data> => {
    const { data, errors } = await api.call(query, { token, variables });
    expect(errors).toBeUndefined();
    for (const payload of Object.values<Data>(data)) expect(payload.userErrors ?? []).toEqual([]);
    return data;
  };
  const [customerId, categoryId, taxCodeId] = [clock.newId("cus"), clock.newId("cat"), clock.newId("tax")];
  const [saleId, paymentId, refundId] = [clock.newId("sal"), clock.newId("pay"), clock.newId("ref")];
  const [productId, productVariantId] = [clock.newId("prd"), clock.newId("var")];
  const [adjustmentId, journalId, reportScheduleId] = [clock.newId("adj"), clock.newId("jou"), clock.newId("rsc")];
  const report = { locationId, report: "DAILY", recipients: ["owner@shop.example"], language: "EN" };
  const occurredAt = clock.now();
  await call(
    `mutation ($customer: CreateCustomerInput!, $category: CreateCategoryInput!, $tax: CreateTaxCodeInput!,
      $adjustment: AdjustStockInput!, $journal: RecordJournalEntryInput!, $product: CreateProductInput!,
      $schedule: CreateReportScheduleInput!, $sending: SendReportInput!) {
      createCustomer(input: $customer) { ${ERRORS} } createTaxCode(input: $tax) { ${ERRORS} }
      createCategory(input: $category) { ${ERRORS} } adjustStock(input: $adjustment) { ${ERRORS} }
      recordJournalEntry(input: $journal) { ${ERRORS} } createProduct(input: $product) { ${ERRORS} }
      createReportSchedule(input: $schedule) { ${ERRORS} } sendReport(input: $sending) { ${ERRORS} } }`,
    owner,
    {
      customer: { id: customerId, name: "Somebody" },
      category: { id: categoryId, name: "Things", departmentTaxCodeId: taxCodeId },
      tax: { id: taxCodeId, name: "Reduced", rate: "5" },
      product: {
        id: productId,
        name: "A thing",
        variants: [{ id: productVariantId, sku: `THING-${locationId}`, unitPrice: "1" }],
      },
      schedule: { ...report, id: reportScheduleId, timeOfDay: "07:00" },
      sending: { ...report, id: clock.newId("rsn"), day: "2026-06-14" },
      adjustment: {
        id: adjustmentId,
        locationId,
        occurredAt,
        reason: "Found",
        lines: [{ variant: { sku: "SKU-0001" }, quantity: "9" }],
      },
      journal: {
        id: journalId,
        locationId,
        occurredAt,
        reason: "Rent",
        postings: [
          { account: "OTHER_EXPENSE", amount: 5 },
          { account: "SUSPENSE", amount: -5 },
        ],
      },
    },
  );
  const sale = {
    id: saleId,
    sequence: shop.nextSequence(0),
    occurredAt,
    customerId,
    lines: [{ variant: { sku: "SKU-0001" }, quantity: "3", unitPrice: "1.99" }],
    payments: [{ id: paymentId, method: "CARD", amount: 597 }],
  };
  const complete = `mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { ${ERRORS} } }`;
  await call(complete, operator, { input: sale });
  // The same id with other content: kept for a manager, whom an exception tells.
  await api.call(complete, { token: operator, variables: { input: { ...sale, note: "Another" } } });
  const refund = {
    id: refundId,
    saleId,
    occurredAt,
    lines: [{ line: 1, quantity: "1" }],
    payments: [{ id: clock.newId("pay"), method: "CARD", amount: 199 }],
  };
  await call(`mutation ($input: RefundSaleInput!) { refundSale(input: $input) { ${ERRORS} } }`, operator, {
    input: refund,
  });
  await api.reader.caughtUp();
  const [exception] = await listedExceptions({ ...seat, shop } as never, saleId);
  expect(exception.code).toBe("ID_CONFLICT");
  return {
    locationId,
    terminalId,
    variantId: shop.variants[0]?.id ?? "",
    ...{ productId, productVariantId, customerId },
    groupId: await createGroup(seat),
    categoryId,
    taxCodeId,
    staffId: shop.staff.CASHIER.id,
    saleId,
    paymentId,
    refundId,
    adjustmentId,
    journalId,
    reportScheduleId,
    exception,
    cursors: await cursorsOf(seat),
  };
}

async function createGroup({ api, shop, owner: token }: Seat): Promise<string> {
  const id = shop.clock.newId("grp");
  const query = `mutation ($input: CreateCustomerGroupInput!) { createCustomerGroup(input: $input) { ${ERRORS} } }`;
  const { data } = await api.call(query, { token, variables: { input: { id, name: "Wholesale" } } });
  expect(data.createCustomerGroup.userErrors).toEqual([]);
  return id;
}

async function cursorsOf({ api, shop, owner, locationId }: Seat): Promise<Things["cursors"]> {
  const page = "{ pageInfo { endCursor } }";
  const { data } = await api.call(
    `query ($id: ID!, $variant: ID!) { sales(first: 1) ${page} customers(first: 1) ${page} products(first: 1) ${page}
      movements(locationId: $id, variantId: $variant, first: 1) ${page} stockLevels(locationId: $id, first: 1) ${page} reportSendings(locationId: $id, first: 1) ${page} exceptions(locationId: $id, first: 1) ${page} }`,
    { token: owner, variables: { id: locationId, variant: shop.variants[0]?.id } },
  );
  const endOf = (list: List): string => data[list].pageInfo.endCursor;
  return {
    sales: endOf("sales"),
    customers: endOf("customers"),
    stockLevels: endOf("stockLevels"),
    exceptions: endOf("exceptions"),
    products: endOf("products"),
    movements: endOf("movements"),
    reportSendings: endOf("reportSendings"),
  };
}

/** Two taxes that are charged together, the second on the first too. */
export function taxComponents() {
  return [
    { name: "State", rate: "6.25", isCompound: false },
    { name: "City", rate: "2", isCompound: true },
  ];
}

/** Frees a customer from tax who buys nothing in other requests. */
export async function exemption({ counter, taken }: { readonly counter: Counter; readonly taken: () => unknown }) {
  const customerId = counter.shop.clock.newId("cus");
  await counter.api.call("mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { __typename } }", {
    token: counter.owner,
    variables: { input: { id: customerId, name: "School" } },
  });
  taken();
  return { customerId, version: 1, taxExemption: { certificateNumber: "ST-119" }, creditLimit: 5000 };
}
