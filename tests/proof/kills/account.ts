import type { Client, Data } from "./client.ts";
import { type KillShop, OPENING_STOCK } from "./shop.ts";
import type { Acknowledged, Market } from "./terminal.ts";

/** What is there in the end against what was acknowledged. */
export interface Account {
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** Stored more than once, or recorded again although it was stored. */
  readonly doubled: readonly string[];
  /** There and never sent. */
  readonly strange: readonly string[];
  /** There with other content than was acknowledged, and sums that do not agree. */
  readonly wrong: readonly string[];
}

interface StoredSale {
  readonly id: string;
  readonly sequence: number;
  readonly receiptNumber: string;
  readonly recordedAt: string;
  readonly total: { readonly amount: number };
  readonly terminal: { readonly id: string };
  readonly refunds: readonly { readonly id: string }[];
}

const BOOKED_WITHIN_MILLISECONDS = 120_000;

export async function takeAccount(client: Client, shop: KillShop, market: Market): Promise<Account> {
  const wrong: string[] = [...market.complaints];
  const expected = [...market.acknowledged.values()];
  await booked(client, shop, market, expected);
  const stored = await storedSales(client, shop, market);
  const times = new Map<string, number>();
  for (const { id } of stored) times.set(id, (times.get(id) ?? 0) + 1);
  const byId = new Map(stored.map((sale) => [sale.id, sale]));
  for (const sale of expected) {
    const there = byId.get(sale.id);
    if (there && contentOf(there) !== expectedContentOf(sale)) wrong.push(`${sale.id} is ${contentOf(there)}`);
  }
  wrong.push(...gapsIn(stored, shop), ...(await wrongLevels(client, shop, market, expected)));
  wrong.push(...(await wrongSummary(client, shop, market, expected)));
  const again = [...market.recorded].filter(([, count]) => count > 1).map(([id]) => id);
  return {
    lost: expected.filter(({ id }) => !byId.has(id)).map(({ id }) => id),
    doubled: [...[...times].filter(([, count]) => count > 1).map(([id]) => id), ...again],
    strange: stored.filter(({ id }) => !market.sent.has(id)).map(({ id }) => id),
    wrong,
  };
}

function contentOf({ sequence, receiptNumber, recordedAt, total, terminal, refunds }: StoredSale): string {
  return [sequence, receiptNumber, recordedAt, total.amount, terminal.id, ...refunds.map(({ id }) => id)].join(" ");
}

function expectedContentOf(sale: Acknowledged): string {
  const { sequence, receiptNumber, recordedAt, total, terminalId, refundId = [] } = sale;
  return [sequence, receiptNumber, recordedAt, total, terminalId].concat(refundId).join(" ");
}

function refundedOf(expected: readonly Acknowledged[]): number {
  return expected.filter(({ refundId }) => refundId !== undefined).length;
}

const SPAN = `from: "2020-01-01", to: "2099-12-31"`;

async function summary(client: Client, { owner, locationId }: KillShop, market: Market): Promise<Data> {
  const query = `query ($id: ID!) { salesSummary(locationId: $id, ${SPAN}) { saleCount refundCount grossSales { amount } } }`;
  return (await client.ask(market.url(), query, { id: locationId }, owner)).salesSummary;
}

/** Booking follows recording; what was recorded before the last kill is booked after it. */
async function booked(
  client: Client,
  shop: KillShop,
  market: Market,
  expected: readonly Acknowledged[],
): Promise<void> {
  const deadline = Date.now() + BOOKED_WITHIN_MILLISECONDS;
  const isBooked = ({ saleCount, refundCount }: Data) =>
    saleCount >= expected.length && refundCount >= refundedOf(expected);
  while (!isBooked(await summary(client, shop, market)) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

async function storedSales(client: Client, { owner, locationId }: KillShop, market: Market): Promise<StoredSale[]> {
  const query = `query ($id: ID!, $after: String) { sales(filter: { locationId: $id }, first: 100, after: $after) {
    nodes { id sequence receiptNumber recordedAt total { amount } terminal { id } refunds { id } } pageInfo { hasNextPage endCursor } } }`;
  const stored: StoredSale[] = [];
  let after: string | null = null;
  do {
    const { sales }: Data = await client.ask(market.url(), query, { id: locationId, after }, owner);
    stored.push(...sales.nodes);
    after = sales.pageInfo.hasNextPage ? sales.pageInfo.endCursor : null;
  } while (after !== null);
  return stored;
}

/** Each terminal counts its receipts 1, 2, 3, ...: none is missing and none is there twice. */
function gapsIn(stored: readonly StoredSale[], { identities }: KillShop): string[] {
  return identities.flatMap(({ terminalId, code }) => {
    const numbers = stored
      .filter(({ terminal }) => terminal.id === terminalId)
      .map(({ sequence }) => sequence)
      .sort((a, b) => a - b);
    const gap = numbers.findIndex((number, index) => number !== index + 1);
    return gap === -1 ? [] : [`${code} has receipt number ${numbers[gap]} at place ${gap + 1}`];
  });
}

async function wrongLevels(
  client: Client,
  { owner, locationId, articles }: KillShop,
  market: Market,
  expected: readonly Acknowledged[],
): Promise<string[]> {
  const sold = new Map<string, number>();
  for (const { lines, refundId } of expected)
    for (const { sku, quantity } of lines)
      sold.set(sku, (sold.get(sku) ?? 0) + (refundId === undefined ? quantity : 0));
  const query =
    "query ($id: ID!, $skus: [String!]) { stockLevels(locationId: $id, skus: $skus, first: 100) { nodes { sku onHand } } }";
  const variables = { id: locationId, skus: articles.map(({ sku }) => sku) };
  const { stockLevels }: Data = await client.ask(market.url(), query, variables, owner);
  const onHand = new Map<string, number>(stockLevels.nodes.map(({ sku, onHand }: Data) => [sku, Number(onHand)]));
  return articles.flatMap(({ sku }) => {
    const right = OPENING_STOCK - (sold.get(sku) ?? 0);
    return onHand.get(sku) === right ? [] : [`${sku} stands at ${onHand.get(sku)}, not at ${right}`];
  });
}

async function wrongSummary(
  client: Client,
  shop: KillShop,
  market: Market,
  expected: readonly Acknowledged[],
): Promise<string[]> {
  const { saleCount, refundCount, grossSales } = await summary(client, shop, market);
  const total = expected.reduce((sum, sale) => sum + sale.total, 0);
  const right = [expected.length, refundedOf(expected), total].join(" ");
  const found = [saleCount, refundCount, grossSales.amount].join(" ");
  return found === right ? [] : [`The figures are ${found}, not ${right}`];
}
