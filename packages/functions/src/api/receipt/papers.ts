import { type ReceiptSource, receiptContent, refundContent } from "@pos/core/receipt/content.ts";
import { giftDocument, quoteDocument, receiptDocument, refundDocument } from "@pos/core/receipt/document.ts";
import { renderEscPos } from "@pos/core/receipt/esc-pos.ts";
import type { ReceiptDocument, ReceiptOrigin, ReceiptShop } from "@pos/core/receipt/model.ts";
import { drawCode } from "@pos/core/receipt/qr-path.ts";
import { renderReceipt } from "@pos/core/receipt/render.ts";
import { renderText } from "@pos/core/receipt/text.ts";
import { quoteNumber } from "@pos/core/selling/quote/model.ts";
import type { Reversal } from "@pos/core/selling/refund/index.ts";
import type { Quote, SaleFact } from "@pos/core/selling/sale/index.ts";
import { type ReceiptPlace, receiptWriting } from "@pos/messages/receipt-writing.ts";
import type { ReceiptFormat, ReceiptLanguage } from "../generated/types.ts";

/**
 * Renders papers. A process loads this file, with the words of papers and the libraries of printers, when the first paper is
 * asked for: most requests need none.
 */
export interface PaperOrder {
  readonly origin: Omit<ReceiptOrigin, "occurredAt">;
  readonly shop: ReceiptShop;
  readonly place: ReceiptPlace;
  readonly subject: SaleOnPaper | RefundOnPaper | QuoteOnPaper;
  readonly format: ReceiptFormat;
  /** Of the e-receipt. */
  readonly link: string | undefined;
}

export interface SaleOnPaper {
  readonly sale: SaleFact;
  /** What came back when the goods of an exchange went out, and of which sale. */
  readonly exchange?: { readonly refund: Reversal; readonly ofSale: SaleFact };
  /** Its payments, with what is known of them now. */
  readonly payments: ReceiptSource["payments"];
  readonly refunds: readonly Reversal[];
  readonly customerName?: string;
  readonly isGift: boolean;
  readonly isCopy: boolean;
}

export interface RefundOnPaper {
  readonly refund: Reversal;
  /** Absent: a refund without a sale. */
  readonly ofSale?: SaleFact;
  readonly isCopy: boolean;
}

export interface QuoteOnPaper {
  readonly quote: Quote;
  readonly customerName?: string;
}

export async function renderPaper(order: PaperOrder) {
  const writing = receiptWriting(order.place);
  const document = documentOf(order, writing);
  const { format } = order;
  const paper = format === "PDF" ? await pdfOf(document, order) : rendered(document, format);
  return { language: LANGUAGES[document.language], ...paper };
}

/** Fonts and the library of PDFs are loaded with the first one. */
async function pdfOf(document: ReceiptDocument, { subject }: PaperOrder) {
  const { renderPdf } = await import("@pos/core/receipt/pdf.ts");
  return { mediaType: "application/pdf", content: base64(await renderPdf(document, madeAt(subject))) };
}

function madeAt(subject: PaperOrder["subject"]): string {
  if ("quote" in subject) return subject.quote.createdAt;
  return "refund" in subject ? subject.refund.occurredAt : subject.sale.occurredAt;
}

/** The same paper as a mail has it, and as its attachment: mail programs draw no codes. */
export async function renderForMail(order: PaperOrder) {
  const document = documentOf(order, receiptWriting(order.place));
  const { mediaType, content } = await pdfOf(document, order);
  const name = `${document.title.replace(/[^\p{L}\p{N}_-]+/gu, "-")}.pdf`;
  return {
    attachment: { name, contentType: mediaType, content: Buffer.from(content, "base64") },
    language: LANGUAGES[document.language],
    html: renderReceipt(document, { paper: "80", drawCode: () => "" }),
    text: renderText(document, 48),
  };
}

const LANGUAGES: Readonly<Record<ReceiptDocument["language"], ReceiptLanguage>> = { en: "EN", zh: "ZH_HANS" };

function documentOf(
  { origin, shop, subject, link }: PaperOrder,
  writing: ReturnType<typeof receiptWriting>,
): ReceiptDocument {
  const online = link === undefined ? {} : { link };
  if ("refund" in subject) {
    const { refund, ofSale, isCopy } = subject;
    const content = refundContent(refund, ofSale?.pricesIncludeTax ?? true);
    const slip = { ...origin, ...content, ...(ofSale && { receiptNumber: ofSale.receiptNumber }) };
    return refundDocument(slip, shop, writing, { isCopy, ...online });
  }
  if ("quote" in subject) return quoteDocument({ ...origin, ...quotation(subject) }, shop, writing);
  const { sale, payments, refunds, customerName, isGift, isCopy, exchange } = subject;
  const receipt = {
    ...origin,
    ...{ receiptNumber: sale.receiptNumber, occurredAt: sale.occurredAt },
    ...(customerName === undefined ? {} : { customerName }),
    ...(sale.note === undefined ? {} : { note: sale.note }),
    ...receiptContent({ ...sale, payments }),
    ...(exchange && {
      exchange: {
        receiptNumber: exchange.ofSale.receiptNumber,
        refund: refundContent(exchange.refund, exchange.ofSale.pricesIncludeTax),
      },
    }),
  };
  if (isGift) return giftDocument(receipt, shop, writing);
  const returned = refunds.map((refund) => refundContent(refund, sale.pricesIncludeTax));
  return receiptDocument(receipt, shop, writing, { isCopy, refunds: returned, ...online });
}

function quotation({ quote, customerName }: QuoteOnPaper) {
  const { id, createdAt, validUntil, pricesIncludeTax, note, held } = quote;
  return {
    ...{ number: quoteNumber(id), validUntil, occurredAt: createdAt },
    ...(customerName === undefined ? {} : { customerName }),
    ...(note === undefined ? {} : { note }),
    ...receiptContent({ ...held, pricesIncludeTax, payments: [], rounding: 0, changeDue: 0 }),
  };
}

function rendered(document: ReceiptDocument, format: Exclude<ReceiptFormat, "PDF">) {
  switch (format) {
    case "HTML":
      return { mediaType: "text/html", content: renderReceipt(document, { paper: "80", drawCode }) };
    case "TEXT_48":
      return { mediaType: "text/plain", content: renderText(document, 48) };
    case "TEXT_32":
      return { mediaType: "text/plain", content: renderText(document, 32) };
    case "ESC_POS":
      return { mediaType: "application/octet-stream", content: base64(renderEscPos(document, 48).bytes) };
    case "ESC_POS_32":
      return { mediaType: "application/octet-stream", content: base64(renderEscPos(document, 32).bytes) };
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
