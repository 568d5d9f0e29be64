import { parseQuantity, QUANTITY_PLACES } from "../base/quantity.ts";
import { isMeasured } from "../base/unit.ts";
import { isTaking } from "../selling/payment/model.ts";
import { ownNameOf } from "../selling/payment/rules.ts";
import { shownCardCode } from "../selling/stored-value/model.ts";
import type {
  CustomerPaymentSlip,
  GiftCardPaper,
  Item,
  Quotation,
  Receipt,
  ReceiptDiscount,
  ReceiptDocument,
  ReceiptLine,
  ReceiptOrigin,
  ReceiptPayment,
  ReceiptRefund,
  ReceiptShop,
  ReceiptTax,
  RefundSlip,
  Return,
  Row,
} from "./model.ts";
import type { ReceiptWriting } from "./writing.ts";

type Word = ReceiptWriting["word"];
/** What is sold or offered. */
type Priced = Omit<Receipt, "receiptNumber" | "exchange">;

export interface ReceiptOptions {
  /** It was printed before. */
  readonly isCopy?: boolean;
  /** Which copy it is. Absent: that is not known here. */
  readonly copyNumber?: number;
  /** What came back of the sale since. */
  readonly refunds?: readonly ReceiptRefund[];
  /** The address of the e-receipt. */
  readonly link?: string;
}

/** The receipt of a sale, or its copy with what came back since. */
export function receiptDocument(
  receipt: Receipt,
  shop: ReceiptShop,
  writing: ReceiptWriting,
  { refunds = [], link, ...copy }: ReceiptOptions = {},
): ReceiptDocument {
  const { word } = writing;
  return {
    ...paper(receipt, shop, writing),
    title: word("receipt", { number: receipt.receiptNumber }),
    marks: [
      ...(receipt.exchange === undefined ? [] : [word("exchange")]),
      ...copyMarks(copy, word),
      ...refundMarks(receipt, refunds, word),
    ],
    items: receipt.lines.map((line) => itemOf(line, writing)),
    blocks: [sums(receipt, writing), payments(receipt, writing)],
    taxes: taxTable(receipt, writing),
    returns: [...exchangeOf(receipt, writing), ...refunds.map((refund) => returnOf(refund, writing))],
    notes: notes(receipt, word),
    facts: [
      { label: word("number"), value: receipt.receiptNumber },
      { label: word("date"), value: writing.dateTime(receipt.occurredAt) },
      ...madeBy(receipt, word),
    ],
    code: receipt.receiptNumber,
    ...linkOn(link, word),
  };
}

function linkOn(url: string | undefined, word: Word): Pick<ReceiptDocument, "link"> {
  return url === undefined ? {} : { link: { url, caption: word("online") } };
}

/** What is offered to a customer, at which prices and how long. */
export function quoteDocument(quote: Quotation, shop: ReceiptShop, writing: ReceiptWriting): ReceiptDocument {
  const { word } = writing;
  return {
    ...paper(quote, shop, writing),
    title: word("quoteOf", { number: quote.number }),
    marks: [word("quote")],
    items: quote.lines.map((line) => itemOf(line, writing)),
    blocks: [sums(quote, writing)],
    taxes: taxTable(quote, writing),
    returns: [],
    notes: notes(quote, word),
    facts: [
      { label: word("quoteNumber"), value: quote.number },
      { label: word("date"), value: writing.dateTime(quote.occurredAt) },
      { label: word("validUntil"), value: writing.day(quote.validUntil) },
      ...madeBy(quote, word),
    ],
    code: quote.number,
  };
}

/** For the person who was given the goods: what they are and where they may be exchanged, without prices. */
export function giftDocument(receipt: Receipt, shop: ReceiptShop, writing: ReceiptWriting): ReceiptDocument {
  const { word } = writing;
  return {
    ...paper(receipt, shop, writing),
    title: word("giftReceipt", { number: receipt.receiptNumber }),
    marks: [word("gift")],
    items: receipt.lines.map(({ description, ...counted }) => ({
      description,
      quantity: writing.quantity(counted),
      details: [],
    })),
    blocks: [],
    taxes: [],
    returns: [],
    notes: [],
    facts: [
      { label: word("number"), value: receipt.receiptNumber },
      { label: word("date"), value: writing.dateTime(receipt.occurredAt) },
    ],
    code: receipt.receiptNumber,
  };
}

/** What came back and how the money was given back. */
export function refundDocument(
  refund: RefundSlip,
  shop: ReceiptShop,
  writing: ReceiptWriting,
  { link, ...copy }: Omit<ReceiptOptions, "refunds"> = {},
): ReceiptDocument {
  const { word } = writing;
  const { receiptNumber } = refund;
  return {
    ...paper(refund, shop, writing),
    title:
      receiptNumber === undefined
        ? word("refundWithoutSale")
        : word(refund.isVoid ? "voidSlip" : "refundSlip", { number: receiptNumber }),
    marks: [word(refund.isVoid ? "void" : "refund"), ...copyMarks(copy, word)],
    items: refund.lines.map(({ description, amount, ...counted }) => ({
      description,
      quantity: writing.quantity(counted),
      amount: writing.money(0 - amount),
      details: [],
    })),
    blocks: [refundSums(refund, writing)],
    taxes: [],
    returns: [],
    notes: refund.reason === undefined ? [] : [word("reason", { reason: refund.reason })],
    facts: [
      ...(receiptNumber === undefined ? [] : [{ label: word("originalNumber"), value: receiptNumber }]),
      { label: word("date"), value: writing.dateTime(refund.occurredAt) },
      ...madeBy(refund, word),
    ],
    ...(receiptNumber === undefined ? {} : { code: receiptNumber }),
    ...linkOn(link, word),
  };
}

/** A new gift card, for its bearer: the code that is stored nowhere, as a text and for a scanner. */
export function cardDocument(card: GiftCardPaper, shop: ReceiptShop, writing: ReceiptWriting): ReceiptDocument {
  const { word } = writing;
  const { code, amount, occurredAt } = card;
  return {
    ...paper(card, shop, writing),
    title: word("giftCardEnding", { lastFour: code.slice(-4) }),
    marks: [word("giftCard")],
    items: [],
    blocks: [[{ label: word("giftCardValue"), value: writing.money(amount), isTotal: true }]],
    taxes: [],
    returns: [],
    notes: [word("giftCardKeep")],
    facts: [
      { label: word("giftCardCode"), value: shownCardCode(code) },
      { label: word("date"), value: writing.dateTime(occurredAt) },
    ],
    code,
  };
}

/** What a customer paid for what was bought on account or as a deposit, and what is still owed or left to pay. */
export function customerPaymentDocument(
  slip: CustomerPaymentSlip,
  shop: ReceiptShop,
  writing: ReceiptWriting,
): ReceiptDocument {
  const { word, money } = writing;
  const { deposit } = slip;
  const title = word(
    deposit === undefined ? "customerPayment" : deposit.isGivenBack === true ? "depositBack" : "deposit",
  );
  const left =
    deposit === undefined
      ? [{ label: word("owed"), value: money(slip.owed) }]
      : [
          { label: word("total"), value: money(deposit.total) },
          { label: word("deposited"), value: money(deposit.deposited) },
          { label: word("leftToPay"), value: money(slip.owed) },
        ];
  return {
    ...paper(slip, shop, writing),
    title,
    marks: [],
    items: [],
    blocks: [[{ label: title, value: money(slip.total), isTotal: true }], payments(slip, writing), left],
    taxes: [],
    returns: [],
    notes: [word("customer", { name: slip.customerName })],
    facts: [
      ...(deposit === undefined ? [] : [{ label: word("layawayNumber"), value: deposit.number }]),
      { label: word("date"), value: writing.dateTime(slip.occurredAt) },
      ...madeBy(slip, word),
    ],
  };
}

/** What all papers of a shop have in common. */
function paper({ merchantName, locationName }: ReceiptOrigin, shop: ReceiptShop, writing: ReceiptWriting) {
  const { word, tax, language } = writing;
  const { header, address, phone, taxNumber, footer, logo } = shop;
  return {
    language,
    ...(logo === undefined ? {} : { logo }),
    name: merchantName,
    head: [
      ...linesOf(header),
      ...(locationName === merchantName ? [] : [locationName]),
      ...linesOf(address),
      ...(phone ? [word("phone", { phone })] : []),
      ...(taxNumber ? [word("taxNumber", { tax, number: taxNumber })] : []),
    ],
    columns: {
      description: word("description"),
      quantity: word("quantity"),
      unitPrice: word("unitPrice"),
      amount: word("amount"),
    },
    foot: footer ? linesOf(footer) : [word("thanks")],
  };
}

function linesOf(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function madeBy({ terminalName, operatorName, operatorNumber }: ReceiptOrigin, word: Word): Row[] {
  const operator =
    operatorName ?? (operatorNumber === undefined ? undefined : word("operatorNumber", { number: operatorNumber }));
  return [
    ...(terminalName === undefined ? [] : [{ label: word("register"), value: terminalName }]),
    ...(operator === undefined ? [] : [{ label: word("operator"), value: operator }]),
  ];
}

function copyMarks(
  { isCopy = false, copyNumber }: Pick<ReceiptOptions, "isCopy" | "copyNumber">,
  word: Word,
): string[] {
  if (!isCopy) return [];
  return [copyNumber === undefined ? word("copy") : word("copyNumber", { number: String(copyNumber) })];
}

function refundMarks(receipt: Receipt, refunds: readonly ReceiptRefund[], word: Word): string[] {
  if (refunds.length === 0) return [];
  if (refunds.some(({ isVoid }) => isVoid)) return [word("void")];
  return [word(isAllRefunded(receipt, refunds) ? "refunded" : "partlyRefunded")];
}

/** Every piece came back. An amount does not tell: goods may have cost nothing. */
function isAllRefunded({ lines }: Receipt, refunds: readonly ReceiptRefund[]): boolean {
  const pieces = (all: readonly { readonly quantity: string }[]) =>
    all.reduce((sum, { quantity }) => sum + (parseQuantity(quantity) ?? 0), 0);
  return pieces(refunds.flatMap((refund) => refund.lines)) >= pieces(lines);
}

function itemOf(
  { description, unitPrice, gross, discounts, giftCard, note, ...counted }: ReceiptLine,
  writing: ReceiptWriting,
): Item {
  return {
    description: giftCard === undefined ? description : writing.word("giftCardEnding", { lastFour: giftCard }),
    quantity: writing.quantity(counted),
    unitPrice: writing.unitPrice(unitPrice, counted.unit),
    amount: writing.money(gross),
    details: [...discounts.map((discount) => discountRow(discount, writing)), ...(note === undefined ? [] : [note])],
  };
}

function discountRow({ percent, amount, reason }: ReceiptDiscount, writing: ReceiptWriting): Row {
  const { word } = writing;
  const off =
    percent === undefined
      ? word("discount")
      : word("percentOff", { percent: writing.decimal(percent), tenths: writing.decimal(tenthsLeft(percent)) });
  return { label: reason === undefined ? off : `${off} (${reason})`, value: writing.money(0 - amount) };
}

/** In Chinese shops 15 per cent off are 8.5 tenths. */
function tenthsLeft(percent: string): string {
  return String(Math.round((100 - Number(percent)) * 100_000) / 1_000_000);
}

function sums(receipt: Priced, writing: ReceiptWriting): Row[] {
  const { word, tax } = writing;
  const { lines, discounts, pricesIncludeTax, taxTotal, rounding, total, tip, saved = 0 } = receipt;
  const own = lines.reduce(
    (sum, line) => line.discounts.reduce((left, { amount }) => left - amount, sum + line.gross),
    0,
  );
  return [
    ...(discounts.length > 0 || !pricesIncludeTax ? [{ label: word("subtotal"), value: writing.money(own) }] : []),
    ...discounts.map((discount) => discountRow(discount, writing)),
    ...(pricesIncludeTax ? [] : [{ label: tax, value: writing.money(taxTotal) }]),
    ...roundingRow(rounding, writing),
    { label: word("total"), value: writing.money(total + rounding), isTotal: true },
    ...tipRow(tip, writing),
    { label: word("itemCount"), value: writing.decimal(String(pieceCount(lines))) },
    ...(saved > 0 ? [{ label: word("saved"), value: writing.money(saved) }] : []),
  ];
}

function tipRow(tip = 0, { word, money }: ReceiptWriting): Row[] {
  return tip === 0 ? [] : [{ label: word("tip"), value: money(tip) }];
}

function roundingRow(rounding: number, { word, money }: ReceiptWriting): Row[] {
  return rounding === 0 ? [] : [{ label: word("rounding"), value: money(rounding) }];
}

/** What is weighed counts as one piece. */
function pieceCount(lines: readonly Pick<ReceiptLine, "quantity" | "unit">[]): number {
  const piece = 10 ** QUANTITY_PLACES;
  return lines.reduce((sum, { quantity, unit }) => {
    const thousandths = parseQuantity(quantity) ?? 0;
    return sum + (thousandths % piece === 0 && !isMeasured(unit) ? thousandths / piece : 1);
  }, 0);
}

function payments(
  { payments: paid, changeDue }: Pick<Receipt, "payments" | "changeDue">,
  writing: ReceiptWriting,
): Row[] {
  const { word } = writing;
  return [
    ...paid.flatMap((payment) => [
      { label: nameOf(payment, writing), value: writing.money(handedOver(payment)) },
      ...cashBackRow(payment, writing),
      ...stateRow(payment, writing),
      ...referenceRow(payment, writing),
      ...balanceRow(payment, writing),
    ]),
    ...(changeDue > 0 ? [{ label: word("change"), value: writing.money(changeDue) }] : []),
  ];
}

/** A gift card is named by the end of its code, the merchant's own way to pay by its name. */
function nameOf(payment: ReceiptPayment, writing: ReceiptWriting): string {
  const { method, giftCard } = payment;
  if (giftCard !== undefined) return writing.word("giftCardEnding", { lastFour: giftCard });
  return ownNameOf(payment, writing.language) ?? writing.method(method);
}

/** Cash that is handed out is charged with the payment. */
function handedOver({ amount, tendered = amount, cashBack = 0 }: ReceiptPayment): number {
  return tendered + cashBack;
}

function cashBackRow({ cashBack = 0 }: ReceiptPayment, { word, money }: ReceiptWriting): Row[] {
  return cashBack === 0 ? [] : [{ label: word("cashBack"), value: money(cashBack) }];
}

function balanceRow({ balance }: ReceiptPayment, { word, money }: ReceiptWriting): Row[] {
  return balance === undefined ? [] : [{ label: word("balanceLeft"), value: money(balance) }];
}

function stateRow({ state }: ReceiptPayment, writing: ReceiptWriting): Row[] {
  return state === undefined ? [] : [{ label: writing.state(state), value: "" }];
}

function referenceRow({ reference }: ReceiptPayment, { word }: ReceiptWriting): Row[] {
  return reference === undefined ? [] : [{ label: word("reference", { reference }), value: "" }];
}

/** Nothing where no tax is charged at all. */
function taxTable({ taxes }: Priced, { word, tax, money, decimal }: ReceiptWriting): ReceiptDocument["taxes"] {
  if (taxes.every(({ rate }) => Number(rate) === 0)) return [];
  const label = ({ name, rate }: ReceiptTax) => [...(name === undefined ? [] : [name]), `${decimal(rate)}%`].join(" ");
  const rows = taxes.map((one) => [label(one), money(one.net), money(one.tax)] as const);
  return [[word("taxRate", { tax }), word("net"), tax], ...rows];
}

function refundSums(refund: ReceiptRefund, writing: ReceiptWriting): Row[] {
  const { word, tax } = writing;
  const { taxTotal, rounding, total, unpaid = 0, tip = 0, pricesIncludeTax } = refund;
  const taxLabel = pricesIncludeTax ? word("includedTax", { tax }) : tax;
  return [
    ...(taxTotal === 0 ? [] : [{ label: taxLabel, value: writing.money(0 - taxTotal) }]),
    ...roundingRow(0 - rounding, writing),
    ...(unpaid === 0 ? [] : [{ label: word("unpaid"), value: writing.money(unpaid) }]),
    { label: word("refundTotal"), value: writing.money(0 - (total + rounding - unpaid)), isTotal: true },
    ...tipRow(0 - tip, writing),
    ...refundPayments(refund, writing),
  ];
}

function refundPayments({ payments: back }: ReceiptRefund, writing: ReceiptWriting): Row[] {
  const { word, money } = writing;
  return back.flatMap((payment) => [
    {
      label: word("refundBy", { method: nameOf(payment, writing) }),
      value: money(0 - payment.amount - (payment.cashBack ?? 0)),
    },
    ...cashBackRow({ ...payment, cashBack: 0 - (payment.cashBack ?? 0) }, writing),
    ...referenceRow(payment, writing),
    ...balanceRow(payment, writing),
  ]);
}

function returnOf(refund: ReceiptRefund, writing: ReceiptWriting): Return {
  const { word } = writing;
  return {
    title: word(refund.isVoid ? "voidedOn" : "returned", { date: writing.dateTime(refund.occurredAt) }),
    rows: [...returnedLines(refund, writing), ...refundSums(refund, writing)],
  };
}

function returnedLines({ lines }: ReceiptRefund, writing: ReceiptWriting): Row[] {
  return lines.map(({ description, amount, ...counted }) => ({
    label: `${writing.quantity(counted)} × ${description}`,
    value: writing.money(0 - amount),
  }));
}

/** What came back for these goods, and the one difference: above zero where the customer paid it. */
function exchangeOf({ exchange, payments: paid }: Receipt, writing: ReceiptWriting): Return[] {
  if (exchange === undefined) return [];
  const { receiptNumber, refund } = exchange;
  const { word, money } = writing;
  const back = { ...refund, payments: refund.payments.filter(({ method }) => isTaking(method)) };
  return [
    {
      title: word("exchangedFor", { number: receiptNumber }),
      rows: [
        ...returnedLines(refund, writing),
        ...refundPayments(back, writing),
        { label: word("difference"), value: money(takenBy(paid) - takenBy(back.payments)), isTotal: true },
      ],
    },
  ];
}

/** What an exchange passes between its halves is no money. */
function takenBy(payments: readonly ReceiptPayment[]): number {
  return payments.reduce((sum, { method, amount }) => (isTaking(method) ? sum + amount : sum), 0);
}

function notes({ customerName, taxExemption, note }: Priced, word: Word): string[] {
  return [
    ...(customerName === undefined ? [] : [word("customer", { name: customerName })]),
    ...(taxExemption === undefined ? [] : [word("taxExempt", { number: taxExemption })]),
    ...(note ? [note] : []),
  ];
}
