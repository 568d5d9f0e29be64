import type { Clock } from "@pos/core/base/context.ts";
import { assert, present, type Result } from "@pos/core/base/result.ts";
import { findVariants, skusAfter, type Variant } from "@pos/core/goods/catalog/index.ts";
import { balanceKey, readBalance } from "@pos/core/ledger/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { type Location, listLocations } from "@pos/core/people/location/index.ts";
import { getMerchant, type Merchant } from "@pos/core/people/merchant/index.ts";
import { staffMaster } from "@pos/core/people/staff/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import { completeSale, type LineInput, priceCart, RECEIPTS, type SaleInput } from "@pos/core/selling/sale/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { officeContext } from "@pos/functions/jobs/reports.ts";
import { masterId } from "./import/identity.ts";

/** Simulated terminals that sell to a shop while people look on, each a sale every few seconds, by the command that real ones use. */
export interface LiveDemo {
  readonly location: Location;
  readonly merchant: Merchant;
  /** Sells while `goesOn` returns true; yields after each sale. */
  sell(terminal: number, goesOn: () => boolean, sold: (sale: SoldSale) => Promise<void>): Promise<void>;
}

export interface SoldSale {
  readonly receiptNumber: string;
  readonly lines: number;
  /** Minor units. */
  readonly total: number;
}

export interface LiveDemoOptions {
  readonly table: Table;
  readonly clock: Clock;
  readonly merchantId: string;
  /** Code or id; absent: the first. */
  readonly location?: string;
  readonly terminals: number;
  /** Between two sales of a terminal, on average. */
  readonly secondsBetween: number;
}

const VARIANTS_MAX = 200;
const BY = "demo";

/** @returns undefined if the location, its staff or its goods do not exist */
export async function openLiveDemo(options: LiveDemoOptions): Promise<LiveDemo | undefined> {
  const { table, clock, merchantId } = options;
  const office = officeContext({ table, clock }, merchantId, BY);
  const locations = await listLocations(office);
  const location =
    options.location === undefined
      ? locations[0]
      : locations.find(({ id, code }) => id === options.location || code === options.location);
  const rows = await skusAfter(table, merchantId, undefined, VARIANTS_MAX);
  const found = await findVariants(
    table,
    merchantId,
    rows.map(({ variantId }) => ({ id: variantId })),
  );
  const variants = found.flatMap((variant) => (variant && Number(variant.unitPrice) > 0 ? [variant] : []));
  const staffId = await anybody(table, merchantId);
  if (!location || variants.length === 0 || staffId === undefined) return undefined;
  const merchant = await getMerchant(table, merchantId);
  const terminals: Context[] = [];
  for (let number = 1; number <= options.terminals; number++) {
    const code = `DEMO-${number}`;
    const id = masterId("trm", merchantId, location.id, code);
    done(await createTerminal(office, { id, code, name: `Demo ${number}`, locationId: location.id }));
    const operator = { kind: "operator", staffId, role: "MANAGER", coverage: "all" } as const;
    terminals.push({ ...office, caller: { ...operator, merchantId, terminalId: id, locationId: location.id } });
  }
  return {
    location,
    merchant,
    async sell(terminal, goesOn, sold) {
      const context = present(terminals[terminal], "a terminal of the demo");
      let sequence = await highestNumber(context);
      while (goesOn()) {
        await clock.sleep(options.secondsBetween * 1000 * (0.5 + clock.random()));
        if (!goesOn()) return;
        sequence += 1;
        const unpaid = randomSale(clock, { variants, sequence });
        const outcome = await completeSale(context, await paid(context, unpaid));
        assert("sale" in outcome, `a sale of the demo is recorded: ${JSON.stringify(outcome)}`);
        const { receiptNumber, lines, total } = outcome.sale;
        await sold({ receiptNumber, lines: lines.length, total });
      }
    },
  };
}

/** An operator for the terminals: a manager if there is one. */
async function anybody(table: Table, merchantId: string): Promise<string | undefined> {
  let first: string | undefined;
  for await (const { id, role } of staffMaster.read(table, merchantId)) {
    if (role === "MANAGER") return id;
    first ??= id;
  }
  return first;
}

/** A terminal goes on counting where it stopped the last time. */
async function highestNumber({ table, caller }: Context): Promise<number> {
  assert(caller.kind === "operator", "a terminal of the demo sells by an operator");
  const { merchantId, locationId, terminalId } = caller;
  return readBalance(RECEIPTS, await table.get(balanceKey(merchantId, locationId, RECEIPTS, terminalId))).highest;
}

interface Shelf {
  readonly variants: readonly Variant[];
  readonly sequence: number;
}

const LINES_MAX = 4;
const DISCOUNTED = 0.08;
const METHODS = ["CASH", "CASH", "CARD", "CARD", "CARD", "QR_CODE"] as const;

function randomSale(clock: Clock, { variants, sequence }: Shelf): SaleInput {
  const pick = <T>(values: readonly T[]): T => present(values[Math.floor(clock.random() * values.length)], "a value");
  // Squared, so that some articles sell much better than others.
  const popular = () => present(variants[Math.floor(clock.random() ** 2 * variants.length)], "a variant");
  const count = 1 + Math.floor(clock.random() ** 2 * LINES_MAX);
  const sold = Array.from({ length: count }, popular);
  const lines = sold.map(
    ({ id, unitPrice }): LineInput => ({
      variant: { id },
      quantity: String(1 + Math.floor(clock.random() ** 3 * 4)),
      unitPrice,
    }),
  );
  const method = pick(METHODS);
  return {
    id: clock.newId("sal"),
    sequence,
    occurredAt: clock.now(),
    lines,
    ...(clock.random() < DISCOUNTED ? { discounts: [{ percent: "10" }] } : {}),
    payments: [{ id: clock.newId("pay"), method, amount: 0 }],
  };
}

/** A sale with what it comes to, promotions included. */
async function paid(context: Context, unpaid: SaleInput): Promise<SaleInput> {
  const { sale } = await priceCart(context, { input: unpaid });
  const { total, rounding } = present(sale, "a sale of the demo can be priced");
  const payments = unpaid.payments.map((payment) => ({ ...payment, amount: total + rounding }));
  return { ...unpaid, payments, expectedTotal: total };
}

/** The demo's own terminals cannot be refused: if they are, the program is wrong. */
function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.failures)}`);
  return result.value;
}
