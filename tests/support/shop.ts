import { present, type Result } from "@pos/core/base/result.ts";
import { createProduct, findVariants, type Variant } from "@pos/core/goods/catalog/index.ts";
import { recordOpeningStock } from "@pos/core/goods/stock/index.ts";
import { type Taxes, type TaxRegime, taxesItem } from "@pos/core/goods/tax/index.ts";
import { type BookingContext, ENTRY_SK_PREFIX, FACT_SK, type LedgerRef } from "@pos/core/ledger/index.ts";
import type { Context, KnownCaller, Role } from "@pos/core/people/access/index.ts";
import { merchantListed } from "@pos/core/people/directory/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { merchantItem } from "@pos/core/people/merchant/index.ts";
import { type NewStaff, staffWrites } from "@pos/core/people/staff/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { createManualClock, type ManualClock } from "./clock.ts";

/**
 * A merchant with one location that can sell, over any table: everything a test needs before the first sale. The same seed
 * makes the same shop. `engine` is its table and stream; `table` is what the shop's contexts use, wrapped where asked.
 */
export interface Shop {
  readonly engine: LocalEngine;
  readonly table: Table;
  readonly clock: ManualClock;
  readonly random: () => number;
  readonly merchantId: string;
  readonly locationId: string;
  readonly ledger: LedgerRef;
  readonly terminals: readonly { readonly id: string; readonly code: string }[];
  readonly variants: readonly Variant[];
  readonly taxes: Taxes;
  readonly cashStep: number;
  readonly staff: { readonly [role in Role]: NewStaff };
  /** What booking, `verify`, `rebuild` and the sweep take. */
  readonly booking: BookingContext;
  /** The owner at the dashboard. */
  readonly owner: Context;
  /** A person signed in at a terminal; a manager by default. */
  operator(terminal: number, role?: Role): Context;
  /** The terminal by its own token. */
  terminal(terminal: number): Context;
  /** The next receipt number of a terminal. */
  nextSequence(terminal: number): number;
  /** Each variant this many units, at its own cost by default. */
  stock(
    quantity: string,
    options?: { readonly unitCost?: string; readonly variants?: readonly Variant[] },
  ): Promise<void>;
}

export interface ShopOptions {
  /** Default: a memory table whose stream is shuffled and doubled. */
  readonly engine?: LocalEngine;
  readonly seed?: number;
  readonly terminals?: number;
  readonly variants?: number;
  readonly cashStep?: number;
  readonly regime?: Partial<TaxRegime>;
  readonly timeZone?: string;
  /** What the shop's contexts see of the table; setting up goes past it. */
  readonly wrap?: (table: Table) => Table;
  /** Gives staff passwords and PINs to sign in by (each is hashed slowly). */
  readonly secrets?: boolean;
}

/** What the local engine's stream carries in production. */
export const SHOP_STREAM = [FACT_SK, ENTRY_SK_PREFIX];

export async function createShop(options: ShopOptions = {}): Promise<Shop> {
  const seed = options.seed ?? 1;
  const random = createRandom(seed * 7919 + 1);
  const clock = createManualClock(seed);
  const engine =
    options.engine ?? createMemoryTable({ random: createRandom(seed), streamFilter: SHOP_STREAM, twiceRate: 0.3 });
  const table = options.wrap ? options.wrap(engine.table) : engine.table;
  const merchantId = clock.newId("mer");
  const locationId = clock.newId("loc");
  const cashStep = options.cashStep ?? 1;
  const taxCodeId = clock.newId("tax");
  const taxes: Taxes = {
    regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP", ...options.regime },
    defaultCodeId: taxCodeId,
    codes: { [taxCodeId]: { id: taxCodeId, name: "Standard 20 %", rate: "20" } },
  };
  const staff = {
    OWNER: newStaff(clock, "OWNER", "1001", options.secrets),
    MANAGER: newStaff(clock, "MANAGER", "2002", options.secrets),
    CASHIER: newStaff(clock, "CASHIER", "3003", options.secrets),
  };
  await setUpMerchant(engine.table, { merchantId, cashStep, taxes, staff: Object.values(staff) });

  const contextOf = (over: Table, caller: KnownCaller): Context => ({ table: over, clock, caller });
  const ownerCaller: KnownCaller = {
    kind: "staff",
    merchantId,
    staffId: staff.OWNER.id,
    sessionId: clock.newId("ses"),
    role: "OWNER",
    coverage: "all",
  };
  const setUp = contextOf(engine.table, ownerCaller);
  const timeZone = options.timeZone ?? "Europe/London";
  done(await createLocation(setUp, { id: locationId, code: "HIGH-ST", name: "High Street", timeZone }));
  const terminals = Array.from({ length: options.terminals ?? 1 }, (_, index) => ({
    id: clock.newId("trm"),
    code: `T${index + 1}`,
  }));
  for (const { id, code } of terminals)
    done(await createTerminal(setUp, { id, code, name: `Terminal ${code}`, locationId }));
  const variants = await createVariants(setUp, options.variants ?? 4);

  const sequences = terminals.map(() => 0);
  const terminalAt = (terminal: number) => present(terminals[terminal], `terminal ${terminal}`);
  return {
    engine,
    table,
    clock,
    random,
    merchantId,
    locationId,
    ledger: { merchantId, ledgerId: locationId },
    terminals,
    variants,
    taxes,
    cashStep,
    staff,
    booking: { table, clock, books },
    owner: contextOf(table, ownerCaller),
    operator(terminal, role = "MANAGER") {
      const { id: terminalId } = terminalAt(terminal);
      return contextOf(table, {
        kind: "operator",
        merchantId,
        terminalId,
        locationId,
        staffId: staff[role].id,
        role,
        coverage: "all",
      });
    },
    terminal: (terminal) =>
      contextOf(table, { kind: "terminal", merchantId, terminalId: terminalAt(terminal).id, locationId }),
    nextSequence(terminal) {
      const next = (sequences[terminal] ?? 0) + 1;
      sequences[terminal] = next;
      return next;
    },
    async stock(quantity, { unitCost, variants: some = variants } = {}) {
      const lines = some.map(({ id }) => ({
        variant: { id },
        quantity,
        ...(unitCost === undefined ? {} : { unitCost }),
      }));
      done(await recordOpeningStock(setUp, { id: clock.newId("ops"), locationId, occurredAt: clock.now(), lines }));
    },
  };
}

function newStaff(clock: ManualClock, role: Role, operatorNumber: string, secrets = false): NewStaff {
  const name = role.charAt(0) + role.slice(1).toLowerCase();
  const id = clock.newId("stf");
  if (!secrets) return { id, name, role };
  return {
    id,
    name,
    role,
    email: `${name.toLowerCase()}@shop.example`,
    password: `the ${name.toLowerCase()} password`,
    operatorNumber,
    pin: `48${operatorNumber}`,
  };
}

interface MerchantSetUp {
  readonly merchantId: string;
  readonly cashStep: number;
  readonly taxes: Taxes;
  readonly staff: readonly NewStaff[];
}

/** The first merchant's records, as signing up writes them. */
async function setUpMerchant(table: Table, { merchantId, cashStep, taxes, staff }: MerchantSetUp): Promise<void> {
  const people = await Promise.all(staff.map((person) => staffWrites(merchantId, person, "h1:set up")));
  const result = await table.transact([
    { op: "put", item: merchantItem({ id: merchantId, name: "The Shop", currency: "GBP", cashStep }) },
    { op: "put", item: taxesItem(merchantId, taxes, 1) },
    merchantListed(merchantId),
    ...people.flatMap(({ record, writes }) => [{ op: "put", item: record } as const, ...writes]),
  ]);
  if (!result.ok) throw new Error("The shop could not be set up");
}

const VARIANTS_OF_PRODUCT = 20;

/** Prices and costs that make pennies uneven; every seventh variant is sold by weight with a price of three places. */
async function createVariants(context: Context, count: number): Promise<Variant[]> {
  const { clock } = context;
  const news = Array.from({ length: count }, (_, index) => ({
    id: clock.newId("var"),
    sku: `SKU-${String(index + 1).padStart(4, "0")}`,
    name: `Article ${index + 1}`,
    unitPrice: index % 7 === 6 ? "3.333" : `${1 + (index % 9)}.${index % 2 === 0 ? "99" : "5"}`,
    unitCost: index % 3 === 2 ? "0.333333" : `0.${31 + (index % 60)}`,
  }));
  for (let from = 0; from < count; from += VARIANTS_OF_PRODUCT) {
    const variants = news.slice(from, from + VARIANTS_OF_PRODUCT);
    done(await createProduct(context, { id: clock.newId("prd"), name: `Product ${from}`, variants }));
  }
  const found = await findVariants(
    context.table,
    context.caller.merchantId,
    news.map(({ id }) => ({ id })),
  );
  return found.map((variant) => present(variant, "a variant just made"));
}

/** The value of what must have gone well. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failures)}`);
  return result.value;
}
