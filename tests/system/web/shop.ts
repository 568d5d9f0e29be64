import { dayAfter } from "@pos/core/base/time.ts";
import { CARD_CODE_BYTES, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { System } from "./support.ts";
import { textsOf } from "./words.ts";

/**
 * A morning at the demo's shop: sales, one that is odd, a customer, a level below its reorder point, a schedule, a
 * promotion with a coupon, a price list for a group, a parked sale.
 */
export interface Shop {
  readonly customerId: string;
  readonly saleId: string;
  /** Paid in cash. */
  readonly cashSaleId: string;
  readonly productId: string;
  readonly variantId: string;
  /** Sold, and redeemed in part. */
  readonly giftCardId: string;
  /** Of a customer, open. */
  readonly quoteId: string;
  /** The page of its e-receipt, of the first sale; it needs no sign-in. */
  readonly receiptPath: string;
  /** What people have entered, names of every kind, and random symbols: pages show them in any language. */
  readonly names: () => Promise<string[]>;
  /** What the owner asks of the API. */
  readonly asOwner: AskAsOwner;
  /** A cashier who signs in to the dashboard. */
  readonly hireCashier: () => Promise<{ readonly email: string; readonly password: string }>;
  /** Whether the number and the PIN open the terminal. */
  readonly opensTerminal: (operatorNumber: string, pin: string) => Promise<boolean>;
  /** One more sale of an open line for 2.50 by card, at once; `paid` is what differs of its payment. */
  readonly sell: (sale: { readonly id: string; readonly sequence: number }, paid?: object) => Promise<void>;
}

export async function openShop({ url, credentials }: System): Promise<Shop> {
  const owner = await tokenOf(url, undefined, "signIn", "token", {
    email: credentials.owner.email,
    password: credentials.owner.password,
  });
  const terminal = await tokenOf(url, undefined, "activateTerminal", "token", {
    activationCode: credentials.terminal.activationCode,
  });
  const operator = await tokenOf(url, terminal, "signInOperator", "token", {
    operatorNumber: credentials.operator.number,
    pin: credentials.operator.pin,
  });
  const asOwner = (query: string, variables: object = {}) => ask(url, owner, query, variables);
  const { locationId } = credentials;
  const customerId = systemClock.newId("cus");
  await asOwner("mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }", {
    input: { id: customerId, name: "Ada Example", email: "ada@example.com", phone: "+44 20 7946 0000" },
  });
  const { stockLevels } = await asOwner(
    `{ stockLevels(locationId: "${locationId}", first: 6) { nodes { sku variant { id name version unitPrice unitCost price { amount } barcodes } } } }`,
  );
  const goods = stockLevels.nodes;
  const [first] = goods;
  const { id, version, ...fields } = first.variant;
  await asOwner("mutation ($input: UpdateVariantInput!) { updateVariant(input: $input) { userErrors { code } } }", {
    input: {
      ...{ variantId: id, version, sku: first.sku, name: fields.name, unitPrice: fields.unitPrice },
      ...{ unitCost: fields.unitCost, barcodes: fields.barcodes, reorderPoint: "500" },
    },
  });
  const sales = goods.map(soldOf(customerId));
  const sync = (synced: readonly object[]) => ask(url, operator, SYNC, { sales: synced });
  await sync(sales);
  await makeSchedule(asOwner, locationId);
  const { products } = await asOwner("{ products(first: 1) { nodes { id } } }");
  await asOwner("mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { userErrors { code } } }", {
    input: {
      ...{ id: systemClock.newId("prm"), name: "Spring", kind: "PERCENT", percent: "10", couponCode: "SPRING10" },
      ...{ couponLimit: 100, productIds: [products.nodes[0].id] },
    },
  });
  await ask(url, operator, "mutation ($input: ParkSaleInput!) { parkSale(input: $input) { userErrors { code } } }", {
    input: { id: systemClock.newId("prk"), label: "Ada", lines: [{ variant: { sku: first.sku }, quantity: "2" }] },
  });
  await makePriceList(asOwner, id);
  const { sale } = await asOwner(`{ sale(id: "${sales[1].id}") { receipt { link } } }`);
  const giftCardId = await sellCard(sync, asOwner);
  const quoteId = await quote(asOwner, { locationId, customerId, sku: first.sku });
  return {
    ...{ asOwner, customerId, saleId: sales[1].id, cashSaleId: sales[0].id },
    ...{
      productId: products.nodes[0].id,
      variantId: id,
      giftCardId,
      quoteId,
      receiptPath: new URL(sale.receipt.link, url).pathname,
    },
    ...officeOf(asOwner, locationId),
    async opensTerminal(operatorNumber, pin) {
      const query = "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }";
      return (await ask(url, terminal, query, { input: { operatorNumber, pin } })).signInOperator.token !== null;
    },
    async sell(sale, paid = {}) {
      const lines = [{ description: "Something open", quantity: "1", unitPrice: "2.50" }];
      const payments = [{ id: systemClock.newId("pay"), method: "CARD", amount: 250, ...paid }];
      await sync([{ ...sale, occurredAt: systemClock.now(), lines, payments }]);
    },
  };
}

async function makeSchedule(asOwner: AskAsOwner, locationId: string): Promise<void> {
  await asOwner(
    "mutation ($input: CreateReportScheduleInput!) { createReportSchedule(input: $input) { userErrors { code } } }",
    {
      input: {
        ...{ id: systemClock.newId("rsc"), locationId, report: "DAILY", timeOfDay: "07:00" },
        ...{ recipients: ["owner@example.com"], language: "EN" },
      },
    },
  );
}

/** A gift card of 50, of which 12.50 were redeemed. */
async function sellCard(sync: (sales: readonly object[]) => Promise<unknown>, asOwner: AskAsOwner): Promise<string> {
  // Its last symbols, which pages show, look like a word: one card in five has such.
  let code = "";
  while (!/[A-Z]{4}$/.test(code)) code = newCardCode(systemClock.randomBytes(CARD_CODE_BYTES));
  const pay = (amount: number, method: object) => [{ id: systemClock.newId("pay"), amount, ...method }];
  const sale = (sequence: number) => ({ id: systemClock.newId("sal"), sequence, occurredAt: systemClock.now() });
  const open = { description: "Something open", quantity: "1", unitPrice: "12.50" };
  await sync([
    {
      ...sale(510),
      lines: [{ quantity: "1", giftCard: { amount: 5000, code } }],
      payments: pay(5000, { method: "CARD" }),
    },
    { ...sale(511), lines: [open], payments: pay(1250, { method: "GIFT_CARD", giftCard: code }) },
  ]);
  const { giftCard } = await asOwner("query ($code: String!) { giftCard(code: $code) { id } }", { code });
  return giftCard.id;
}

/** Two of an article and a repair, for a customer. */
async function quote(
  asOwner: AskAsOwner,
  { sku, ...whose }: { readonly locationId: string; readonly customerId: string; readonly sku: string },
): Promise<string> {
  const id = systemClock.newId("quo");
  const lines = [
    { variant: { sku }, quantity: "2" },
    { description: "Something open", quantity: "1", unitPrice: "12.50" },
  ];
  const validUntil = dayAfter(systemClock.now().slice(0, "2026-01-01".length), 14);
  await asOwner("mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { userErrors { code } } }", {
    input: { ...{ id, validUntil, lines }, ...whose },
  });
  return id;
}

/** Prices for a group that no customer is in: no sale has them. */
async function makePriceList(asOwner: AskAsOwner, variantId: string): Promise<void> {
  const groupId = systemClock.newId("grp");
  await asOwner(
    "mutation ($input: CreateCustomerGroupInput!) { createCustomerGroup(input: $input) { userErrors { code } } }",
    { input: { id: groupId, name: "Wholesale" } },
  );
  await asOwner("mutation ($input: CreatePriceListInput!) { createPriceList(input: $input) { userErrors { code } } }", {
    input: {
      ...{ id: systemClock.newId("prl"), name: "Trade 2026", groupIds: [groupId] },
      prices: [
        { variantId, unitPrice: "1.5" },
        { variantId, unitPrice: "1.25", minimumQuantity: "10" },
      ],
    },
  });
}

/** A sale of each article in stock, one more of it each time. */
function soldOf(customerId: string) {
  return ({ sku, variant }: Level, index: number) => {
    const amount = variant.price.amount * (index + 1);
    return {
      id: systemClock.newId("sal"),
      sequence: 500 + index,
      occurredAt: systemClock.now(),
      lines: [
        {
          ...{ variant: { sku }, quantity: String(index + 1), unitPrice: variant.unitPrice },
          // A day, a lot and a serial number were scanned of the second.
          ...(index === 1 ? { code: "(01)05000112637922(17)270131(10)127(21)42" } : {}),
        },
      ],
      // The last is paid a penny short, which happened already: it becomes an exception.
      payments: [
        {
          id: systemClock.newId("pay"),
          method: index % 2 ? "CARD" : "CASH",
          amount: index === 5 ? amount - 1 : amount,
        },
      ],
      ...(index === 1 ? { customerId } : {}),
    };
  };
}

type AskAsOwner = (query: string, variables?: object) => ReturnType<typeof ask>;

/** What an owner reads and does for the tests. */
function officeOf(asOwner: AskAsOwner, locationId: string): Pick<Shop, "names" | "hireCashier"> {
  return {
    async names() {
      const { me, ...data } = await asOwner(NAMES.replace("LOCATION", locationId));
      return textsOf([data, me]);
    },
    async hireCashier() {
      const person = { email: "cashier@lantern-and-thread.example", password: "nine lanterns over the quay" };
      await asOwner("mutation ($input: CreateStaffInput!) { createStaff(input: $input) { userErrors { code } } }", {
        input: { id: systemClock.newId("stf"), name: "Casey", role: "CASHIER", ...person },
      });
      return person;
    },
  };
}

const NAMES = `{
  me { staff { name } } locations { name code timeZone } terminals { name code } staffPage(first: 100) { nodes { name email } }
  products(first: 100) { nodes { name category { name } taxCode { name } variants { name sku barcodes } } }
  customers(first: 100) { nodes { name email phone note } }
  promotions { name couponCode } priceLists { name } customerGroups { name } parkedSales(locationId: "LOCATION") { label }
  giftCards(first: 100) { nodes { lastFour } } reportSchedules(locationId: "LOCATION") { recipients } sales(first: 100) { nodes { lines { description } } }
}`;
const SYNC = "mutation ($sales: [CompleteSaleInput!]!) { syncSales(input: { sales: $sales }) { results { status } } }";

interface Level {
  readonly sku: string;
  readonly variant: { readonly unitPrice: string; readonly price: { readonly amount: number } };
}

async function tokenOf(
  url: string,
  token: string | undefined,
  field: string,
  of: string,
  input: object,
): Promise<string> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const data = await ask(url, token, `mutation ($input: ${type}!) { ${field}(input: $input) { ${of} } }`, { input });
  return data[field][of];
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
async function ask(url: string, token: string | undefined, query: string, variables: object): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  const { data, errors } = (await response.json()) as { data?: any; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}

/** Another location, with a register that sends what it sold. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  /** A sale of an open line, paid by card, early on a day; the amount in minor units. */
  readonly sell: (day: string, amount: number) => Promise<void>;
}

export async function openBranch({ url }: System, asOwner: AskAsOwner): Promise<Branch> {
  const branch = { id: systemClock.newId("loc"), name: "Quay Street" };
  const terminalId = systemClock.newId("trm");
  const make = async (field: string, input: object, answer = "userErrors { code }") => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    return (await asOwner(`mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} } }`, { input }))[field];
  };
  await make("createLocation", { ...branch, code: "QUAY", timeZone: "Europe/London" });
  await make("createTerminal", { id: terminalId, code: "Q1", name: "Quay register", locationId: branch.id });
  const { activationCode } = await make("issueActivationCode", { terminalId }, "activationCode");
  const terminal = await tokenOf(url, undefined, "activateTerminal", "token", { activationCode });
  const operatorId = (await asOwner("{ staffPage(first: 1) { nodes { id } } }")).staffPage.nodes[0].id;
  let sequence = 0;
  return {
    ...branch,
    async sell(day, amount) {
      const lines = [{ description: "Something open", quantity: "1", unitPrice: (amount / 100).toFixed(2) }];
      const payments = [{ id: systemClock.newId("pay"), method: "CARD", amount }];
      const sale = { id: systemClock.newId("sal"), sequence: ++sequence, occurredAt: `${day}T00:05:00Z`, operatorId };
      const { syncSales } = await ask(url, terminal, SYNC, { sales: [{ ...sale, lines, payments }] });
      if (syncSales.results[0].status !== "RECORDED") throw new Error(JSON.stringify(syncSales));
    },
  };
}
