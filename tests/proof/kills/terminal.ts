import { systemClock } from "@pos/functions/platform/clock.ts";
import { type Client, createClient, type Data } from "./client.ts";

/** What a terminal knows of a sale that was acknowledged, to be found again in the end. */
export interface Acknowledged {
  readonly id: string;
  readonly terminalId: string;
  readonly sequence: number;
  readonly total: number;
  readonly receiptNumber: string;
  readonly recordedAt: string;
  readonly lines: readonly SoldLine[];
  /** Of all of it, where it came back. */
  readonly refundId?: string;
}

export interface Article {
  readonly sku: string;
  /** Minor units. */
  readonly price: number;
}

interface SoldLine {
  readonly sku: string;
  readonly quantity: number;
}

export interface Identity {
  readonly terminalId: string;
  readonly code: string;
  readonly terminalToken: string;
  readonly operatorToken: string;
}

/** What everybody who sells shares. */
export interface Market {
  readonly url: () => string;
  readonly articles: readonly Article[];
  readonly acknowledged: Map<string, Acknowledged>;
  /** Every sale that was ever sent, by id. */
  readonly sent: Set<string>;
  /** How often an answer was "recorded" (and not "replayed"), by sale. */
  readonly recorded: Map<string, number>;
  /** What was answered and must not have been. */
  readonly complaints: string[];
  /** Called at the moment of each acknowledgement. */
  onAcknowledged: () => void;
  isOpen: boolean;
}

const FIELDS = "id sequence receiptNumber recordedAt total { amount }";
const COMPLETE = `mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed userErrors { code path } sale { ${FIELDS} } } }`;
const SYNC = `mutation ($input: SyncFactsInput!) { syncFacts(input: $input) { results { id status userErrors { code path }
  fact { __typename ... on Sale { ${FIELDS} } ... on Refund { id total { amount } } } } } }`;

/** A sale and, now and then, the refund of all of it, which is sent behind it. */
interface Sale {
  readonly refund?: { readonly id: string };
  readonly input: { readonly id: string; readonly sequence: number };
  readonly total: number;
  readonly lines: readonly SoldLine[];
}

const BATCH_MAX = 8;
/** The share of sales that come back. */
const REFUNDED = 0.15;
const PAUSE_MILLISECONDS = 25;

/**
 * Sells until the market closes, then until its outbox is empty. A sale's id is made and kept before it is sent, and the sale
 * is sent until it is acknowledged: live or by a batch, now and then twice, and over either of two connections.
 */
export async function sell(identity: Identity, market: Market): Promise<void> {
  const clients = [createClient(), createClient()] as const;
  const outbox: Sale[] = [];
  let sequence = 0;
  while (market.isOpen || outbox.length > 0) {
    while (market.isOpen && outbox.length < BATCH_MAX && (outbox.length === 0 || Math.random() < 0.5)) {
      sequence += 1;
      outbox.push(makeSale(market, sequence));
    }
    const done = await send(identity, market, clients, outbox).catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * (0.5 + Math.random())));
      return 0;
    });
    outbox.splice(0, done);
  }
  for (const client of clients) client.close();
}

/** Answers how many sales from the front of the outbox are acknowledged. */
async function send(
  identity: Identity,
  market: Market,
  [first, second]: readonly [Client, Client],
  outbox: readonly Sale[],
): Promise<number> {
  const [next] = outbox;
  if (!next) return 0;
  const chance = Math.random();
  if (chance < 0.55) {
    await completeOne(identity, market, first, next);
    return 1;
  }
  if (chance < 0.7) {
    // Twice at once, over two connections; one of the answers is enough.
    const both = [completeOne(identity, market, first, next), syncAll(identity, market, second, [next])];
    await Promise.any(both);
    await Promise.allSettled(both);
    return 1;
  }
  const batch = outbox.slice(0, BATCH_MAX);
  // Now and then the same sale is in its batch twice.
  await syncAll(identity, market, first, chance < 0.75 ? [...batch, next] : batch);
  return batch.length;
}

async function completeOne(identity: Identity, market: Market, client: Client, sale: Sale): Promise<void> {
  market.sent.add(sale.input.id);
  const { completeSale } = await client.ask(market.url(), COMPLETE, { input: sale.input }, identity.operatorToken);
  acknowledge(identity, market, sale, completeSale, !completeSale.replayed);
  if (sale.refund) await syncFacts(identity, market, client, [{ sale, kind: "refund" }]);
}

async function syncAll(identity: Identity, market: Market, client: Client, sales: readonly Sale[]): Promise<void> {
  for (const { input } of sales) market.sent.add(input.id);
  const facts = sales.flatMap((sale): Fact[] => [
    { sale, kind: "sale" },
    ...(sale.refund ? [{ sale, kind: "refund" } as const] : []),
  ]);
  await syncFacts(identity, market, client, facts);
}

interface Fact {
  readonly sale: Sale;
  readonly kind: "sale" | "refund";
}

async function syncFacts(identity: Identity, market: Market, client: Client, facts: readonly Fact[]): Promise<void> {
  const input = {
    facts: facts.map(({ sale, kind }) => (kind === "sale" ? { sale: sale.input } : { refund: sale.refund })),
  };
  const answer = await client.ask(market.url(), SYNC, { input }, identity.terminalToken);
  for (const [index, { sale, kind }] of facts.entries()) {
    const { fact, ...result } = answer.syncFacts.results[index];
    const isFirst = result.status === "RECORDED";
    if (kind === "sale") acknowledge(identity, market, sale, { ...result, sale: fact }, isFirst);
    else acknowledgeRefund(market, sale, { ...result, fact }, isFirst);
  }
}

function acknowledgeRefund(market: Market, { refund, total }: Sale, { fact, ...answer }: Data, isFirst: boolean): void {
  if (refund === undefined || fact?.id !== refund.id || fact.total.amount !== -total)
    market.complaints.push(`${refund?.id} was answered ${JSON.stringify({ fact, ...answer })}`);
  else if (isFirst) market.recorded.set(refund.id, (market.recorded.get(refund.id) ?? 0) + 1);
}

/** Keeps what was answered; every later answer must say the same. */
function acknowledge(identity: Identity, market: Market, sale: Sale, answer: Data, isFirst: boolean): void {
  const { input, total, lines, refund } = sale;
  const { id, sequence } = input;
  if (!answer.sale || answer.userErrors.length > 0) {
    market.complaints.push(`${id} was refused: ${JSON.stringify(answer)}`);
    return;
  }
  const outcome: Acknowledged = {
    id,
    terminalId: identity.terminalId,
    sequence,
    total: answer.sale.total.amount,
    receiptNumber: answer.sale.receiptNumber,
    recordedAt: answer.sale.recordedAt,
    lines,
    ...(refund === undefined ? {} : { refundId: refund.id }),
  };
  const right = { id, sequence, total, receiptNumber: `${identity.code}-${sequence}` };
  for (const [name, value] of Object.entries(right)) {
    const answered = name === "total" ? outcome.total : answer.sale[name];
    if (answered !== value) market.complaints.push(`${id} has ${name} ${answered}, not ${value}`);
  }
  const before = market.acknowledged.get(id);
  if (before && before.recordedAt !== outcome.recordedAt) market.complaints.push(`${id} was recorded at two times`);
  if (isFirst) market.recorded.set(id, (market.recorded.get(id) ?? 0) + 1);
  if (!before) market.acknowledged.set(id, outcome);
  market.onAcknowledged();
}

function makeSale({ articles }: Market, sequence: number): Sale {
  const count = 1 + Math.floor(Math.random() * 3);
  const lines = Array.from({ length: count }, () => {
    const { sku, price } = articles[Math.floor(Math.random() * articles.length)] ?? { sku: "", price: 0 };
    return { sku, price, quantity: 1 + Math.floor(Math.random() * 4) };
  });
  const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const isCash = Math.random() < 0.5;
  const payment = {
    id: systemClock.newId("pay"),
    method: isCash ? "CASH" : "CARD",
    amount: total,
    ...(isCash ? { tendered: total + 100 } : {}),
  };
  const input = {
    id: systemClock.newId("sal"),
    sequence,
    occurredAt: systemClock.now(),
    lines: lines.map(({ sku, price, quantity }) => ({
      variant: { sku },
      quantity: String(quantity),
      unitPrice: `${Math.floor(price / 100)}.${String(price % 100).padStart(2, "0")}`,
    })),
    payments: [payment],
    expectedTotal: total,
  };
  const sold = lines.map(({ sku, quantity }) => ({ sku, quantity }));
  return Math.random() < REFUNDED
    ? { input, total, lines: sold, refund: refundOf(input) }
    : { input, total, lines: sold };
}

function refundOf({ id, occurredAt, lines, payments }: SaleInput) {
  return {
    id: systemClock.newId("ref"),
    occurredAt,
    saleId: id,
    lines: lines.map(({ quantity }, index) => ({ line: index + 1, quantity })),
    payments: payments.map((paid) => ({
      ...{ id: systemClock.newId("pay"), paymentId: paid.id, method: paid.method, amount: paid.amount },
    })),
  };
}

interface SaleInput {
  readonly id: string;
  readonly occurredAt: string;
  readonly lines: readonly { readonly quantity: string }[];
  readonly payments: readonly { readonly id: string; readonly method: string; readonly amount: number }[];
}
