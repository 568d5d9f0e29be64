import { sweep } from "@pos/functions/schedule/sweep.ts";
import { present } from "../../packages/core/src/base/result.ts";
import type { SaleInput } from "../../packages/core/src/selling/sale/index.ts";
import { TableUnavailable } from "../../packages/core/src/table/port.ts";
import { drain } from "./drain.ts";
import type { Happened } from "./model.ts";
import { randomSale, sellHappened, sellLive } from "./sales.ts";
import type { Shop } from "./shop.ts";

/** What a random history left behind, for the checks: the sales that were recorded, each once, and the goods stocked. */
export interface History {
  readonly sales: Happened[];
  /** By variant, thousandths. */
  readonly stocked: Map<string, number>;
  /** How often each kind of thing happened, so that a test can demand that it did. */
  readonly counts: Map<string, number>;
}

export interface HistoryOptions {
  readonly steps: number;
  readonly linesMax: number;
}

/** Runs a random history of a shop: live and synced sales, odd ones, replays, conflicts, deliveries of the stream, sweeps. */
export async function runHistory(shop: Shop, { steps, linesMax }: HistoryOptions): Promise<History> {
  const { random } = shop;
  const history: History = { sales: [], stocked: new Map(), counts: new Map() };
  for (let step = 0; step < steps; step++) {
    shop.clock.advance(Math.floor(random() * 1_800_000));
    const terminal = Math.floor(random() * shop.terminals.length);
    const drawn = STEPS[Math.floor(random() * STEPS.length)];
    const [name, run] = present(drawn, "a step");
    await run({ shop, history, terminal, linesMax });
    count(history, name);
  }
  return history;
}

interface Step {
  readonly shop: Shop;
  readonly history: History;
  readonly terminal: number;
  readonly linesMax: number;
}

const STEPS: readonly (readonly [string, (step: Step) => Promise<void>])[] = [
  ["live", live],
  ["live", live],
  ["live", live],
  ["sync", sync],
  ["sync", sync],
  ["odd", odd],
  ["odd", odd],
  ["replay", replay],
  ["conflict", conflict],
  ["stock", stock],
  ["drain", ({ shop }) => drain(shop)],
  ["drain", ({ shop }) => drain(shop, { readers: 2 })],
  ["sweep", sweepOnce],
];

async function live({ shop, history, terminal, linesMax }: Step): Promise<void> {
  const input = randomSale(shop, shop.random, { terminal, linesMax });
  const outcome = await sellLive(shop.operator(terminal), input);
  if ("sale" in outcome) history.sales.push({ terminal, input, recordedAt: outcome.sale.recordedAt });
  else throw new Error(`A live sale was refused: ${JSON.stringify(outcome.failures)}`);
}

async function sync({ shop, history, terminal, linesMax }: Step): Promise<void> {
  const inputs = Array.from({ length: 1 + Math.floor(shop.random() * 5) }, () => {
    shop.clock.advance(1000);
    return randomSale(shop, shop.random, { terminal, linesMax });
  });
  await recordHappened({ shop, history, terminal, linesMax }, inputs);
}

async function recordHappened({ shop, history, terminal }: Step, inputs: readonly SaleInput[]): Promise<void> {
  const outcomes = await sellHappened(shop.terminal(terminal), inputs);
  for (const [index, outcome] of outcomes.entries()) {
    const input = present(inputs[index], "the input of an outcome");
    if (!("sale" in outcome)) throw new Error(`What happened was refused: ${JSON.stringify(outcome.failures)}`);
    history.sales.push({ terminal, input, recordedAt: outcome.sale.recordedAt });
  }
}

const ODDITIES: readonly ((sale: SaleInput, shop: Shop) => SaleInput)[] = [
  (sale) => ({ ...sale, sequence: sale.sequence + 3 }),
  (sale) => ({ ...sale, sequence: Math.max(1, sale.sequence - 2) }),
  (sale) => ({ ...sale, customerId: "cus_nobody" }),
  (sale) => ({ ...sale, operatorId: "stf_nobody" }),
  (sale) => ({ ...sale, expectedTotal: 1 }),
  (sale) => ({
    ...sale,
    payments: sale.payments.map((payment) => ({ ...payment, amount: Math.floor(payment.amount / 2) })),
  }),
  (sale) => ({ ...sale, payments: sale.payments.map((payment) => ({ ...payment, method: "GIFT_CARD" as const })) }),
  (sale) => ({ ...sale, discounts: [{ amount: 100_000_000 }], payments: [] }),
  (sale) => ({ ...sale, lines: [...sale.lines, { variant: { sku: "GONE" }, quantity: "1", unitPrice: "1" }] }),
  (sale) => ({
    ...sale,
    lines: sale.lines.map(({ unitPrice: _, ...line }) => (line.variant ? line : { ...line, unitPrice: "1" })),
  }),
  (sale, { clock }) => ({ ...sale, occurredAt: new Date(Date.parse(clock.now()) + 36 * 3_600_000).toISOString() }),
  (sale, { clock }) => ({ ...sale, occurredAt: new Date(Date.parse(clock.now()) - 20 * 86_400_000).toISOString() }),
];

/** Something a live sale is refused for, or that a manager must see: it has happened and is recorded all the same. */
async function odd(step: Step): Promise<void> {
  const { shop, terminal, linesMax } = step;
  const oddity = present(ODDITIES[Math.floor(shop.random() * ODDITIES.length)], "an oddity");
  await recordHappened(step, [oddity(randomSale(shop, shop.random, { terminal, linesMax }), shop)]);
}

async function replay({ shop, history }: Step): Promise<void> {
  const earlier = history.sales[Math.floor(shop.random() * history.sales.length)];
  if (!earlier) return;
  const [outcome] = await sellHappened(shop.terminal(earlier.terminal), [earlier.input]);
  if (outcome?.status !== "replayed") throw new Error(`A replay was ${outcome?.status}`);
}

async function conflict({ shop, history }: Step): Promise<void> {
  const earlier = history.sales[Math.floor(shop.random() * history.sales.length)];
  if (!earlier) return;
  const note = `another ${Math.floor(shop.random() * 3)}`;
  const [outcome] = await sellHappened(shop.terminal(earlier.terminal), [{ ...earlier.input, note }]);
  if (outcome?.status !== "quarantined") throw new Error(`A conflict was ${outcome?.status}`);
}

async function stock({ shop, history }: Step): Promise<void> {
  const variants = shop.variants.filter(() => shop.random() < 0.5);
  if (variants.length === 0) return;
  const quantity = shop.random() < 0.5 ? 10 : 37.5;
  await shop.stock(String(quantity), { variants, ...(shop.random() < 0.5 ? {} : { unitCost: "1.234567" }) });
  for (const { id } of variants) history.stocked.set(id, (history.stocked.get(id) ?? 0) + quantity * 1000);
}

async function sweepOnce({ shop }: Step): Promise<void> {
  try {
    await sweep(shop.booking);
  } catch (error) {
    // It runs again by the clock.
    if (!(error instanceof TableUnavailable)) throw error;
  }
}

function count({ counts }: History, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
