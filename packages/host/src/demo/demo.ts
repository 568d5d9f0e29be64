import type { Clock } from "@pos/core/base/context.ts";
import { fromScaled } from "@pos/core/base/decimal.ts";
import { assert, present, type Result } from "@pos/core/base/result.ts";
import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { createCategory, createProduct } from "@pos/core/goods/catalog/index.ts";
import { recordOpeningStock } from "@pos/core/goods/stock/index.ts";
import type { Context, Role } from "@pos/core/people/access/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createStaff, pinProblems } from "@pos/core/people/staff/index.ts";
import { createTerminal, issueActivationCode } from "@pos/core/people/terminal/index.ts";
import { type SaleInput, syncSales } from "@pos/core/selling/sale/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { type DemoSale, demoData } from "./data.ts";
import { type Credentials, saveCredentials } from "./files.ts";
import { timedSales } from "./times.ts";

export { beginDemo, type Credentials, credentialsPath, endDemo, saveCredentials, wasInterrupted } from "./files.ts";

export interface DemoOptions {
  readonly table: Table;
  readonly clock: Clock;
  /** The server's URL, for credentials.json. */
  readonly url: string;
  readonly dataFolder: string;
  /** Resolves when every fact recorded so far is booked. */
  readonly bookAll: () => Promise<void>;
  readonly log: (line: string) => void;
}

/** The time zone of the data set's shop. */
const TIME_ZONE = "Europe/London";
const PENCE_PLACES = 2;
/** The reorder point as a fraction of the opening stock: after two weeks some goods are below it. */
const REORDERED_BELOW = 0.1;

/**
 * Makes a shop with 14 days of sales through the regular commands, and saves its credentials last: their presence means
 * that the shop is complete. The table must not contain a demo yet; see files.ts for the steps around this call.
 */
export async function makeDemoShop(options: DemoOptions): Promise<Credentials> {
  const { log, bookAll } = options;
  const shop = await openShop(options);
  const variantIds = await stockShelves(shop);
  log(`demo: ${variantIds.length} products`);
  const sales = timedSales(demoData.sales, options.clock.now(), TIME_ZONE);
  const firstSaleAt = present(sales[0], "a first sale").occurredAt;
  await openBooks(shop, variantIds, formatInstant(instantMilliseconds(firstSaleAt) - 3_600_000));
  // Book the opening stock before any sale, so that no level is negative and every sale has its cost.
  await bookAll();
  for (const day of new Set(sales.map(({ day }) => day))) {
    await sellDay(
      shop,
      variantIds,
      sales.filter((sale) => sale.day === day),
    );
  }
  await bookAll();
  log(`demo: ${sales.length} sales of ${new Set(sales.map(({ day }) => day)).size} days`);
  saveCredentials(options.dataFolder, shop.credentials);
  return shop.credentials;
}

interface Shop {
  /** The owner's. */
  readonly context: Context;
  readonly locationId: string;
  /** The terminals of the past sales, with their operators and the number of receipts printed. */
  readonly terminals: readonly { readonly id: string; readonly operatorId: string; receipts: number }[];
  readonly zeroTaxCodeId: string;
  readonly credentials: Credentials;
}

async function openShop({ table, clock, url }: DemoOptions): Promise<Shop> {
  const [merchantId, standard, zero] = [clock.newId("mer"), clock.newId("tax"), clock.newId("tax")];
  const codes = {
    [standard]: { id: standard, name: "Standard 20 %", rate: "20" },
    [zero]: { id: zero, name: "Zero", rate: "0" },
  };
  const owner = { email: "owner@lantern-and-thread.example", password: newPassword(clock) };
  const input = {
    merchant: { id: merchantId, name: "Lantern & Thread", currency: "GBP", cashStep: 1, isSetupHidden: true },
    taxes: { regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" }, defaultCodeId: standard, codes },
    owner: { id: clock.newId("stf"), name: "Olive Owner", ...owner },
  } as const;
  const context = done(await signUp(table, clock, input));
  const locationId = clock.newId("loc");
  done(await createLocation(context, { id: locationId, code: "MAIN", name: "Main Street", timeZone: TIME_ZONE }));
  const [operatorNumber, cashierNumber] = [`1${newDigits(clock, 3)}`, `2${newDigits(clock, 3)}`];
  const operator = { number: operatorNumber, pin: newPin(clock, operatorNumber) };
  const cashier = { number: cashierNumber, pin: newPin(clock, cashierNumber) };
  const managerId = await createStaffMember(context, { name: "Mara Manager", role: "MANAGER", ...operator });
  const cashierId = await createStaffMember(context, { name: "Cass Cashier", role: "CASHIER", ...cashier });
  const terminals = [
    { id: await placeTerminal(context, locationId, 1), operatorId: cashierId, receipts: 0 },
    { id: await placeTerminal(context, locationId, 2), operatorId: managerId, receipts: 0 },
  ];
  const visitorsTerminal = await placeTerminal(context, locationId, 3);
  const { activationCode } = done(await issueActivationCode(context, visitorsTerminal, { untilUsed: true }));
  const credentials = { url, locationId, owner, terminal: { activationCode }, operator, cashier };
  return { context, locationId, terminals, zeroTaxCodeId: zero, credentials };
}

async function createStaffMember(
  context: Context,
  person: { readonly name: string; readonly role: Role; readonly number: string; readonly pin: string },
): Promise<string> {
  const { name, role, number: operatorNumber, pin } = person;
  const { id } = done(await createStaff(context, { id: context.clock.newId("stf"), name, role, operatorNumber, pin }));
  return id;
}

async function placeTerminal(context: Context, locationId: string, number: number): Promise<string> {
  const id = context.clock.newId("trm");
  done(await createTerminal(context, { id, code: `C${number}`, name: `Counter ${number}`, locationId }));
  return id;
}

/**
 * Creates the catalogue. All commands run concurrently, so that they share commits.
 * @returns the variants' ids in the data's order
 */
async function stockShelves({ context, zeroTaxCodeId }: Shop): Promise<string[]> {
  const { clock } = context;
  const categories = new Map(demoData.categories.map((name) => [name, clock.newId("cat")]));
  await Promise.all([...categories].map(async ([name, id]) => done(await createCategory(context, { id, name }))));
  return Promise.all(
    demoData.goods.map(async ({ sku, name, category, price, cost, stock, barcode, zeroRated }) => {
      const variant = {
        id: clock.newId("var"),
        sku,
        unitPrice: fromScaled(price, PENCE_PLACES),
        unitCost: fromScaled(cost, PENCE_PLACES),
        reorderPoint: String(Math.ceil(stock * REORDERED_BELOW)),
        ...(barcode === undefined ? {} : { barcodes: [barcode] }),
      };
      const categoryId = present(categories.get(category), `the category ${category}`);
      const tax = zeroRated ? { taxCodeId: zeroTaxCodeId } : {};
      const product = { id: clock.newId("prd"), name, categoryId, ...tax, variants: [variant] };
      done(await createProduct(context, product));
      return variant.id;
    }),
  );
}

async function openBooks(shop: Shop, variantIds: readonly string[], occurredAt: string): Promise<void> {
  const { context, locationId } = shop;
  const lines = demoData.goods.map(({ stock }, index) => ({
    variant: { id: present(variantIds[index], "a variant of the demo") },
    quantity: String(stock),
  }));
  done(await recordOpeningStock(context, { id: context.clock.newId("ops"), locationId, occurredAt, lines }));
}

type PastSale = DemoSale & { readonly occurredAt: string };

/** Records a day's sales as terminals would submit them after working offline. */
async function sellDay(shop: Shop, variantIds: readonly string[], sales: readonly PastSale[]): Promise<void> {
  const { context, locationId } = shop;
  const { merchantId } = context.caller;
  for (const [index, terminal] of shop.terminals.entries()) {
    const own = sales.filter((sale) => sale.terminal === index);
    const inputs = own.map((sale) => {
      terminal.receipts += 1;
      return saleInput(context.clock, sale, {
        variantIds,
        sequence: terminal.receipts,
        operatorId: terminal.operatorId,
      });
    });
    const caller = { kind: "terminal", merchantId, terminalId: terminal.id, locationId } as const;
    for (const outcome of await syncSales({ ...context, caller }, inputs)) {
      assert(
        outcome.status === "recorded" && !outcome.sale.flags,
        `a demo sale is recorded and nothing is odd about it: ${JSON.stringify(outcome)}`,
      );
    }
  }
}

function saleInput(
  clock: Clock,
  sale: PastSale,
  {
    variantIds,
    ...at
  }: { readonly variantIds: readonly string[]; readonly sequence: number; readonly operatorId: string },
): SaleInput {
  let amount = 0;
  const lines = sale.goods.map((goodsIndex, index) => {
    const { price } = present(demoData.goods[goodsIndex], "an article of the demo");
    const quantity = present(sale.quantities[index], "a quantity of the demo");
    amount += price * quantity;
    const variant = { id: present(variantIds[goodsIndex], "a variant of the demo") };
    return { variant, quantity: String(quantity), unitPrice: fromScaled(price, PENCE_PLACES) };
  });
  const { method, tendered, occurredAt } = sale;
  const payment = { id: clock.newId("pay"), method, amount, ...(tendered === undefined ? {} : { tendered }) };
  return { id: clock.newId("sal"), ...at, occurredAt, lines, payments: [payment], expectedTotal: amount };
}

/** 120 random bits. */
function newPassword(clock: Clock): string {
  return Buffer.from(clock.randomBytes(15)).toString("base64url");
}

/** Six digits that satisfy the PIN rules of every role. */
function newPin(clock: Clock, operatorNumber: string): string {
  for (;;) {
    const pin = newDigits(clock, 6);
    if (pinProblems({ pin, role: "OWNER", operatorNumber }).length === 0) return pin;
  }
}

/** 48 random bits per call, so that the bias of the modulo is negligible. */
function newDigits(clock: Clock, count: number): string {
  const bits = Buffer.from(clock.randomBytes(6)).readUIntBE(0, 6);
  return String(bits % 10 ** count).padStart(count, "0");
}

/** The demo's own input is always valid: a failure is a bug. */
function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo shop was refused: ${JSON.stringify(result.failures)}`);
  return result.value;
}
