/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What is posted to. Assets and expenses grow by debit, the others by credit. */
export type Account =
  /** Paid by card, not yet paid out by the acquirer. */
  | 'CARD'
  /** Notes and coins in the drawers; the entry's terminal identifies the drawer. */
  | 'CASH'
  /** Gained or lost by rounding cash payments. */
  | 'CASH_ROUNDING'
  /** What the goods that were sold cost. */
  | 'COST_OF_GOODS'
  /** What the goods of an exchange that came back pay of those that went out: zero after each exchange. */
  | 'EXCHANGE_CLEARING'
  /** What gift cards hold. */
  | 'GIFT_CARDS'
  /** Stock at cost. */
  | 'INVENTORY'
  /** The counter-account of the stock that the books were opened with. */
  | 'OPENING_BALANCE'
  /** Expenses that a journal entry books and that no other account is for. */
  | 'OTHER_EXPENSE'
  /** Income that a journal entry books and that no other account is for. */
  | 'OTHER_INCOME'
  /** Paid by a method that the merchant settles elsewhere. */
  | 'OTHER_PAYMENTS'
  /** Paid by QR code (wallets), not yet paid out. */
  | 'QR_CODE'
  /** Sales less discounts, without tax. */
  | 'REVENUE'
  /** Payments that do not sum to what was due: over (credit) or short (debit). */
  | 'SALES_DIFFERENCE'
  /** Goods that were lost or found: adjustments and write-offs, at cost. */
  | 'SHRINKAGE'
  /** What customers have as store credit. */
  | 'STORE_CREDIT'
  /** Paid by a method that the system cannot yet prove: a manager has to clear it. */
  | 'SUSPENSE'
  /** Tax that the merchant owes. */
  | 'TAX_PAYABLE'
  /** Balances of gift cards that were changed by hand. */
  | 'VALUE_ADJUSTMENTS';

/** What a device sends to be paired. */
export type ActivateTerminalInput = {
  /** As issueActivationCode returned it. */
  activationCode: string;
  /** A new name for the terminal, 1 to 200 characters. Absent: as it is. */
  name?: string | null | undefined;
  /** A public key of the device, stored with the terminal. Absent: none. */
  publicKey?: string | null | undefined;
};

/** A variant for an existing product. */
export type AddVariantInput = {
  /** The product that it belongs to. */
  productId: string;
  /** The new variant. */
  variant: CreateVariantInput;
};

/** An adjustment of stock. */
export type AdjustStockInput = {
  /** adj_<ULID> */
  id: string;
  /** 1 to 2,000. */
  lines: Array<StockAdjustmentLineInput>;
  /** Where the goods are. */
  locationId: string;
  /** When it happened. */
  occurredAt: string;
  /** Why, for people. With `reasonCode` it may be empty. */
  reason: string;
  /** Why, where it is one of the usual reasons. */
  reasonCode?: StockReason | null | undefined;
};

/**
 * A discount with its cause: a percentage or an amount, and at most one of promotion, coupon and approval; without one it is an
 * operator's own. What promotions and coupons take off is stated on the lines: live the server computes it and refuses another sum with
 * TOTAL_MISMATCH; where nothing is stated, it gives what it computes. Offline it is recorded as stated, and a difference is the exception
 * PROMOTION_MISMATCH. A coupon is named once on the document, or on the lines. Approvals are not available yet: live they are refused with
 * APPROVAL_NOT_AVAILABLE; offline they are recorded with an exception of that code.
 */
export type AdjustmentInput = {
  /** Minor units. */
  amount?: number | null | undefined;
  /** The approval that allowed it. */
  approvalId?: string | null | undefined;
  /** The coupon that gave it. */
  couponCode?: string | null | undefined;
  /** 0 to 100, of what the discounts before it left. */
  percent?: string | null | undefined;
  /** The promotion that gave it. */
  promotionId?: string | null | undefined;
  /** For people: why it was given. */
  reason?: string | null | undefined;
};

/** Which regime is taken over. */
export type AdoptTaxRegimeInput = {
  /** In which the tax codes are named. Absent: English. */
  language?: ReceiptLanguage | null | undefined;
  /** Whose. */
  regime: TaxRegimeName;
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** One part of a bundle. */
export type BundlePartInput = {
  /** At most 200. */
  categoryIds?: Array<string> | null | undefined;
  /** At most 200. */
  productIds?: Array<string> | null | undefined;
  /** 1 to 1,000 units. */
  quantity: number;
};

/** What kind of token a caller has. */
export type CallerKind =
  /** A staff member signed in at a terminal. */
  | 'OPERATOR'
  /** A staff member signed in at the dashboard. */
  | 'STAFF'
  /** A terminal's own credential. */
  | 'TERMINAL';

/** A new currency. */
export type ChangeCurrencyInput = {
  /** An active currency of ISO 4217. */
  currency: string;
  /** The version of the merchant that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** A password and its replacement. */
export type ChangePasswordInput = {
  /** At most 128 characters. */
  currentPassword: string;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  newPassword: string;
};

/** A new PIN, and the password that allows it. */
export type ChangePinInput = {
  /** At most 128 characters. */
  currentPassword: string;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin: string;
};

/** A new price for a variant. */
export type ChangePriceInput = {
  /** Major units with up to six places. */
  unitPrice: string;
  /** The variant to change. */
  variantId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** A rate and the day on which it begins. */
export type ChangeTaxRateInput = {
  /** Several taxes that are charged together, 2 to 10; they come to at most 100 per cent. */
  components?: Array<TaxComponentInput> | null | undefined;
  /** The first day, today or later. */
  from: string;
  /** Per cent, 0 to 100, up to six places. Either this or the components. */
  rate?: string | null | undefined;
  /** Which tax code. */
  taxCodeId: string;
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** A sale as a terminal sends it. */
export type CompleteSaleInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: Array<AdjustmentInput> | null | undefined;
  /** The customer, if known. */
  customerId?: string | null | undefined;
  /** Of the whole document, taken after the lines' own, in this order. */
  discounts?: Array<DiscountInput> | null | undefined;
  /** Live: refused with TOTAL_MISMATCH when the server's total differs; offline: flagged. */
  expectedTotal?: number | null | undefined;
  /** sal_<ULID>, made and stored by the terminal before sending: the idempotency key, for ever. */
  id: string;
  /** 1 to 2,000. */
  lines: Array<SaleLineInput>;
  /** For people; up to 500 characters. */
  note?: string | null | undefined;
  /** When the customer paid, by the terminal's clock. */
  occurredAt: string;
  /** Who sold, when the terminal's own token sends it. */
  operatorId?: string | null | undefined;
  /** They sum to the total. */
  payments: Array<PaymentInput>;
  /**
   * The quote that is sold: the sale costs what was quoted, if it has the lines and the customer of the quote. Live refused, offline
   * flagged: UNKNOWN_QUOTE, QUOTE_EXPIRED, QUOTE_CANCELLED, QUOTE_SOLD, QUOTE_MISMATCH.
   */
  quoteId?: string | null | undefined;
  /** The terminal's receipt counter: 1, 2, 3, ... */
  sequence: number;
};

/** A copy of a receipt. */
export type CountReceiptCopyInput = {
  /** The sale or the refund. */
  factId: string;
  /** rcp_<ULID>, made by the client: a copy that is sent twice counts once. */
  id: string;
};

/** A new category. */
export type CreateCategoryInput = {
  /** cat_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** 1 to 200 characters. */
  name: string;
};

/** A new customer, as the counter creates one. */
export type CreateCustomerAtCounterInput = {
  /** A mail address, at most 320 characters. */
  email?: string | null | undefined;
  /** cus_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** 1 to 200 characters. */
  name: string;
  /** A phone number, in any form. */
  phone?: string | null | undefined;
};

/** A new group of customers. */
export type CreateCustomerGroupInput = {
  /** grp_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** 1 to 200 characters. */
  name: string;
};

/** A new customer. */
export type CreateCustomerInput = {
  /** A mail address, at most 320 characters. */
  email?: string | null | undefined;
  /** cus_<ULID> */
  id: string;
  /** 1 to 200 characters. */
  name: string;
  /** What staff should know, at most 500 characters. */
  note?: string | null | undefined;
  /** A phone number, in any form. */
  phone?: string | null | undefined;
};

/** A new location. */
export type CreateLocationInput = {
  /** At most 300 characters in 6 lines. Absent: the merchant's is on receipts. */
  address?: string | null | undefined;
  /** 1 to 64 characters. */
  code: string;
  /** So many hours after midnight a business day ends, 0 to 11. Absent: 0. */
  dayEndHour?: number | null | undefined;
  /** loc_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** 1 to 200 characters. */
  name: string;
  /** At most 40 characters. Absent: the merchant's is on receipts. */
  phone?: string | null | undefined;
  /** At most 40 characters. Absent: the merchant's is on receipts. */
  taxNumber?: string | null | undefined;
  /** IANA zone, for example Europe/London */
  timeZone: string;
};

/** A new price list. */
export type CreatePriceListInput = {
  /** HH:MM, excluded. */
  endTime?: string | null | undefined;
  /** The last business day. */
  endsOn?: string | null | undefined;
  /** At most 50. Empty: for all customers. */
  groupIds?: Array<string> | null | undefined;
  /** prl_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** Absent: switched on. */
  isEnabled?: boolean | null | undefined;
  /** At most 50. Empty: at all locations. */
  locationIds?: Array<string> | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** At most 2,000, one for an article and quantity. */
  prices?: Array<ListPriceInput> | null | undefined;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: string | null | undefined;
  /** The first business day. */
  startsOn?: string | null | undefined;
  /** 1 (Monday) to 7, each once. */
  weekdays?: Array<number> | null | undefined;
};

/** A new product with its variants. */
export type CreateProductInput = {
  /** The group that it belongs to. Absent: none. */
  categoryId?: string | null | undefined;
  /** prd_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** 1 to 200 characters. */
  name: string;
  /** Absent: the merchant's default. */
  taxCodeId?: string | null | undefined;
  /** 1 to 20 */
  variants: Array<CreateVariantInput>;
};

/** A new promotion. Which fields go with which kind: see the type Promotion. */
export type CreatePromotionInput = {
  /** AMOUNT: above 0. BUNDLE: at least 0. */
  amount?: number | null | undefined;
  /** 1 to 1,000; CHEAPEST_FREE: 2 to 1,000. */
  buyQuantity?: number | null | undefined;
  /** At most 200. */
  categoryIds?: Array<string> | null | undefined;
  /** Up to 64 characters, compared without regard to case. */
  couponCode?: string | null | undefined;
  /** 1 to 1,000,000,000. */
  couponLimit?: number | null | undefined;
  /** HH:MM, excluded. */
  endTime?: string | null | undefined;
  /** The last business day. */
  endsOn?: string | null | undefined;
  /** 1 to 1,000. */
  getQuantity?: number | null | undefined;
  /** For customers of these groups, at most 50. */
  groupIds?: Array<string> | null | undefined;
  /** prm_<ULID> */
  id: string;
  /** Absent: switched on. */
  isEnabled?: boolean | null | undefined;
  /** AMOUNT: whether it is taken off each unit. */
  isPerUnit?: boolean | null | undefined;
  /** What it does. */
  kind: PromotionKind;
  /** Minor units, at least 1. */
  minimumAmount?: number | null | undefined;
  /** 1 to 1,000,000. */
  minimumQuantity?: number | null | undefined;
  /** As receipts have it; up to 200 characters. */
  name: string;
  /** 1 to 10. */
  parts?: Array<BundlePartInput> | null | undefined;
  /** Above 0, at most 100, up to six places. */
  percent?: string | null | undefined;
  /** 1 to 1,000, from the lowest. Absent: 100. */
  priority?: number | null | undefined;
  /** At most 200. */
  productIds?: Array<string> | null | undefined;
  /** Absent: ALL. */
  stacking?: PromotionStacking | null | undefined;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: string | null | undefined;
  /** The first business day. */
  startsOn?: string | null | undefined;
  /** Major units, up to six places. */
  unitPrice?: string | null | undefined;
  /** 1 (Monday) to 7, each once. */
  weekdays?: Array<number> | null | undefined;
};

/** A new schedule. */
export type CreateReportScheduleInput = {
  /** Absent: it is. */
  enabled?: boolean | null | undefined;
  /** rsc_<ULID> */
  id: string;
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  locationId: string;
  /** 1 to 20 mail addresses */
  recipients: Array<string>;
  /** Which report is sent. */
  report: ReportKind;
  /** Absent: DAY_BEFORE. */
  reportedDay?: ReportedDay | null | undefined;
  /** HH:MM, 00:00 to 23:59 */
  timeOfDay: string;
};

/** A new staff member, with an e-mail address, an operator number or both. */
export type CreateStaffInput = {
  /** With a password: may sign in to the dashboard. */
  email?: string | null | undefined;
  /** stf_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** Absent: all locations, which only a caller with all can give. */
  locationIds?: Array<string> | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** With a PIN: may sign in at terminals. */
  operatorNumber?: string | null | undefined;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password?: string | null | undefined;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin?: string | null | undefined;
  /** Decides on permissions. */
  role: Role;
};

/** A tax with its rate. */
export type CreateTaxCodeInput = {
  /** Several taxes that are charged together, 2 to 10; they come to at most 100 per cent. */
  components?: Array<TaxComponentInput> | null | undefined;
  /** tax_<ULID> */
  id: string;
  /** For people; up to 200 characters. */
  name: string;
  /** Per cent, 0 to 100, up to six places. Either this or the components. */
  rate?: string | null | undefined;
};

/** A new terminal. */
export type CreateTerminalInput = {
  /** 1 to 64 letters, digits and hyphens. */
  code: string;
  /** trm_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** Where it sells. */
  locationId: string;
  /** 1 to 200 characters. */
  name: string;
};

/** A new variant. */
export type CreateVariantInput = {
  /** What a scanner reads, at most 20, each unique. Absent: none. */
  barcodes?: Array<string> | null | undefined;
  /** var_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** Absent: the product's name. */
  name?: string | null | undefined;
  /** A level below it asks for more. Absent: never. */
  reorderPoint?: string | null | undefined;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku: string;
  /** Whether its goods are counted. Absent: they are. */
  stocked?: boolean | null | undefined;
  /** What a unit costs to buy, in major units with up to six places. Absent: unknown. */
  unitCost?: string | null | undefined;
  /** Major units with up to six places, with or without tax as the merchant's prices are. */
  unitPrice: string;
};

/** Why the currency cannot be changed. */
export type CurrencyHold =
  /** Amounts are recorded in it. */
  | 'RECORDED'
  /** A paired terminal prices in it. */
  | 'TERMINAL_PAIRED';

/** How customers are sorted. By name the whole list is read: of more than 5,000 customers it is refused with TOO_MANY_ROWS. */
export type CustomerSort =
  /** By name; those without one come last. */
  | 'NAME'
  /** By name backwards; those without one come last. */
  | 'NAME_DESCENDING'
  /** The last made comes first. */
  | 'NEWEST'
  /** The first made comes first. */
  | 'OLDEST';

/** Which schedule is deleted. */
export type DeleteReportScheduleInput = {
  /** The schedule to delete. */
  reportScheduleId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** How far a mail got. */
export type DeliveryStatus =
  /** Somebody is at it: the report is being made. */
  | 'CLAIMED'
  /** It could not be sent for two days. */
  | 'EXPIRED'
  /** It is being handed to the mail server. */
  | 'HANDED_OVER'
  /** The mail server will not take it: see `detail`. */
  | 'REFUSED'
  /** The mail server has taken it. */
  | 'SENT'
  /** The mail server's answer was lost: it may have arrived. It is handed over once more, with the same Message-ID, so that it may come twice. */
  | 'UNKNOWN'
  /** To be sent, for the first time or again. */
  | 'WAITING';

/** A parked sale that is removed. */
export type DiscardParkedSaleInput = {
  /** From the dashboard: its location. A terminal's is its own. */
  locationId?: string | null | undefined;
  /** The parked sale. */
  parkedSaleId: string;
};

/** A discount of an operator. */
export type DiscountInput =
  {   /** Minor units, at most what the discounts before it left. */
  amount: number; percent?: never; }
  |  { amount?: never;   /** 0 to 100, of what the discounts before it left. */
  percent: string; };

/** Whose personal data is erased. */
export type EraseCustomerInput = {
  /** The customer to erase. */
  customerId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What a manager may have to review. New values are added. */
export type ExceptionCode =
  /** A sale names an approval that cannot be checked. */
  | 'APPROVAL_NOT_AVAILABLE'
  /** More was taken from a gift card or a store credit than it held. */
  | 'BALANCE_TOO_LOW'
  /** Two variants have one barcode, in two forms. */
  | 'BARCODE_TAKEN'
  /** It happened before the terminal was paired. */
  | 'BEFORE_PAIRING'
  /** The terminal's clock is ahead. */
  | 'CLOCK_SKEW'
  /** Two terminals, or two locations, have one code. */
  | 'CODE_TAKEN'
  /** Goods came in without a cost: sales of them have no cost of goods. */
  | 'COST_UNKNOWN'
  /** A sale names a coupon that did not count at its time. */
  | 'COUPON_EXPIRED'
  /** A sale names a coupon that cannot be checked. */
  | 'COUPON_NOT_AVAILABLE'
  /** A sale names a coupon that is unknown. */
  | 'COUPON_UNKNOWN'
  /** A coupon was used more often than it may be. */
  | 'COUPON_USED_UP'
  /** The discounts are beyond what the operator may give. */
  | 'DISCOUNT_NOT_ALLOWED'
  /** A discount is more than what is left to discount. */
  | 'DISCOUNT_TOO_LARGE'
  /** More cash was given back than the location has by its books. */
  | 'DRAWER_NEGATIVE'
  /** A gift card was used that is blocked. */
  | 'GIFT_CARD_BLOCKED'
  /** Another copy with the same id is quarantined. */
  | 'ID_CONFLICT'
  /** It was recorded late. */
  | 'LATE'
  /** A payment method was used that is not available. */
  | 'METHOD_NOT_AVAILABLE'
  /** The operator whom it names was not signed in at the terminal. */
  | 'OPERATOR_NOT_SIGNED_IN'
  /** The payments do not sum to the total. */
  | 'PAYMENT_MISMATCH'
  /** A line came without a price; one was assumed. */
  | 'PRICE_ASSUMED'
  /** An article was sold at a price that was not the catalogue's, without the right. */
  | 'PRICE_OVERRIDDEN'
  /** Promotions took off another amount than by the rules. */
  | 'PROMOTION_MISMATCH'
  /** A sale names a promotion that cannot be checked. */
  | 'PROMOTION_NOT_AVAILABLE'
  /** A quote was sold that was cancelled. */
  | 'QUOTE_CANCELLED'
  /** A quote was sold after its last day. */
  | 'QUOTE_EXPIRED'
  /** A sale has other lines or another customer than the quote that it names. */
  | 'QUOTE_MISMATCH'
  /** A quote was sold twice. */
  | 'QUOTE_SOLD'
  /** A refund without a sale was above the limit of the operator's role. */
  | 'REFUND_ABOVE_LIMIT'
  /** A refund without a sale gave back more than the catalogue's price. */
  | 'REFUND_ABOVE_PRICE'
  /** More was refunded than was paid. */
  | 'REFUND_EXCEEDS_PAYMENT'
  /** More was refunded than was sold. */
  | 'REFUND_EXCEEDS_SALE'
  /** The operator had no right to this refund. */
  | 'REFUND_NOT_ALLOWED'
  /** A payment was given back by another method, which the merchant does not allow. */
  | 'REFUND_TO_OTHER_METHOD'
  /** A refund without a sale names no customer, which the merchant does not allow. */
  | 'REFUND_WITHOUT_CUSTOMER'
  /** A sale was voided of which something had been refunded. */
  | 'SALE_ALREADY_REFUNDED'
  /** A sale was voided twice. */
  | 'SALE_ALREADY_VOIDED'
  /** The half of an exchange was voided. */
  | 'SALE_OF_EXCHANGE'
  /** Receipt numbers are missing. */
  | 'SEQUENCE_GAP'
  /** A receipt number is far ahead of the one before; the terminal does not count on from it. */
  | 'SEQUENCE_JUMP'
  /** A receipt number was used twice. */
  | 'SEQUENCE_REUSED'
  /** Two variants have one SKU, apart from white space. */
  | 'SKU_TAKEN'
  /** A stock level is below zero. */
  | 'STOCK_NEGATIVE'
  /** Something was tendered by a method that gives no change. */
  | 'TENDERED_NOT_ALLOWED'
  /** It has an earlier time than the receipt before it. */
  | 'TIME_BEFORE_PREVIOUS'
  /** The terminal expected another total. */
  | 'TOTAL_MISMATCH'
  /** A sale names a customer who is unknown. */
  | 'UNKNOWN_CUSTOMER'
  /** A gift card was used that is unknown. */
  | 'UNKNOWN_GIFT_CARD'
  /** A sale names an operator who is unknown. */
  | 'UNKNOWN_OPERATOR'
  /** A refund names a payment that the sale does not have. */
  | 'UNKNOWN_PAYMENT'
  /** A payment names a method that the merchant does not have. */
  | 'UNKNOWN_PAYMENT_METHOD'
  /** A sale names a quote that is unknown. */
  | 'UNKNOWN_QUOTE'
  /** An open line names a tax code that is unknown. */
  | 'UNKNOWN_TAX_CODE'
  /** A variant was sold that is unknown. */
  | 'UNKNOWN_VARIANT'
  /** A variant was sold that is discontinued. */
  | 'VARIANT_DISCONTINUED'
  /** A sale was voided on another business day, or at another location. */
  | 'VOID_NOT_ALLOWED';

/** Which exceptions a list has. */
export type ExceptionFilter = {
  /** Only of this kind. One request reads the keys of up to 5,000 exceptions, so a page may be short or empty and the list still go on. */
  code?: ExceptionCode | null | undefined;
};

/** Whether an exception still needs a person. */
export type ExceptionStatus =
  /** The cause is gone. */
  | 'CLOSED'
  /** A person has to look at it. */
  | 'OPEN'
  /** A person has dealt with it. */
  | 'RESOLVED';

/** An exchange as a terminal sends it. */
export type ExchangeSaleInput = {
  /** What comes back, 1 to 2,000 lines. */
  back: Array<ExchangedLineInput>;
  /** exc_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** What is given back, where the goods that go out come to less. Empty: nothing. */
  paymentsBack: Array<RefundPaymentInput>;
  /** Why the goods come back: for people; up to 500 characters. */
  reason?: string | null | undefined;
  /**
   * The goods that go out. Its id has the ULID of the exchange; its time and operator are the exchange's; its payments are what is
   * paid beside the goods that come back. Empty payments: nothing.
   */
  sale: CompleteSaleInput;
  /** The sale whose goods come back. */
  saleId: string;
};

/** Goods that come back. */
export type ExchangedLineInput = {
  /** Of the sale, from 1. */
  line: number;
  /** Above zero */
  quantity: string;
  /** The goods cannot be sold again. Absent: they go back into stock. */
  writeOff?: boolean | null | undefined;
};

/** One fact, as the mutation of its kind takes it. Later kinds are further fields. */
export type FactInput =
  {   /** An exchange. */
  exchange: ExchangeSaleInput; refund?: never; sale?: never; stockAdjustment?: never; void?: never; }
  |  { exchange?: never;   /** A refund. */
  refund: RefundSaleInput; sale?: never; stockAdjustment?: never; void?: never; }
  |  { exchange?: never; refund?: never;   /** A sale. */
  sale: CompleteSaleInput; stockAdjustment?: never; void?: never; }
  |  { exchange?: never; refund?: never; sale?: never;   /** Recorded only with the token of an operator who may adjust stock; with the terminal's own it is REJECTED. */
  stockAdjustment: AdjustStockInput; void?: never; }
  |  { exchange?: never; refund?: never; sale?: never; stockAdjustment?: never;   /** A void. */
  void: VoidSaleInput; };

/** Who buys. */
export type FapiaoBuyerKind =
  /** A company, by its tax number. */
  | 'COMPANY'
  /** A person. */
  | 'PERSON';

/** How far a fapiao is. */
export type FapiaoStatus =
  /** The merchant has made it. */
  | 'ISSUED'
  /** It was asked for. */
  | 'REQUESTED';

/** A line that sells or loads a gift card. */
export type GiftCardLineInput = {
  /** What is put on the card, above zero. */
  amount: number;
  /** Its code: 16 symbols, the last of which checks the others (`newGiftCardCode`). A card that is known is loaded. */
  code: string;
};

/** Which terminal gets a code. */
export type IssueActivationCodeInput = {
  /** The terminal to pair a device with. */
  terminalId: string;
};

/** A fapiao that was made. */
export type IssueFapiaoInput = {
  /** The sale. */
  factId: string;
  /** 1 to 40 digits, letters and dashes. */
  invoiceNumber: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What an article costs by a price list. */
export type ListPriceInput = {
  /** How much of the article the cart has, at least, up to three places. Absent: any quantity. */
  minimumQuantity?: string | null | undefined;
  /** What a unit costs, major units, up to six places. */
  unitPrice: string;
  /** The article. */
  variantId: string;
};

/** A language that mails are written in. */
export type MailLanguage =
  /** English. */
  | 'EN'
  /** Chinese in simplified characters. */
  | 'ZH_HANS';

/** The opening stock of one variant. */
export type OpeningStockLineInput = {
  /** Units, above zero. */
  quantity: string;
  /** Major units. Absent: the variant's own cost. */
  unitCost?: string | null | undefined;
  /** The variant. */
  variant: VariantBy;
};

/** A cart that is parked: a sale without number and payments. */
export type ParkSaleInput = {
  /** Of the whole sale, with their cause. */
  adjustments?: Array<AdjustmentInput> | null | undefined;
  /** The customer. */
  customerId?: string | null | undefined;
  /** Of the whole sale. */
  discounts?: Array<DiscountInput> | null | undefined;
  /** prk_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** By which people find it again: a name, a table. Up to 200 characters. */
  label?: string | null | undefined;
  /** 1 to 200. */
  lines: Array<ParkedLineInput>;
  /** On the receipt; up to 500 characters. */
  note?: string | null | undefined;
  /** What it comes to, for the list. */
  total?: number | null | undefined;
};

/** One line of a cart that is parked or quoted: as a sale's, but for gift cards, whose codes are stored nowhere. */
export type ParkedLineInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: Array<AdjustmentInput> | null | undefined;
  /** On the receipt; absent: the variant's name. */
  description?: string | null | undefined;
  /** The line's own, in this order. */
  discounts?: Array<DiscountInput> | null | undefined;
  /** For people; up to 500 characters. */
  note?: string | null | undefined;
  /** Units, above zero, up to three places. */
  quantity: string;
  /** Of an open line; absent: the merchant's default. */
  taxCodeId?: string | null | undefined;
  /** The price that the terminal showed, major units. */
  unitPrice?: string | null | undefined;
  /** Absent: an open line, which needs description and unitPrice. */
  variant?: VariantBy | null | undefined;
};

/** What is absent stays as it is; null removes. The name cannot be removed. */
export type PatchCustomerInput = {
  /** The customer to change. */
  customerId: string;
  /** A mail address, at most 320 characters. */
  email?: string | null | undefined;
  /** The groups of customers in which the customer is, at most 5. */
  groupIds?: Array<string> | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** What staff should know, at most 500 characters. */
  note?: string | null | undefined;
  /** A phone number, in any form. */
  phone?: string | null | undefined;
  /** That the customer pays no tax. Null: the customer does. */
  taxExemption?: TaxExemptionInput | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What is absent stays as it is; null removes. */
export type PatchProductInput = {
  /** The group that it belongs to. */
  categoryId?: string | null | undefined;
  /** True: it is no longer sold. False: it is sold again. */
  isDiscontinued?: boolean | null | undefined;
  /** Cannot be removed. */
  name?: string | null | undefined;
  /** The product to change. */
  productId: string;
  /** Null: the merchant's default. */
  taxCodeId?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** New limits of a role. An absent field stays as it is, null removes the limit. */
export type PatchRoleLimitsInput = {
  /** The most that all discounts of a sale may come to: 0 to 100 percent of its price before discounts, up to six places. */
  discountPercent?: string | null | undefined;
  /** Whose limits. */
  role: Role;
  /** The most that a refund without a sale may come to, at least 0. */
  unlinkedRefund?: number | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What is absent stays as it is; null removes. SKU, name and unit price cannot be removed. */
export type PatchVariantInput = {
  /** What a scanner reads, at most 20, each unique. */
  barcodes?: Array<string> | null | undefined;
  /** True: it is no longer sold. False: it is sold again, if its product is. */
  isDiscontinued?: boolean | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** A level below it counts as low stock. */
  reorderPoint?: string | null | undefined;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku?: string | null | undefined;
  /** What a unit costs to buy, in major units with up to six places. */
  unitCost?: string | null | undefined;
  /** Major units with up to six places. */
  unitPrice?: string | null | undefined;
  /** The variant to change. */
  variantId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Money in. */
export type PaymentInput = {
  /** The part of the total that this payment covers. */
  amount: number;
  /** With GIFT_CARD: the code of the card, of which the end alone is stored. `reference` may have it too. */
  giftCard?: string | null | undefined;
  /** pay_<ULID> */
  id: string;
  /** How it was paid. */
  method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. None can be set up yet: live UNKNOWN_PAYMENT_METHOD; offline recorded, flagged. */
  methodId?: string | null | undefined;
  /** Gift card number, approval code, ... */
  reference?: string | null | undefined;
  /** Cash handed over; change = tendered - amount. */
  tendered?: number | null | undefined;
};

/** How money comes in. */
export type PaymentMethod =
  /** A card, on a reader of its own. */
  | 'CARD'
  /** Notes and coins. */
  | 'CASH'
  /** Goods of an exchange that came back pay for those that went out: recorded by `exchangeSale` alone, and no taking. */
  | 'EXCHANGE'
  /** A gift card; not available yet. */
  | 'GIFT_CARD'
  /** To be paid later by a known customer; not available yet. */
  | 'ON_ACCOUNT'
  /** A merchant's own method, settled elsewhere. */
  | 'OTHER'
  /** A wallet, by QR code. */
  | 'QR_CODE'
  /** Credit from a return; not available yet. */
  | 'STORE_CREDIT';

/** Where a price list is in its life. */
export type PriceListState =
  /** Its days are now. */
  | 'ACTIVE'
  /** Its last day is over, or a person ended it. */
  | 'ENDED'
  /** Switched off. */
  | 'OFF'
  /** Its first day is to come. */
  | 'SCHEDULED';

/** Which products are listed. */
export type ProductFilter = {
  /** Those of a category. */
  categoryId?: string | null | undefined;
  /** Those that are discontinued, instead of those that are sold. */
  isDiscontinued?: boolean | null | undefined;
  /** Those without a category. Not together with `categoryId`. */
  isUncategorized?: boolean | null | undefined;
};

/** The order of products. */
export type ProductSort =
  /** By name. */
  | 'NAME'
  /** By name, backwards. */
  | 'NAME_DESCENDING'
  /** What was created last comes first. */
  | 'NEWEST';

/** What a promotion does to the goods in its scope. */
export type PromotionKind =
  /** Takes an amount off, once or of each unit. */
  | 'AMOUNT'
  /** Sells some units together at a price. */
  | 'BUNDLE'
  /** Of each article, gives some units after some that were bought. */
  | 'BUY_GET'
  /** Of so many units, gives the cheapest. */
  | 'CHEAPEST_FREE'
  /** Sells a unit at a fixed price, where that is lower. */
  | 'FIXED_PRICE'
  /** Takes a percentage off each line. */
  | 'PERCENT';

/** How a promotion goes together with others on a line. */
export type PromotionStacking =
  /** On top of what the others left, by priority. */
  | 'ALL'
  /** Of all that are BEST, the one that gives most. */
  | 'BEST'
  /** None beside it, by priority. */
  | 'EXCLUSIVE';

/** Where a promotion is in its life. */
export type PromotionState =
  /** Its days are now. */
  | 'ACTIVE'
  /** Its last day is over, or a person ended it. */
  | 'ENDED'
  /** Switched off. */
  | 'OFF'
  /** Its first day is to come. */
  | 'SCHEDULED';

/** A parked sale that a terminal takes. */
export type RecallParkedSaleInput = {
  /** rcl_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** The parked sale, at the terminal's location. */
  parkedSaleId: string;
};

/** The language of receipts. */
export type ReceiptLanguage =
  /** English. */
  | 'EN'
  /** Chinese in simplified characters. */
  | 'ZH_HANS';

/** A check of a day's books. */
export type ReconciliationCheckName =
  /** Everything that was recorded of that day is booked (looked for until two days after it). */
  | 'ALL_BOOKED'
  /** Payments come to what was sold and given back, with cash rounding. */
  | 'PAYMENTS_MEET_SALES'
  /** The day's totals are the sums of its sales and refunds. */
  | 'TOTALS_ARE_SUMS'
  /** The location's ledger is balanced. */
  | 'TRIAL_BALANCE_ZERO';

/** What may differ between a day's books and its facts. */
export type ReconciliationFigure =
  /** All discounts. */
  | 'DISCOUNTS'
  /** How many sales an hour has. */
  | 'HOUR_COUNT'
  /** Totals of the sales of an hour. */
  | 'HOUR_SALES'
  /** What came in by payment methods, less what was given back. */
  | 'METHOD'
  /** All payments; the other side is what was sold and given back, with cash rounding. */
  | 'PAYMENTS'
  /** How many refunds there are. */
  | 'REFUND_COUNT'
  /** Totals of the refunds. */
  | 'RETURNS'
  /** Totals of the sales, before returns. */
  | 'SALES'
  /** How many sales there are. */
  | 'SALE_COUNT'
  /** Tax, net of refunds. */
  | 'TAX'
  /** The sum of all accounts; the other side is zero. */
  | 'TRIAL_BALANCE'
  /** How many facts are recorded and not booked. */
  | 'UNBOOKED'
  /** Totals of the voids. */
  | 'VOIDS'
  /** How many sales were voided. */
  | 'VOID_COUNT';

/** What was there when the books were opened. */
export type RecordOpeningStockInput = {
  /** ops_<ULID> */
  id: string;
  /** 1 to 2,000. */
  lines: Array<OpeningStockLineInput>;
  /** Where the goods are. */
  locationId: string;
  /** When they were counted. */
  occurredAt: string;
};

/** A count of goods. */
export type RecordStockTakeInput = {
  /** adj_<ULID> */
  id: string;
  /** 1 to 2,000, each of another variant. */
  lines: Array<StockTakeLineInput>;
  /** Where the goods are. */
  locationId: string;
  /** For people. */
  note?: string | null | undefined;
  /** When they were counted. */
  occurredAt: string;
};

/** Goods that come back. */
export type RefundLineInput = {
  /** On the receipt; absent: the variant's name. */
  description?: string | null | undefined;
  /** Of the sale, from 1. Without a sale: absent. */
  line?: number | null | undefined;
  /** Above zero */
  quantity: string;
  /** Without a sale, of an open line; absent: the merchant's default. Unknown: refused with UNKNOWN_TAX_CODE; offline the default, and flagged. */
  taxCodeId?: string | null | undefined;
  /** Without a sale: what is given back for a unit. Absent: the catalogue's price. */
  unitPrice?: string | null | undefined;
  /** Without a sale: what came back. Absent too: an open line, which needs description and unitPrice. */
  variant?: VariantBy | null | undefined;
  /** The goods cannot be sold again. Absent: they go back into stock. */
  writeOff?: boolean | null | undefined;
};

/** Money that is given back. */
export type RefundPaymentInput = {
  /** What is given back, above or equal to zero. */
  amount: number;
  /** With GIFT_CARD: the code of the card on which it is put, known or new. Absent: the card that paid. */
  giftCard?: string | null | undefined;
  /** pay_<ULID> */
  id: string;
  /** How it is given back. */
  method: PaymentMethod;
  /** The payment of the sale that it gives back. Absent: the sale's only one. */
  paymentId?: string | null | undefined;
  /** An approval code or the like. */
  reference?: string | null | undefined;
};

/** A refund as a terminal or the dashboard sends it. */
export type RefundSaleInput = {
  /** Without a sale; else the sale's. */
  customerId?: string | null | undefined;
  /** ref_<ULID> */
  id: string;
  /** 1 to 2,000. */
  lines: Array<RefundLineInput>;
  /** From the dashboard: where the goods come back. Absent: where they were sold. A terminal's is its own. */
  locationId?: string | null | undefined;
  /** When it was given, by the terminal's clock. */
  occurredAt: string;
  /** In `syncFacts`: who made it. Absent: the token's operator. `refundSale` ignores it and records the token's. */
  operatorId?: string | null | undefined;
  /**
   * They sum to what the lines come to, in cash rounded to the nearest step: by itself or together with what was given back before,
   * so that the refund that completes a sale may give back just what is left of its payments.
   */
  payments: Array<RefundPaymentInput>;
  /** For people; up to 500 characters. */
  reason?: string | null | undefined;
  /** Absent: without a sale, which needs a permission of its own. */
  saleId?: string | null | undefined;
};

/** Whose link is renewed. */
export type RenewReceiptLinkInput = {
  /** The sale or the refund. */
  factId: string;
  /** As it was read: a request that is sent twice renews the link once. */
  linkGeneration: number;
};

/** Which report a mail contains. */
export type ReportKind =
  /** The daily report of a location. */
  | 'DAILY';

/** Which business day a mail tells of. */
export type ReportedDay =
  /** The day before: in the morning. */
  | 'DAY_BEFORE'
  /** The day on which it is sent: after closing time. */
  | 'SAME_DAY';

/** Who asks for a fapiao by a link. */
export type RequestFapiaoByLinkInput = {
  /** Who buys. */
  buyerKind: FapiaoBuyerKind;
  /** Where it is to be sent. */
  email?: string | null | undefined;
  /** 15 to 20 digits and letters; a company's is needed. */
  taxNumber?: string | null | undefined;
  /** Whose name is on it, 1 to 100 characters. */
  title: string;
  /** What the link to the e-receipt ends with. */
  token: string;
};

/** Who asks for a fapiao. */
export type RequestFapiaoInput = {
  /** Who buys. */
  buyerKind: FapiaoBuyerKind;
  /** Where it is to be sent. */
  email?: string | null | undefined;
  /** The sale. */
  factId: string;
  /** 15 to 20 digits and letters; a company's is needed. */
  taxNumber?: string | null | undefined;
  /** Whose name is on it, 1 to 100 characters. */
  title: string;
};

/** A person has dealt with an exception. */
export type ResolveExceptionInput = {
  /** As the exception shows it. */
  code: string;
  /** What was done about it. */
  note: string;
  /** As the exception shows it. */
  subject: string;
  /** As it was read. */
  version: number;
};

/** Whose credential ends. */
export type RevokeTerminalInput = {
  /** The terminal to revoke. */
  terminalId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Decides on the permissions of a staff member. */
export type Role =
  /** Selling, and reading sales. */
  | 'CASHIER'
  /** Everything but staff, locations and erasing customers. */
  | 'MANAGER'
  /** Everything. */
  | 'OWNER';

/** Which sales; all conditions must hold. */
export type SaleFilter = {
  /** Only of this customer. */
  customerId?: string | null | undefined;
  /** The first business day. */
  from?: string | null | undefined;
  /** Only at this location. */
  locationId?: string | null | undefined;
  /** Only with a payment by this method. */
  method?: PaymentMethod | null | undefined;
  /** Only sold by this staff member. This and what follows has no index: one request reads up to 2,000 sales, so a page may be short or empty and the list still go on. */
  operatorId?: string | null | undefined;
  /** Only with this receipt number (a terminal's code, a dash, its count), in letters of any case; documents that were imported are not found by it. */
  receiptNumber?: string | null | undefined;
  /** Only in this state. */
  state?: SaleState | null | undefined;
  /** Only at this terminal. */
  terminalId?: string | null | undefined;
  /** The last business day. */
  to?: string | null | undefined;
  /** Only with a total of at least this. */
  totalFrom?: number | null | undefined;
  /** Only with a total of at most this. */
  totalTo?: number | null | undefined;
  /** Only with a line of this variant. */
  variantId?: string | null | undefined;
};

/** One line of a sale. */
export type SaleLineInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: Array<AdjustmentInput> | null | undefined;
  /** On the receipt; absent: the variant's name. */
  description?: string | null | undefined;
  /** The line's own, in this order. */
  discounts?: Array<DiscountInput> | null | undefined;
  /**
   * The line sells or loads a gift card: its amount is the line's total, its quantity is 1, and it has no variant, price, tax or
   * discount. It is in `total` and in no figure of sales.
   */
  giftCard?: GiftCardLineInput | null | undefined;
  /** For people; up to 500 characters. */
  note?: string | null | undefined;
  /** Units, above zero, up to three places. */
  quantity: string;
  /** Of an open line; absent: the merchant's default. Unknown: live refused with UNKNOWN_TAX_CODE; offline the default, and flagged. */
  taxCodeId?: string | null | undefined;
  /** The price charged; live, one that differs from the price list's or the catalogue's is an override (a permission); absent: theirs. */
  unitPrice?: string | null | undefined;
  /** Absent: an open line, which needs description and unitPrice. */
  variant?: VariantBy | null | undefined;
};

/** How sales are sorted. By receipt and by total the whole list is read: of more than 2,000 sales it is refused with TOO_MANY_ROWS. */
export type SaleSort =
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST'
  /** By register, and as it counted. */
  | 'RECEIPT'
  /** By register backwards, the highest number first. */
  | 'RECEIPT_DESCENDING'
  /** The least total first. */
  | 'TOTAL'
  /** The largest total first. */
  | 'TOTAL_DESCENDING';

/** What became of a sale. */
export type SaleState =
  /** Nothing of it was refunded. */
  | 'COMPLETED'
  /** Some of it was refunded. */
  | 'PARTLY_REFUNDED'
  /** All of it was refunded. */
  | 'REFUNDED'
  /** It was voided as a whole. */
  | 'VOIDED'
  /** Something was found odd about it: of the 1,000 exceptions that were raised last. */
  | 'WITH_EXCEPTIONS';

/** A paper for a customer, by mail. */
export type SendReceiptInput = {
  /** The sale, the refund or the void. */
  factId: string;
  /** rml_<ULID> */
  id: string;
  /** Of the mail and the paper. Absent: the language of the shop's receipts. */
  language?: MailLanguage | null | undefined;
  /** A mail address. */
  recipient: string;
};

/** A report to be sent once. */
export type SendReportInput = {
  /** The business day that it reports on. */
  day: string;
  /** rsn_<ULID> */
  id: string;
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  locationId: string;
  /** 1 to 20 mail addresses */
  recipients: Array<string>;
  /** Which report is sent. */
  report: ReportKind;
};

/** A sale and the customer on whom it is put. */
export type SetSaleCustomerInput = {
  /** Not one that was erased. Absent: the sale is taken off its customer. */
  customerId?: string | null | undefined;
  /** att_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** The sale. */
  saleId: string;
};

/** A new password. The last one counts, so it needs no version. */
export type SetStaffPasswordInput = {
  /** A new address. Absent: as it is. */
  email?: string | null | undefined;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password: string;
  /** Whose password it is. */
  staffId: string;
};

/** A new PIN. The last one counts, so it needs no version. */
export type SetStaffPinInput = {
  /** A new number, 1 to 10 digits. Absent: as it is. */
  operatorNumber?: string | null | undefined;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin: string;
  /** Whose PIN it is. */
  staffId: string;
};

/** What a new merchant does before it sells. */
export type SetupStepName =
  /** Give the address that is on receipts. */
  | 'BUSINESS'
  /** Create a product. */
  | 'PRODUCT'
  /** Sell. */
  | 'SALE'
  /** Give someone a number and a PIN for terminals. */
  | 'STAFF'
  /** Enter stock with its cost. */
  | 'STOCK'
  /** Look through the tax rates. */
  | 'TAX'
  /** Pair a terminal. */
  | 'TERMINAL';

/** What identifies a staff member at the dashboard. */
export type SignInInput = {
  /** The mail address, in upper or lower case. */
  email: string;
  /** At most 128 characters. */
  password: string;
  /** Reserved for a second factor; it is ignored. */
  totp?: string | null | undefined;
};

/** What identifies an operator at a terminal. */
export type SignInOperatorInput = {
  /** 1 to 10 digits. */
  operatorNumber: string;
  /** 4 to 12 digits. */
  pin: string;
};

/** Which staff members are listed. What is absent does not restrict the list. */
export type StaffFilter = {
  /** Only those who can sign in, or only those who cannot. */
  isActive?: boolean | null | undefined;
  /** Only those with this role. */
  role?: Role | null | undefined;
  /** Beginnings of words of the name, the operator number or the address, in any order, at most 200 characters. */
  search?: string | null | undefined;
};

/** The change of one level. */
export type StockAdjustmentLineInput = {
  /** As it changes the level: below zero when goods are gone. */
  quantity: string;
  /** Of goods that are added, major units. Absent: what the level's goods cost on average, else the variant's own cost. */
  unitCost?: string | null | undefined;
  /** The variant. */
  variant: VariantBy;
};

/** Which variants a list of levels has. */
export type StockLevelFilter = {
  /** Only of products in this category. */
  categoryId?: string | null | undefined;
  /** By their levels. */
  state: StockState;
};

/** How levels are sorted when not by SKU. */
export type StockLevelSort =
  /** By the names of products and variants. */
  | 'NAME'
  /** By name, backwards. */
  | 'NAME_DESCENDING'
  /** What there is least of first. */
  | 'ON_HAND'
  /** What there is most of first. */
  | 'ON_HAND_DESCENDING'
  /** The lowest reorder point first; what has none comes last. */
  | 'REORDER_POINT'
  /** The highest reorder point first; what has none comes last. */
  | 'REORDER_POINT_DESCENDING'
  /** What is worth least at cost first; for those who may see costs. */
  | 'VALUE'
  /** What is worth most at cost first; for those who may see costs. */
  | 'VALUE_DESCENDING';

/** The usual reasons for an adjustment. */
export type StockReason =
  /** An earlier mistake is put right. */
  | 'CORRECTION'
  /** Broken or spoilt. */
  | 'DAMAGED'
  /** Past their date. */
  | 'EXPIRED'
  /** Found again. */
  | 'FOUND'
  /** Stolen or missing. */
  | 'LOST'
  /** Used by the shop itself. */
  | 'OWN_USE'
  /** Delivered. */
  | 'RECEIVED'
  /** The goods were counted. */
  | 'STOCK_TAKE';

/** Variants by their levels. */
export type StockState =
  /** Below their reorder points. */
  | 'LOW'
  /** Of which more was sold than was there. */
  | 'NEGATIVE'
  /** Of which none is on hand. */
  | 'OUT'
  /** All whose goods are counted, also those that were never at the location. What is discontinued only while there is some of it. */
  | 'TRACKED'
  /** That were never at the location: their opening stock can be recorded. */
  | 'UNRECORDED';

/** The count of one variant. */
export type StockTakeLineInput = {
  /** Units, at least zero. */
  counted: string;
  /** The level as it was read when the goods were counted: what is sold afterwards is not put back. Absent: the level as it is now. */
  expected?: string | null | undefined;
  /** The variant. */
  variant: VariantBy;
};

/** A staff member who can no longer sign in, or can again. */
export type SwitchStaffInput = {
  /** The staff member to change. */
  staffId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** At most 100 */
export type SyncFactsInput = {
  /** In the order in which they happened. */
  facts: Array<FactInput>;
};

/** What became of a fact that was sent. */
export type SyncStatus =
  /** The id is known with other content: this copy is kept for a manager. */
  | 'QUARANTINED'
  /** Recorded now. */
  | 'RECORDED'
  /** Malformed: nothing recorded. */
  | 'REJECTED'
  /** It had been recorded before, with the same content. */
  | 'REPLAYED';

/** One of several taxes that are charged together. */
export type TaxComponentInput = {
  /** Whether it is charged on the components before it too. Absent: it is not. */
  isCompound?: boolean | null | undefined;
  /** On receipts and reports; up to 200 characters. */
  name: string;
  /** Per cent, 0 to 100, up to six places */
  rate: string;
};

/** A customer is free from tax. Without the certificate's number it is refused with TAX_EXEMPTION_INVALID. */
export type TaxExemptionInput = {
  /** 1 to 64 characters. */
  certificateNumber: string;
};

/** On what tax is rounded: on each line, on the sum of a rate, or on the document. */
export type TaxLevel =
  /** On the whole document. */
  | 'DOCUMENT'
  /** On each line. */
  | 'LINE'
  /** On the sum of each rate. */
  | 'RATE_TOTAL';

/** Which regimes there are. */
export type TaxRegimeName =
  /** VAT of general taxpayers in China. */
  | 'CHINA'
  /** The rate of small-scale taxpayers in China. */
  | 'CHINA_SMALL_SCALE'
  /** VAT in Germany. */
  | 'GERMANY'
  /** Sales tax of the state and the city of New York, United States. */
  | 'NEW_YORK_CITY'
  /** No tax is charged. */
  | 'TAX_FREE'
  /** VAT in the United Kingdom. */
  | 'UNITED_KINGDOM';

/** How an amount is rounded to a minor unit. */
export type TaxRounding =
  /** Towards zero. */
  | 'DOWN'
  /** To the nearest, halves to the even number. */
  | 'HALF_EVEN'
  /** To the nearest, halves away from zero. */
  | 'HALF_UP';

/** Whether a terminal sells itself. */
export type TerminalKind =
  /** Stands for another system's documents: their numbers are not checked for gaps and doubles. */
  | 'IMPORT'
  /** Sells, and counts its own receipts. */
  | 'SELLING';

/** Changes of the caller's own record: absent fields stay as they are. */
export type UpdateAccountInput = {
  /** Needed for another address. At most 128 characters. */
  currentPassword?: string | null | undefined;
  /** A mail address that the caller can read. */
  email?: string | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What is absent stays as it is. */
export type UpdateCategoryInput = {
  /** The category to change. */
  categoryId: string;
  /** True: lists no longer offer it. False: they do again. */
  isDiscontinued?: boolean | null | undefined;
  /** Cannot be removed. */
  name?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of a group of customers. */
export type UpdateCustomerGroupInput = {
  /** Which group. */
  customerGroupId: string;
  /** 1 to 200 characters. */
  name: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of a location. An absent field stays as it is, null removes what may be absent. */
export type UpdateLocationInput = {
  /** At most 300 characters in 6 lines. */
  address?: string | null | undefined;
  /** So many hours after midnight a business day ends, 0 to 11. */
  dayEndHour?: number | null | undefined;
  /** Which location. */
  locationId: string;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** At most 40 characters. */
  phone?: string | null | undefined;
  /** At most 40 characters. */
  taxNumber?: string | null | undefined;
  /** IANA zone, for example Europe/London */
  timeZone?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** New settings. An absent field stays as it is, null removes what may be absent. */
export type UpdateMerchantInput = {
  /** At most 300 characters in 6 lines. */
  address?: string | null | undefined;
  /** 1 to 1,000 minor units; 1: cash is not rounded. */
  cashStep?: number | null | undefined;
  /** Two letters of ISO 3166-1. */
  country?: string | null | undefined;
  /** At most 500 characters in 12 lines. */
  footer?: string | null | undefined;
  /** Whether the first steps are not shown any more. */
  isSetupHidden?: boolean | null | undefined;
  /** A data URL of a PNG, JPEG or WebP picture, at most 48 kB and 1,200 dots each way. */
  logo?: string | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** At most 40 characters. */
  phone?: string | null | undefined;
  /** The language of the words on receipts. */
  receiptLanguage?: ReceiptLanguage | null | undefined;
  /** Whether a refund without a sale has to name its customer. */
  refundNeedsCustomer?: boolean | null | undefined;
  /** Whether a payment is given back by its own method only. */
  refundsToSameMethod?: boolean | null | undefined;
  /** Whether a sale is refused at the terminal when the level of an article shows less than is sold. */
  refusesOutOfStock?: boolean | null | undefined;
  /** At most 40 characters. */
  taxNumber?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of a price list. An absent field stays as it is, null removes. */
export type UpdatePriceListInput = {
  /** Ends it now, for good. */
  endNow?: boolean | null | undefined;
  /** HH:MM, excluded. */
  endTime?: string | null | undefined;
  /** The last business day. */
  endsOn?: string | null | undefined;
  /** At most 50. Empty: for all customers. */
  groupIds?: Array<string> | null | undefined;
  /** Switches it on or off. */
  isEnabled?: boolean | null | undefined;
  /** At most 50. Empty: at all locations. */
  locationIds?: Array<string> | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** Which price list. */
  priceListId: string;
  /** Replaces all prices: at most 2,000, one for an article and quantity. */
  prices?: Array<ListPriceInput> | null | undefined;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: string | null | undefined;
  /** The first business day. */
  startsOn?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
  /** 1 (Monday) to 7, each once. */
  weekdays?: Array<number> | null | undefined;
};

/** Changes of a promotion. An absent field stays as it is, null removes. */
export type UpdatePromotionInput = {
  /** AMOUNT: above 0. BUNDLE: at least 0. */
  amount?: number | null | undefined;
  /** 1 to 1,000; CHEAPEST_FREE: 2 to 1,000. */
  buyQuantity?: number | null | undefined;
  /** At most 200. */
  categoryIds?: Array<string> | null | undefined;
  /** Up to 64 characters, compared without regard to case. */
  couponCode?: string | null | undefined;
  /** 1 to 1,000,000,000. */
  couponLimit?: number | null | undefined;
  /** Ends it now, for good. */
  endNow?: boolean | null | undefined;
  /** HH:MM, excluded. */
  endTime?: string | null | undefined;
  /** The last business day. */
  endsOn?: string | null | undefined;
  /** 1 to 1,000. */
  getQuantity?: number | null | undefined;
  /** For customers of these groups, at most 50. */
  groupIds?: Array<string> | null | undefined;
  /** Switches it on or off. */
  isEnabled?: boolean | null | undefined;
  /** AMOUNT: whether it is taken off each unit. */
  isPerUnit?: boolean | null | undefined;
  /** Minor units, at least 1. */
  minimumAmount?: number | null | undefined;
  /** 1 to 1,000,000. */
  minimumQuantity?: number | null | undefined;
  /** As receipts have it; up to 200 characters. */
  name?: string | null | undefined;
  /** 1 to 10. */
  parts?: Array<BundlePartInput> | null | undefined;
  /** Above 0, at most 100, up to six places. */
  percent?: string | null | undefined;
  /** 1 to 1,000, from the lowest. */
  priority?: number | null | undefined;
  /** At most 200. */
  productIds?: Array<string> | null | undefined;
  /** Which promotion. */
  promotionId: string;
  /** How it goes together with others on a line. */
  stacking?: PromotionStacking | null | undefined;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: string | null | undefined;
  /** The first business day. */
  startsOn?: string | null | undefined;
  /** Major units, up to six places. */
  unitPrice?: string | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
  /** 1 (Monday) to 7, each once. */
  weekdays?: Array<number> | null | undefined;
};

/** What replaces the data of a schedule. */
export type UpdateReportScheduleInput = {
  /** Whether reports are sent. */
  enabled: boolean;
  /** The language of the mails. */
  language: MailLanguage;
  /** 1 to 20 mail addresses. */
  recipients: Array<string>;
  /** The schedule to change. */
  reportScheduleId: string;
  /** Which business day each mail reports on. */
  reportedDay: ReportedDay;
  /** HH:MM by the location's clock, 00:00 to 23:59. */
  timeOfDay: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of a staff member: absent fields stay as they are. */
export type UpdateStaffInput = {
  /** Null: no longer signs in to the dashboard. A first one needs a password. Callers change their own by updateAccount. */
  email?: string | null | undefined;
  /** Null: all locations, which only a caller with all can give. Callers cannot change their own. */
  locationIds?: Array<string> | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** 1 to 10 digits. Null: no longer signs in at terminals. A first one needs a PIN. */
  operatorNumber?: string | null | undefined;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password?: string | null | undefined;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin?: string | null | undefined;
  /** Decides on permissions. Callers cannot change their own. */
  role?: Role | null | undefined;
  /** The staff member to change. */
  staffId: string;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of a tax code. An absent field stays as it is. */
export type UpdateTaxCodeInput = {
  /** Whether it is not offered for new products any more. */
  isDiscontinued?: boolean | null | undefined;
  /** For people; up to 200 characters. */
  name?: string | null | undefined;
  /** Which tax code. */
  taxCodeId: string;
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Changes of how tax is computed. An absent field stays as it is. */
export type UpdateTaxSettingsInput = {
  /** The tax code of new products, and of lines without a variant. */
  defaultTaxCodeId?: string | null | undefined;
  /** On what tax is rounded. */
  level?: TaxLevel | null | undefined;
  /** Whether prices contain tax. */
  pricesIncludeTax?: boolean | null | undefined;
  /** How tax is rounded. */
  rounding?: TaxRounding | null | undefined;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Which variant is meant. */
export type VariantBy =
  {   /** What a scanner reads. */
  barcode: string; id?: never; sku?: never; }
  |  { barcode?: never;   /** var_<ULID> */
  id: string; sku?: never; }
  |  { barcode?: never; id?: never;   /** The merchant's own article number. */
  sku: string; };

/** A void as a terminal or the dashboard sends it. */
export type VoidSaleInput = {
  /** voi_<ULID>, generated by the client: the idempotency key. */
  id: string;
  /** When it is voided, by the terminal's clock. */
  occurredAt: string;
  /** In `syncFacts`: who voided it. Absent: the token's operator. `voidSale` ignores it and records the token's. */
  operatorId?: string | null | undefined;
  /** For people; up to 500 characters. */
  reason: string;
  /** The sale. */
  saleId: string;
  /** The lines, from 1, whose goods cannot be sold again. The others go back into stock. */
  writeOffLines?: Array<number> | null | undefined;
};

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { me: { account: { id: string, name: string, email: string | null, operatorNumber: string | null, role: Role, version: number } | null } | null };

export type AccountFieldsFragment = { id: string, name: string, email: string | null, operatorNumber: string | null, role: Role, version: number };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount: { account: { id: string, name: string, email: string | null, operatorNumber: string | null, role: Role, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { account: { id: string, name: string, email: string | null, operatorNumber: string | null, role: Role, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ChangePinMutationVariables = Exact<{
  input: ChangePinInput;
}>;


export type ChangePinMutation = { changePin: { account: { id: string, name: string, email: string | null, operatorNumber: string | null, role: Role, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CategoriesQueryVariables = Exact<{
  isDiscontinued: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CategoriesQuery = { categoriesPage: { nodes: Array<{ id: string, name: string, version: number, productCount: number, isDiscontinued: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CategoryRowFragment = { id: string, name: string, version: number, productCount: number, isDiscontinued: boolean };

export type CreateCategoryMutationVariables = Exact<{
  input: CreateCategoryInput;
}>;


export type CreateCategoryMutation = { createCategory: { category: { id: string, name: string, version: number, productCount: number, isDiscontinued: boolean } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateCategoryMutationVariables = Exact<{
  input: UpdateCategoryInput;
}>;


export type UpdateCategoryMutation = { updateCategory: { category: { id: string, name: string, version: number, productCount: number, isDiscontinued: boolean } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CustomersQueryVariables = Exact<{
  search?: string | null | undefined;
  sort?: CustomerSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { nodes: Array<{ id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number, totals: { saleCount: number, grossSales: { amount: number, currency: string }, refunds: { amount: number, currency: string } }, newest: { nodes: Array<{ id: string, occurredAt: string }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CustomerRowFragment = { id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number };

export type CustomerGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomerGroupsQuery = { customerGroups: Array<{ id: string, name: string, version: number }> | null };

export type CustomerGroupRowFragment = { id: string, name: string, version: number };

export type CreateCustomerGroupMutationVariables = Exact<{
  input: CreateCustomerGroupInput;
}>;


export type CreateCustomerGroupMutation = { createCustomerGroup: { customerGroup: { id: string, name: string, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateCustomerGroupMutationVariables = Exact<{
  input: UpdateCustomerGroupInput;
}>;


export type UpdateCustomerGroupMutation = { updateCustomerGroup: { customerGroup: { id: string, name: string, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type PatchCustomerMutationVariables = Exact<{
  input: PatchCustomerInput;
}>;


export type PatchCustomerMutation = { patchCustomer: { customer: { id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CustomerDetailQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerDetailQuery = { customer: { id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number, totals: { saleCount: number, refundCount: number, grossSales: { amount: number, currency: string }, refunds: { amount: number, currency: string } }, sales: { nodes: Array<{ id: string, receiptNumber: string, occurredAt: string, customerId: string | null, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, total: { amount: number, currency: string }, payments: Array<{ id: string, method: PaymentMethod }>, lines: Array<{ id: string, description: string }>, exceptions: Array<{ code: string }>, refunds: Array<{ id: string, total: { amount: number, currency: string } }>, void: { id: string, total: { amount: number, currency: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, rowCount: { atLeast: number, isExact: boolean } | null } | null } | null };

export type CreateCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type CreateCustomerMutation = { createCustomer: { customer: { id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type EraseCustomerMutationVariables = Exact<{
  input: EraseCustomerInput;
}>;


export type EraseCustomerMutation = { eraseCustomer: { customer: { id: string, createdAt: string, erasedAt: string | null, name: string | null, email: string | null, phone: string | null, note: string | null, groupIds: Array<string>, taxExemption: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CustomerTitleQueryVariables = Exact<{
  id: string;
}>;


export type CustomerTitleQuery = { record: { id: string, name: string | null } | null };

export type ElectronicReceiptQueryVariables = Exact<{
  token: string;
  language?: ReceiptLanguage | null | undefined;
}>;


export type ElectronicReceiptQuery = { electronicReceipt: { merchantName: string, offersFapiao: boolean, fapiaoStatus: FapiaoStatus | null, paper: { factId: string, content: string, language: ReceiptLanguage } } | null };

export type RequestFapiaoByLinkMutationVariables = Exact<{
  input: RequestFapiaoByLinkInput;
}>;


export type RequestFapiaoByLinkMutation = { requestFapiaoByLink: { status: FapiaoStatus | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ExceptionsQueryVariables = Exact<{
  locationId?: string | null | undefined;
  open: boolean;
  filter?: ExceptionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExceptionsQuery = { exceptions: { nodes: Array<{ subject: string, code: string, message: string, raisedAt: string, status: ExceptionStatus, note: string | null, resolvedAt: string | null, version: number, details: Array<{ name: string, unitPrice: string | null, currency: string, instant: string | null, staffId: string | null, text: string | null, amount: { amount: number, currency: string } | null, staff: { id: string, name: string } | null }>, touchedSales: Array<{ id: string, receiptNumber: string }>, location: { id: string, name: string, timeZone: string }, about:
        | { __typename: 'Category' }
        | { __typename: 'Customer' }
        | { __typename: 'Exception' }
        | { __typename: 'Exchange' }
        | { __typename: 'GiftCard' }
        | { __typename: 'JournalEntry' }
        | { __typename: 'Location', name: string }
        | { __typename: 'Movement' }
        | { __typename: 'PriceList' }
        | { __typename: 'Product' }
        | { __typename: 'Promotion' }
        | { __typename: 'Refund', sale: { id: string, receiptNumber: string } | null }
        | { __typename: 'ReportSchedule' }
        | { __typename: 'ReportSending' }
        | { __typename: 'Sale', receiptNumber: string }
        | { __typename: 'SaleCustomerChange' }
        | { __typename: 'SaleVoid', sale: { id: string, receiptNumber: string } | null }
        | { __typename: 'Staff' }
        | { __typename: 'StockAdjustment' }
        | { __typename: 'StockLevel', variant: { id: string, title: string } }
        | { __typename: 'TaxCode' }
        | { __typename: 'Terminal', name: string }
        | { __typename: 'Variant', sku: string, title: string, product: { id: string } }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ExceptionRowFragment = { subject: string, code: string, message: string, raisedAt: string, status: ExceptionStatus, note: string | null, resolvedAt: string | null, version: number, details: Array<{ name: string, unitPrice: string | null, currency: string, instant: string | null, staffId: string | null, text: string | null, amount: { amount: number, currency: string } | null, staff: { id: string, name: string } | null }>, touchedSales: Array<{ id: string, receiptNumber: string }>, location: { id: string, name: string, timeZone: string }, about:
    | { __typename: 'Category' }
    | { __typename: 'Customer' }
    | { __typename: 'Exception' }
    | { __typename: 'Exchange' }
    | { __typename: 'GiftCard' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Location', name: string }
    | { __typename: 'Movement' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'Promotion' }
    | { __typename: 'Refund', sale: { id: string, receiptNumber: string } | null }
    | { __typename: 'ReportSchedule' }
    | { __typename: 'ReportSending' }
    | { __typename: 'Sale', receiptNumber: string }
    | { __typename: 'SaleCustomerChange' }
    | { __typename: 'SaleVoid', sale: { id: string, receiptNumber: string } | null }
    | { __typename: 'Staff' }
    | { __typename: 'StockAdjustment' }
    | { __typename: 'StockLevel', variant: { id: string, title: string } }
    | { __typename: 'TaxCode' }
    | { __typename: 'Terminal', name: string }
    | { __typename: 'Variant', sku: string, title: string, product: { id: string } }
   | null };

export type ExceptionSubjectFragment = { subject: string, about:
    | { __typename: 'Category' }
    | { __typename: 'Customer' }
    | { __typename: 'Exception' }
    | { __typename: 'Exchange' }
    | { __typename: 'GiftCard' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Location', name: string }
    | { __typename: 'Movement' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'Promotion' }
    | { __typename: 'Refund', sale: { id: string, receiptNumber: string } | null }
    | { __typename: 'ReportSchedule' }
    | { __typename: 'ReportSending' }
    | { __typename: 'Sale', receiptNumber: string }
    | { __typename: 'SaleCustomerChange' }
    | { __typename: 'SaleVoid', sale: { id: string, receiptNumber: string } | null }
    | { __typename: 'Staff' }
    | { __typename: 'StockAdjustment' }
    | { __typename: 'StockLevel', variant: { id: string, title: string } }
    | { __typename: 'TaxCode' }
    | { __typename: 'Terminal', name: string }
    | { __typename: 'Variant', sku: string, title: string, product: { id: string } }
   | null };

export type ResolveExceptionMutationVariables = Exact<{
  input: ResolveExceptionInput;
}>;


export type ResolveExceptionMutation = { resolveException: { exception: { subject: string, code: string, message: string, raisedAt: string, status: ExceptionStatus, note: string | null, resolvedAt: string | null, version: number, details: Array<{ name: string, unitPrice: string | null, currency: string, instant: string | null, staffId: string | null, text: string | null, amount: { amount: number, currency: string } | null, staff: { id: string, name: string } | null }>, touchedSales: Array<{ id: string, receiptNumber: string }>, location: { id: string, name: string, timeZone: string }, about:
        | { __typename: 'Category' }
        | { __typename: 'Customer' }
        | { __typename: 'Exception' }
        | { __typename: 'Exchange' }
        | { __typename: 'GiftCard' }
        | { __typename: 'JournalEntry' }
        | { __typename: 'Location', name: string }
        | { __typename: 'Movement' }
        | { __typename: 'PriceList' }
        | { __typename: 'Product' }
        | { __typename: 'Promotion' }
        | { __typename: 'Refund', sale: { id: string, receiptNumber: string } | null }
        | { __typename: 'ReportSchedule' }
        | { __typename: 'ReportSending' }
        | { __typename: 'Sale', receiptNumber: string }
        | { __typename: 'SaleCustomerChange' }
        | { __typename: 'SaleVoid', sale: { id: string, receiptNumber: string } | null }
        | { __typename: 'Staff' }
        | { __typename: 'StockAdjustment' }
        | { __typename: 'StockLevel', variant: { id: string, title: string } }
        | { __typename: 'TaxCode' }
        | { __typename: 'Terminal', name: string }
        | { __typename: 'Variant', sku: string, title: string, product: { id: string } }
       | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ExceptionDetailWholeFragment = { name: string, unitPrice: string | null, currency: string, instant: string | null, staffId: string | null, text: string | null, amount: { amount: number, currency: string } | null, staff: { id: string, name: string } | null };

export type FapiaoRequestsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  isIssued?: boolean | null | undefined;
}>;


export type FapiaoRequestsQuery = { fapiaoRequests: { nodes: Array<{ id: string, receiptNumber: string, soldAt: string, requestedAt: string, buyerKind: FapiaoBuyerKind, title: string, taxNumber: string | null, email: string | null, invoiceNumber: string | null, issuedAt: string | null, version: number, total: { amount: number, currency: string }, taxes: Array<{ rate: string, net: { amount: number, currency: string }, tax: { amount: number, currency: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type FapiaoRowFragment = { id: string, receiptNumber: string, soldAt: string, requestedAt: string, buyerKind: FapiaoBuyerKind, title: string, taxNumber: string | null, email: string | null, invoiceNumber: string | null, issuedAt: string | null, version: number, total: { amount: number, currency: string }, taxes: Array<{ rate: string, net: { amount: number, currency: string }, tax: { amount: number, currency: string } }> };

export type IssueFapiaoMutationVariables = Exact<{
  input: IssueFapiaoInput;
}>;


export type IssueFapiaoMutation = { issueFapiao: { fapiao: { id: string, receiptNumber: string, soldAt: string, requestedAt: string, buyerKind: FapiaoBuyerKind, title: string, taxNumber: string | null, email: string | null, invoiceNumber: string | null, issuedAt: string | null, version: number, total: { amount: number, currency: string }, taxes: Array<{ rate: string, net: { amount: number, currency: string }, tax: { amount: number, currency: string } }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SalesOfRangeQueryVariables = Exact<{
  locationId?: string | null | undefined;
  from: string;
  to: string;
}>;


export type SalesOfRangeQuery = { salesRange: { summary: { saleCount: number }, figures: { marginPercent: string | null, salesBeforeDiscounts: { amount: number, currency: string }, discounts: { amount: number, currency: string }, returns: { amount: number, currency: string }, voids: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, salesWithoutTax: { amount: number, currency: string }, costOfGoods: { amount: number, currency: string }, grossProfit: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null }, days: Array<{ day: string, figures: { total: { amount: number, currency: string } } }>, hours: Array<{ hour: number, sales: { amount: number, currency: string } }>, locations: Array<{ location: { id: string, name: string }, summary: { saleCount: number }, figures: { total: { amount: number, currency: string } } }> } | null };

export type SalesComparedQueryVariables = Exact<{
  locationId?: string | null | undefined;
  from: string;
  to: string;
  isPartial: boolean;
}>;


export type SalesComparedQuery = { salesRange: { summary: { saleCount: number }, figures: { total: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null, grossProfit: { amount: number, currency: string } }, days: Array<{ day: string, figures: { total: { amount: number, currency: string } } }>, hours: Array<{ hour: number, sales: { amount: number, currency: string } }> } | null, salesUpTo?: { until: string, saleCount: number, total: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null } | null };

export type HourBarFragment = { hour: number, sales: { amount: number, currency: string } };

export type FiguresFragment = { marginPercent: string | null, salesBeforeDiscounts: { amount: number, currency: string }, discounts: { amount: number, currency: string }, returns: { amount: number, currency: string }, voids: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, salesWithoutTax: { amount: number, currency: string }, costOfGoods: { amount: number, currency: string }, grossProfit: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null };

type Refused_DiscountNotAllowed_Fragment = { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> };

type Refused_PriceNotAllowed_Fragment = { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> };

type Refused_Refusal_Fragment = { __typename: 'Refusal', code: string, message: string, path: Array<string> };

type Refused_TooManyAttempts_Fragment = { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> };

type Refused_TotalMismatch_Fragment = { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> };

type Refused_VersionConflict_Fragment = { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> };

type Refused_WeakPassword_Fragment = { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> };

export type RefusedFragment =
  | Refused_DiscountNotAllowed_Fragment
  | Refused_PriceNotAllowed_Fragment
  | Refused_Refusal_Fragment
  | Refused_TooManyAttempts_Fragment
  | Refused_TotalMismatch_Fragment
  | Refused_VersionConflict_Fragment
  | Refused_WeakPassword_Fragment
;

export type AmountFragment = { amount: number, currency: string };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { me: { kind: CallerKind, staffId: string | null, role: Role | null, isPinShort: boolean | null, currency: string, permissions: Array<string>, staff: { id: string, name: string } | null, merchant: { name: string, country: string | null } } | null, locations: Array<{ id: string, code: string, name: string, timeZone: string, dayEndHour: number, earlierDays: Array<{ before: string, timeZone: string, dayEndHour: number }> }> | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { expiresAt: string | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type HomeBestSellersQueryVariables = Exact<{
  locationId?: string | null | undefined;
  from: string;
  today: string;
}>;


export type HomeBestSellersQuery = { bestSellers: Array<{ variantId: string | null, description: string, quantity: string, total: { amount: number, currency: string } }> | null };

export type HomeLowStockQueryVariables = Exact<{
  locationId?: string | null | undefined;
}>;


export type HomeLowStockQuery = { lowStockPage: { nodes: Array<{ onHand: string, location: { id: string, name: string }, variant: { id: string, title: string, sku: string, reorderPoint: string | null } }> } | null };

export type HomeExceptionsQueryVariables = Exact<{
  locationId?: string | null | undefined;
}>;


export type HomeExceptionsQuery = { exceptions: { nodes: Array<{ subject: string, code: string, raisedAt: string, about:
        | { variant: { id: string, title: string } }
        | Record<PropertyKey, never>
       | null, location: { id: string, timeZone: string } }> } | null };

export type HomeShortPinsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeShortPinsQuery = { staffPage: { nodes: Array<{ id: string, name: string, isPinShort: boolean }> } | null };

export type ImportVariantsQueryVariables = Exact<{
  by: Array<VariantBy> | VariantBy;
}>;


export type ImportVariantsQuery = { variants: Array<{ id: string, sku: string, name: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, version: number, product: { id: string, name: string, version: number, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string } } } | null> };

export type ImportedVariantFragment = { id: string, sku: string, name: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, version: number, product: { id: string, name: string, version: number, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string } } };

export type ImportLevelsQueryVariables = Exact<{
  locationId: string;
  skus: Array<string> | string;
}>;


export type ImportLevelsQuery = { stockLevels: { nodes: Array<{ sku: string, onHand: string }> } | null };

export type ImportCustomersQueryVariables = Exact<{
  search: string;
}>;


export type ImportCustomersQuery = { customers: { nodes: Array<{ id: string, name: string | null, email: string | null, phone: string | null, note: string | null, version: number }> } | null };

export type ImportChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportChoicesQuery = { taxCodes: Array<{ id: string, name: string, rate: string }> | null, categories: Array<{ id: string, name: string }> | null };

export type ImportCategoryMutationVariables = Exact<{
  input: CreateCategoryInput;
}>;


export type ImportCategoryMutation = { createCategory: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportProductMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type ImportProductMutation = { createProduct: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportVariantMutationVariables = Exact<{
  input: AddVariantInput;
}>;


export type ImportVariantMutation = { addVariant: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportProductChangeMutationVariables = Exact<{
  input: PatchProductInput;
}>;


export type ImportProductChangeMutation = { patchProduct: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportVariantChangeMutationVariables = Exact<{
  input: PatchVariantInput;
}>;


export type ImportVariantChangeMutation = { patchVariant: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type ImportCustomerMutation = { createCustomer: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportCustomerChangeMutationVariables = Exact<{
  input: PatchCustomerInput;
}>;


export type ImportCustomerChangeMutation = { patchCustomer: { userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportOpeningStockMutationVariables = Exact<{
  input: RecordOpeningStockInput;
}>;


export type ImportOpeningStockMutation = { recordOpeningStock: { replayed: boolean, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ImportStockTakeMutationVariables = Exact<{
  input: RecordStockTakeInput;
}>;


export type ImportStockTakeMutation = { recordStockTake: { replayed: boolean, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RoleLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type RoleLimitsQuery = { roleLimits: { version: number, currency: string, roles: Array<{ role: Role, discountPercent: string | null, mayRefundUnlinked: boolean, unlinkedRefund: { amount: number, currency: string } | null }> } };

export type RoleLimitsWholeFragment = { version: number, currency: string, roles: Array<{ role: Role, discountPercent: string | null, mayRefundUnlinked: boolean, unlinkedRefund: { amount: number, currency: string } | null }> };

export type RoleLimitsRowFragment = { role: Role, discountPercent: string | null, mayRefundUnlinked: boolean, unlinkedRefund: { amount: number, currency: string } | null };

export type PatchRoleLimitsMutationVariables = Exact<{
  input: PatchRoleLimitsInput;
}>;


export type PatchRoleLimitsMutation = { patchRoleLimits: { roleLimits: { version: number, currency: string, roles: Array<{ role: Role, discountPercent: string | null, mayRefundUnlinked: boolean, unlinkedRefund: { amount: number, currency: string } | null }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type LocationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type LocationSettingsQuery = { locations: Array<{ id: string, code: string, name: string, timeZone: string, dayEndHour: number, version: number, earlierDays: Array<{ before: string, timeZone: string, dayEndHour: number }>, ownReceipt: { address: string | null, phone: string | null, taxNumber: string | null }, receipt: { address: string | null, phone: string | null, taxNumber: string | null } }> | null };

export type LocationRowFragment = { id: string, code: string, name: string, timeZone: string, dayEndHour: number, version: number, earlierDays: Array<{ before: string, timeZone: string, dayEndHour: number }>, ownReceipt: { address: string | null, phone: string | null, taxNumber: string | null }, receipt: { address: string | null, phone: string | null, taxNumber: string | null } };

export type CreateLocationMutationVariables = Exact<{
  input: CreateLocationInput;
}>;


export type CreateLocationMutation = { createLocation: { location: { id: string, code: string, name: string, timeZone: string, dayEndHour: number, version: number, earlierDays: Array<{ before: string, timeZone: string, dayEndHour: number }>, ownReceipt: { address: string | null, phone: string | null, taxNumber: string | null }, receipt: { address: string | null, phone: string | null, taxNumber: string | null } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateLocationMutationVariables = Exact<{
  input: UpdateLocationInput;
}>;


export type UpdateLocationMutation = { updateLocation: { location: { id: string, code: string, name: string, timeZone: string, dayEndHour: number, version: number, earlierDays: Array<{ before: string, timeZone: string, dayEndHour: number }>, ownReceipt: { address: string | null, phone: string | null, taxNumber: string | null }, receipt: { address: string | null, phone: string | null, taxNumber: string | null } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type PriceListsQueryVariables = Exact<{
  state?: PriceListState | null | undefined;
}>;


export type PriceListsQuery = { priceLists: Array<{ id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, priceCount: number, isEnabled: boolean, state: PriceListState, version: number }> | null };

export type PriceListRowFragment = { id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, priceCount: number, isEnabled: boolean, state: PriceListState, version: number };

export type PriceListPricesQueryVariables = Exact<{
  id: string;
}>;


export type PriceListPricesQuery = { priceList: { id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, priceCount: number, isEnabled: boolean, state: PriceListState, version: number, prices: Array<{ variantId: string, minimumQuantity: string, unitPrice: string, variant: { id: string, title: string, sku: string, unitPrice: string } | null }> } | null };

export type CreatePriceListMutationVariables = Exact<{
  input: CreatePriceListInput;
}>;


export type CreatePriceListMutation = { createPriceList: { priceList: { id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, priceCount: number, isEnabled: boolean, state: PriceListState, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdatePriceListMutationVariables = Exact<{
  input: UpdatePriceListInput;
}>;


export type UpdatePriceListMutation = { updatePriceList: { priceList: { id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, priceCount: number, isEnabled: boolean, state: PriceListState, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ProductExportQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ProductFilter | null | undefined;
  sort?: ProductSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProductExportQuery = { products: { nodes: Array<{ id: string, name: string, category: { id: string, name: string } | null, taxCode: { id: string, name: string }, variants: Array<{ id: string, sku: string, name: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ProductExportLevelsQueryVariables = Exact<{
  locationId: string;
  skus: Array<string> | string;
}>;


export type ProductExportLevelsQuery = { stockLevels: { nodes: Array<{ sku: string, onHand: string }> } | null };

export type ProductsQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ProductFilter | null | undefined;
  sort?: ProductSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProductsQuery = { products: { nodes: Array<{ id: string, name: string, version: number, isDiscontinued: boolean, taxCode: { id: string, name: string }, category: { id: string, name: string } | null, variants: Array<{ id: string, sku: string, name: string, barcodes: Array<string>, price: { amount: number, currency: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ProductRowFragment = { id: string, name: string, version: number, isDiscontinued: boolean, taxCode: { id: string, name: string }, category: { id: string, name: string } | null, variants: Array<{ id: string, sku: string, name: string, barcodes: Array<string>, price: { amount: number, currency: string } }> };

export type ProductDetailQueryVariables = Exact<{
  id: string;
}>;


export type ProductDetailQuery = { product: { id: string, name: string, version: number, isDiscontinued: boolean, discontinuedAt: string | null, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string }, variants: Array<{ id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } }> } | null };

export type ProductWholeFragment = { id: string, name: string, version: number, isDiscontinued: boolean, discontinuedAt: string | null, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string }, variants: Array<{ id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } }> };

export type VariantWholeFragment = { id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } };

export type CatalogChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogChoicesQuery = { taxCodes: Array<{ id: string, name: string, rate: string }> | null, categories: Array<{ id: string, name: string }> | null };

export type CreateProductMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type CreateProductMutation = { createProduct: { product: { id: string, name: string, version: number, isDiscontinued: boolean, discontinuedAt: string | null, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string }, variants: Array<{ id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type PatchProductMutationVariables = Exact<{
  input: PatchProductInput;
}>;


export type PatchProductMutation = { patchProduct: { product: { id: string, name: string, version: number, isDiscontinued: boolean, discontinuedAt: string | null, category: { id: string, name: string } | null, taxCode: { id: string, name: string, rate: string }, variants: Array<{ id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type AddVariantMutationVariables = Exact<{
  input: AddVariantInput;
}>;


export type AddVariantMutation = { addVariant: { variant: { id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type PatchVariantMutationVariables = Exact<{
  input: PatchVariantInput;
}>;


export type PatchVariantMutation = { patchVariant: { variant: { id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ChangePriceMutationVariables = Exact<{
  input: ChangePriceInput;
}>;


export type ChangePriceMutation = { changePrice: { variant: { id: string, sku: string, name: string, title: string, unitPrice: string, unitCost: string | null, barcodes: Array<string>, stocked: boolean, reorderPoint: string | null, discontinuedAt: string | null, version: number, price: { amount: number, currency: string } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SimilarSkusQueryVariables = Exact<{
  skus: Array<string> | string;
}>;


export type SimilarSkusQuery = { similarSkus: Array<{ sku: string, variant: { id: string, sku: string, title: string } }> | null };

export type CreateCategoryForProductMutationVariables = Exact<{
  input: CreateCategoryInput;
}>;


export type CreateCategoryForProductMutation = { createCategory: { category: { id: string, name: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CreateTaxCodeForProductMutationVariables = Exact<{
  input: CreateTaxCodeInput;
}>;


export type CreateTaxCodeForProductMutation = { createTaxCode: { taxCode: { id: string, name: string, rate: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type PriceTaxQueryVariables = Exact<{ [key: string]: never; }>;


export type PriceTaxQuery = { taxSettings: { pricesIncludeTax: boolean } };

export type OpeningNoticeQueryVariables = Exact<{
  locationId: string;
  skus: Array<string> | string;
}>;


export type OpeningNoticeQuery = { stockLevels: { nodes: Array<{ sku: string }> } | null };

export type ProductTitleQueryVariables = Exact<{
  id: string;
}>;


export type ProductTitleQuery = { record: { id: string, name: string } | null };

export type PromotionsQueryVariables = Exact<{
  state?: PromotionState | null | undefined;
}>;


export type PromotionsQuery = { promotions: Array<{ id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, couponCode: string | null, couponLimit: number | null, couponUses: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, state: PromotionState, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string>, products: Array<{ id: string, name: string }> }>, products: Array<{ id: string, name: string }> }> | null };

export type PromotionRowFragment = { id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, couponCode: string | null, couponLimit: number | null, couponUses: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, state: PromotionState, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string>, products: Array<{ id: string, name: string }> }>, products: Array<{ id: string, name: string }> };

export type PromotionGoodsQueryVariables = Exact<{
  search: string;
}>;


export type PromotionGoodsQuery = { products: { nodes: Array<{ id: string, name: string }> } | null };

export type CreatePromotionMutationVariables = Exact<{
  input: CreatePromotionInput;
}>;


export type CreatePromotionMutation = { createPromotion: { promotion: { id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, couponCode: string | null, couponLimit: number | null, couponUses: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, state: PromotionState, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string>, products: Array<{ id: string, name: string }> }>, products: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdatePromotionMutationVariables = Exact<{
  input: UpdatePromotionInput;
}>;


export type UpdatePromotionMutation = { updatePromotion: { promotion: { id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, couponCode: string | null, couponLimit: number | null, couponUses: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, state: PromotionState, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string>, products: Array<{ id: string, name: string }> }>, products: Array<{ id: string, name: string }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type VariantChoicesQueryVariables = Exact<{
  search: string;
}>;


export type VariantChoicesQuery = { products: { nodes: Array<{ id: string, variants: Array<{ id: string, title: string, sku: string, unitPrice: string }> }> } | null };

export type TestBasketQueryVariables = Exact<{
  input: CompleteSaleInput;
  locationId: string;
  tested: Array<string> | string;
}>;


export type TestBasketQuery = { priceSale: { lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string }, discounts: Array<{ promotionId: string | null, reason: string | null, amount: { amount: number, currency: string } }> }>, discountTotal: { amount: number, currency: string } | null, total: { amount: number, currency: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ReceiptOnlineFragment = { copies: number, link: string | null, linkGeneration: number };

export type ReceiptMailsFragment = { mails: Array<{ id: string, recipient: string | null, status: DeliveryStatus, detail: string | null, createdAt: string }> };

export type AddressOfCustomerQueryVariables = Exact<{
  id: string;
}>;


export type AddressOfCustomerQuery = { customer: { id: string, email: string | null } | null };

export type SendReceiptMutationVariables = Exact<{
  input: SendReceiptInput;
}>;


export type SendReceiptMutation = { sendReceipt: { receipt: { mails: Array<{ id: string, recipient: string | null, status: DeliveryStatus, detail: string | null, createdAt: string }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CountReceiptCopyMutationVariables = Exact<{
  input: CountReceiptCopyInput;
}>;


export type CountReceiptCopyMutation = { countReceiptCopy: { receipt: { copies: number, link: string | null, linkGeneration: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RenewReceiptLinkMutationVariables = Exact<{
  input: RenewReceiptLinkInput;
}>;


export type RenewReceiptLinkMutation = { renewReceiptLink: { receipt: { copies: number, link: string | null, linkGeneration: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RequestFapiaoMutationVariables = Exact<{
  input: RequestFapiaoInput;
}>;


export type RequestFapiaoMutation = { requestFapiao: { status: FapiaoStatus | null, fapiao: { id: string, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ReceiptOfSaleFragment = { receiptNumber: string, occurredAt: string, pricesIncludeTax: boolean, taxExemption: string | null, note: string | null, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, lines: Array<{ id: string, description: string, quantity: string, unitPrice: string, total: { amount: number, currency: string }, discountTotal: { amount: number, currency: string }, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, taxes: Array<{ name: string | null, rate: string, amount: { amount: number, currency: string } }> }>, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string }, tendered: { amount: number, currency: string } | null }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string }, changeDue: { amount: number, currency: string }, refunds: Array<{ id: string, occurredAt: string, reason: string | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } }>, void: { id: string, occurredAt: string, reason: string, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } | null, exchange: { id: string, refund: { id: string, occurredAt: string, reason: string | null, sale: { id: string, receiptNumber: string } | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } } | null };

export type ReceiptOfRefundFragment = { occurredAt: string, reason: string | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } };

export type ReceiptOfVoidFragment = { occurredAt: string, reason: string, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } };

export type PaperSettingsFragment = { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null };

export type DailyReportQueryVariables = Exact<{
  locationId: string;
  day: string;
}>;


export type DailyReportQuery = { dailyReport: { madeAt: string, summary: { saleCount: number, refundCount: number, voidCount: number }, figures: { marginPercent: string | null, salesBeforeDiscounts: { amount: number, currency: string }, discounts: { amount: number, currency: string }, returns: { amount: number, currency: string }, voids: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, salesWithoutTax: { amount: number, currency: string }, costOfGoods: { amount: number, currency: string }, grossProfit: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null }, hours: Array<{ hour: number, saleCount: number, sales: { amount: number, currency: string } }>, categories: Array<{ quantity: string, category: { id: string, name: string } | null, total: { amount: number, currency: string } }>, bestSellers: Array<{ variantId: string | null, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ method: PaymentMethod, paid: { amount: number, currency: string }, refunded: { amount: number, currency: string }, net: { amount: number, currency: string } }>, taxes: Array<{ name: string | null, rate: string, salesWithoutTax: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, drawers: Array<{ terminal: { id: string, name: string }, cash: { amount: number, currency: string } }>, reconciliation: { reconciles: boolean, checks: Array<{ name: ReconciliationCheckName, holds: boolean, differences: Array<{ figure: ReconciliationFigure, hour: number | null, methods: Array<PaymentMethod>, storedCount: number | null, countedCount: number | null, storedAmount: { amount: number, currency: string } | null, countedAmount: { amount: number, currency: string } | null }> }> } } | null };

export type ReportSchedulesQueryVariables = Exact<{
  locationId: string;
}>;


export type ReportSchedulesQuery = { reportSchedules: Array<{ id: string, reportedDay: ReportedDay, timeOfDay: string, recipients: Array<string>, language: MailLanguage, enabled: boolean, nextAt: string | null, version: number }> | null };

export type ScheduleRowFragment = { id: string, reportedDay: ReportedDay, timeOfDay: string, recipients: Array<string>, language: MailLanguage, enabled: boolean, nextAt: string | null, version: number };

export type ReportSendingsQueryVariables = Exact<{
  locationId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportSendingsQuery = { reportSendings: { nodes: Array<{ id: string, reportScheduleId: string | null, day: string, dueAt: string, deliveries: Array<{ recipient: string, status: DeliveryStatus, detail: string | null, sentAt: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SendingRowFragment = { id: string, reportScheduleId: string | null, day: string, dueAt: string, deliveries: Array<{ recipient: string, status: DeliveryStatus, detail: string | null, sentAt: string | null }> };

export type CreateReportScheduleMutationVariables = Exact<{
  input: CreateReportScheduleInput;
}>;


export type CreateReportScheduleMutation = { createReportSchedule: { reportSchedule: { id: string, reportedDay: ReportedDay, timeOfDay: string, recipients: Array<string>, language: MailLanguage, enabled: boolean, nextAt: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateReportScheduleMutationVariables = Exact<{
  input: UpdateReportScheduleInput;
}>;


export type UpdateReportScheduleMutation = { updateReportSchedule: { reportSchedule: { id: string, reportedDay: ReportedDay, timeOfDay: string, recipients: Array<string>, language: MailLanguage, enabled: boolean, nextAt: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type DeleteReportScheduleMutationVariables = Exact<{
  input: DeleteReportScheduleInput;
}>;


export type DeleteReportScheduleMutation = { deleteReportSchedule: { deletedId: string | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SendReportMutationVariables = Exact<{
  input: SendReportInput;
}>;


export type SendReportMutation = { sendReport: { sending: { id: string, reportScheduleId: string | null, day: string, dueAt: string, deliveries: Array<{ recipient: string, status: DeliveryStatus, detail: string | null, sentAt: string | null }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ReportOfRangeQueryVariables = Exact<{
  locationId?: string | null | undefined;
  from: string;
  to: string;
}>;


export type ReportOfRangeQuery = { salesRange: { summary: { saleCount: number, refundCount: number, voidCount: number }, figures: { marginPercent: string | null, salesBeforeDiscounts: { amount: number, currency: string }, discounts: { amount: number, currency: string }, returns: { amount: number, currency: string }, voids: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, salesWithoutTax: { amount: number, currency: string }, costOfGoods: { amount: number, currency: string }, grossProfit: { amount: number, currency: string }, averageSale: { amount: number, currency: string } | null }, payments: Array<{ methods: Array<PaymentMethod>, net: { amount: number, currency: string } }>, days: Array<{ day: string, summary: { saleCount: number, refundCount: number }, figures: { salesBeforeDiscounts: { amount: number, currency: string }, discounts: { amount: number, currency: string }, returns: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, salesWithoutTax: { amount: number, currency: string }, costOfGoods: { amount: number, currency: string }, grossProfit: { amount: number, currency: string } } }> } | null };

export type PaymentsOfRangeQueryVariables = Exact<{
  locationId?: string | null | undefined;
  from: string;
  to: string;
}>;


export type PaymentsOfRangeQuery = { salesRange: { days: Array<{ day: string, payments: Array<{ methods: Array<PaymentMethod>, net: { amount: number, currency: string } }> }> } | null };

export type SalesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SaleFilter | null | undefined;
  sort?: SaleSort | null | undefined;
}>;


export type SalesQuery = { sales: { nodes: Array<{ id: string, receiptNumber: string, occurredAt: string, customerId: string | null, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, total: { amount: number, currency: string }, payments: Array<{ id: string, method: PaymentMethod }>, lines: Array<{ id: string, description: string }>, exceptions: Array<{ code: string }>, refunds: Array<{ id: string, total: { amount: number, currency: string } }>, void: { id: string, total: { amount: number, currency: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, rowCount: { atLeast: number, isExact: boolean } | null } | null };

export type CountedFragment = { atLeast: number, isExact: boolean };

export type SaleFilterChoicesQueryVariables = Exact<{
  withStaff: boolean;
  withTerminals: boolean;
}>;


export type SaleFilterChoicesQuery = { staffPage?: { nodes: Array<{ id: string, name: string }> } | null, terminalsPage?: { nodes: Array<{ id: string, name: string }> } | null };

export type SalesExportQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: SaleFilter | null | undefined;
  sort?: SaleSort | null | undefined;
}>;


export type SalesExportQuery = { sales: { nodes: Array<{ id: string, receiptNumber: string, occurredAt: string, customerId: string | null, discountTotal: { amount: number, currency: string }, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, exportedLines: Array<{ quantity: string }>, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, total: { amount: number, currency: string }, payments: Array<{ id: string, method: PaymentMethod }>, lines: Array<{ id: string, description: string }>, exceptions: Array<{ code: string }>, refunds: Array<{ id: string, total: { amount: number, currency: string } }>, void: { id: string, total: { amount: number, currency: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type SaleRowFragment = { id: string, receiptNumber: string, occurredAt: string, customerId: string | null, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, total: { amount: number, currency: string }, payments: Array<{ id: string, method: PaymentMethod }>, lines: Array<{ id: string, description: string }>, exceptions: Array<{ code: string }>, refunds: Array<{ id: string, total: { amount: number, currency: string } }>, void: { id: string, total: { amount: number, currency: string } } | null };

export type SaleDetailQueryVariables = Exact<{
  id: string;
}>;


export type SaleDetailQuery = { me: { merchant: { name: string, country: string | null } } | null, sale: { id: string, sequence: number, receiptNumber: string, occurredAt: string, recordedAt: string, operatorId: string | null, note: string | null, isVoidable: boolean, customerId: string | null, pricesIncludeTax: boolean, cashStep: number, taxExemption: string | null, location: { id: string, name: string, timeZone: string, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null } }, terminal: { id: string, name: string, code: string }, operator: { id: string, name: string } | null, lines: Array<{ id: string, description: string, sku: string | null, quantity: string, unitPrice: string, discountTotal: { amount: number, currency: string }, taxTotal: { amount: number, currency: string }, total: { amount: number, currency: string }, tax: { amount: number, currency: string }, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, taxes: Array<{ name: string | null, rate: string, amount: { amount: number, currency: string } }> }>, payments: Array<{ id: string, method: PaymentMethod, paidBy: PaymentMethod | null, reference: string | null, amount: { amount: number, currency: string }, tendered: { amount: number, currency: string } | null }>, subtotal: { amount: number, currency: string }, discountTotal: { amount: number, currency: string }, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string }, changeDue: { amount: number, currency: string }, expectedTotal: { amount: number, currency: string } | null, exceptions: Array<{ code: string, message: string }>, refunds: Array<{ id: string, occurredAt: string, reason: string | null, exchange: { id: string, sale: { id: string, receiptNumber: string } } | null, operator: { id: string, name: string } | null, total: { amount: number, currency: string }, taxTotal: { amount: number, currency: string }, lines: Array<{ id: string, saleLine: number | null, description: string, quantity: string, writtenOff: boolean, total: { amount: number, currency: string }, taxTotal: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, rounding: { amount: number, currency: string } }>, void: { id: string, occurredAt: string, reason: string, operator: { id: string, name: string } | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } | null, receipt: { copies: number, link: string | null, linkGeneration: number, mails: Array<{ id: string, recipient: string | null, status: DeliveryStatus, detail: string | null, createdAt: string }> }, customer: { id: string, name: string | null, erasedAt: string | null } | null, customerChanges: Array<{ id: string, recordedAt: string, customerId: string | null, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null }>, refunded: { lines: Array<{ line: number, quantity: string, total: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, payments: Array<{ paymentId: string, amount: { amount: number, currency: string } }> }, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, exchange: { id: string, refund: { id: string, occurredAt: string, reason: string | null, sale: { id: string, receiptNumber: string } | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } } | null } | null };

export type CustomerOfSaleFragment = { customerId: string | null, customer: { id: string, name: string | null, erasedAt: string | null } | null, customerChanges: Array<{ id: string, recordedAt: string, customerId: string | null, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null }> };

export type SetSaleCustomerMutationVariables = Exact<{
  input: SetSaleCustomerInput;
}>;


export type SetSaleCustomerMutation = { setSaleCustomer: { change: { id: string, sale: { id: string, customerId: string | null, customer: { id: string, name: string | null, erasedAt: string | null } | null, customerChanges: Array<{ id: string, recordedAt: string, customerId: string | null, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null }> } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type CustomersToChooseQueryVariables = Exact<{
  search: string;
}>;


export type CustomersToChooseQuery = { customers: { nodes: Array<{ id: string, name: string | null, email: string | null, phone: string | null }> } | null };

export type RefundableFragment = { pricesIncludeTax: boolean, cashStep: number, total: { amount: number, currency: string }, rounding: { amount: number, currency: string }, lines: Array<{ quantity: string, total: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, paidBy: PaymentMethod | null, amount: { amount: number, currency: string } }>, refunded: { lines: Array<{ line: number, quantity: string, total: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, payments: Array<{ paymentId: string, amount: { amount: number, currency: string } }> } };

export type RefundDetailFragment = { id: string, occurredAt: string, reason: string | null, exchange: { id: string, sale: { id: string, receiptNumber: string } } | null, operator: { id: string, name: string } | null, total: { amount: number, currency: string }, taxTotal: { amount: number, currency: string }, lines: Array<{ id: string, saleLine: number | null, description: string, quantity: string, writtenOff: boolean, total: { amount: number, currency: string }, taxTotal: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, amount: { amount: number, currency: string } }> };

export type RefundSaleMutationVariables = Exact<{
  input: RefundSaleInput;
}>;


export type RefundSaleMutation = { refundSale: { refund: { id: string, sale: { id: string } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type VoidSaleMutationVariables = Exact<{
  input: VoidSaleInput;
}>;


export type VoidSaleMutation = { voidSale: { void: { id: string, sale: { id: string } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SaleTitleQueryVariables = Exact<{
  id: string;
}>;


export type SaleTitleQuery = { record: { id: string, name: string } | null };

export type ParkedSalesQueryVariables = Exact<{
  locationId: string;
}>;


export type ParkedSalesQuery = { parkedSales: Array<{ id: string, label: string | null, parkedAt: string, location: { id: string, timeZone: string }, terminal: { id: string, name: string } | null, customer: { id: string, name: string } | null, total: { amount: number, currency: string } | null, lines: Array<{ id: string, description: string | null, variant: { id: string, title: string } | null }> }> | null };

export type DiscardParkedAtDeskMutationVariables = Exact<{
  input: DiscardParkedSaleInput;
}>;


export type DiscardParkedAtDeskMutation = { discardParkedSale: { parkedSale: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type MerchantSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MerchantSettingsQuery = { me: { merchant: { name: string, country: string | null, currency: string, cashStep: number, refusesOutOfStock: boolean, refundsToSameMethod: boolean, refundNeedsCustomer: boolean, isSetupHidden: boolean, version: number, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null } } } | null };

export type CurrencyHoldQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrencyHoldQuery = { currencyHold: CurrencyHold | null };

export type MerchantWholeFragment = { name: string, country: string | null, currency: string, cashStep: number, refusesOutOfStock: boolean, refundsToSameMethod: boolean, refundNeedsCustomer: boolean, isSetupHidden: boolean, version: number, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null } };

export type UpdateMerchantMutationVariables = Exact<{
  input: UpdateMerchantInput;
}>;


export type UpdateMerchantMutation = { updateMerchant: { merchant: { name: string, country: string | null, currency: string, cashStep: number, refusesOutOfStock: boolean, refundsToSameMethod: boolean, refundNeedsCustomer: boolean, isSetupHidden: boolean, version: number, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ChangeCurrencyMutationVariables = Exact<{
  input: ChangeCurrencyInput;
}>;


export type ChangeCurrencyMutation = { changeCurrency: { merchant: { name: string, country: string | null, currency: string, cashStep: number, refusesOutOfStock: boolean, refundsToSameMethod: boolean, refundNeedsCustomer: boolean, isSetupHidden: boolean, version: number, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SetupStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupStepsQuery = { setupSteps: Array<{ name: SetupStepName, isDone: boolean }> | null, me: { merchant: { version: number } } | null };

export type HideSetupMutationVariables = Exact<{
  input: UpdateMerchantInput;
}>;


export type HideSetupMutation = { updateMerchant: { merchant: { isSetupHidden: boolean, version: number } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type OpenExceptionsQueryVariables = Exact<{
  locationId?: string | null | undefined;
}>;


export type OpenExceptionsQuery = { exceptions: { nodes: Array<{ subject: string, code: string }>, pageInfo: { hasNextPage: boolean } } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  withCustomers: boolean;
}>;


export type SearchQuery = { products: { nodes: Array<{ id: string, name: string }> } | null, customers?: { nodes: Array<{ id: string, name: string | null, phone: string | null }> } | null, sales: { nodes: Array<{ id: string, receiptNumber: string, occurredAt: string, location: { id: string, timeZone: string }, total: { amount: number, currency: string } }> } | null };

export type StaffListQueryVariables = Exact<{
  filter?: StaffFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StaffListQuery = { staffPage: { nodes: Array<{ id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StaffRowFragment = { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null };

export type CreateStaffMutationVariables = Exact<{
  input: CreateStaffInput;
}>;


export type CreateStaffMutation = { createStaff: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateStaffMutationVariables = Exact<{
  input: UpdateStaffInput;
}>;


export type UpdateStaffMutation = { updateStaff: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SetStaffPinMutationVariables = Exact<{
  input: SetStaffPinInput;
}>;


export type SetStaffPinMutation = { setStaffPin: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SetStaffPasswordMutationVariables = Exact<{
  input: SetStaffPasswordInput;
}>;


export type SetStaffPasswordMutation = { setStaffPassword: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type DeactivateStaffMutationVariables = Exact<{
  input: SwitchStaffInput;
}>;


export type DeactivateStaffMutation = { deactivateStaff: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ReactivateStaffMutationVariables = Exact<{
  input: SwitchStaffInput;
}>;


export type ReactivateStaffMutation = { reactivateStaff: { staff: { id: string, name: string, role: Role, operatorNumber: string | null, email: string | null, isActive: boolean, hasPassword: boolean, hasPin: boolean, isPinShort: boolean, isChangeable: boolean, version: number, locations: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UnrecordedArticlesQueryVariables = Exact<{
  locationId: string;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UnrecordedArticlesQuery = { stockLevels: { nodes: Array<{ sku: string, variant: { id: string, title: string, unitCost: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UnrecordedArticleFragment = { sku: string, variant: { id: string, title: string, unitCost: string | null } };

export type RecordOpeningStockMutationVariables = Exact<{
  input: RecordOpeningStockInput;
}>;


export type RecordOpeningStockMutation = { recordOpeningStock: { openingStockId: string | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type StockLevelsQueryVariables = Exact<{
  locationId: string;
  search?: string | null | undefined;
  filter?: StockLevelFilter | null | undefined;
  sort?: StockLevelSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockLevelsQuery = { stockLevels: { nodes: Array<{ sku: string, onHand: string, unitCost: string | null, value: { amount: number, currency: string } | null, variant: { id: string, name: string, title: string, reorderPoint: string | null, product: { id: string, name: string, category: { id: string, name: string } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type LevelRowFragment = { sku: string, onHand: string, unitCost: string | null, value: { amount: number, currency: string } | null, variant: { id: string, name: string, title: string, reorderPoint: string | null, product: { id: string, name: string, category: { id: string, name: string } | null } } };

export type StockOfAllQueryVariables = Exact<{
  locationId: string;
  search?: string | null | undefined;
  filter?: StockLevelFilter | null | undefined;
  sort?: StockLevelSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockOfAllQuery = { stockLevels: { nodes: Array<{ sku: string, variant: { id: string, title: string, reorderPoint: string | null, levels: Array<{ onHand: string, location: { id: string } }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type LowStockOfAllQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LowStockOfAllQuery = { lowStockPage: { nodes: Array<{ onHand: string, location: { id: string, name: string }, variant: { id: string, title: string, sku: string, reorderPoint: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StockValueQueryVariables = Exact<{
  locationId: string;
}>;


export type StockValueQuery = { accountBalances: Array<{ account: Account, balance: { amount: number, currency: string } }> | null };

export type VariantLevelQueryVariables = Exact<{
  locationId: string;
  id: string;
}>;


export type VariantLevelQuery = { variant: { id: string, name: string, title: string, sku: string, stocked: boolean, reorderPoint: string | null } | null, movements: { nodes: Array<{ quantityAfter: string }> } | null };

export type MovementsQueryVariables = Exact<{
  locationId: string;
  variantId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MovementsQuery = { movements: { nodes: Array<{ id: string, factId: string, kind: string, occurredAt: string, recordedAt: string, reason: string | null, reasonCode: StockReason | null, quantity: string, quantityAfter: string, operator: { id: string, name: string } | null, value: { amount: number, currency: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type MovementRowFragment = { id: string, factId: string, kind: string, occurredAt: string, recordedAt: string, reason: string | null, reasonCode: StockReason | null, quantity: string, quantityAfter: string, operator: { id: string, name: string } | null, value: { amount: number, currency: string } | null };

export type AdjustStockMutationVariables = Exact<{
  input: AdjustStockInput;
}>;


export type AdjustStockMutation = { adjustStock: { stockAdjustment: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RecordStockTakeMutationVariables = Exact<{
  input: RecordStockTakeInput;
}>;


export type RecordStockTakeMutation = { recordStockTake: { stockAdjustment: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UnitCostQueryVariables = Exact<{
  locationId: string;
  id: string;
  skus: Array<string> | string;
}>;


export type UnitCostQuery = { stockLevels: { nodes: Array<{ unitCost: string | null }> } | null, variant: { unitCost: string | null } | null };

export type StockTitleQueryVariables = Exact<{
  id: string;
}>;


export type StockTitleQuery = { record: { id: string, name: string } | null };

export type TakeArticlesQueryVariables = Exact<{
  locationId: string;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TakeArticlesQuery = { stockLevels: { nodes: Array<{ sku: string, onHand: string, variant: { id: string, title: string, barcodes: Array<string> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type TakeArticleFragment = { sku: string, onHand: string, variant: { id: string, title: string, barcodes: Array<string> } };

export type TaxSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type TaxSettingsQuery = { taxSettings: { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> } };

export type TaxWholeFragment = { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> };

export type TaxRateFragment = { id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> };

export type CreateTaxRateMutationVariables = Exact<{
  input: CreateTaxCodeInput;
}>;


export type CreateTaxRateMutation = { createTaxCode: { taxCode: { id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateTaxRateMutationVariables = Exact<{
  input: UpdateTaxCodeInput;
}>;


export type UpdateTaxRateMutation = { updateTaxCode: { taxSettings: { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type ChangeTaxRateMutationVariables = Exact<{
  input: ChangeTaxRateInput;
}>;


export type ChangeTaxRateMutation = { changeTaxRate: { taxSettings: { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type TaxRegimesQueryVariables = Exact<{ [key: string]: never; }>;


export type TaxRegimesQuery = { taxRegimes: Array<{ name: TaxRegimeName, source: string, taxCodes: Array<{ name: string, nameChinese: string, rates: Array<{ from: string | null, rate: string }> }> }> | null };

export type AdoptTaxRegimeMutationVariables = Exact<{
  input: AdoptTaxRegimeInput;
}>;


export type AdoptTaxRegimeMutation = { adoptTaxRegime: { taxSettings: { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type UpdateTaxSettingsMutationVariables = Exact<{
  input: UpdateTaxSettingsInput;
}>;


export type UpdateTaxSettingsMutation = { updateTaxSettings: { taxSettings: { pricesIncludeTax: boolean, level: TaxLevel, rounding: TaxRounding, version: number, defaultTaxCode: { id: string }, taxCodes: Array<{ id: string, name: string, rate: string, isDiscontinued: boolean, components: Array<{ name: string, rate: string, isCompound: boolean }>, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type KeptProductFragment = { id: string, name: string, isDiscontinued: boolean, category: { id: string } | null, taxCode: { id: string }, variants: Array<{ id: string, sku: string, title: string, name: string, unitPrice: string, barcodes: Array<string> }> };

export type CatalogAtTerminalQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CatalogAtTerminalQuery = { catalogSnapshot: { version: string, productCount: number, next: string | null, products: Array<{ id: string, name: string, isDiscontinued: boolean, category: { id: string } | null, taxCode: { id: string }, variants: Array<{ id: string, sku: string, title: string, name: string, unitPrice: string, barcodes: Array<string> }> }>, categories: Array<{ id: string, name: string, isDiscontinued: boolean }> } | null };

export type CatalogChangesAtTerminalQueryVariables = Exact<{
  since: string;
}>;


export type CatalogChangesAtTerminalQuery = { catalogChanges: { isReset: boolean, version: string | null, hasMore: boolean, haveSettingsChanged: boolean, products: Array<{ id: string, name: string, isDiscontinued: boolean, category: { id: string } | null, taxCode: { id: string }, variants: Array<{ id: string, sku: string, title: string, name: string, unitPrice: string, barcodes: Array<string> }> }>, categories: Array<{ id: string, name: string, isDiscontinued: boolean }> } | null };

export type NewGoodsAtTerminalQueryVariables = Exact<{
  search: string;
}>;


export type NewGoodsAtTerminalQuery = { products: { nodes: Array<{ id: string, name: string, isDiscontinued: boolean, category: { id: string } | null, taxCode: { id: string }, variants: Array<{ id: string, sku: string, title: string, name: string, unitPrice: string, barcodes: Array<string> }> }> } | null };

export type EReceiptAtTerminalQueryVariables = Exact<{
  id: string;
}>;


export type EReceiptAtTerminalQuery = { sale: { id: string, receipt: { copies: number, link: string | null, linkGeneration: number, mails: Array<{ id: string, recipient: string | null, status: DeliveryStatus, detail: string | null, createdAt: string }> } } | null };

export type SendSaleMutationVariables = Exact<{
  input: CompleteSaleInput;
}>;


export type SendSaleMutation = { completeSale: { epoch: number, sale: { id: string } | null, userErrors: Array<
      | { limitPercent: string, code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
    > } };

export type SendRefundMutationVariables = Exact<{
  input: RefundSaleInput;
}>;


export type SendRefundMutation = { refundSale: { epoch: number | null, refund: { id: string } | null, userErrors: Array<
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
    > } };

export type SendExchangeMutationVariables = Exact<{
  input: ExchangeSaleInput;
}>;


export type SendExchangeMutation = { exchangeSale: { epoch: number | null, exchange: { id: string } | null, userErrors: Array<
      | { limitPercent: string, code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
    > } };

export type SendVoidMutationVariables = Exact<{
  input: VoidSaleInput;
}>;


export type SendVoidMutation = { voidSale: { epoch: number | null, void: { id: string } | null, userErrors: Array<
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
      | { code: string, message: string, path: Array<string> }
    > } };

export type SendFactsMutationVariables = Exact<{
  input: SyncFactsInput;
}>;


export type SendFactsMutation = { syncFacts: { epoch: number, results: Array<{ id: string, status: SyncStatus, userErrors: Array<
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
        | { code: string, message: string, path: Array<string> }
      > }> } };

export type AnnounceMutationVariables = Exact<{ [key: string]: never; }>;


export type AnnounceMutation = { announceTerminal: { epoch: number } };

export type ParkedSalesAtTerminalQueryVariables = Exact<{
  locationId: string;
}>;


export type ParkedSalesAtTerminalQuery = { parkedSales: Array<{ id: string, label: string | null, parkedAt: string, terminal: { id: string, name: string } | null, customer: { id: string, name: string } | null, total: { amount: number, currency: string } | null, lines: Array<{ id: string, description: string | null, quantity: string, variant: { id: string, title: string } | null }> }> | null };

export type ParkedRowFragment = { id: string, label: string | null, parkedAt: string, terminal: { id: string, name: string } | null, customer: { id: string, name: string } | null, total: { amount: number, currency: string } | null, lines: Array<{ id: string, description: string | null, quantity: string, variant: { id: string, title: string } | null }> };

export type ParkedCartFragment = { id: string, note: string | null, customer: { id: string, name: string, groupIds: Array<string>, taxExemption: string | null } | null, lines: Array<{ id: string, description: string | null, quantity: string, unitPrice: string | null, taxCodeId: string | null, variant: { id: string, sku: string, title: string, unitPrice: string, product: { id: string, category: { id: string } | null, taxCode: { id: string } } } | null, discounts: Array<{ percent: string | null, reason: string | null, couponCode: string | null, amount: { amount: number, currency: string } | null }> }>, discounts: Array<{ percent: string | null, reason: string | null, couponCode: string | null, amount: { amount: number, currency: string } | null }> };

export type DiscountOfParkedFragment = { percent: string | null, reason: string | null, couponCode: string | null, amount: { amount: number, currency: string } | null };

export type ParkSaleMutationVariables = Exact<{
  input: ParkSaleInput;
}>;


export type ParkSaleMutation = { parkSale: { parkedSale: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RecallParkedSaleMutationVariables = Exact<{
  input: RecallParkedSaleInput;
}>;


export type RecallParkedSaleMutation = { recallParkedSale: { parkedSale: { id: string, note: string | null, customer: { id: string, name: string, groupIds: Array<string>, taxExemption: string | null } | null, lines: Array<{ id: string, description: string | null, quantity: string, unitPrice: string | null, taxCodeId: string | null, variant: { id: string, sku: string, title: string, unitPrice: string, product: { id: string, category: { id: string } | null, taxCode: { id: string } } } | null, discounts: Array<{ percent: string | null, reason: string | null, couponCode: string | null, amount: { amount: number, currency: string } | null }> }>, discounts: Array<{ percent: string | null, reason: string | null, couponCode: string | null, amount: { amount: number, currency: string } | null }> } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type DiscardParkedSaleMutationVariables = Exact<{
  input: DiscardParkedSaleInput;
}>;


export type DiscardParkedSaleMutation = { discardParkedSale: { parkedSale: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type GiftCardAtTerminalQueryVariables = Exact<{
  code: string;
}>;


export type GiftCardAtTerminalQuery = { giftCard: { id: string, lastFour: string, isBlocked: boolean | null, balance: { amount: number, currency: string } | null } | null };

export type PairTerminalMutationVariables = Exact<{
  input: ActivateTerminalInput;
}>;


export type PairTerminalMutation = { activateTerminal: { token: string | null, terminal: { id: string, code: string, name: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type TerminalSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type TerminalSettingsQuery = { terminalSettings: { merchantName: string, country: string | null, currency: string, cashStep: number, pricesIncludeTax: boolean, taxLevel: TaxLevel, taxRounding: TaxRounding, defaultTaxCodeId: string, lastSequence: number, terminal: { id: string, code: string, name: string, location: { id: string, name: string, timeZone: string, dayEndHour: number } }, receipt: { address: string | null, phone: string | null, taxNumber: string | null, footer: string | null, logo: string | null, language: ReceiptLanguage | null }, taxCodes: Array<{ id: string, name: string, rate: string, rates: Array<{ from: string | null, rate: string, components: Array<{ name: string, rate: string, isCompound: boolean }> }> }>, promotions: Array<{ id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, minimumQuantity: number | null, couponCode: string | null, couponLimit: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, createdAt: string, endedAt: string | null, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string> }> }>, priceLists: Array<{ id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, isEnabled: boolean, createdAt: string, endedAt: string | null, prices: Array<{ variantId: string, minimumQuantity: string, unitPrice: string }> }> } | null };

export type KeptPromotionFragment = { id: string, name: string, kind: PromotionKind, percent: string | null, amount: number | null, isPerUnit: boolean, unitPrice: string | null, buyQuantity: number | null, getQuantity: number | null, productIds: Array<string>, categoryIds: Array<string>, groupIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, minimumAmount: number | null, minimumQuantity: number | null, couponCode: string | null, couponLimit: number | null, priority: number, stacking: PromotionStacking, isEnabled: boolean, createdAt: string, endedAt: string | null, version: number, parts: Array<{ quantity: number, productIds: Array<string>, categoryIds: Array<string> }> };

export type KeptPriceListFragment = { id: string, name: string, groupIds: Array<string>, locationIds: Array<string>, startsOn: string | null, endsOn: string | null, weekdays: Array<number>, startTime: string | null, endTime: string | null, isEnabled: boolean, createdAt: string, endedAt: string | null, prices: Array<{ variantId: string, minimumQuantity: string, unitPrice: string }> };

export type SignInAtTerminalMutationVariables = Exact<{
  input: SignInOperatorInput;
}>;


export type SignInAtTerminalMutation = { signInOperator: { token: string | null, operatorId: string | null, expiresAt: string | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type TerminalOperatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type TerminalOperatorsQuery = { terminalOperators: Array<{ id: string, name: string, operatorNumber: string }> | null };

export type OperatorAtTerminalQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorAtTerminalQuery = { me: { role: Role | null, permissions: Array<string>, discountLimitPercent: string | null, staff: { id: string, name: string } | null } | null };

export type CustomersAtTerminalQueryVariables = Exact<{
  search: string;
}>;


export type CustomersAtTerminalQuery = { customersAtCounter: Array<{ id: string, name: string, phoneEnding: string | null, maskedEmail: string | null, groupIds: Array<string>, taxExemption: string | null }> | null };

export type CreateCustomerAtTerminalMutationVariables = Exact<{
  input: CreateCustomerAtCounterInput;
}>;


export type CreateCustomerAtTerminalMutation = { createCustomerAtCounter: { customer: { id: string, name: string, groupIds: Array<string>, taxExemption: string | null } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SetSaleCustomerAtTerminalMutationVariables = Exact<{
  input: SetSaleCustomerInput;
}>;


export type SetSaleCustomerAtTerminalMutation = { setSaleCustomer: { change: { id: string } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type SaleToRefundQueryVariables = Exact<{
  id: string;
}>;


export type SaleToRefundQuery = { sale: { id: string, receiptNumber: string, pricesIncludeTax: boolean, cashStep: number, lines: Array<{ description: string, quantity: string, total: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, total: { amount: number, currency: string }, rounding: { amount: number, currency: string }, payments: Array<{ id: string, method: PaymentMethod, paidBy: PaymentMethod | null, amount: { amount: number, currency: string } }>, refunded: { lines: Array<{ line: number, quantity: string, total: { amount: number, currency: string }, tax: { amount: number, currency: string } }>, payments: Array<{ paymentId: string, amount: { amount: number, currency: string } }> } } | null };

export type ReceiptsByNumberQueryVariables = Exact<{
  receiptNumber: string;
}>;


export type ReceiptsByNumberQuery = { sales: { nodes: Array<{ id: string, receiptNumber: string, occurredAt: string, pricesIncludeTax: boolean, taxExemption: string | null, note: string | null, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, lines: Array<{ id: string, description: string, quantity: string, unitPrice: string, total: { amount: number, currency: string }, discountTotal: { amount: number, currency: string }, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, taxes: Array<{ name: string | null, rate: string, amount: { amount: number, currency: string } }> }>, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string }, tendered: { amount: number, currency: string } | null }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string }, changeDue: { amount: number, currency: string }, refunds: Array<{ id: string, occurredAt: string, reason: string | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } }>, void: { id: string, occurredAt: string, reason: string, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } | null, exchange: { id: string, refund: { id: string, occurredAt: string, reason: string | null, sale: { id: string, receiptNumber: string } | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } } | null }> } | null };

export type ReceiptByIdQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptByIdQuery = { sale: { id: string, isVoidable: boolean, receiptNumber: string, occurredAt: string, pricesIncludeTax: boolean, taxExemption: string | null, note: string | null, receipt: { copies: number, link: string | null, linkGeneration: number }, location: { id: string, name: string, timeZone: string }, terminal: { id: string, name: string }, operator: { id: string, name: string } | null, customer: { id: string, name: string | null } | null, lines: Array<{ id: string, description: string, quantity: string, unitPrice: string, total: { amount: number, currency: string }, discountTotal: { amount: number, currency: string }, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, taxes: Array<{ name: string | null, rate: string, amount: { amount: number, currency: string } }> }>, discounts: Array<{ reason: string | null, amount: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string }, tendered: { amount: number, currency: string } | null }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string }, changeDue: { amount: number, currency: string }, refunds: Array<{ id: string, occurredAt: string, reason: string | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } }>, void: { id: string, occurredAt: string, reason: string, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } | null, exchange: { id: string, refund: { id: string, occurredAt: string, reason: string | null, sale: { id: string, receiptNumber: string } | null, lines: Array<{ id: string, description: string, quantity: string, total: { amount: number, currency: string } }>, payments: Array<{ id: string, method: PaymentMethod, reference: string | null, amount: { amount: number, currency: string } }>, taxTotal: { amount: number, currency: string }, rounding: { amount: number, currency: string }, total: { amount: number, currency: string } } } | null } | null };

export type TerminalsQueryVariables = Exact<{ [key: string]: never; }>;


export type TerminalsQuery = { terminals: Array<{ id: string, code: string, name: string, kind: TerminalKind, activatedAt: string | null, revokedAt: string | null, seenAt: string | null, version: number, location: { id: string, name: string, timeZone: string } }> | null };

export type TerminalRowFragment = { id: string, code: string, name: string, kind: TerminalKind, activatedAt: string | null, revokedAt: string | null, seenAt: string | null, version: number, location: { id: string, name: string, timeZone: string } };

export type CreateTerminalMutationVariables = Exact<{
  input: CreateTerminalInput;
}>;


export type CreateTerminalMutation = { createTerminal: { terminal: { id: string, code: string, name: string, kind: TerminalKind, activatedAt: string | null, revokedAt: string | null, seenAt: string | null, version: number, location: { id: string, name: string, timeZone: string } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type IssueActivationCodeMutationVariables = Exact<{
  input: IssueActivationCodeInput;
}>;


export type IssueActivationCodeMutation = { issueActivationCode: { activationCode: string | null, expiresAt: string | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type RevokeTerminalMutationVariables = Exact<{
  input: RevokeTerminalInput;
}>;


export type RevokeTerminalMutation = { revokeTerminal: { terminal: { id: string, code: string, name: string, kind: TerminalKind, activatedAt: string | null, revokedAt: string | null, seenAt: string | null, version: number, location: { id: string, name: string, timeZone: string } } | null, userErrors: Array<
      | { __typename: 'DiscountNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'PriceNotAllowed', code: string, message: string, path: Array<string> }
      | { __typename: 'Refusal', code: string, message: string, path: Array<string> }
      | { __typename: 'TooManyAttempts', retryAfterSeconds: number, code: string, message: string, path: Array<string> }
      | { __typename: 'TotalMismatch', code: string, message: string, path: Array<string> }
      | { __typename: 'VersionConflict', version: number, code: string, message: string, path: Array<string> }
      | { __typename: 'WeakPassword', containsName: boolean, code: string, message: string, path: Array<string> }
    > } };

export type TerminalActivationQueryVariables = Exact<{
  id: string;
}>;


export type TerminalActivationQuery = { node:
    | { __typename: 'Category' }
    | { __typename: 'Customer' }
    | { __typename: 'Exception' }
    | { __typename: 'Exchange' }
    | { __typename: 'GiftCard' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Location' }
    | { __typename: 'Movement' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'Promotion' }
    | { __typename: 'Refund' }
    | { __typename: 'ReportSchedule' }
    | { __typename: 'ReportSending' }
    | { __typename: 'Sale' }
    | { __typename: 'SaleCustomerChange' }
    | { __typename: 'SaleVoid' }
    | { __typename: 'Staff' }
    | { __typename: 'StockAdjustment' }
    | { __typename: 'StockLevel' }
    | { __typename: 'TaxCode' }
    | { __typename: 'Terminal', id: string, activatedAt: string | null }
    | { __typename: 'Variant' }
   | null };
