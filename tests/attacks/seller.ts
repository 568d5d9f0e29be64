import { answerParent } from "./child.ts";
import { newId } from "./ids.ts";
import type { AttackShop, SellingTerminal } from "./shop.ts";
import { at, createWire, parsed, type Wire } from "./wire.ts";

/** The legitimate terminals: they sell on and on, and each sale is sent until it is acknowledged. */
export type SellerQuestion =
  | { readonly ask: "start"; readonly url: string; readonly shop: AttackShop }
  | { readonly ask: "figures" }
  /** Answered once every sale is acknowledged. */
  | { readonly ask: "stop" };

export interface Sold {
  /** Milliseconds until a sale was acknowledged, and of each that is not yet. */
  readonly milliseconds: readonly number[];
  /** Every sale that was acknowledged, since the start. */
  readonly acknowledged: readonly string[];
  /** What was answered and must not have been. */
  readonly complaints: readonly string[];
}

const PAUSE_MILLISECONDS = 40;
const ANSWER_MILLISECONDS = 6_000;
const COMPLETE =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed userErrors { code path } sale { id sequence } } }";

let isOpen = false;
let milliseconds: number[] = [];
const acknowledged: string[] = [];
const complaints: string[] = [];
const due = new Set<{ readonly at: number }>();
let selling: Promise<unknown> = Promise.resolve();

async function sell(wire: Wire, terminal: SellingTerminal, shop: AttackShop): Promise<void> {
  for (let sequence = terminal.sequence; isOpen; sequence++) {
    const sale = { at: performance.now() };
    due.add(sale);
    await sendUntilAcknowledged(wire, terminal, inputOf(shop, sequence));
    due.delete(sale);
    milliseconds.push(performance.now() - sale.at);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

function inputOf({ articles }: AttackShop, sequence: number) {
  const article = articles[sequence % articles.length];
  if (!article) throw new Error("There are no goods to sell");
  const { sku, price } = article;
  return {
    id: newId("sal"),
    sequence,
    occurredAt: new Date().toISOString(),
    lines: [{ variant: { sku }, quantity: "2", unitPrice: (price / 100).toFixed(2) }],
    payments: [{ id: newId("pay"), method: "CARD", amount: price * 2 }],
  };
}

async function sendUntilAcknowledged(wire: Wire, { operator }: SellingTerminal, input: { readonly id: string }) {
  for (;;) {
    const answer = await wire.graphql(COMPLETE, { input }, { token: operator, milliseconds: ANSWER_MILLISECONDS });
    const body = answer && parsed(answer.text);
    if (at(body, "data.completeSale.sale.id") === input.id) {
      acknowledged.push(input.id);
      return;
    }
    if (at(body, "data.completeSale") !== undefined || answer?.status === 401)
      complaints.push(`A sale was answered ${answer?.text.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

answerParent<SellerQuestion>(async (question) => {
  if (question.ask === "start") {
    const wire = createWire(question.url);
    isOpen = true;
    selling = Promise.all(question.shop.selling.map((terminal) => sell(wire, terminal, question.shop)));
  }
  if (question.ask === "stop") {
    isOpen = false;
    await selling;
  }
  const now = performance.now();
  const sold: Sold = {
    milliseconds: [...milliseconds, ...[...due].map(({ at: sentAt }) => now - sentAt)],
    acknowledged: [...acknowledged],
    complaints: [...complaints],
  };
  milliseconds = [];
  return sold;
});
