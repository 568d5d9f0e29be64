import { ulid } from "@pos/core/base/id.ts";
import { present } from "@pos/core/base/result.ts";
import type { SignUp } from "@pos/functions/api/sign-up.ts";
import type { Data } from "../../support/api.ts";
import { type System, until } from "./system.ts";

/** What happened, step by step: what was answered, published and mailed. Two systems that did the same wrote the same. */
export type Transcript = readonly { readonly step: string; readonly outcome: unknown }[];

const PASSWORD = "the owner's long password";
/** One instant for all, a little ago: so the days and hours of two runs are the same. */
const NOW = Date.now() - 60_000;
const OCCURRED_AT = new Date(NOW).toISOString();
const DAY = OCCURRED_AT.slice(0, 10);

/** Ids come from outside, so two runs name the same things alike. */
const idOf = (prefix: string, number: number) => `${prefix}_${ulid(NOW, Buffer.alloc(10, number))}`;
const [LOCATION, TERMINAL, SALE, SECOND_SALE, LATE_SALE] = [
  ...[idOf("loc", 1), idOf("trm", 2)],
  ...[idOf("sal", 3), idOf("sal", 4), idOf("sal", 5)],
];
const [CUSTOMER, LANTERN] = [idOf("cus", 6), idOf("var", 7)];

/** Who signs up before the first step. */
export const ACCOUNT: SignUp = {
  merchant: { id: idOf("mer", 8), name: "The Lantern Shop", currency: "EUR", cashStep: 5 },
  taxes: {
    regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
    defaultCodeId: idOf("tax", 9),
    codes: { [idOf("tax", 9)]: { id: idOf("tax", 9), name: "Standard", rate: "19" } },
  },
  owner: { id: idOf("stf", 10), name: "Olga Owner", email: "olga@lanterns.example", password: PASSWORD },
};

/** A shop's first day, from the first sign-in to the last. @throws when something that it goes on from is not there */
export async function runScenario(system: System): Promise<Transcript> {
  const transcript: { step: string; outcome: unknown }[] = [];
  const note = (step: string, outcome: unknown) => void transcript.push({ step, outcome: normalised(outcome) });

  async function ask(step: string, query: string, variables: object, token?: string): Promise<Data> {
    const { data, errors } = await system.call(query, { variables, token });
    note(step, errors ? errors.map(({ extensions }) => extensions?.code) : data);
    return data;
  }

  // -- signing in and setting up
  const signIn = (step: string, password: string) =>
    ask(step, "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code path } } }", {
      input: { email: ACCOUNT.owner.email, password },
    });
  await signIn("a wrong password", "not the password");
  const owner: string = present((await signIn("the owner signs in", PASSWORD)).signIn.token, "a token");
  await ask("who is it", "{ me { kind role permissions } }", {}, owner);
  await ask("without a token", "{ locations { id } }", {});
  const make = (step: string, mutation: string, type: string, fields: string, input: object, token = owner) =>
    ask(
      step,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { code path } } }`,
      { input },
      token,
    );
  const location = { id: LOCATION, code: "BERLIN", name: "Berlin Mitte", timeZone: "UTC" };
  await make("a location", "createLocation", "CreateLocationInput", "location { id name }", location);
  const terminal = { id: TERMINAL, code: "T1", name: "Front", locationId: LOCATION };
  await make("a terminal", "createTerminal", "CreateTerminalInput", "terminal { id code }", terminal);
  const manager = { id: idOf("stf", 11), name: "Mona Manager", role: "MANAGER", operatorNumber: "17", pin: "482915" };
  await make("a manager", "createStaff", "CreateStaffInput", "staff { id role }", manager);
  const category = { id: idOf("cat", 12), name: "Light" };
  await make("a category", "createCategory", "CreateCategoryInput", "category { id name }", category);
  const variants = [
    { id: LANTERN, sku: "LAN-1", unitPrice: "12.99", unitCost: "5.5", barcodes: ["4006381333931"], reorderPoint: "90" },
    { id: idOf("var", 13), sku: "CAN-1", name: "Candle", unitPrice: "1.25", unitCost: "0.4" },
  ];
  const product = { id: idOf("prd", 14), name: "Paper lantern", categoryId: category.id, variants };
  const ofProduct = "product { name variants { sku name barcodes } }";
  await make("a product", "createProduct", "CreateProductInput", ofProduct, product);
  await make("the same again", "createProduct", "CreateProductInput", ofProduct, product);
  const rival = {
    id: idOf("prd", 15),
    name: "Rival",
    variants: [{ id: idOf("var", 16), sku: "RIV-1", unitPrice: "1", barcodes: ["4006381333931"] }],
  };
  await make("a barcode that is taken", "createProduct", "CreateProductInput", ofProduct, rival);
  const opening = {
    id: idOf("ops", 17),
    locationId: LOCATION,
    occurredAt: OCCURRED_AT,
    lines: ["LAN-1", "CAN-1"].map((sku) => ({ variant: { sku }, quantity: "100" })),
  };
  await make("opening stock", "recordOpeningStock", "RecordOpeningStockInput", "openingStockId replayed", opening);

  // -- a device becomes a terminal, and an operator signs in at it
  const issue =
    "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode userErrors { code } } }";
  const { data: issued } = await system.call(issue, { variables: { id: TERMINAL }, token: owner });
  const activate = (step: string) =>
    ask(
      step,
      "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token terminal { code location { code } } userErrors { code } } }",
      { code: issued.issueActivationCode.activationCode },
    );
  const device: string = present((await activate("a device")).activateTerminal.token, "a token");
  await activate("the same code again");
  const enter = (step: string, pin: string) =>
    ask(
      step,
      "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token userErrors { code } } }",
      { input: { operatorNumber: manager.operatorNumber, pin } },
      device,
    );
  await enter("a wrong PIN", "111111");
  const operator: string = present((await enter("the manager", manager.pin)).signInOperator.token, "a token");
  await ask(
    "what a terminal alone may not",
    `query ($id: ID!) { accountBalances(locationId: $id) { account } }`,
    { id: LOCATION },
    device,
  );
  await ask("a scan", `{ variant(by: { barcode: "4006381333931" }) { sku unitPrice } }`, {}, operator);
  await system.settle();

  // -- selling, with a subscriber
  const SALES =
    "subscription ($id: ID!, $after: String) { saleRecorded(locationId: $id, after: $after) { cursor previous saleId sale { total { amount currency } lines { sku quantity } } } }";
  const STOCK = "subscription ($id: ID!) { stockChanged(locationId: $id) { levels { sku onHand } } }";
  const BOOKED = "subscription ($id: ID!, $after: String) { entriesBooked(locationId: $id, after: $after) { cursor } }";
  const booked = await system.subscribe(BOOKED, { id: LOCATION }, owner);
  const sales = await system.subscribe(SALES, { id: LOCATION }, owner);
  const stock = await system.subscribe(STOCK, { id: LOCATION }, owner);
  const refused = await system.subscribe(SALES, { id: LOCATION }, "nonsense");
  await until(() => refused.events.length === 1, "a refusal");
  note("a subscription without a token", refused.events[0].errors[0].extensions.code);
  const SALE_FIELDS =
    "replayed epoch sale { id sequence receiptNumber customerId lines { description sku quantity total { amount } taxTotal { amount } } rounding { amount } total { amount currency } changeDue { amount } exceptions { code } }";
  const sell = (step: string, input: object) =>
    make(step, "completeSale", "CompleteSaleInput", SALE_FIELDS, input, operator);
  const first = {
    id: SALE,
    sequence: 1,
    occurredAt: OCCURRED_AT,
    lines: [
      { variant: { barcode: "4006381333931" }, quantity: "2" },
      { variant: { sku: "CAN-1" }, quantity: "3" },
    ],
    payments: [{ id: idOf("pay", 18), method: "CASH", amount: 2975, tendered: 5000 }],
  };
  await sell("a sale for cash with change", first);
  await sell("its replay", first);
  await sell("its id with other content", { ...first, sequence: 2 });
  const customer = { id: CUSTOMER, name: "Ada Quillfeather", email: "ada@home.example" };
  await make("a customer", "createCustomer", "CreateCustomerInput", "customer { id name }", customer, operator);
  await sell("a payment that does not meet the sale", {
    ...first,
    id: SECOND_SALE,
    sequence: 2,
    payments: [{ id: idOf("pay", 19), method: "CARD", amount: 1 }],
  });
  await sell("a sale to a customer with a discount", {
    id: SECOND_SALE,
    sequence: 2,
    customerId: CUSTOMER,
    occurredAt: OCCURRED_AT,
    lines: [{ variant: { sku: "LAN-1" }, quantity: "1", discounts: [{ percent: "10" }] }],
    payments: [{ id: idOf("pay", 20), method: "CARD", amount: 1169 }],
  });
  const late = {
    id: LATE_SALE,
    sequence: 3,
    occurredAt: OCCURRED_AT,
    lines: [{ description: "Matches", quantity: "1", unitPrice: "0.5" }],
    payments: [{ id: idOf("pay", 21), method: "CASH", amount: 50 }],
  };
  await ask(
    "a sale that happened offline",
    "mutation ($input: SyncSalesInput!) { syncSales(input: $input) { epoch results { id status userErrors { code } } } }",
    { input: { sales: [late, first] } },
    device,
  );
  const refund = (step: string, id: string, quantity: string, amount: number) =>
    make(
      step,
      "refundSale",
      "RefundSaleInput",
      "replayed refund { total { amount } lines { sku quantity } }",
      {
        ...{ id, saleId: SALE, occurredAt: OCCURRED_AT, reason: "Torn" },
        lines: [{ line: 1, quantity }],
        payments: [{ id: idOf("pay", 22), method: "CASH", amount }],
      },
      operator,
    );
  await refund("more than was sold", idOf("ref", 23), "3", 3895);
  await refund("a refund", idOf("ref", 24), "1", 1300);
  await refund("a refund again", idOf("ref", 24), "1", 1300);
  await make(
    "goods that broke",
    "adjustStock",
    "AdjustStockInput",
    "replayed stockAdjustment { lines { sku quantity } }",
    {
      ...{ id: idOf("adj", 25), locationId: LOCATION, occurredAt: OCCURRED_AT, reason: "Broken" },
      lines: [{ variant: { sku: "LAN-1" }, quantity: "-5" }],
    },
  );
  await system.settle();
  await until(() => sales.events.length >= 3 && stock.events.length >= 4, "what subscribers are told");
  note("told of sales", sales.events);
  note("told of stock", stock.events);
  await sales.end();
  await stock.end();
  const after = sales.events[0].saleRecorded.cursor;
  const resumed = await system.subscribe(SALES, { id: LOCATION, after }, owner);
  await until(() => resumed.events.length >= 2, "what was missed");
  note("what was missed since the first", resumed.events);
  await resumed.end();
  const news = await system.subscribe(BOOKED, { id: LOCATION, after }, owner);
  await until(() => news.events.length > 0, "the news for whoever comes back");
  note("booked since the first", news.events);
  const isPublished = () => booked.events.at(-1)?.entriesBooked.cursor >= news.events[0].entriesBooked.cursor;
  await until(isPublished, "the news of what was booked last");
  await booked.end();
  await news.end();

  // -- what the books say
  const at = { id: LOCATION, day: DAY, customer: CUSTOMER };
  await ask(
    "levels",
    "query ($id: ID!) { stockLevels(locationId: $id) { nodes { sku onHand } } lowStock(locationId: $id) { onHand variant { sku } } }",
    at,
    owner,
  );
  await ask(
    "movements",
    "query ($id: ID!, $variant: ID!) { movements(locationId: $id, variantId: $variant) { nodes { kind quantity quantityAfter value { amount } } } }",
    { id: LOCATION, variant: LANTERN },
    owner,
  );
  await ask(
    "accounts",
    "query ($id: ID!) { accountBalances(locationId: $id) { account balance { amount } } }",
    at,
    owner,
  );
  await ask(
    "the customer",
    "query ($customer: ID!) { customer(id: $customer) { name totals { saleCount grossSales { amount } } sales { nodes { id total { amount } } } } }",
    at,
    owner,
  );
  await ask(
    "sales",
    "{ sales(first: 10) { nodes { id total { amount } refunds { total { amount } } exceptions { code } } pageInfo { hasNextPage } } }",
    {},
    owner,
  );
  await ask(
    "exceptions",
    "query ($id: ID!) { exceptions(locationId: $id) { nodes { code subject status } } }",
    at,
    owner,
  );
  const REPORT =
    "query ($id: ID!, $day: Date!) { dailyReport(locationId: $id, day: $day) { summary { saleCount refundCount netSales { amount } taxTotal { amount } grossMargin { amount } } payments { method net { amount } } drawers { cash { amount } } bestSellers { sku quantity } reconciliation { reconciles checks { name holds } openExceptions { code } } } }";
  await ask("the day", REPORT, at, owner);
  await make("the day, mailed", "sendReport", "SendReportInput", "replayed sending { report day }", {
    ...{ id: idOf("rsn", 26), locationId: LOCATION, report: "DAILY", day: DAY, language: "EN" },
    recipients: ["olga@lanterns.example", "tax@adviser.example"],
  });
  await system.settle();
  await until(() => system.mails().length >= 2, "the mails");
  await system.settle();
  await sent(system, at, owner);
  const mails = system.mails().map(({ subject, from, to, text, attachments }) => ({
    ...{ subject, text, from: from?.text, to: [to].flat().map((each) => each?.text) },
    files: attachments.map(({ filename, contentType, content }) => ({
      ...{ filename, contentType },
      content: contentType.startsWith("text/") ? content.toString() : content.toString("base64"),
    })),
  }));
  note(
    "the mails",
    mails.sort((a, b) => (String(a.to) < String(b.to) ? -1 : 1)),
  );
  await ask("whether they were sent", SENDINGS, at, owner);

  // -- the end of the day
  await make("the terminal is revoked", "revokeTerminal", "RevokeTerminalInput", "terminal { code }", {
    terminalId: TERMINAL,
    version: 2,
  });
  await sell("a sale afterwards", { ...late, id: idOf("sal", 27), sequence: 4 });
  await ask("the owner signs out", "mutation { signOut { userErrors { code } } }", {}, owner);
  await ask("the owner afterwards", "{ me { role } }", {}, owner);
  return transcript;
}

const SENDINGS =
  "query ($id: ID!) { reportSendings(locationId: $id) { nodes { day deliveries { recipient status attempts } } } }";

/** A mail is there a moment before it is noted that it was taken. */
async function sent(system: System, variables: object, token: string): Promise<void> {
  for (let look = 0; look < 200; look++) {
    const { data } = await system.call(SENDINGS, { variables, token });
    const { nodes } = data.reportSendings as { nodes: { deliveries: { status: string }[] }[] };
    if (nodes.every(({ deliveries }) => deliveries.every(({ status }) => status !== "HANDED_OVER"))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Without what two runs never have alike: tokens, and instants as they were written. */
function normalised(outcome: unknown): unknown {
  const text = JSON.stringify(outcome, (name, value) => (name === "token" && value !== null ? "a token" : value));
  return JSON.parse(
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "an instant")
      .replace(/(made by the point of sale at )[^.]+/gi, "$1an instant")
      // When an exception was found, to the minute: two runs may have a minute's end between them.
      .replace(/(Sent twice with different content: [^,]+, )\d+ \w+ \d{4}, \d\d:\d\d/g, "$1an instant"),
  );
}
