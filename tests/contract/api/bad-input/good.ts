import { present } from "@pos/core/base/result.ts";
import { moduleContracts } from "../../generated/modules.ts";
import type { Good, Making, Variables } from "../../module-contract.ts";
import { exchangeForCard, refundToCard, saleOfCard } from "./cards.ts";
import { customerPayment, deposit, otherPayment, paymentOutcome } from "./payments.ts";
import { LOGO } from "./pictures.ts";
import { saleOfQuote } from "./quotes.ts";
import { type SoldOnce, saleGivenBack, saleOfMany } from "./sold.ts";
import type { Stand } from "./stand.ts";
import { exemption, taxComponents } from "./things.ts";

let operatorNumbers = 4_000;

const byOwner = (variables: (stand: Stand) => Variables): Making => {
  return (stand) => ({ token: stand.counter.owner, variables: variables(stand) });
};
/** Where a location is, as createLocation takes it. */
const WHERE = {
  dayEndHour: 3,
  address: "1 New Street",
  phone: "020 7946 0000",
  taxNumber: "GB 123",
  ...{ header: "Books and toys", receiptLanguage: "EN" },
  ...{ footer: "Open daily", logo: LOGO },
};
const newId = ({ counter }: Stand, prefix: string): string => counter.shop.clock.newId(prefix as "sal");
const now = ({ counter }: Stand): string => counter.shop.clock.now();

function sale(stand: Stand) {
  const { own, counter } = stand;
  return {
    id: newId(stand, "sal"),
    sequence: counter.shop.nextSequence(0),
    occurredAt: now(stand),
    lines: [
      {
        variant: { sku: "SKU-0001" },
        packSize: 24,
        description: "Something",
        ...{ quantity: "1", tare: "0.05" },
        unitPrice: "1.99",
        discounts: [{ amount: 10 }],
        adjustments: [{ amount: 0, reason: "Scratched" }],
        ...{ code: "4006381333931", priceReason: "Scratched", note: "A note" },
      },
    ],
    discounts: [{ amount: 9 }],
    adjustments: [{ amount: 0, reason: "A regular" }],
    payments: [
      {
        ...{ id: newId(stand, "pay"), method: "CASH", amount: 180, tendered: 180, cashBack: 0 },
        ...{ reference: "1234", state: "CAPTURED" },
      },
    ],
    customerId: own.customerId,
    ...{ expectedTotal: 180, tip: 0 },
    operatorId: counter.shop.staff.MANAGER.id,
    note: "A note",
  };
}

/** The same with another adjustment on line and sale, and paid otherwise. */
function saleWith(stand: Stand, adjustment: object, payment: object = {}) {
  const good = sale(stand);
  return {
    ...good,
    lines: good.lines.map((line) => ({ ...line, adjustments: [{ ...adjustment }] })),
    adjustments: [{ ...adjustment }],
    payments: good.payments.map((paid) => ({ ...paid, method: "CARD", tendered: null, ...payment })),
  };
}

function inDepartment({ own: { taxCodeId, categoryId } }: Stand) {
  return { taxCodeId, categoryId };
}

/** The same of an open line, which names its tax code and its department. */
function saleOfOpenLine(stand: Stand) {
  const good = sale(stand);
  const lines = good.lines.map(({ variant: _, packSize: __, ...line }) => ({ ...line, ...inDepartment(stand) }));
  return { ...good, lines };
}

const PERCENT = { percent: "0" };
const OTHER = { method: "OTHER" };

/** What no live sale can name yet: recorded with an exception when it has happened. */
const CAUSES = [{ promotionId: "prm_1" }, { couponCode: "SUMMER" }, { approvalId: "apr_1" }];

function happenedSales(stand: Stand) {
  return [
    sale(stand),
    saleWith(stand, PERCENT, { ...OTHER, methodId: "mth_1" }),
    ...CAUSES.map((cause) => saleWith(stand, { amount: 0, ...cause })),
    saleOfOpenLine(stand),
  ];
}

function span({ own }: Stand) {
  return { locationId: own.locationId, from: "2026-06-01", to: "2026-06-30" };
}

function newVariant(stand: Stand) {
  return {
    id: newId(stand, "var"),
    sku: newId(stand, "var"),
    name: "Newer",
    unitPrice: "1.99",
    unitCost: "0.5",
    barcodes: [newId(stand, "var")],
    packs: [{ name: "Case", size: 6, barcode: newId(stand, "var"), unitPrice: "9.99" }],
    ...{ stocked: true, reorderPoint: "5", unit: "KILOGRAM", tare: "0.02" },
  };
}

const stockLines = () => [{ variant: { sku: "SKU-0002" }, quantity: "1", unitCost: "0.5" }];

/** By operation. Together they say everything that can be said: what no good request says cannot be spoilt either. */
const GOOD: { readonly [operation: string]: Making } = {
  node: byOwner(({ own }) => ({ id: own.saleId })),
  variant: byOwner(() => ({ by: { sku: "SKU-0001" } })),
  products: ({ own: { cursors, categoryId }, counter: { owner: token } }) => [
    { token, variables: { search: "product", first: 5, filter: { isDiscontinued: false }, sort: "NAME" } },
    { token, variables: { after: cursors.products } },
    { token, variables: { filter: { categoryId } } },
    { token, variables: { filter: { isUncategorized: true } } },
  ],
  product: byOwner(({ own }) => ({ id: own.productId })),
  lowStockPage: byOwner(({ own }) => ({ filter: { locationId: own.locationId }, first: 5, after: null })),
  lowStock: byOwner(({ own }) => ({ locationId: own.locationId, first: 5 })),
  movements: ({ own: { locationId, variantId, cursors }, counter: { owner: token } }) => [
    { token, variables: { locationId, variantId, first: 5 } },
    { token, variables: { locationId, variantId, after: cursors.movements } },
  ],
  stockLevels: ({ own: { locationId, cursors, categoryId }, counter: { owner: token } }) => [
    { token, variables: { locationId, skus: ["SKU-0001"], first: 5 } },
    { token, variables: { locationId, search: "SKU-0001", filter: { state: "TRACKED" } } },
    { token, variables: { locationId, after: cursors.stockLevels } },
    { token, variables: { locationId, filter: { state: "TRACKED", categoryId } } },
    { token, variables: { locationId, sort: "ON_HAND", first: 5 } },
  ],
  customers: ({ own: { cursors }, counter: { owner: token } }) => [
    { token, variables: { search: "some", first: 5 } },
    { token, variables: { after: cursors.customers } },
    { token, variables: { sort: "NAME", first: 5 } },
  ],
  customer: byOwner(({ own }) => ({ id: own.customerId })),
  sale: byOwner(({ own }) => ({ id: own.saleId })),
  refund: byOwner(({ own }) => ({ id: own.refundId })),
  sales: ({ own, counter: { owner: token } }) => {
    const filter = { locationId: own.locationId, from: "2026-06-01", to: "2026-06-30", customerId: own.customerId };
    return [
      { token, variables: { first: 5, filter } },
      { token, variables: { last: 5, before: own.cursors.sales } },
      { token, variables: { first: 5, after: own.cursors.sales } },
      {
        token,
        variables: {
          first: 5,
          filter: {
            ...{ receiptNumber: "T1-1", operatorId: own.staffId, terminalId: own.terminalId, variantId: own.variantId },
            ...{ method: "CARD", totalFrom: 0, totalTo: 1_000_000, state: "COMPLETED" },
            paymentState: "CAPTURED",
          },
        },
      },
      { token, variables: { first: 5, sort: "TOTAL", filter } },
    ];
  },
  exceptions: ({ own: { locationId, cursors }, counter: { owner: token } }) => [
    { token, variables: { locationId, open: true, first: 5 } },
    { token, variables: { locationId, after: cursors.exceptions } },
    { token, variables: { locationId, filter: { code: "SEQUENCE_GAP" } } },
  ],
  accountBalances: byOwner(({ own }) => ({ locationId: own.locationId })),
  salesSummary: byOwner(span),
  salesUpTo: byOwner(({ own }) => ({
    ...{ locationId: own.locationId, from: "2026-06-14", day: "2026-06-15" },
    at: "2026-06-22T10:30:00.000Z",
  })),
  salesByDay: byOwner(span),
  salesRange: byOwner(span),
  salesByHour: byOwner(span),
  bestSellers: byOwner((stand) => ({ ...span(stand), first: 5 })),
  salesParts: byOwner(span),
  dailyReport: byOwner(({ own }) => ({ locationId: own.locationId, day: "2026-06-15" })),
  reportSchedules: byOwner(({ own }) => ({ locationId: own.locationId })),
  reportSendings: ({ own: { locationId, cursors }, counter: { owner: token } }) => [
    { token, variables: { locationId, first: 5 } },
    { token, variables: { locationId, after: cursors.reportSendings } },
  ],
  signIn: ({ counter }) => {
    const { email, password } = counter.shop.staff.CASHIER;
    return { token: undefined, variables: { input: { email, password, totp: "123456" } } };
  },
  createLocation: byOwner((stand) => ({
    input: {
      id: newId(stand, "loc"),
      code: newId(stand, "loc"),
      name: "New Street",
      timeZone: "Europe/London",
      ...WHERE,
    },
  })),
  createStaff: byOwner((stand) => ({
    input: {
      id: newId(stand, "stf"),
      name: "Somebody new",
      role: "CASHIER",
      locationIds: [stand.own.locationId],
      email: `${newId(stand, "stf")}@shop.example`,
      password: "a password of their own",
      operatorNumber: String(++operatorNumbers),
      pin: "480915",
    },
  })),
  signInOperator: ({ counter }) => {
    const { operatorNumber, pin } = counter.shop.staff.CASHIER;
    return { token: counter.terminal, variables: { input: { operatorNumber, pin } } };
  },
  createTerminal: byOwner((stand) => ({
    input: { id: newId(stand, "trm"), code: newId(stand, "trm"), name: "New", locationId: stand.own.locationId },
  })),
  issueActivationCode: byOwner(({ branch }) => ({ input: { terminalId: branch.terminalId } })),
  async activateTerminal(stand) {
    const { counter } = stand;
    const { data } = await counter.api.call(
      "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
      { variables: { id: counter.shop.terminals[1]?.id }, token: counter.owner },
    );
    stand.taken();
    const { activationCode } = data.issueActivationCode;
    return { token: undefined, variables: { input: { activationCode, name: "Till", publicKey: "MFkwEwYHKoZIzj0" } } };
  },
  revokeTerminal: byOwner(({ counter }) => ({ input: { terminalId: counter.shop.terminals[1]?.id, version: 2 } })),
  createTaxCode: (stand) =>
    [{ rate: "12.5" }, { components: taxComponents() }].map((rate) => ({
      token: stand.counter.owner,
      variables: { input: { id: newId(stand, "tax"), name: "New", ...rate } },
    })),
  createCategory: byOwner((stand) => ({
    input: { id: newId(stand, "cat"), name: "New", departmentTaxCodeId: stand.own.taxCodeId },
  })),
  createProduct: byOwner((stand) => ({
    input: {
      id: newId(stand, "prd"),
      name: "New",
      categoryId: stand.own.categoryId,
      taxCodeId: stand.own.taxCodeId,
      variants: [newVariant(stand)],
    },
  })),
  updateVariant: byOwner((stand) => {
    const { id: _, stocked: __, unit: ___, tare: ____, packs: _____, ...said } = newVariant(stand);
    return { input: { ...said, variantId: stand.own.productVariantId, version: 1 } };
  }),
  patchVariant: byOwner((stand) => {
    const { id: _, stocked: __, ...said } = { ...newVariant(stand), isDiscontinued: false };
    return { input: { ...said, variantId: stand.counter.shop.variants[3]?.id, version: 1 } };
  }),
  updateProduct: byOwner(changedProduct),
  patchProduct: byOwner((stand) => ({ input: { ...changedProduct(stand).input, isDiscontinued: false } })),
  addVariant: byOwner((stand) => ({ input: { productId: stand.own.productId, variant: newVariant(stand) } })),
  changePrice: byOwner(({ counter }) => ({
    input: { variantId: counter.shop.variants[2]?.id, unitPrice: "2.99", version: 1 },
  })),
  recordOpeningStock: byOwner((stand) => ({
    input: { id: newId(stand, "ops"), locationId: stand.own.locationId, occurredAt: now(stand), lines: stockLines() },
  })),
  adjustStock: (stand) =>
    [adjustment(stand), { ...adjustment(stand), reasonCode: "DAMAGED" }].map((input) => ({
      token: stand.counter.owner,
      variables: { input },
    })),
  createCustomer: byOwner((stand) => ({
    input: { id: newId(stand, "cus"), name: "New", email: "new@shop.example", phone: "0123", note: "A note" },
  })),
  updateCustomer: byOwner(changedCustomer),
  async patchCustomer(stand) {
    const patches = [{ ...changedCustomer(stand).input, groupIds: [stand.own.groupId] }, await exemption(stand)];
    return patches.map((patch) => ({ token: stand.counter.owner, variables: { input: patch } }));
  },
  eraseCustomer: byOwner(({ own }) => ({ input: { customerId: own.customerId, version: 1 } })),
  completeSale: async (stand) =>
    (await liveSales(stand)).map((input) => ({ token: stand.counter.manager, variables: { input } })),
  priceSale: async (stand) =>
    (await liveSales(stand)).map((input) => ({
      token: stand.counter.manager,
      variables: { input, locationId: stand.own.locationId, testedPromotionIds: ["prm_x"] },
    })),
  syncSales: async (stand) =>
    [...[...happenedSales(stand), await saleOfCard(stand, sale(stand))], await saleOfQuote(stand, sale(stand))].map(
      (made) => ({
        token: stand.counter.terminal,
        variables: { input: { sales: [made] } },
      }),
    ),
  // By an operator: a terminal's own token may send neither an adjustment nor a refund without a sale.
  syncFacts: async (stand) =>
    [
      ...happenedSales(stand).map((made) => ({ sale: made })),
      { refund: refundOfSale(stand, await saleGivenBack(stand)).variables.input },
      ...[refundWithoutSale(stand), refundOfOpenLine(stand)].map(({ variables }) => ({ refund: variables.input })),
      { stockAdjustment: adjustment(stand) },
      { void: await voidOfGivenBack(stand) },
      { stockAdjustment: { ...adjustment(stand), reasonCode: "DAMAGED" } },
      ...(await happenedExchanges(stand)),
      { sale: await saleOfCard(stand, sale(stand)) },
      { refund: refundToCard(stand, refundWithoutSale(stand)).variables.input },
      { sale: await saleOfQuote(stand, sale(stand)) },
      { exchange: await exchangeOfQuote(stand, await saleGivenBack(stand)) },
      { customerPayment: customerPayment(stand) },
      { customerPayment: await deposit(stand) },
      { paymentOutcome: await paymentOutcome(stand) },
      { customerPayment: otherPayment(stand, { methodId: "mth_1" }) },
    ].map((fact) => ({ token: stand.counter.manager, variables: { input: { facts: [fact] } } })),
  exchange: async (stand) => {
    const { api, manager, owner } = stand.counter;
    const input = exchangeFor(stand, sale(stand), await saleOfMany(stand));
    const mutation = "mutation ($input: ExchangeSaleInput!) { exchangeSale(input: $input) { userErrors { code } } }";
    await api.call(mutation, { token: manager, variables: { input } });
    return { token: owner, variables: { id: input.id } };
  },
  exchangeSale: async (stand) => {
    const sold = await saleOfMany(stand);
    const swapped = [sale(stand), saleWith(stand, PERCENT, OTHER), saleOfOpenLine(stand)].map((made) =>
      exchangeFor(stand, made, sold),
    );
    const forCard = await exchangeForCard(stand, exchangeFor(stand, sale(stand), sold));
    return [...swapped, forCard, await exchangeOfQuote(stand, sold)].map((input) => ({
      token: stand.counter.manager,
      variables: { input },
    }));
  },
  refundSale: (stand) => [
    ...[refundOfSale(stand), refundWithoutSale(stand), refundOfOpenLine(stand)],
    refundToCard(stand, refundWithoutSale(stand)),
  ],
  recordJournalEntry: byOwner((stand) => ({
    input: {
      id: newId(stand, "jou"),
      locationId: stand.own.locationId,
      occurredAt: now(stand),
      reason: "Rent",
      postings: [
        { account: "OTHER_EXPENSE", amount: 5 },
        { account: "SUSPENSE", amount: -5 },
      ],
    },
  })),
  createReportSchedule: byOwner((stand) => ({
    input: {
      id: newId(stand, "rsc"),
      locationId: stand.own.locationId,
      report: "DAILY",
      reportedDay: "SAME_DAY",
      timeOfDay: "18:30",
      recipients: ["reports@shop.example"],
      language: "EN",
      enabled: true,
    },
  })),
  updateReportSchedule: byOwner(changedSchedule),
  patchReportSchedule: byOwner(changedSchedule),
  deleteReportSchedule: byOwner(({ own }) => ({ input: { reportScheduleId: own.reportScheduleId, version: 1 } })),
  sendReport: byOwner((stand) => ({
    input: {
      id: newId(stand, "rsn"),
      locationId: stand.own.locationId,
      report: "DAILY",
      day: "2026-06-15",
      recipients: ["reports@shop.example"],
      language: "EN",
    },
  })),
  resolveException: byOwner(({ own }) => {
    const { subject, code, version } = own.exception;
    return { input: { subject, code, version, note: "Seen" } };
  }),
  ...Object.fromEntries(moduleContracts.flatMap(({ good }) => Object.entries(good))),
};

function adjustment(stand: Stand) {
  return {
    id: newId(stand, "adj"),
    locationId: stand.own.locationId,
    occurredAt: now(stand),
    reason: "Damaged",
    lines: [{ variant: { sku: "SKU-0002" }, quantity: "1", unitCost: "0.4" }],
  };
}

/** It has happened: recorded however often the sale was voided. */
async function voidOfGivenBack(stand: Stand) {
  const { saleId } = await saleGivenBack(stand);
  const { staffId: operatorId } = stand.own;
  return {
    ...{ id: newId(stand, "voi"), occurredAt: now(stand), saleId, operatorId },
    ...{ reason: "Wrong item", writeOffLines: [1] },
  };
}

async function liveSales(stand: Stand) {
  return [
    ...[sale(stand), saleWith(stand, PERCENT, OTHER), saleOfOpenLine(stand)],
    ...[await saleOfCard(stand, sale(stand)), await saleOfQuote(stand, sale(stand))],
  ];
}

async function happenedExchanges(stand: Stand) {
  const sold = await saleGivenBack(stand);
  const swapped = happenedSales(stand).map((made) => exchangeFor(stand, made, sold));
  return [...swapped, await exchangeForCard(stand, exchangeFor(stand, sale(stand), sold))].map((exchange) => ({
    exchange,
  }));
}

async function exchangeOfQuote(stand: Stand, sold: SoldOnce) {
  const exchange = exchangeFor(stand, sale(stand), sold);
  return { ...exchange, sale: await saleOfQuote(stand, exchange.sale) };
}

/** One article of a sale comes back for what a good sale sells and something of the same price. */
function exchangeFor(stand: Stand, made: { readonly lines: readonly object[] }, { saleId, paymentId }: SoldOnce) {
  const id = newId(stand, "exc");
  const swapped = { description: "Something else", quantity: "1", unitPrice: "1.99" };
  return {
    ...{ id, saleId, reason: "Wrong size", back: [{ line: 1, quantity: "1", writeOff: true }] },
    paymentsBack: [{ id: newId(stand, "pay"), method: "CARD", amount: 0, paymentId, reference: "1" }],
    sale: { ...made, id: `sal_${id.slice(4)}`, lines: [...made.lines, swapped], expectedTotal: 379 },
  };
}

function refundOfSale(stand: Stand, sold: SoldOnce = stand.own): Good {
  const { own, counter } = stand;
  const { saleId, paymentId } = sold;
  const input = {
    id: newId(stand, "ref"),
    occurredAt: now(stand),
    saleId,
    locationId: own.locationId,
    lines: [{ line: 1, quantity: "1", writeOff: true }],
    payments: [{ id: newId(stand, "pay"), method: "CARD", amount: 199, paymentId, reference: "1" }],
    reason: "Broken",
  };
  return { token: counter.owner, variables: { input } };
}

function refundOfOpenLine(stand: Stand): Good {
  return refundWithoutSale(stand, { taxCodeId: stand.own.taxCodeId });
}

function refundWithoutSale(stand: Stand, what: object = { variant: { sku: "SKU-0001" }, packSize: 24 }): Good {
  const { own, counter } = stand;
  const line = { ...what, description: "Something", unitPrice: "1.99", quantity: "1" };
  const input = {
    id: newId(stand, "ref"),
    occurredAt: now(stand),
    locationId: own.locationId,
    customerId: own.customerId,
    operatorId: own.staffId,
    lines: [line],
    payments: [{ id: newId(stand, "pay"), method: "CARD", amount: 199 }],
    reason: "Broken",
  };
  return { token: counter.owner, variables: { input } };
}

export const GOOD_OPERATIONS: readonly string[] = Object.keys(GOOD);

export async function goodRequests(stand: Stand, operation: string): Promise<readonly Good[]> {
  const made = await present(GOOD[operation], `a good request of ${operation}`)(stand);
  return Array.isArray(made) ? made : [made as Good];
}

/** Changes that an update and a patch make alike: whichever comes second finds it done. */
function changedProduct({ own }: Stand) {
  const { productId, categoryId, taxCodeId } = own;
  return { input: { productId, version: 1, name: "Newer", categoryId, taxCodeId } };
}

function changedCustomer({ own }: Stand) {
  const person = { name: "Another name", email: "new@shop.example", phone: "0123", note: "A note" };
  return { input: { customerId: own.customerId, version: 1, ...person } };
}

function changedSchedule({ own }: Stand) {
  return {
    input: {
      reportScheduleId: own.reportScheduleId,
      version: 1,
      reportedDay: "SAME_DAY",
      timeOfDay: "18:30",
      recipients: ["reports@shop.example"],
      language: "EN",
      enabled: true,
    },
  };
}
