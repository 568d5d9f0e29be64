import { LIMITS } from "@pos/core/base/limits.ts";
import { type Failure, present, type Result } from "@pos/core/base/result.ts";
import { adjustStock } from "@pos/core/goods/stock/index.ts";
import type { Fact, Recording } from "@pos/core/ledger/index.ts";
import { recordJournalEntry } from "@pos/core/office/finance/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import { type SaleInput, type SaleOutcome, syncSales } from "@pos/core/selling/sale/index.ts";
import { amountOf, type SourceDocument, type SourceLine, turned } from "./documents.ts";
import { documentId, paymentId } from "./identity.ts";
import type { ImportShop } from "./shop.ts";
import { cleaned } from "./text.ts";

/** What became of a document: it is there (newly, or since an earlier run), or it is not, and why. */
export type Outcome =
  | {
      readonly status: "new" | "known";
      readonly fact: Fact;
      /** Minor units; below zero where money went out. */
      readonly money: number;
    }
  | { readonly status: "problem"; readonly problem: string };

/**
 * Records documents by the API's own commands, all at once, and answers in their order. What a document becomes follows from
 * its own rows alone, so that it comes again with the same content whatever it is imported with.
 */
export async function recordDocuments(shop: ImportShop, documents: readonly SourceDocument[]): Promise<Outcome[]> {
  const sales = documents.filter(({ kind }) => kind === "sale");
  const sold = recordSales(shop, sales);
  const others = documents.map(async (document) =>
    document.kind === "sale" ? undefined : recordOther(shop, document),
  );
  const [outcomesOfSales, outcomesOfOthers] = await Promise.all([sold, Promise.all(others)]);
  let sale = 0;
  return outcomesOfOthers.map((outcome) => outcome ?? present(outcomesOfSales[sale++], "a sale's outcome"));
}

async function recordSales(shop: ImportShop, documents: readonly SourceDocument[]): Promise<Outcome[]> {
  if (documents.length === 0) return [];
  const outcomes = await syncSales(
    shop.terminal,
    documents.map((document) => saleInput(shop, document)),
    { taxCodeId: shop.taxCodeId },
  );
  return outcomes.map((outcome, index) => saleOutcome(present(documents[index], "an outcome's sale"), outcome));
}

function saleOutcome(document: SourceDocument, outcome: SaleOutcome): Outcome {
  if ("failures" in outcome) return problem(document, outcome.failures);
  const { sale, status } = outcome;
  return { status: status === "recorded" ? "new" : "known", fact: sale, money: sale.total };
}

async function recordOther(shop: ImportShop, document: SourceDocument): Promise<Outcome> {
  if (document.kind === "refund") {
    const refunded = await refundSale(shop.owner, refundInput(shop, document), "happened", {
      taxCodeId: shop.taxCodeId,
    });
    return otherOutcome(document, refunded, (refund) => refund.total);
  }
  if (document.kind === "stockAdjustment") {
    const adjusted = await adjustStock(shop.owner, adjustmentInput(shop, document), "imported");
    return otherOutcome(document, adjusted, () => 0);
  }
  const amount = amountOf(document.lines, shop.digits);
  // An entry that moves nothing is none.
  if (amount === 0) return { status: "problem", problem: `Document ${document.number} comes to nothing.` };
  const booked = await recordJournalEntry(shop.owner, journalInput(shop, document, amount));
  return otherOutcome(document, booked, () => amount);
}

function otherOutcome<F extends Fact>(
  document: SourceDocument,
  result: Result<Recording<F>>,
  money: (fact: F) => number,
): Outcome {
  if (!result.ok) return problem(document, result.failures);
  const { fact, replayed } = result.value;
  return { status: replayed ? "known" : "new", fact, money: money(fact) };
}

function problem({ number, occurredAt }: SourceDocument, failures: readonly Failure[]): Outcome {
  const why = failures.map(({ code, message }) => `${code}: ${message}`).join(" ");
  return { status: "problem", problem: `Document ${number} of ${occurredAt}: ${why}` };
}

function saleInput(shop: ImportShop, document: SourceDocument): SaleInput {
  const { number, occurredAt, lines } = document;
  const total = amountOf(lines, shop.digits);
  return {
    id: documentId(shop.merchantId, document),
    sequence: Number(number),
    occurredAt,
    ...customerOf(shop, document),
    lines: lines.map((line) => ({ ...lineInput(shop, line), quantity: line.quantity })),
    payments: [{ id: paymentId(shop.merchantId, document), method: "OTHER", amount: total }],
    expectedTotal: total,
  };
}

function refundInput(shop: ImportShop, document: SourceDocument) {
  const { locationId, merchantId } = shop;
  const amount = -amountOf(document.lines, shop.digits);
  return {
    id: documentId(merchantId, document),
    occurredAt: document.occurredAt,
    locationId,
    ...customerOf(shop, document),
    lines: document.lines.map((line) => ({ ...lineInput(shop, line), quantity: turned(line.quantity) })),
    payments: [{ id: paymentId(merchantId, document), method: "OTHER" as const, amount: amount === 0 ? 0 : amount }],
  };
}

function customerOf(shop: ImportShop, { customer }: SourceDocument) {
  return customer === undefined ? {} : { customerId: shop.customerId(customer) };
}

function lineInput(shop: ImportShop, { sku, unitPrice, description }: SourceLine) {
  const text = cleaned(description, LIMITS.nameCharactersMax);
  return { variant: { id: shop.variantId(sku) }, unitPrice, ...(text === "" ? {} : { description: text }) };
}

function adjustmentInput(shop: ImportShop, document: SourceDocument) {
  return {
    id: documentId(shop.merchantId, document),
    locationId: shop.locationId,
    occurredAt: document.occurredAt,
    reason: reasonOf(document),
    lines: document.lines.map(({ sku, quantity }) => ({ variant: { id: shop.variantId(sku) }, quantity })),
  };
}

/** Money in is income, money out an expense, both outside of what was sold. */
function journalInput(shop: ImportShop, document: SourceDocument, amount: number) {
  const account = amount > 0 ? "otherIncome" : "otherExpense";
  return {
    id: documentId(shop.merchantId, document),
    locationId: shop.locationId,
    occurredAt: document.occurredAt,
    reason: reasonOf(document),
    postings: [
      { account: "otherPayments", amount },
      { account, amount: -amount },
    ],
  };
}

/** The first remark that is not empty. */
function reasonOf({ lines }: SourceDocument): string {
  for (const { description } of lines) {
    const note = cleaned(description, LIMITS.noteCharactersMax);
    if (note !== "") return note;
  }
  return "No reason given";
}
