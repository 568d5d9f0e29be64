import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DiscountNotAllowed as DiscountNotAllowedMapper, Money as MoneyMapper, Node as NodeMapper, PriceNotAllowed as PriceNotAllowedMapper, Refusal as RefusalMapper, TooManyAttempts as TooManyAttemptsMapper, TotalMismatch as TotalMismatchMapper, UserError as UserErrorMapper, VersionConflict as VersionConflictMapper, WeakPassword as WeakPasswordMapper } from '../base/mappers.ts';
import type { Me as MeMapper } from '../access/mappers.ts';
import type { Merchant as MerchantMapper, ReceiptSettings as ReceiptSettingsMapper, RoleLimits as RoleLimitsMapper, RoleLimitsList as RoleLimitsListMapper } from '../merchant/mappers.ts';
import type { DatedTaxRate as DatedTaxRateMapper, TaxCode as TaxCodeMapper, TaxComponent as TaxComponentMapper, TaxRegime as TaxRegimeMapper, TaxRegimeCode as TaxRegimeCodeMapper, TaxSettings as TaxSettingsMapper } from '../tax/mappers.ts';
import type { Location as LocationMapper } from '../location/mappers.ts';
import type { OwnAccount as OwnAccountMapper, Staff as StaffMapper } from '../staff/mappers.ts';
import type { AnnounceTerminalPayload as AnnounceTerminalPayloadMapper, Terminal as TerminalMapper, TerminalOperator as TerminalOperatorMapper } from '../terminal/mappers.ts';
import type { Category as CategoryMapper, Product as ProductMapper, Variant as VariantMapper } from '../catalog/mappers.ts';
import type { CustomerGroup as CustomerGroupMapper } from '../customer-group/mappers.ts';
import type { BundlePart as BundlePartMapper, Promotion as PromotionMapper } from '../promotion/mappers.ts';
import type { ListPrice as ListPriceMapper, PriceList as PriceListMapper } from '../price-list/mappers.ts';
import type { LowStock as LowStockMapper, Movement as MovementMapper, StockAdjustment as StockAdjustmentMapper, StockAdjustmentLine as StockAdjustmentLineMapper, StockLevel as StockLevelMapper } from '../stock/mappers.ts';
import type { CounterCustomer as CounterCustomerMapper, Customer as CustomerMapper, CustomerTotals as CustomerTotalsMapper } from '../customer/mappers.ts';
import type { GiftCard as GiftCardMapper, GiftCardConnection as GiftCardConnectionMapper, StoreCredit as StoreCreditMapper, ValueEvent as ValueEventMapper, ValueEventConnection as ValueEventConnectionMapper } from '../stored-value/mappers.ts';
import type { OwnPaymentMethod as OwnPaymentMethodMapper, Payment as PaymentMapper } from '../payment/mappers.ts';
import type { CompleteSalePayload as CompleteSalePayloadMapper, PricedSale as PricedSaleMapper, Sale as SaleMapper, SaleConnection as SaleConnectionMapper, SaleLine as SaleLineMapper, SyncSalesPayload as SyncSalesPayloadMapper } from '../sale/mappers.ts';
import type { Refund as RefundMapper, RefundConnection as RefundConnectionMapper, RefundLine as RefundLineMapper, RefundedSoFar as RefundedSoFarMapper } from '../refund/mappers.ts';
import type { SaleVoid as SaleVoidMapper } from '../void/mappers.ts';
import type { Exchange as ExchangeMapper } from '../exchange/mappers.ts';
import type { ParkedSale as ParkedSaleMapper, ParkedSaleLine as ParkedSaleLineMapper } from '../parked/mappers.ts';
import type { Quote as QuoteMapper } from '../quote/mappers.ts';
import type { PaymentOutcome as PaymentOutcomeMapper, UncertainPayments as UncertainPaymentsMapper } from '../payment-outcome/mappers.ts';
import type { SaleCustomerChange as SaleCustomerChangeMapper } from '../attribution/mappers.ts';
import type { CustomerAccount as CustomerAccountMapper, CustomerPayment as CustomerPaymentMapper, CustomerStatement as CustomerStatementMapper, CustomerStatementLine as CustomerStatementLineMapper } from '../customer-account/mappers.ts';
import type { ElectronicReceipt as ElectronicReceiptMapper, ReceiptMail as ReceiptMailMapper, ReceiptState as ReceiptStateMapper, RenderedReceipt as RenderedReceiptMapper } from '../receipt/mappers.ts';
import type { FapiaoRequest as FapiaoRequestMapper, FapiaoRequestConnection as FapiaoRequestConnectionMapper, FapiaoTax as FapiaoTaxMapper } from '../fapiao/mappers.ts';
import type { RecordedFact as RecordedFactMapper, SyncFactsPayload as SyncFactsPayloadMapper } from '../sync/mappers.ts';
import type { AccountBalance as AccountBalanceMapper, JournalEntry as JournalEntryMapper, JournalPosting as JournalPostingMapper } from '../finance/mappers.ts';
import type { AccountPayments as AccountPaymentsMapper, ArticleSales as ArticleSalesMapper, CategorySales as CategorySalesMapper, DailyReport as DailyReportMapper, DayOfSales as DayOfSalesMapper, DrawerCash as DrawerCashMapper, HourOfSales as HourOfSalesMapper, LocationOfRange as LocationOfRangeMapper, MethodTotal as MethodTotalMapper, ReconciliationCheck as ReconciliationCheckMapper, ReconciliationDifference as ReconciliationDifferenceMapper, SalesFigures as SalesFiguresMapper, SalesParts as SalesPartsMapper, SalesRange as SalesRangeMapper, SalesSummary as SalesSummaryMapper, SalesUpTo as SalesUpToMapper, TaxTotal as TaxTotalMapper } from '../report/mappers.ts';
import type { ReportDelivery as ReportDeliveryMapper, ReportSchedule as ReportScheduleMapper, ReportSending as ReportSendingMapper } from '../mail/mappers.ts';
import type { Exception as ExceptionMapper, ExceptionDetail as ExceptionDetailMapper } from '../exception/mappers.ts';
import type { RequestContext } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 4217 */
  CurrencyCode: { input: string; output: string; }
  /** YYYY-MM-DD, a business day in the location's time zone */
  Date: { input: string; output: string; }
  /** RFC 3339 instant; output in UTC with milliseconds */
  DateTime: { input: string; output: string; }
  /** Decimal string: a quantity "0.375" (up to 3 places), a unit price "2.55" (up to 6 places, major units) */
  Decimal: { input: string; output: string; }
  /** Integer count of the currency's minor unit, a JSON number, |n| <= 2^53-1 */
  MinorUnits: { input: number; output: number; }
};

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
  /** What customers paid for goods that they have not collected yet. */
  | 'CUSTOMER_DEPOSITS'
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
  /** What customers owe who bought on account. */
  | 'RECEIVABLES'
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
  /** Tips that customers gave and the staff has not been paid yet. */
  | 'TIPS_PAYABLE'
  /** Balances of gift cards and store credit that were changed by hand. */
  | 'VALUE_ADJUSTMENTS';

/** Debit above zero. Over all accounts of a ledger they sum to zero. */
export type AccountBalance = {
  __typename?: 'AccountBalance';
  /** The account. */
  account: Account;
  /** Debit above zero. */
  balance: Money;
};

/** What came in by the payment methods that share an account, less what was given back. */
export type AccountPayments = {
  __typename?: 'AccountPayments';
  /** The methods. */
  methods: Array<PaymentMethod>;
  /** What came in less what was given back. */
  net: Money;
};

/** What a device sends to be paired. */
export type ActivateTerminalInput = {
  /** As issueActivationCode returned it. */
  activationCode: Scalars['String']['input'];
  /** A new name for the terminal, 1 to 200 characters. Absent: as it is. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A public key of the device, stored with the terminal. Absent: none. */
  publicKey?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to activateTerminal. */
export type ActivateTerminalPayload = {
  __typename?: 'ActivateTerminalPayload';
  /** The activated terminal. Null: the request was refused. */
  terminal?: Maybe<Terminal>;
  /** The terminal's own credential, shown once. Null: the request was refused. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A variant for an existing product. */
export type AddVariantInput = {
  /** The product that it belongs to. */
  productId: Scalars['ID']['input'];
  /** The new variant. */
  variant: CreateVariantInput;
};

/** The answer to addVariant. */
export type AddVariantPayload = {
  __typename?: 'AddVariantPayload';
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
  /** The variant. Null: the request was refused. */
  variant?: Maybe<Variant>;
};

/** A change of a gift card by hand. */
export type AdjustGiftCardInput = {
  /** What is put on it; below zero: taken from it. Absent: unchanged. */
  amount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** The card. */
  giftCardId: Scalars['ID']['input'];
  /** vad_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** Blocks it, or releases it. Absent: unchanged. */
  isBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** In whose books the change is. */
  locationId: Scalars['ID']['input'];
  /** For people; up to 500 characters. */
  reason: Scalars['String']['input'];
};

/** The answer to adjustGiftCard. */
export type AdjustGiftCardPayload = {
  __typename?: 'AdjustGiftCardPayload';
  /** The card as it is now. Null: the request was refused. */
  giftCard?: Maybe<GiftCard>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** An adjustment of stock. */
export type AdjustStockInput = {
  /** adj_<ULID> */
  id: Scalars['ID']['input'];
  /** 1 to 2,000. */
  lines: Array<StockAdjustmentLineInput>;
  /** Where the goods are. */
  locationId: Scalars['ID']['input'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['input'];
  /** Why, for people. With `reasonCode` it may be empty. */
  reason: Scalars['String']['input'];
  /** Why, where it is one of the usual reasons. */
  reasonCode?: InputMaybe<StockReason>;
};

/** The answer to `adjustStock`. */
export type AdjustStockPayload = {
  __typename?: 'AdjustStockPayload';
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** The adjustment as it is stored; null if it was rejected. */
  stockAdjustment?: Maybe<StockAdjustment>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** A change of a store credit by hand. */
export type AdjustStoreCreditInput = {
  /** What is put on it; below zero: taken from it. */
  amount: Scalars['MinorUnits']['input'];
  /** Whose it is. */
  customerId: Scalars['ID']['input'];
  /** vad_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** In whose books the change is. */
  locationId: Scalars['ID']['input'];
  /** For people; up to 500 characters. */
  reason: Scalars['String']['input'];
};

/** The answer to adjustStoreCredit. */
export type AdjustStoreCreditPayload = {
  __typename?: 'AdjustStoreCreditPayload';
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** What there is now. Null: the request was refused. */
  storeCredit?: Maybe<StoreCredit>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
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
  amount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** The approval that allowed it. */
  approvalId?: InputMaybe<Scalars['ID']['input']>;
  /** The coupon that gave it. */
  couponCode?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 100, of what the discounts before it left. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** The promotion that gave it. */
  promotionId?: InputMaybe<Scalars['ID']['input']>;
  /** For people: why it was given. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Which regime is taken over. */
export type AdoptTaxRegimeInput = {
  /** In which the tax codes are named. Absent: English. */
  language?: InputMaybe<ReceiptLanguage>;
  /** Whose. */
  regime: TaxRegimeName;
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to adoptTaxRegime. */
export type AdoptTaxRegimePayload = {
  __typename?: 'AdoptTaxRegimePayload';
  /** The tax settings as they are now. Null: the request was refused. */
  taxSettings?: Maybe<TaxSettings>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** The answer to announceTerminal. */
export type AnnounceTerminalPayload = {
  __typename?: 'AnnounceTerminalPayload';
  /** As in SyncSalesPayload: when it has risen, the terminal sends again what it still has. */
  epoch: Scalars['Int']['output'];
  /** The terminal. Null: the request was refused. */
  terminal?: Maybe<Terminal>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What one article sold. Amounts with tax; refunds are positive, and count on the day on which they were given. */
export type ArticleSales = {
  __typename?: 'ArticleSales';
  /** As it was sold last. */
  description: Scalars['String']['output'];
  /**
   * Totals of its lines, with tax.
   * @deprecated Not what gross sales usually are. Use `total` and `returns`, whose sum it is.
   */
  grossSales: Money;
  /**
   * Gross sales less refunds, with tax.
   * @deprecated Contains tax, which net sales usually do not. Use `total`.
   */
  netSales: Money;
  /** Less what came back. */
  quantity: Scalars['Decimal']['output'];
  /**
   * What came back, above zero.
   * @deprecated Use `returns`.
   */
  refunds: Money;
  /** What came back, with tax, above zero. */
  returns: Money;
  /** Null: an open line. */
  sku?: Maybe<Scalars['String']['output']>;
  /** What was charged for it less what came back, with tax and after discounts. */
  total: Money;
  /** Null: an open line, or the variant is unknown. */
  variant?: Maybe<Variant>;
  /** Null: an open line. */
  variantId?: Maybe<Scalars['ID']['output']>;
};

/** So many units of some goods: one part of a bundle. */
export type BundlePart = {
  __typename?: 'BundlePart';
  /** Of these categories. */
  categoryIds: Array<Scalars['ID']['output']>;
  /** Of these products. With no product and no category: of everything. */
  productIds: Array<Scalars['ID']['output']>;
  /** The products of `productIds`. */
  products: Array<Product>;
  /** How many units. */
  quantity: Scalars['Int']['output'];
};

/** One part of a bundle. */
export type BundlePartInput = {
  /** At most 200. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At most 200. */
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 1,000 units. */
  quantity: Scalars['Int']['input'];
};

/** What kind of token a caller has. */
export type CallerKind =
  /** A staff member signed in at a terminal. */
  | 'OPERATOR'
  /** A staff member signed in at the dashboard. */
  | 'STAFF'
  /** A terminal's own credential. */
  | 'TERMINAL';

/** A quote that is cancelled. */
export type CancelQuoteInput = {
  /** The quote. */
  quoteId: Scalars['ID']['input'];
};

/** The answer to cancelQuote. */
export type CancelQuotePayload = {
  __typename?: 'CancelQuotePayload';
  /** The quote. Null: the request was refused. */
  quote?: Maybe<Quote>;
  /** It had been cancelled before. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What has changed in the catalogue. */
export type CatalogChanges = {
  __typename?: 'CatalogChanges';
  /** New and changed categories. */
  categories: Array<Category>;
  /** Whether more has changed: ask again with this version. */
  hasMore: Scalars['Boolean']['output'];
  /** Whether the merchant, its taxes or a location were changed: `terminalSettings` may have another answer. */
  haveSettingsChanged: Scalars['Boolean']['output'];
  /** Whether the changes are not known, because the version is too old or the server was restored: load the snapshot again. */
  isReset: Scalars['Boolean']['output'];
  /** New and changed products, also those that were discontinued: each, with its variants, replaces what the copy has of it. */
  products: Array<Product>;
  /** All tax codes. Null: none has changed. */
  taxCodes?: Maybe<Array<TaxCode>>;
  /** The version of the copy with these changes. Null: it must be loaded again. */
  version?: Maybe<Scalars['String']['output']>;
};

/** A page of everything that can be sold. */
export type CatalogSnapshot = {
  __typename?: 'CatalogSnapshot';
  /** All categories on the first page, none on the others. */
  categories: Array<Category>;
  /** Gets the next page as `after`. Null: this is the last one. */
  next?: Maybe<Scalars['String']['output']>;
  /** About how many products there are, on all pages together. */
  productCount: Scalars['Int']['output'];
  /** Products, also those that are discontinued: about 400 variants a page. */
  products: Array<Product>;
  /** All tax codes on the first page, none on the others. */
  taxCodes: Array<TaxCode>;
  /** The version of the copy, once it has all pages: the same on each. */
  version: Scalars['String']['output'];
};

/** A group of products, for lists and reports. */
export type Category = Node & {
  __typename?: 'Category';
  /** It is a department: goods without an article are sold by amount in it, with this tax code. Null: it is none. */
  departmentTaxCode?: Maybe<TaxCode>;
  /** Since when lists no longer offer it. Null: they do. */
  discontinuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** cat_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether lists no longer offer it. */
  isDiscontinued: Scalars['Boolean']['output'];
  /** What people call it, at most 200 characters. */
  name: Scalars['String']['output'];
  /** How many products of it are sold. */
  productCount: Scalars['Int']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** A page of categories. */
export type CategoryConnection = {
  __typename?: 'CategoryConnection';
  /** The rows of the page with their cursors. */
  edges: Array<CategoryEdge>;
  /** The rows of the page. */
  nodes: Array<Category>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of categories. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Category;
};

/** Which categories are listed. */
export type CategoryFilter = {
  /** Those that are discontinued, instead of those that are offered. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the articles of one category sold; it is the category that they had when they were sold. */
export type CategorySales = {
  __typename?: 'CategorySales';
  /** Null: no category. */
  category?: Maybe<Category>;
  /**
   * Totals of its lines, with tax.
   * @deprecated Not what gross sales usually are. Use `total` and `returns`, whose sum it is.
   */
  grossSales: Money;
  /**
   * Gross sales less refunds, with tax.
   * @deprecated Contains tax, which net sales usually do not. Use `total`.
   */
  netSales: Money;
  /** Less what came back. */
  quantity: Scalars['Decimal']['output'];
  /**
   * What came back, above zero.
   * @deprecated Use `returns`.
   */
  refunds: Money;
  /** What came back, with tax, above zero. */
  returns: Money;
  /** What was charged for it less what came back, with tax and after discounts. */
  total: Money;
};

/** The order of categories. */
export type CategorySort =
  /** As they were created. */
  | 'ID'
  /** By name. */
  | 'NAME';

/** A new currency. */
export type ChangeCurrencyInput = {
  /** An active currency of ISO 4217. */
  currency: Scalars['String']['input'];
  /** The version of the merchant that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to changeCurrency. */
export type ChangeCurrencyPayload = {
  __typename?: 'ChangeCurrencyPayload';
  /** The merchant as it is now. Null: the request was refused. */
  merchant?: Maybe<Merchant>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A password and its replacement. */
export type ChangePasswordInput = {
  /** At most 128 characters. */
  currentPassword: Scalars['String']['input'];
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  newPassword: Scalars['String']['input'];
};

/** A new PIN, and the password that allows it. */
export type ChangePinInput = {
  /** At most 128 characters. */
  currentPassword: Scalars['String']['input'];
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin: Scalars['String']['input'];
};

/** A new price for a variant. */
export type ChangePriceInput = {
  /** Major units with up to six places. */
  unitPrice: Scalars['Decimal']['input'];
  /** The variant to change. */
  variantId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to changePrice. */
export type ChangePricePayload = {
  __typename?: 'ChangePricePayload';
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
  /** The changed variant. Null: the request was refused. */
  variant?: Maybe<Variant>;
};

/** A rate and the day on which it begins. */
export type ChangeTaxRateInput = {
  /** Several taxes that are charged together, 2 to 10; they come to at most 100 per cent. */
  components?: InputMaybe<Array<TaxComponentInput>>;
  /** The first day, today or later. */
  from: Scalars['Date']['input'];
  /** Per cent, 0 to 100, up to six places. Either this or the components. */
  rate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Which tax code. */
  taxCodeId: Scalars['ID']['input'];
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to changeTaxRate. */
export type ChangeTaxRatePayload = {
  __typename?: 'ChangeTaxRatePayload';
  /** The tax settings as they are now. Null: the request was refused. */
  taxSettings?: Maybe<TaxSettings>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A sale as a terminal sends it. */
export type CompleteSaleInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: InputMaybe<Array<AdjustmentInput>>;
  /** The customer, if known. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the whole document, taken after the lines' own, in this order. */
  discounts?: InputMaybe<Array<DiscountInput>>;
  /** Live: refused with TOTAL_MISMATCH when the server's total differs; offline: flagged. */
  expectedTotal?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** sal_<ULID>, made and stored by the terminal before sending: the idempotency key, for ever. */
  id: Scalars['ID']['input'];
  /** 1 to 2,000. */
  lines: Array<SaleLineInput>;
  /** For people; up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When the customer paid, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['input'];
  /** Who sold, when the terminal's own token sends it. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** They sum to the total with rounding and tip. */
  payments: Array<PaymentInput>;
  /**
   * The quote that is sold: the sale costs what was quoted, if it has the lines and the customer of the quote. Live refused, offline
   * flagged: UNKNOWN_QUOTE, QUOTE_EXPIRED, QUOTE_CANCELLED, QUOTE_SOLD, QUOTE_MISMATCH,
   * DEPOSIT_NOT_USED.
   */
  quoteId?: InputMaybe<Scalars['ID']['input']>;
  /** The terminal's receipt counter: 1, 2, 3, ... */
  sequence: Scalars['Int']['input'];
  /** For the staff, at least 0: the payments sum to the total with rounding and this. */
  tip?: InputMaybe<Scalars['MinorUnits']['input']>;
};

/** The answer to `completeSale`. */
export type CompleteSalePayload = {
  __typename?: 'CompleteSalePayload';
  /** Rises when the server was restored from a backup; terminals then send again what they still have. */
  epoch: Scalars['Int']['output'];
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** The sale as it is stored; null if it was rejected. */
  sale?: Maybe<Sale>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** A copy of a receipt. */
export type CountReceiptCopyInput = {
  /** The sale or the refund. */
  factId: Scalars['ID']['input'];
  /** rcp_<ULID>, made by the client: a copy that is sent twice counts once. */
  id: Scalars['ID']['input'];
};

/** The answer to countReceiptCopy. */
export type CountReceiptCopyPayload = {
  __typename?: 'CountReceiptCopyPayload';
  /** As it is now. Null: the request was refused. */
  receipt?: Maybe<ReceiptState>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A customer as the counter shows one: nothing that is not needed to choose the right one. */
export type CounterCustomer = {
  __typename?: 'CounterCustomer';
  /** What the customer buys on account. */
  account: CustomerAccount;
  /** The groups of customers that decide prices and promotions: those that have not ended. */
  groupIds: Array<Scalars['ID']['output']>;
  /** cus_<ULID> */
  id: Scalars['ID']['output'];
  /** The mail address with its first character and its domain. Null: unknown. */
  maskedEmail?: Maybe<Scalars['String']['output']>;
  /** What the customer is called. */
  name: Scalars['String']['output'];
  /** The last four digits of the phone number. Null: unknown, or no longer than that. */
  phoneEnding?: Maybe<Scalars['String']['output']>;
  /** The number of the certificate that frees the customer from tax. Null: the customer pays tax. */
  taxExemption?: Maybe<Scalars['String']['output']>;
};

/** A new category. */
export type CreateCategoryInput = {
  /** Makes it a department, taxed so. */
  departmentTaxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** cat_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
};

/** The answer to createCategory. */
export type CreateCategoryPayload = {
  __typename?: 'CreateCategoryPayload';
  /** The category. Null: the request was refused. */
  category?: Maybe<Category>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new customer, as the counter creates one. */
export type CreateCustomerAtCounterInput = {
  /** A mail address, at most 320 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** cus_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** A phone number, in any form. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to createCustomerAtCounter. */
export type CreateCustomerAtCounterPayload = {
  __typename?: 'CreateCustomerAtCounterPayload';
  /** The customer. Null: the request was refused. */
  customer?: Maybe<CounterCustomer>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new group of customers. */
export type CreateCustomerGroupInput = {
  /** grp_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
};

/** The answer to createCustomerGroup. */
export type CreateCustomerGroupPayload = {
  __typename?: 'CreateCustomerGroupPayload';
  /** The group. Null: the request was refused. */
  customerGroup?: Maybe<CustomerGroup>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new customer. */
export type CreateCustomerInput = {
  /** A mail address, at most 320 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** cus_<ULID> */
  id: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What staff should know, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A phone number, in any form. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to createCustomer. */
export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  /** The customer. Null: the request was refused. */
  customer?: Maybe<Customer>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new location. */
export type CreateLocationInput = {
  /** At most 300 characters in 6 lines. Absent: the merchant's is on receipts. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 64 characters. */
  code: Scalars['String']['input'];
  /** So many hours after midnight a business day ends, 0 to 11. Absent: 0. */
  dayEndHour?: InputMaybe<Scalars['Int']['input']>;
  /** The last lines of receipts, at most 500 characters in 12 lines. Absent: the merchant's are on them. */
  footer?: InputMaybe<Scalars['String']['input']>;
  /** The first lines of receipts, at most 200 characters in 4 lines. Absent: the merchant's are on them. */
  header?: InputMaybe<Scalars['String']['input']>;
  /** loc_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** A data URL of a PNG, JPEG or WebP picture, at most 48 kB and 1,200 dots each way. Absent: the merchant's is on receipts. */
  logo?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 40 characters. Absent: the merchant's is on receipts. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The language of the words on receipts. Absent: the merchant's. */
  receiptLanguage?: InputMaybe<ReceiptLanguage>;
  /** At most 40 characters. Absent: the merchant's is on receipts. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** IANA zone, for example Europe/London */
  timeZone: Scalars['String']['input'];
};

/** The answer to createLocation. */
export type CreateLocationPayload = {
  __typename?: 'CreateLocationPayload';
  /** The location. Null: the request was refused. */
  location?: Maybe<Location>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new way to pay. */
export type CreatePaymentMethodInput = {
  /** Absent: false. */
  asksReference?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 40 characters. Absent or empty: the name. */
  chineseName?: InputMaybe<Scalars['String']['input']>;
  /** Absent: false. */
  givesChange?: InputMaybe<Scalars['Boolean']['input']>;
  /** pym_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 40 characters. */
  name: Scalars['String']['input'];
};

/** The answer to createPaymentMethod. */
export type CreatePaymentMethodPayload = {
  __typename?: 'CreatePaymentMethodPayload';
  /** The way to pay. Null: the request was refused. */
  paymentMethod?: Maybe<OwnPaymentMethod>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new price list. */
export type CreatePriceListInput = {
  /** HH:MM, excluded. */
  endTime?: InputMaybe<Scalars['String']['input']>;
  /** The last business day. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 50. Empty: for all customers. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** prl_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** Absent: switched on. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 50. Empty: at all locations. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** At most 2,000, one for an article and quantity. */
  prices?: InputMaybe<Array<ListPriceInput>>;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: InputMaybe<Scalars['String']['input']>;
  /** The first business day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** 1 (Monday) to 7, each once. */
  weekdays?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** The answer to createPriceList. */
export type CreatePriceListPayload = {
  __typename?: 'CreatePriceListPayload';
  /** The price list. Null: the request was refused. */
  priceList?: Maybe<PriceList>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new product with its variants. */
export type CreateProductInput = {
  /** The group that it belongs to. Absent: none. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** prd_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Absent: the merchant's default. */
  taxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 20 */
  variants: Array<CreateVariantInput>;
};

/** The answer to createProduct. */
export type CreateProductPayload = {
  __typename?: 'CreateProductPayload';
  /** The product. Null: the request was refused. */
  product?: Maybe<Product>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new promotion. Which fields go with which kind: see the type Promotion. */
export type CreatePromotionInput = {
  /** AMOUNT: above 0. BUNDLE: at least 0. */
  amount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** 1 to 1,000; CHEAPEST_FREE: 2 to 1,000. */
  buyQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** At most 200. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Up to 64 characters, compared without regard to case. */
  couponCode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000,000,000. */
  couponLimit?: InputMaybe<Scalars['Int']['input']>;
  /** HH:MM, excluded. */
  endTime?: InputMaybe<Scalars['String']['input']>;
  /** The last business day. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 1,000. */
  getQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** For customers of these groups, at most 50. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** prm_<ULID> */
  id: Scalars['ID']['input'];
  /** Absent: switched on. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** AMOUNT: whether it is taken off each unit. */
  isPerUnit?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it does. */
  kind: PromotionKind;
  /** Minor units, at least 1. */
  minimumAmount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** 1 to 1,000,000. */
  minimumQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** As receipts have it; up to 200 characters. */
  name: Scalars['String']['input'];
  /** 1 to 10. */
  parts?: InputMaybe<Array<BundlePartInput>>;
  /** Above 0, at most 100, up to six places. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** 1 to 1,000, from the lowest. Absent: 100. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** At most 200. */
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Absent: ALL. */
  stacking?: InputMaybe<PromotionStacking>;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: InputMaybe<Scalars['String']['input']>;
  /** The first business day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Major units, up to six places. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** 1 (Monday) to 7, each once. */
  weekdays?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** The answer to `createPromotion`. */
export type CreatePromotionPayload = {
  __typename?: 'CreatePromotionPayload';
  /** As it is stored; null if it was rejected. */
  promotion?: Maybe<Promotion>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** A cart that is quoted: a sale without number and payments. */
export type CreateQuoteInput = {
  /** Of the whole quote, with their cause. */
  adjustments?: InputMaybe<Array<AdjustmentInput>>;
  /** Whose it is. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the whole quote. */
  discounts?: InputMaybe<Array<DiscountInput>>;
  /** Refused with TOTAL_MISMATCH when the server's total differs. */
  expectedTotal?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** quo_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** 1 to 200. */
  lines: Array<ParkedLineInput>;
  /** From the dashboard: where it is sold. A terminal's location is its own. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** On the paper; up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The last day on which it is sold, at most 366 days from today. */
  validUntil: Scalars['Date']['input'];
};

/** The answer to createQuote. */
export type CreateQuotePayload = {
  __typename?: 'CreateQuotePayload';
  /** The quote. Null: the request was refused. */
  quote?: Maybe<Quote>;
  /** It had been made before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new schedule. */
export type CreateReportScheduleInput = {
  /** Absent: it is. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** rsc_<ULID> */
  id: Scalars['ID']['input'];
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  locationId: Scalars['ID']['input'];
  /** 1 to 20 mail addresses */
  recipients: Array<Scalars['String']['input']>;
  /** Which report is sent. */
  report: ReportKind;
  /** Absent: DAY_BEFORE. */
  reportedDay?: InputMaybe<ReportedDay>;
  /** HH:MM, 00:00 to 23:59 */
  timeOfDay: Scalars['String']['input'];
};

/** The answer to createReportSchedule. */
export type CreateReportSchedulePayload = {
  __typename?: 'CreateReportSchedulePayload';
  /** The schedule. Null: the request was refused. */
  reportSchedule?: Maybe<ReportSchedule>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new staff member, with an e-mail address, an operator number or both. */
export type CreateStaffInput = {
  /** With a password: may sign in to the dashboard. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** stf_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** Absent: all locations, which only a caller with all can give. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** With a PIN: may sign in at terminals. */
  operatorNumber?: InputMaybe<Scalars['String']['input']>;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin?: InputMaybe<Scalars['String']['input']>;
  /** Decides on permissions. */
  role: Role;
};

/** The answer to createStaff. */
export type CreateStaffPayload = {
  __typename?: 'CreateStaffPayload';
  /** The staff member. Null: the request was refused. */
  staff?: Maybe<Staff>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A tax with its rate. */
export type CreateTaxCodeInput = {
  /** Several taxes that are charged together, 2 to 10; they come to at most 100 per cent. */
  components?: InputMaybe<Array<TaxComponentInput>>;
  /** tax_<ULID> */
  id: Scalars['ID']['input'];
  /** For people; up to 200 characters. */
  name: Scalars['String']['input'];
  /** Per cent, 0 to 100, up to six places. Either this or the components. */
  rate?: InputMaybe<Scalars['Decimal']['input']>;
};

/** The answer to `createTaxCode`. */
export type CreateTaxCodePayload = {
  __typename?: 'CreateTaxCodePayload';
  /** As it is stored; null if it was rejected. */
  taxCode?: Maybe<TaxCode>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** A new terminal. */
export type CreateTerminalInput = {
  /** 1 to 64 letters, digits and hyphens. */
  code: Scalars['String']['input'];
  /** trm_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** Where it sells. */
  locationId: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
};

/** The answer to createTerminal. */
export type CreateTerminalPayload = {
  __typename?: 'CreateTerminalPayload';
  /** The terminal. Null: the request was refused. */
  terminal?: Maybe<Terminal>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new variant. */
export type CreateVariantInput = {
  /** What a scanner reads, at most 20, each unique. Absent: none. */
  barcodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** var_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** Absent: the product's name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** In which it is sold too, at most 10. Absent: none. */
  packs?: InputMaybe<Array<PackInput>>;
  /** A level below it asks for more. Absent: never. */
  reorderPoint?: InputMaybe<Scalars['Decimal']['input']>;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku: Scalars['String']['input'];
  /** Whether its goods are counted. Absent: they are. */
  stocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** What its package weighs, in its unit, with up to three places. */
  tare?: InputMaybe<Scalars['Decimal']['input']>;
  /** What its quantity counts and its price is of. Absent: EACH. */
  unit?: InputMaybe<Unit>;
  /** What a unit costs to buy, in major units with up to six places. Absent: unknown. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Major units with up to six places, with or without tax as the merchant's prices are. */
  unitPrice: Scalars['Decimal']['input'];
};

/** Why the currency cannot be changed. */
export type CurrencyHold =
  /** Amounts are recorded in it. */
  | 'RECORDED'
  /** A paired terminal prices in it. */
  | 'TERMINAL_PAIRED';

/** Who buys. Once erased, nothing personal is left: name, address, number and note are null. */
export type Customer = Node & {
  __typename?: 'Customer';
  /** What the customer buys on account. */
  account: CustomerAccount;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The mail address. Null: unknown or erased. */
  email?: Maybe<Scalars['String']['output']>;
  /** When its personal data was erased. Null: not erased. */
  erasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The groups of customers in which the customer is. */
  groupIds: Array<Scalars['ID']['output']>;
  /** cus_<ULID> */
  id: Scalars['ID']['output'];
  /** What the customer is called. Null: erased. */
  name?: Maybe<Scalars['String']['output']>;
  /** What staff noted, at most 500 characters. Null: nothing, or erased. */
  note?: Maybe<Scalars['String']['output']>;
  /** The phone number as it was entered. Null: unknown or erased. */
  phone?: Maybe<Scalars['String']['output']>;
  /** From new to old. */
  sales?: Maybe<SaleConnection>;
  /** The number of the certificate that frees the customer from tax. Null: the customer pays tax, or erased. */
  taxExemption?: Maybe<Scalars['String']['output']>;
  /** Over the locations that the caller may see. */
  totals: CustomerTotals;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};


/** Who buys. Once erased, nothing personal is left: name, address, number and note are null. */
export type CustomerSalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What a customer buys on account: it is owed until it is paid. */
export type CustomerAccount = {
  __typename?: 'CustomerAccount';
  /** What the customer may still buy on account now. */
  available: Money;
  /** What the customer may owe. Null: nothing is sold on account. */
  limit?: Maybe<Money>;
  /** What the customer owes now; below zero: what was paid ahead. */
  owed: Money;
  /** What was bought and paid between two business days, both included. Of more than 5,000 lines ever: TOO_MANY_ROWS. */
  statement: CustomerStatement;
};


/** What a customer buys on account: it is owed until it is paid. */
export type CustomerAccountStatementArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** A page of customers. */
export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  /** The rows of the page with their cursors. */
  edges: Array<CustomerEdge>;
  /** The rows of the page. */
  nodes: Array<Customer>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of customers. */
export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Customer;
};

/** Customers who are offered the same: wholesale, staff, members. */
export type CustomerGroup = {
  __typename?: 'CustomerGroup';
  /** Since when no price list and no promotion counts for it; its customers stay in it. Null: it is active. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** grp_<ULID> */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** Money from a customer. */
export type CustomerMoneyInput = {
  /** Above zero. */
  amount: Scalars['MinorUnits']['input'];
  /** pay_<ULID> */
  id: Scalars['ID']['input'];
  /** CASH, CARD, QR_CODE or OTHER. */
  method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. Unknown or ended: live UNKNOWN_PAYMENT_METHOD; offline recorded, flagged. */
  methodId?: InputMaybe<Scalars['ID']['input']>;
  /** Approval code, number of a transfer, ... */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Cash handed over; change = tendered - amount. */
  tendered?: InputMaybe<Scalars['MinorUnits']['input']>;
};

/** Money that a customer paid for what was bought on account, or as a deposit. */
export type CustomerPayment = Node & {
  __typename?: 'CustomerPayment';
  /** What was handed back of the cash. */
  changeDue: Money;
  /** Who paid; null for callers who may not read customers. */
  customer?: Maybe<Customer>;
  /** Who paid. */
  customerId: Scalars['ID']['output'];
  /** What is odd about it. */
  exceptions: Array<Exception>;
  /** cpy_<ULID> */
  id: Scalars['ID']['output'];
  /** In whose books it is. */
  location: Location;
  /** For people. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who took it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** How it was paid. */
  payments: Array<Payment>;
  /** The quote on which it was deposited. Null: it was paid for what is owed. */
  quoteId?: Maybe<Scalars['ID']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** The terminal that took it; null at the dashboard. */
  terminal?: Maybe<Terminal>;
  /** What the payments come to; below zero: a deposit was given back. */
  total: Money;
};

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

/** What a customer bought on account and paid, from old to new. */
export type CustomerStatement = {
  __typename?: 'CustomerStatement';
  /** What was owed at the end of the last day. */
  closing: Money;
  /** What changed it. */
  lines: Array<CustomerStatementLine>;
  /** What was owed before the first day. */
  opening: Money;
};

/** What changed what a customer owes. */
export type CustomerStatementKind =
  /** The customer paid. */
  | 'PAYMENT'
  /** A refund was put on the account. */
  | 'REFUND'
  /** A sale was paid on account. */
  | 'SALE'
  /** A sale was voided. */
  | 'VOID';

/** One document of a statement. */
export type CustomerStatementLine = {
  __typename?: 'CustomerStatementLine';
  /** By how much the customer owes more; below zero: less. */
  amount: Money;
  /** The sale, refund, void or payment. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: CustomerStatementKind;
  /** Where it happened; null if the caller may not see it. */
  location?: Maybe<Location>;
  /** Of a payment. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** What the customer owed after it. */
  owed: Money;
  /** Of a sale. */
  receiptNumber?: Maybe<Scalars['String']['output']>;
};

/** Amounts with tax; refunds are positive. */
export type CustomerTotals = {
  __typename?: 'CustomerTotals';
  /** The sum of the sales: with tax, after discounts, before refunds. */
  grossSales: Money;
  /** How many refunds were booked. */
  refundCount: Scalars['Int']['output'];
  /** The sum of the refunds, with tax. */
  refunds: Money;
  /** How many sales were booked. */
  saleCount: Scalars['Int']['output'];
};

/** A location's business day. */
export type DailyReport = {
  __typename?: 'DailyReport';
  /** As `lowStock` shows it now, at most 100. */
  belowReorderPoint: Array<LowStock>;
  /** How many there are in all. */
  belowReorderPointCount: Scalars['Int']['output'];
  /** From what sold most to what sold least; at most 100, 10 unless told. */
  bestSellers: Array<ArticleSales>;
  /** From what sold most to what sold least. */
  categories: Array<CategorySales>;
  /** What customers paid for what was bought on account and as deposits, a row for each method: in no figure of sales. */
  customerPayments: Array<MethodTotal>;
  /** The business day. */
  day: Scalars['Date']['output'];
  /**
   * All discounts.
   * @deprecated Use `figures`: `discounts`.
   */
  discountTotal: Money;
  /** A row for each terminal with a drawer. */
  drawers: Array<DrawerCash>;
  /** The figures of the day: those of `summary`. */
  figures: SalesFigures;
  /** 24, from 0 */
  hours: Array<HourOfSales>;
  /** The location. */
  location: Location;
  /** When it was computed. */
  madeAt: Scalars['DateTime']['output'];
  /** A row for each method that was used. */
  payments: Array<MethodTotal>;
  /** Whether the books of the day add up. */
  reconciliation: Reconciliation;
  /** At most 50, in the order in which they happened; `summary` has their number. */
  refunds: Array<Refund>;
  /** The totals of the day. */
  summary: SalesSummary;
  /** A row for each rate, and for each of several taxes that are charged together. */
  taxes: Array<TaxTotal>;
  /** What customers gave for the staff, less what voids gave back: in no other figure but `payments`. */
  tips: Money;
  /** As `uncertainPayments` shows it now. */
  uncertain: Array<UncertainPayments>;
  /** What had been booked as paid and did not go through, less what came back of such sales: taken off `payments` on the day on which it became known. */
  unpaid: Money;
};


/** A location's business day. */
export type DailyReportBestSellersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a tax code charges from a day on. */
export type DatedTaxRate = {
  __typename?: 'DatedTaxRate';
  /** In the order in which they are charged. */
  components: Array<TaxComponent>;
  /** The first day, by the clock of the location that sells. Null: from the beginning. */
  from?: Maybe<Scalars['Date']['output']>;
  /** Per cent: what its components come to. */
  rate: Scalars['Decimal']['output'];
};

/** What was sold on one business day. */
export type DayOfSales = {
  __typename?: 'DayOfSales';
  /** The business day. */
  day: Scalars['Date']['output'];
  /** The figures of the day: those of `summary`. */
  figures: SalesFigures;
  /** What came in less what was given back. */
  payments: Array<AccountPayments>;
  /** What was sold on it. */
  summary: SalesSummary;
};

/** Which schedule is deleted. */
export type DeleteReportScheduleInput = {
  /** The schedule to delete. */
  reportScheduleId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to deleteReportSchedule. */
export type DeleteReportSchedulePayload = {
  __typename?: 'DeleteReportSchedulePayload';
  /** The id of the deleted schedule. Null: the request was refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
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
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** The parked sale. */
  parkedSaleId: Scalars['ID']['input'];
};

/** The answer to discardParkedSale. */
export type DiscardParkedSalePayload = {
  __typename?: 'DiscardParkedSalePayload';
  /** What was removed. Null: the request was refused. */
  parkedSale?: Maybe<ParkedSale>;
  /** It had been removed before. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A discount of an operator. */
export type DiscountInput =
  /** Minor units, at most what the discounts before it left. */
  { amount: Scalars['MinorUnits']['input']; percent?: never; }
  |  /** 0 to 100, of what the discounts before it left. */
  { amount?: never; percent: Scalars['Decimal']['input']; };

/** DISCOUNT_NOT_ALLOWED: the limit of the operator's discounts. */
export type DiscountNotAllowed = UserError & {
  __typename?: 'DiscountNotAllowed';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** The most that all discounts of the sale may come to, in percent of its price before discounts. */
  limitPercent: Scalars['Decimal']['output'];
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
};

/** What caused a discount. */
export type DiscountSource =
  /** By a person who may allow it. */
  | 'APPROVAL'
  /** By a coupon. */
  | 'COUPON'
  /** By an operator. */
  | 'MANUAL'
  /** By a promotion. */
  | 'PROMOTION'
  /** The tax in the price, for a customer who is free from it. */
  | 'TAX_EXEMPTION';

/** The cash that should lie in a terminal's drawer now. */
export type DrawerCash = {
  __typename?: 'DrawerCash';
  /** By the books. */
  cash: Money;
  /** The terminal. */
  terminal: Terminal;
};

/** Business days that followed another rule. */
export type EarlierDays = {
  __typename?: 'EarlierDays';
  /** The first business day for which it does not hold any more. */
  before: Scalars['Date']['output'];
  /** So many hours after midnight a business day ended. */
  dayEndHour: Scalars['Int']['output'];
  /** The IANA time zone. */
  timeZone: Scalars['String']['output'];
};

/** A document that a link opened. */
export type ElectronicReceipt = {
  __typename?: 'ElectronicReceipt';
  /** How far the fapiao is. Null: none was asked for. */
  fapiaoStatus?: Maybe<FapiaoStatus>;
  /** Who sold. */
  merchantName: Scalars['String']['output'];
  /** Whether the shop is where buyers ask for a fapiao, and the document is a sale. */
  offersFapiao: Scalars['Boolean']['output'];
  /** The paper, without the name of the customer. */
  paper: RenderedReceipt;
};


/** A document that a link opened. */
export type ElectronicReceiptPaperArgs = {
  format: ReceiptFormat;
  language?: InputMaybe<ReceiptLanguage>;
};

/** Whatever was booked up to the cursor: the newest event stands for all before it, so it has no `previous`. */
export type EntriesBooked = {
  __typename?: 'EntriesBooked';
  /** For `after`. */
  cursor: Scalars['String']['output'];
};

/** Whose personal data is erased. */
export type EraseCustomerInput = {
  /** The customer to erase. */
  customerId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to eraseCustomer. */
export type EraseCustomerPayload = {
  __typename?: 'EraseCustomerPayload';
  /** The customer without personal data. Null: the request was refused. */
  customer?: Maybe<Customer>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Something that was recorded all the same and that a manager has to review. */
export type Exception = Node & {
  __typename?: 'Exception';
  /** The fact, the terminal or the stock level that it is about; null if the caller may not see it. */
  about?: Maybe<Node>;
  /** For programs. */
  code: Scalars['String']['output'];
  /** What the message states, as data, so that a screen can put it into words. Empty for exceptions of earlier versions. */
  details: Array<ExceptionDetail>;
  /** `code` as an enum; null where a later version raised it, by a code that this one does not know. */
  exceptionCode?: Maybe<ExceptionCode>;
  /** The subject and the code, with a colon between. */
  id: Scalars['ID']['output'];
  /** Where it was raised. */
  location: Location;
  /** English, for people. */
  message: Scalars['String']['output'];
  /** What was done about it. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it was raised first. */
  raisedAt: Scalars['DateTime']['output'];
  /** When a person dealt with it. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it still needs a person. */
  status: ExceptionStatus;
  /** What it is about: a fact's id, a terminal's, or a location's and a variant's with a dot between. */
  subject: Scalars['ID']['output'];
  /** COST_UNKNOWN: the newest sales that were booked without a cost, at most 10 of the level's last 100 movements. Else empty. */
  touchedSales: Array<Sale>;
  /** For `resolveException`. */
  version: Scalars['Int']['output'];
};

/** What a manager may have to review. New values are added. */
export type ExceptionCode =
  /** A sale names an approval that cannot be checked. */
  | 'APPROVAL_NOT_AVAILABLE'
  /** More was taken from a gift card, a store credit or a deposit than it held. */
  | 'BALANCE_TOO_LOW'
  /** Two variants have one barcode, in two forms. */
  | 'BARCODE_TAKEN'
  /** It happened before the terminal was paired. */
  | 'BEFORE_PAIRING'
  /** More cash was handed out with a payment than the merchant allows. */
  | 'CASH_BACK_TOO_LARGE'
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
  /** A customer owes more than allowed. */
  | 'CREDIT_LIMIT_EXCEEDED'
  /** The sale of a quote was not paid with what was deposited on it. */
  | 'DEPOSIT_NOT_USED'
  /** The deposits come to more than the quote. */
  | 'DEPOSIT_TOO_LARGE'
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
  /** A payment was given back that was not certain, or did not go through. */
  | 'PAYMENT_NOT_CAPTURED'
  /** What became of a payment was recorded twice; the first counts. */
  | 'PAYMENT_OUTCOME_KNOWN'
  /** Whether all of a sale was paid is not certain. */
  | 'PAYMENT_UNCERTAIN'
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
  /** Something was sold in a department that is unknown. */
  | 'UNKNOWN_CATEGORY'
  /** A sale names a customer who is unknown. */
  | 'UNKNOWN_CUSTOMER'
  /** A gift card was used that is unknown. */
  | 'UNKNOWN_GIFT_CARD'
  /** A sale names an operator who is unknown. */
  | 'UNKNOWN_OPERATOR'
  /** A pack was sold that its variant does not have. */
  | 'UNKNOWN_PACK'
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

/** A page of exceptions. */
export type ExceptionConnection = {
  __typename?: 'ExceptionConnection';
  /** With a cursor each. */
  edges: Array<ExceptionEdge>;
  /** Without cursors. */
  nodes: Array<Exception>;
  /** Whether there are more. */
  pageInfo: PageInfo;
};

/** Something that an exception states: exactly one of its values is not null, or it names a person who is unknown. */
export type ExceptionDetail = {
  __typename?: 'ExceptionDetail';
  /** An amount. */
  amount?: Maybe<Money>;
  /** The currency of amounts and prices. */
  currency: Scalars['CurrencyCode']['output'];
  /** When something happened. */
  instant?: Maybe<Scalars['DateTime']['output']>;
  /** For programs: which statement of the message it is, for example charged or limit. */
  name: Scalars['String']['output'];
  /** The person; null if the id is unknown. */
  staff?: Maybe<Staff>;
  /** The id of a person, as it was sent. */
  staffId?: Maybe<Scalars['ID']['output']>;
  /** A number, a code or a name as it was. */
  text?: Maybe<Scalars['String']['output']>;
  /** A price of one unit in major units of the merchant's currency, with up to six places. */
  unitPrice?: Maybe<Scalars['Decimal']['output']>;
};

/** An exception with its place in the list. */
export type ExceptionEdge = {
  __typename?: 'ExceptionEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The exception. */
  node: Exception;
};

/** Which exceptions a list has. */
export type ExceptionFilter = {
  /** Only of this kind. One request reads the keys of up to 5,000 exceptions, so a page may be short or empty and the list still go on. */
  code?: InputMaybe<ExceptionCode>;
};

/** Whether an exception still needs a person. */
export type ExceptionStatus =
  /** The cause is gone. */
  | 'CLOSED'
  /** A person has to look at it. */
  | 'OPEN'
  /** A person has dealt with it. */
  | 'RESOLVED';

/** A refund and a sale that were recorded together: goods came back, and others went out for them. */
export type Exchange = Node & {
  __typename?: 'Exchange';
  /** What the customer paid beside the goods; below zero: what was given back. */
  difference: Money;
  /** exc_<ULID> */
  id: Scalars['ID']['output'];
  /** The goods that came back. */
  refund: Refund;
  /** The goods that went out. */
  sale: Sale;
};

/** An exchange as a terminal sends it. */
export type ExchangeSaleInput = {
  /** What comes back, 1 to 2,000 lines. */
  back: Array<ExchangedLineInput>;
  /** exc_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** What is given back, where the goods that go out come to less. Empty: nothing. */
  paymentsBack: Array<RefundPaymentInput>;
  /** Why the goods come back: for people; up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /**
   * The goods that go out. Its id has the ULID of the exchange; its time and operator are the exchange's; its payments are what is
   * paid beside the goods that come back. Empty payments: nothing.
   */
  sale: CompleteSaleInput;
  /** The sale whose goods come back. */
  saleId: Scalars['ID']['input'];
};

/** The answer to `exchangeSale`. */
export type ExchangeSalePayload = {
  __typename?: 'ExchangeSalePayload';
  /** Of the terminal's location, as in SyncSalesPayload. */
  epoch?: Maybe<Scalars['Int']['output']>;
  /** The exchange as it is stored. Null: the request was refused. */
  exchange?: Maybe<Exchange>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Goods that come back. */
export type ExchangedLineInput = {
  /** Of the sale, from 1. */
  line: Scalars['Int']['input'];
  /** Above zero */
  quantity: Scalars['Decimal']['input'];
  /** The goods cannot be sold again. Absent: they go back into stock. */
  writeOff?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One fact, as the mutation of its kind takes it. Later kinds are further fields. */
export type FactInput =
  /** What a customer paid for what was bought on account or as a deposit, or got back of it. */
  { customerPayment: RecordCustomerPaymentInput; exchange?: never; paymentOutcome?: never; refund?: never; sale?: never; stockAdjustment?: never; void?: never; }
  |  /** An exchange. */
  { customerPayment?: never; exchange: ExchangeSaleInput; paymentOutcome?: never; refund?: never; sale?: never; stockAdjustment?: never; void?: never; }
  |  /** What became of an uncertain payment. */
  { customerPayment?: never; exchange?: never; paymentOutcome: RecordPaymentOutcomeInput; refund?: never; sale?: never; stockAdjustment?: never; void?: never; }
  |  /** A refund. */
  { customerPayment?: never; exchange?: never; paymentOutcome?: never; refund: RefundSaleInput; sale?: never; stockAdjustment?: never; void?: never; }
  |  /** A sale. */
  { customerPayment?: never; exchange?: never; paymentOutcome?: never; refund?: never; sale: CompleteSaleInput; stockAdjustment?: never; void?: never; }
  |  /** Recorded only with the token of an operator who may adjust stock; with the terminal's own it is REJECTED. */
  { customerPayment?: never; exchange?: never; paymentOutcome?: never; refund?: never; sale?: never; stockAdjustment: AdjustStockInput; void?: never; }
  |  /** A void. */
  { customerPayment?: never; exchange?: never; paymentOutcome?: never; refund?: never; sale?: never; stockAdjustment?: never; void: VoidSaleInput; };

/** Why an input was refused. New values are added. */
export type FailureCode =
  /** The sums of the location have no room for so large an amount. */
  | 'AMOUNT_TOO_LARGE'
  /** Approvals are not available yet. */
  | 'APPROVAL_NOT_AVAILABLE'
  /** The gift card, the store credit or the deposit holds less. */
  | 'BALANCE_TOO_LOW'
  /** Another variant has this barcode. */
  | 'BARCODE_TAKEN'
  /** More cash would be handed out with a payment than the merchant allows. */
  | 'CASH_BACK_TOO_LARGE'
  /** Another terminal or location has this code. */
  | 'CODE_TAKEN'
  /** The coupon does not count at this time. */
  | 'COUPON_EXPIRED'
  /** No coupons are taken here. */
  | 'COUPON_NOT_AVAILABLE'
  /** Another promotion that has not ended has this coupon code. */
  | 'COUPON_TAKEN'
  /** There is no such coupon. */
  | 'COUPON_UNKNOWN'
  /** The coupon was used as often as it may be. */
  | 'COUPON_USED_UP'
  /** The customer would owe more than allowed. */
  | 'CREDIT_LIMIT_EXCEEDED'
  /** Amounts are recorded in the currency. */
  | 'CURRENCY_IN_USE'
  /** The customer of the sale was changed too often. */
  | 'CUSTOMER_CHANGES_EXHAUSTED'
  /** The sale is that customer's already. */
  | 'CUSTOMER_UNCHANGED'
  /** The sale of a quote is paid with all that was deposited on it. */
  | 'DEPOSIT_NOT_USED'
  /** The deposits would come to more than the quote. */
  | 'DEPOSIT_TOO_LARGE'
  /** The discounts are beyond what the operator may give; the error states the limit. */
  | 'DISCOUNT_NOT_ALLOWED'
  /** A discount is more than what is left to discount. */
  | 'DISCOUNT_TOO_LARGE'
  /** This e-mail address cannot be used. */
  | 'EMAIL_NOT_AVAILABLE'
  /** Another staff member has this e-mail address. */
  | 'EMAIL_TAKEN'
  /** The fapiao is issued: it cannot be changed any more. */
  | 'FAPIAO_ISSUED'
  /** All of the sale came back. */
  | 'FAPIAO_WITHOUT_AMOUNT'
  /** The gift card is blocked. */
  | 'GIFT_CARD_BLOCKED'
  /** Something else was created or recorded with this id. */
  | 'ID_CONFLICT'
  /** The account is not one that can be posted to by hand. */
  | 'INVALID_ACCOUNT'
  /** The activation code is unknown, used or expired. */
  | 'INVALID_ACTIVATION_CODE'
  /** The address is too long or has characters that cannot be printed. */
  | 'INVALID_ADDRESS'
  /** An adjustment is malformed, or there are too many. */
  | 'INVALID_ADJUSTMENT'
  /** The amount is zero, or the amounts sum to too much. */
  | 'INVALID_AMOUNT'
  /** A barcode is malformed, or there are too many. */
  | 'INVALID_BARCODE'
  /** A limit of cash back is out of range. */
  | 'INVALID_CASH_BACK'
  /** Cash is not rounded to a whole number of minor units of at least 1. */
  | 'INVALID_CASH_STEP'
  /** The code is malformed. */
  | 'INVALID_CODE'
  /** The cost is malformed or out of range. */
  | 'INVALID_COST'
  /** The country is none of ISO 3166. */
  | 'INVALID_COUNTRY'
  /** The name or the secret is wrong. */
  | 'INVALID_CREDENTIALS'
  /** The currency is no active one of ISO 4217. */
  | 'INVALID_CURRENCY'
  /** The customer's id is malformed. */
  | 'INVALID_CUSTOMER'
  /** The day is past, or none of the calendar. */
  | 'INVALID_DAY'
  /** The hour at which business days end is out of range. */
  | 'INVALID_DAY_END'
  /** The description of a line is missing or too long. */
  | 'INVALID_DESCRIPTION'
  /** A discount is malformed, or there are too many. */
  | 'INVALID_DISCOUNT'
  /** The e-mail address is malformed. */
  | 'INVALID_EMAIL'
  /** The number of the fapiao is malformed. */
  | 'INVALID_FAPIAO_NUMBER'
  /** The buyer's tax number is missing or malformed. */
  | 'INVALID_FAPIAO_TAX_NUMBER'
  /** The buyer's title is missing or too long. */
  | 'INVALID_FAPIAO_TITLE'
  /** The text at the end of receipts is too long or has characters that cannot be printed. */
  | 'INVALID_FOOTER'
  /** The line that sells a gift card is malformed, or its code has a mistake. */
  | 'INVALID_GIFT_CARD'
  /** The first lines of receipts are too long. */
  | 'INVALID_HEADER'
  /** The id is malformed or used twice. */
  | 'INVALID_ID'
  /** The label of a parked sale is too long or has control characters. */
  | 'INVALID_LABEL'
  /** A limit of discounts or refunds is out of range. */
  | 'INVALID_LIMIT'
  /** A line is incomplete or contradicts itself. */
  | 'INVALID_LINE'
  /** There are no lines, too many, or they sum to too much. */
  | 'INVALID_LINES'
  /** There are no locations, too many, or one is unknown. */
  | 'INVALID_LOCATIONS'
  /** The picture is too large, or no PNG, JPEG or WebP. */
  | 'INVALID_LOGO'
  /** The name is missing or too long. */
  | 'INVALID_NAME'
  /** The note is missing or too long. */
  | 'INVALID_NOTE'
  /** The operator's id is malformed. */
  | 'INVALID_OPERATOR'
  /** The operator number is malformed. */
  | 'INVALID_OPERATOR_NUMBER'
  /** A pack of a variant is malformed, or there are too many. */
  | 'INVALID_PACK'
  /** The password is too short or too long. */
  | 'INVALID_PASSWORD'
  /** A payment is malformed, or there are too many. */
  | 'INVALID_PAYMENT'
  /** The telephone number is malformed. */
  | 'INVALID_PHONE'
  /** The PIN is malformed, or shorter than the role needs. */
  | 'INVALID_PIN'
  /** There are too few postings or too many. */
  | 'INVALID_POSTINGS'
  /** The price is malformed or out of range. */
  | 'INVALID_PRICE'
  /** A field of a price list is missing or malformed. */
  | 'INVALID_PRICE_LIST'
  /** A field of a promotion is missing, malformed or does not go with its kind. */
  | 'INVALID_PROMOTION'
  /** The public key is malformed. */
  | 'INVALID_PUBLIC_KEY'
  /** The quantity is malformed or out of range. */
  | 'INVALID_QUANTITY'
  /** The rate is malformed or out of range. */
  | 'INVALID_RATE'
  /** The reason is missing or too long. */
  | 'INVALID_REASON'
  /** There are no recipients, too many, or an address is malformed. */
  | 'INVALID_RECIPIENTS'
  /** A layout of scale codes is malformed, or like another. */
  | 'INVALID_SCALE_LAYOUT'
  /** The receipt number is below 1 or above 1,000,000,000. */
  | 'INVALID_SEQUENCE'
  /** The SKU is missing or malformed. */
  | 'INVALID_SKU'
  /** There is neither an e-mail address nor an operator number to sign in by. */
  | 'INVALID_STAFF'
  /** The tare is malformed or out of range. */
  | 'INVALID_TARE'
  /** The tax code is malformed. */
  | 'INVALID_TAX_CODE'
  /** The tax number is too long or has characters that cannot be printed. */
  | 'INVALID_TAX_NUMBER'
  /** The time of day is malformed. */
  | 'INVALID_TIME'
  /** The time zone is unknown. */
  | 'INVALID_TIME_ZONE'
  /** A tip is below zero, or a percentage of it out of range. */
  | 'INVALID_TIP'
  /** The id, SKU or barcode of a line's variant is malformed. */
  | 'INVALID_VARIANT'
  /** A product has no variants or too many. */
  | 'INVALID_VARIANTS'
  /** The merchant has as many of these as it may have, or sends as many a day as it may. */
  | 'LIMIT_REACHED'
  /** The payment method cannot be used. */
  | 'METHOD_NOT_AVAILABLE'
  /** Debits and credits differ. */
  | 'NOT_BALANCED'
  /** The goods of this variant are not counted. */
  | 'NOT_STOCKED'
  /** Another staff member has this operator number. */
  | 'OPERATOR_NUMBER_TAKEN'
  /** The level shows less than is sold, and the merchant does not sell that. */
  | 'OUT_OF_STOCK'
  /** An owner cannot change this of their own account: another owner has to. */
  | 'OWN_ACCOUNT'
  /** The parked sale was recalled or discarded before. */
  | 'PARKED_SALE_TAKEN'
  /** The payments do not sum to the total. */
  | 'PAYMENT_MISMATCH'
  /** The payment is not certain, or did not go through: nothing of it is given back. */
  | 'PAYMENT_NOT_CAPTURED'
  /** What became of the payment was known before. */
  | 'PAYMENT_OUTCOME_KNOWN'
  /** The price list ended some time ago and does not change any more. */
  | 'PRICE_LIST_ENDED'
  /** The price differs from the catalogue's, which the error states. */
  | 'PRICE_NOT_ALLOWED'
  /** Another price than the shop's is charged without a reason, which the merchant asks for. */
  | 'PRICE_REASON_MISSING'
  /** The promotion ended some time ago and does not change any more. */
  | 'PROMOTION_ENDED'
  /** There is no such promotion, or none is taken here. */
  | 'PROMOTION_NOT_AVAILABLE'
  /** Too many conflicting copies of this sale are quarantined. */
  | 'QUARANTINE_FULL'
  /** The quote was cancelled. */
  | 'QUOTE_CANCELLED'
  /** The quote was valid until a day that is past. */
  | 'QUOTE_EXPIRED'
  /** Something is deposited on the quote, and has to be given back first. */
  | 'QUOTE_HAS_DEPOSIT'
  /** The sale has other lines or another customer than its quote. */
  | 'QUOTE_MISMATCH'
  /** The quote was sold before. */
  | 'QUOTE_SOLD'
  /** A refund without a sale is above the limit of the operator's role. */
  | 'REFUND_ABOVE_LIMIT'
  /** More than what is left to refund of a payment. */
  | 'REFUND_EXCEEDS_PAYMENT'
  /** More than what is left to refund of a line. */
  | 'REFUND_EXCEEDS_SALE'
  /** The operator has no right to this refund. */
  | 'REFUND_NOT_ALLOWED'
  /** The merchant gives a payment back by its own method only. */
  | 'REFUND_TO_OTHER_METHOD'
  /** The merchant refunds without a sale only to a customer who is named. */
  | 'REFUND_WITHOUT_CUSTOMER'
  /** Something of the sale was refunded: the rest of it can be refunded. */
  | 'SALE_ALREADY_REFUNDED'
  /** The sale was voided before. */
  | 'SALE_ALREADY_VOIDED'
  /** The sale is the half of an exchange: it can be refunded. */
  | 'SALE_OF_EXCHANGE'
  /** Another variant has this SKU. */
  | 'SKU_TAKEN'
  /** The operator may not adjust stock. */
  | 'STOCK_ADJUSTMENT_NOT_ALLOWED'
  /** The tax code is discontinued. */
  | 'TAX_CODE_DISCONTINUED'
  /** The tax code is the one that new products get. */
  | 'TAX_CODE_IS_DEFAULT'
  /** A tax exemption needs the number of its certificate. */
  | 'TAX_EXEMPTION_INVALID'
  /** Something was tendered by a method that gives no change. */
  | 'TENDERED_NOT_ALLOWED'
  /** A paired terminal may sell in the currency. */
  | 'TERMINAL_PAIRED'
  /** Too many attempts; the error states when the next one is accepted. */
  | 'TOO_MANY_ATTEMPTS'
  /** The merchant, or the customer, has as many groups as possible. */
  | 'TOO_MANY_CUSTOMER_GROUPS'
  /** The merchant has as many payment methods of its own as there may be. */
  | 'TOO_MANY_PAYMENT_METHODS'
  /** The merchant has as many price lists, or prices in them, as it may have. */
  | 'TOO_MANY_PRICE_LISTS'
  /** The merchant has as many promotions as it may have. */
  | 'TOO_MANY_PROMOTIONS'
  /** The location has as many report schedules as it may have. */
  | 'TOO_MANY_REPORT_SCHEDULES'
  /** The merchant has as many tax codes as it may have. */
  | 'TOO_MANY_TAX_CODES'
  /** The server's total is another; the error states it. */
  | 'TOTAL_MISMATCH'
  /** There is no such category. */
  | 'UNKNOWN_CATEGORY'
  /** There is no such customer, or the person was erased. */
  | 'UNKNOWN_CUSTOMER'
  /** There is no such group of customers. */
  | 'UNKNOWN_CUSTOMER_GROUP'
  /** There is no such sale or refund. */
  | 'UNKNOWN_DOCUMENT'
  /** There is no such exception. */
  | 'UNKNOWN_EXCEPTION'
  /** No fapiao was asked for. */
  | 'UNKNOWN_FAPIAO'
  /** There is no such gift card. */
  | 'UNKNOWN_GIFT_CARD'
  /** The sale has no such line. */
  | 'UNKNOWN_LINE'
  /** The link opens no receipt. */
  | 'UNKNOWN_LINK'
  /** There is no such location. */
  | 'UNKNOWN_LOCATION'
  /** The variant has no pack of this size. */
  | 'UNKNOWN_PACK'
  /** There is no such parked sale at the location, or it has expired. */
  | 'UNKNOWN_PARKED_SALE'
  /** The sale has no such payment. */
  | 'UNKNOWN_PAYMENT'
  /** There is no such payment method. */
  | 'UNKNOWN_PAYMENT_METHOD'
  /** There is no such price list. */
  | 'UNKNOWN_PRICE_LIST'
  /** There is no such product. */
  | 'UNKNOWN_PRODUCT'
  /** There is no such promotion. */
  | 'UNKNOWN_PROMOTION'
  /** There is no such quote at the location. */
  | 'UNKNOWN_QUOTE'
  /** There is no such report schedule. */
  | 'UNKNOWN_REPORT_SCHEDULE'
  /** There is no such sale. */
  | 'UNKNOWN_SALE'
  /** There is no such staff member. */
  | 'UNKNOWN_STAFF'
  /** There is no such tax code. */
  | 'UNKNOWN_TAX_CODE'
  /** There is no such terminal. */
  | 'UNKNOWN_TERMINAL'
  /** There is no such variant. */
  | 'UNKNOWN_VARIANT'
  /** The variant is no longer sold. */
  | 'VARIANT_DISCONTINUED'
  /** The record has changed since it was read. */
  | 'VERSION_CONFLICT'
  /** The sale is of another business day or location: it can be refunded. */
  | 'VOID_NOT_ALLOWED'
  /** The password is a common one, or made of what is known of the person or the merchant. */
  | 'WEAK_PASSWORD'
  /** The PIN is one that is tried first. */
  | 'WEAK_PIN'
  /** The current password is wrong. */
  | 'WRONG_PASSWORD';

/** Who buys. */
export type FapiaoBuyerKind =
  /** A company, by its tax number. */
  | 'COMPANY'
  /** A person. */
  | 'PERSON';

/** A fapiao that the buyer of a sale asks for, with what the merchant's invoicing software needs. */
export type FapiaoRequest = {
  __typename?: 'FapiaoRequest';
  /** Who buys. */
  buyerKind: FapiaoBuyerKind;
  /** Where it is to be sent. Null: none was given. */
  email?: Maybe<Scalars['String']['output']>;
  /** The sale's. */
  id: Scalars['ID']['output'];
  /** Of the fapiao. Null: it is still to be made. */
  invoiceNumber?: Maybe<Scalars['String']['output']>;
  /** When its number was noted. */
  issuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number on the receipt. */
  receiptNumber: Scalars['String']['output'];
  /** When it was asked for, or last corrected. */
  requestedAt: Scalars['DateTime']['output'];
  /** When the customer paid. */
  soldAt: Scalars['DateTime']['output'];
  /** The buyer's. Null: none. */
  taxNumber?: Maybe<Scalars['String']['output']>;
  /** By rate, the highest first. */
  taxes: Array<FapiaoTax>;
  /** Whose name is on it. */
  title: Scalars['String']['output'];
  /** With tax, without what came back before it was asked for. */
  total: Money;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** A page of fapiaos. */
export type FapiaoRequestConnection = {
  __typename?: 'FapiaoRequestConnection';
  /** The rows of the page with their cursors. */
  edges: Array<FapiaoRequestEdge>;
  /** The rows of the page. */
  nodes: Array<FapiaoRequest>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of fapiaos. */
export type FapiaoRequestEdge = {
  __typename?: 'FapiaoRequestEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: FapiaoRequest;
};

/** How far a fapiao is. */
export type FapiaoStatus =
  /** The merchant has made it. */
  | 'ISSUED'
  /** It was asked for. */
  | 'REQUESTED';

/** What a rate makes of a fapiao. */
export type FapiaoTax = {
  __typename?: 'FapiaoTax';
  /** Without tax. */
  net: Money;
  /** Per cent. */
  rate: Scalars['Decimal']['output'];
  /** Tax. */
  tax: Money;
};

/** A gift card. It is recognised by the end of its code; the code itself is stored nowhere. */
export type GiftCard = Node & {
  __typename?: 'GiftCard';
  /** What it holds now; null for callers who may not check gift cards. */
  balance?: Maybe<Money>;
  /** What moved it, the newest first. */
  history: ValueEventConnection;
  /** gft_<ULID>, which follows from the code. */
  id: Scalars['ID']['output'];
  /** A blocked card is not taken and not loaded; null for callers who may not check gift cards. */
  isBlocked?: Maybe<Scalars['Boolean']['output']>;
  /** The last four symbols of the code. */
  lastFour: Scalars['String']['output'];
};


/** A gift card. It is recognised by the end of its code; the code itself is stored nowhere. */
export type GiftCardHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of gift cards. */
export type GiftCardConnection = {
  __typename?: 'GiftCardConnection';
  /** With a cursor each. */
  edges: Array<GiftCardEdge>;
  /** Without cursors. */
  nodes: Array<GiftCard>;
  /** Whether there are more. */
  pageInfo: PageInfo;
};

/** A gift card with its place in the list. */
export type GiftCardEdge = {
  __typename?: 'GiftCardEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The card. */
  node: GiftCard;
};

/** A line that sells or loads a gift card. */
export type GiftCardLineInput = {
  /** What is put on the card, above zero. */
  amount: Scalars['MinorUnits']['input'];
  /** Its code: 16 symbols, the last of which checks the others (`newGiftCardCode`). A card that is known is loaded. */
  code: Scalars['String']['input'];
};

/** An hour of the business day by the location's clock. Where clocks are put back, an hour holds two. */
export type HourOfSales = {
  __typename?: 'HourOfSales';
  /**
   * Totals of the sales.
   * @deprecated Not what gross sales usually are. Use `sales`, which is the same amount.
   */
  grossSales: Money;
  /** 0 to 23 */
  hour: Scalars['Int']['output'];
  /** Sales. */
  saleCount: Scalars['Int']['output'];
  /** Totals of the sales: with tax, after discounts, before returns. */
  sales: Money;
};

/** Which terminal gets a code. */
export type IssueActivationCodeInput = {
  /** The terminal to pair a device with. */
  terminalId: Scalars['ID']['input'];
};

/** The answer to issueActivationCode. */
export type IssueActivationCodePayload = {
  __typename?: 'IssueActivationCodePayload';
  /** Ten characters with a hyphen in the middle. Null: the request was refused. */
  activationCode?: Maybe<Scalars['String']['output']>;
  /** Until when the code can be used. Null: the request was refused. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A fapiao that was made. */
export type IssueFapiaoInput = {
  /** The sale. */
  factId: Scalars['ID']['input'];
  /** 1 to 40 digits, letters and dashes. */
  invoiceNumber: Scalars['String']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to issueFapiao. */
export type IssueFapiaoPayload = {
  __typename?: 'IssueFapiaoPayload';
  /** As it is now. Null: the request was refused. */
  fapiao?: Maybe<FapiaoRequest>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Booked by hand. It is in no figure of sales. */
export type JournalEntry = Node & {
  __typename?: 'JournalEntry';
  /** jou_<ULID> */
  id: Scalars['ID']['output'];
  /** Whose ledger it is in. */
  location: Location;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who booked it; null if the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who booked it. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** They sum to zero. */
  postings: Array<JournalPosting>;
  /** For people. */
  reason: Scalars['String']['output'];
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
};

/** An amount on one account. */
export type JournalPosting = {
  __typename?: 'JournalPosting';
  /** The account. */
  account: Account;
  /** Debit above zero, credit below. */
  amount: Money;
};

/** An amount on one account. */
export type JournalPostingInput = {
  /** The account. */
  account: Account;
  /** Debit above zero, credit below. */
  amount: Scalars['MinorUnits']['input'];
};

/** What an article costs by a price list. */
export type ListPrice = {
  __typename?: 'ListPrice';
  /** How much of the article the cart has, at least, on all its lines. "0": any quantity. */
  minimumQuantity: Scalars['Decimal']['output'];
  /** What a unit costs, major units. */
  unitPrice: Scalars['Decimal']['output'];
  /** The article; null if it is unknown. */
  variant?: Maybe<Variant>;
  /** The article. */
  variantId: Scalars['ID']['output'];
};

/** What an article costs by a price list. */
export type ListPriceInput = {
  /** How much of the article the cart has, at least, up to three places. Absent: any quantity. */
  minimumQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** What a unit costs, major units, up to six places. */
  unitPrice: Scalars['Decimal']['input'];
  /** The article. */
  variantId: Scalars['ID']['input'];
};

/** A shop or a warehouse. */
export type Location = Node & {
  __typename?: 'Location';
  /** A short name, at most 64 characters. */
  code: Scalars['String']['output'];
  /** A business day ends so many hours after midnight, 0 to 11: a bar that closes at 3 counts what it sells at 2 to the evening before. */
  dayEndHour: Scalars['Int']['output'];
  /** Business days that followed other rules than now, from old to new. */
  earlierDays: Array<EarlierDays>;
  /** loc_<ULID> */
  id: Scalars['ID']['output'];
  /** What people call it, at most 200 characters. */
  name: Scalars['String']['output'];
  /** The location's own texts on receipts, their language and its logo. Null fields: the merchant's are on them. */
  ownReceipt: ReceiptSettings;
  /** What is on the location's receipts beside the sale: its own, else the merchant's. */
  receipt: ReceiptSettings;
  /** The IANA time zone that decides on business days, for example Europe/London. */
  timeZone: Scalars['String']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** A page of locations. */
export type LocationConnection = {
  __typename?: 'LocationConnection';
  /** The rows of the page with their cursors. */
  edges: Array<LocationEdge>;
  /** The rows of the page. */
  nodes: Array<Location>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of locations. */
export type LocationEdge = {
  __typename?: 'LocationEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Location;
};

/** What one location has of a period. */
export type LocationOfRange = {
  __typename?: 'LocationOfRange';
  /** Its figures: those of `summary`. */
  figures: SalesFigures;
  /** The location. */
  location: Location;
  /** Its totals. */
  summary: SalesSummary;
};

/** A variant below its reorder point. */
export type LowStock = {
  __typename?: 'LowStock';
  /** Where it is low. */
  location: Location;
  /** Units. */
  onHand: Scalars['Decimal']['output'];
  /** The variant. */
  variant: Variant;
};

/** A page of variants below their reorder points. */
export type LowStockConnection = {
  __typename?: 'LowStockConnection';
  /** The rows of the page with their cursors. */
  edges: Array<LowStockEdge>;
  /** The rows of the page. */
  nodes: Array<LowStock>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
  /** How many rows the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** A row of a page of variants below their reorder points. */
export type LowStockEdge = {
  __typename?: 'LowStockEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: LowStock;
};

/** Which variants below their reorder points are listed. */
export type LowStockFilter = {
  /** The location whose levels count. Absent: all that the caller may see, with a row for each at which a variant is low. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
};

/** A language that mails are written in. */
export type MailLanguage =
  /** English. */
  | 'EN'
  /** Chinese in simplified characters. */
  | 'ZH_HANS';

/** Who the token stands for. */
export type Me = {
  __typename?: 'Me';
  /** What the caller may know and change of their own record. Null: the token is no dashboard session. */
  account?: Maybe<OwnAccount>;
  /** The merchant's currency. */
  currency: Scalars['CurrencyCode']['output'];
  /** The most that all discounts of a sale may come to, in percent of its price before discounts. Null: without a limit. */
  discountLimitPercent?: Maybe<Scalars['Decimal']['output']>;
  /** What the caller may do at the locations that it covers. */
  grantedPermissions: Array<Permission>;
  /** Whether the owner or manager who signed in still has a PIN of fewer than six digits. Null: the token is a terminal's own. */
  isPinShort?: Maybe<Scalars['Boolean']['output']>;
  /** What kind of token it is. */
  kind: CallerKind;
  /** The merchant whom the caller works for. */
  merchant: Merchant;
  /**
   * The permissions as texts, for example catalog:write.
   * @deprecated Use grantedPermissions.
   */
  permissions: Array<Scalars['String']['output']>;
  /** The role of the staff member. Null: the token is a terminal's own. */
  role?: Maybe<Role>;
  /** The staff member who signed in. Null: the token is a terminal's own. */
  staff?: Maybe<Staff>;
  /**
   * The staff member who signed in. Null: the token is a terminal's own.
   * @deprecated Use staff.
   */
  staffId?: Maybe<Scalars['ID']['output']>;
  /** The terminal that the token belongs to. Null: a dashboard session. */
  terminal?: Maybe<Terminal>;
};

/** A merchant with its settings. */
export type Merchant = {
  __typename?: 'Merchant';
  /** The most cash that is handed out with a payment by card, minor units. 0: none. */
  cashBackMax: Scalars['MinorUnits']['output'];
  /** Cash payments are rounded to a multiple of this many minor units; 1: not at all. */
  cashStep: Scalars['Int']['output'];
  /** Two letters of ISO 3166-1, for example GB. Null: not stated. */
  country?: Maybe<Scalars['String']['output']>;
  /** Every amount of the merchant is in this currency. */
  currency: Scalars['CurrencyCode']['output'];
  /** The most that gift cards pay at a terminal while the server cannot be asked, minor units. 0: nothing. */
  giftCardOfflineMax: Scalars['MinorUnits']['output'];
  /** Whether the first steps are not shown any more. */
  isSetupHidden: Scalars['Boolean']['output'];
  /** What the business is called, on receipts too. */
  name: Scalars['String']['output'];
  /** Whether another price than the shop's is charged with a reason only. */
  overrideNeedsReason: Scalars['Boolean']['output'];
  /** What is on receipts beside the sale, where a location has nothing of its own. */
  receipt: ReceiptSettings;
  /** Whether a refund without a sale has to name its customer. */
  refundNeedsCustomer: Scalars['Boolean']['output'];
  /** Whether a payment is given back by its own method only, and to the gift card that paid. */
  refundsToSameMethod: Scalars['Boolean']['output'];
  /** Whether a sale is refused at the terminal when the level of an article shows less than is sold. */
  refusesOutOfStock: Scalars['Boolean']['output'];
  /**
   * How the codes that scales print contain a weight or price, at most 20, of 13 characters each: the digits that they begin with (02
   * or 20 to 29), I for the article, W or P for the weight or price before its decimal point, D after it, V for the digit that
   * verifies it, X for a digit without meaning, C for the check digit. For example 21IIIIIWWDDDC.
   */
  scaleLayouts: Array<Scalars['String']['output']>;
  /** What terminals offer as a tip, in percent. Empty: they ask for none. */
  tipPercents: Array<Scalars['Decimal']['output']>;
  /** Rises by 1 with every change of the settings and of the limits of roles. */
  version: Scalars['Int']['output'];
};

/** What one payment method took. */
export type MethodTotal = {
  __typename?: 'MethodTotal';
  /** The method. */
  method: PaymentMethod;
  /** What that was called in Chinese; null: as otherwise. */
  methodChineseName?: Maybe<Scalars['String']['output']>;
  /** The merchant's own method, of the kind OTHER. */
  methodId?: Maybe<Scalars['ID']['output']>;
  /** What that was called; null: it is none. */
  methodName?: Maybe<Scalars['String']['output']>;
  /** What came in less what was given back. */
  net: Money;
  /** What came in. */
  paid: Money;
  /** What was given back; positive. */
  refunded: Money;
};

/** An amount with its currency. */
export type Money = {
  __typename?: 'Money';
  /** In the currency's minor unit. */
  amount: Scalars['MinorUnits']['output'];
  /** The merchant's. */
  currency: Scalars['CurrencyCode']['output'];
};

/** A change of a level. */
export type Movement = Node & {
  __typename?: 'Movement';
  /** The fact that moved it; null for opening stock, or if the caller may not see it. */
  fact?: Maybe<Node>;
  /** The fact that moved it. */
  factId: Scalars['ID']['output'];
  /** The level's id and the fact's, with a dot between, and the part of a fact that was booked in parts. */
  id: Scalars['ID']['output'];
  /**
   * sale, refund, stockAdjustment, openingStock, ...
   * @deprecated Use movementKind.
   */
  kind: Scalars['String']['output'];
  /** What moved it; null where a later version booked a kind that this one does not know. */
  movementKind?: Maybe<MovementKind>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who did it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who did it. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** As it changed the level. */
  quantity: Scalars['Decimal']['output'];
  /** Units after it. */
  quantityAfter: Scalars['Decimal']['output'];
  /** Why, in words; null if none were stated. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Why an adjustment was made, where it is one of the usual reasons. */
  reasonCode?: Maybe<StockReason>;
  /** When the server recorded it: movements are in the order in which they were recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** The goods at cost, below zero when they left; for those who may see costs, else null. */
  value?: Maybe<Money>;
};

/** A page of movements. */
export type MovementConnection = {
  __typename?: 'MovementConnection';
  /** With a cursor each. */
  edges: Array<MovementEdge>;
  /** Without cursors. */
  nodes: Array<Movement>;
  /** Whether there are more. */
  pageInfo: PageInfo;
};

/** A movement with its place in the list. */
export type MovementEdge = {
  __typename?: 'MovementEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: Movement;
};

/** The kinds of facts that move goods. */
export type MovementKind =
  /** What the books were opened with. */
  | 'OPENING_STOCK'
  /** Goods that came back. */
  | 'REFUND'
  /** Goods that were sold. */
  | 'SALE'
  /** Goods that were lost, found or written off. */
  | 'STOCK_ADJUSTMENT'
  /** Goods of a sale that was voided. */
  | 'VOID';

export type Mutation = {
  __typename?: 'Mutation';
  /** Exchanges a one-time activation code for the terminal's own credential. Codes: INVALID_ACTIVATION_CODE, INVALID_NAME, INVALID_PUBLIC_KEY. */
  activateTerminal: ActivateTerminalPayload;
  /** Codes: INVALID_*, UNKNOWN_PRODUCT, SKU_TAKEN, BARCODE_TAKEN, ID_CONFLICT. */
  addVariant: AddVariantPayload;
  /**
   * Changes what a gift card holds by hand, or blocks or releases it, with a reason. Codes: INVALID_ID, INVALID_AMOUNT,
   * INVALID_REASON, UNKNOWN_GIFT_CARD, UNKNOWN_LOCATION, BALANCE_TOO_LOW, AMOUNT_TOO_LARGE, ID_CONFLICT.
   */
  adjustGiftCard: AdjustGiftCardPayload;
  /** Goods that are gone without being sold, or were found. Codes: INVALID_*, UNKNOWN_LOCATION, UNKNOWN_VARIANT, NOT_STOCKED, AMOUNT_TOO_LARGE, ID_CONFLICT. */
  adjustStock: AdjustStockPayload;
  /**
   * Changes what a customer has as store credit by hand, with a reason. Codes: INVALID_ID, INVALID_AMOUNT, INVALID_REASON,
   * UNKNOWN_CUSTOMER, UNKNOWN_LOCATION, BALANCE_TOO_LOW, AMOUNT_TOO_LARGE, ID_CONFLICT.
   */
  adjustStoreCredit: AdjustStoreCreditPayload;
  /**
   * Takes over how a country taxes sales: its tax codes, the default among them, prices with or without tax, rounding. The tax codes that
   * the merchant has stay, and so do those of products. Codes: LIMIT_REACHED, VERSION_CONFLICT.
   */
  adoptTaxRegime: AdoptTaxRegimePayload;
  /** The terminal is there: sent by it (or its operator) when it starts and every few minutes, for those who watch over terminals. */
  announceTerminal: AnnounceTerminalPayload;
  /** Ends a quote that is not sold. Codes: UNKNOWN_QUOTE, QUOTE_SOLD, QUOTE_HAS_DEPOSIT (it is given back first). */
  cancelQuote: CancelQuotePayload;
  /**
   * Another currency, while nothing is recorded and no terminal is paired. Cash is not rounded from then on. Codes: INVALID_CURRENCY,
   * CURRENCY_IN_USE, TERMINAL_PAIRED, VERSION_CONFLICT.
   */
  changeCurrency: ChangeCurrencyPayload;
  /** Changes the caller's own password; the caller's other sessions at the dashboard end. Codes: INVALID_PASSWORD, WEAK_PASSWORD, WRONG_PASSWORD, TOO_MANY_ATTEMPTS, VERSION_CONFLICT. */
  changePassword: UpdateAccountPayload;
  /** Changes the caller's own PIN; the caller's sessions at terminals end. Codes: INVALID_PIN, WEAK_PIN, INVALID_OPERATOR_NUMBER, WRONG_PASSWORD, TOO_MANY_ATTEMPTS, VERSION_CONFLICT. */
  changePin: UpdateAccountPayload;
  /** Codes: INVALID_PRICE, UNKNOWN_VARIANT, VERSION_CONFLICT. */
  changePrice: ChangePricePayload;
  /**
   * Another rate from a day on, by the clock of the location that sells; what was sold keeps its own. Without rate and components, the change
   * that was planned for that day is taken back. Codes: UNKNOWN_TAX_CODE, INVALID_RATE, INVALID_NAME, INVALID_DAY, LIMIT_REACHED,
   * VERSION_CONFLICT.
   */
  changeTaxRate: ChangeTaxRatePayload;
  /**
   * A live sale: priced and checked by the server, recorded once. A guard (gift card, credit, ...) may refuse it.
   * Codes: INVALID_*, UNKNOWN_VARIANT, VARIANT_DISCONTINUED, OUT_OF_STOCK, UNKNOWN_TAX_CODE, DISCOUNT_TOO_LARGE, UNKNOWN_CUSTOMER, PAYMENT_MISMATCH, TOTAL_MISMATCH, PRICE_NOT_ALLOWED, PRICE_REASON_MISSING,
   * DISCOUNT_NOT_ALLOWED, METHOD_NOT_AVAILABLE, UNKNOWN_PAYMENT_METHOD, CASH_BACK_TOO_LARGE, TENDERED_NOT_ALLOWED, AMOUNT_TOO_LARGE, PROMOTION_NOT_AVAILABLE, COUPON_UNKNOWN, COUPON_EXPIRED, COUPON_USED_UP, APPROVAL_NOT_AVAILABLE,
   * LIMIT_REACHED (too many gift cards), ID_CONFLICT, QUARANTINE_FULL.
   */
  completeSale: CompleteSalePayload;
  /** Counts a copy of a receipt that is printed. Codes: INVALID_ID, UNKNOWN_DOCUMENT. */
  countReceiptCopy: CountReceiptCopyPayload;
  /** A group of products. Codes: INVALID_ID, INVALID_NAME, UNKNOWN_TAX_CODE, TAX_CODE_DISCONTINUED, ID_CONFLICT, LIMIT_REACHED. */
  createCategory: CreateCategoryPayload;
  /** Codes: INVALID_*, ID_CONFLICT. */
  createCustomer: CreateCustomerPayload;
  /** Creates a customer who is at the counter. Codes: INVALID_*, UNKNOWN_CUSTOMER (erased meanwhile), ID_CONFLICT. */
  createCustomerAtCounter: CreateCustomerAtCounterPayload;
  /** A new group of customers. Codes: INVALID_ID, INVALID_NAME, TOO_MANY_CUSTOMER_GROUPS, ID_CONFLICT. */
  createCustomerGroup: CreateCustomerGroupPayload;
  /**
   * Codes: INVALID_ID, INVALID_CODE, INVALID_NAME, INVALID_TIME_ZONE, INVALID_DAY_END, INVALID_ADDRESS, INVALID_PHONE, INVALID_TAX_NUMBER,
   * INVALID_HEADER, INVALID_FOOTER, INVALID_LOGO, CODE_TAKEN, ID_CONFLICT.
   */
  createLocation: CreateLocationPayload;
  /**
   * A way to pay that the merchant settles elsewhere, for example meal vouchers: a payment OTHER names it by `methodId`. Codes: INVALID_ID,
   * INVALID_NAME, TOO_MANY_PAYMENT_METHODS, ID_CONFLICT.
   */
  createPaymentMethod: CreatePaymentMethodPayload;
  /**
   * Prices that count instead of the catalogue's. Codes: INVALID_ID, INVALID_NAME, INVALID_PRICE_LIST, INVALID_TIME, INVALID_PRICE, INVALID_QUANTITY,
   * UNKNOWN_CUSTOMER_GROUP, UNKNOWN_LOCATION, UNKNOWN_VARIANT, TOO_MANY_PRICE_LISTS, ID_CONFLICT.
   */
  createPriceList: CreatePriceListPayload;
  /** Codes: INVALID_*, SKU_TAKEN, BARCODE_TAKEN, UNKNOWN_TAX_CODE, TAX_CODE_DISCONTINUED, UNKNOWN_CATEGORY, ID_CONFLICT. */
  createProduct: CreateProductPayload;
  /**
   * A rule that takes something off what is sold. Codes: INVALID_ID, INVALID_NAME, INVALID_PROMOTION, INVALID_TIME, UNKNOWN_PRODUCT, UNKNOWN_CATEGORY, UNKNOWN_CUSTOMER_GROUP,
   * COUPON_TAKEN, TOO_MANY_PROMOTIONS, ID_CONFLICT.
   */
  createPromotion: CreatePromotionPayload;
  /**
   * Prices a cart as a live sale of now would be, and holds that until a day. Nothing of it is in the books. Codes: those of priceSale,
   * INVALID_DAY, ID_CONFLICT.
   */
  createQuote: CreateQuotePayload;
  /** Codes: INVALID_ID, INVALID_TIME, INVALID_RECIPIENTS, UNKNOWN_LOCATION, TOO_MANY_REPORT_SCHEDULES, ID_CONFLICT. */
  createReportSchedule: CreateReportSchedulePayload;
  /**
   * No role and no locations beyond the caller's own, else the error FORBIDDEN. Codes: INVALID_*, WEAK_PASSWORD, WEAK_PIN,
   * EMAIL_TAKEN, EMAIL_NOT_AVAILABLE, TOO_MANY_ATTEMPTS, OPERATOR_NUMBER_TAKEN, ID_CONFLICT.
   */
  createStaff: CreateStaffPayload;
  /** A tax with its rate. Codes: INVALID_ID, INVALID_NAME, INVALID_RATE, TOO_MANY_TAX_CODES, LIMIT_REACHED, ID_CONFLICT. */
  createTaxCode: CreateTaxCodePayload;
  /** Codes: INVALID_ID, INVALID_CODE, INVALID_NAME, UNKNOWN_LOCATION, CODE_TAKEN, ID_CONFLICT. */
  createTerminal: CreateTerminalPayload;
  /** Ends all sessions of a staff member, who can no longer sign in; documents keep the name. Codes: UNKNOWN_STAFF, OWN_ACCOUNT, VERSION_CONFLICT. */
  deactivateStaff: UpdateStaffPayload;
  /** Codes: UNKNOWN_REPORT_SCHEDULE, VERSION_CONFLICT. */
  deleteReportSchedule: DeleteReportSchedulePayload;
  /** Removes a parked sale without selling it. Codes: UNKNOWN_LOCATION, UNKNOWN_PARKED_SALE, PARKED_SALE_TAKEN. */
  discardParkedSale: DiscardParkedSalePayload;
  /** Erases what is personal, for good; what was bought stays under the id. Codes: UNKNOWN_CUSTOMER, VERSION_CONFLICT. */
  eraseCustomer: EraseCustomerPayload;
  /**
   * Goods of a sale come back and others go out, in one transaction: one difference is paid or given back. It records a refund and a
   * sale, each as it would be alone; what passes between them is a payment of the method EXCHANGE in both, which the server adds.
   * Codes: INVALID_*, those of refundSale with a sale (its lines are `back`, its payments `paymentsBack`) and those of completeSale
   * (below `sale`), ID_CONFLICT. PAYMENT_MISMATCH at `sale.payments`: what is left to pay was not paid; at `paymentsBack`: what
   * was too much was not given back.
   */
  exchangeSale: ExchangeSalePayload;
  /** A code that pairs a device with the terminal, once, within ten minutes. It ends with the next code and with the terminal's revocation. Codes: UNKNOWN_TERMINAL. */
  issueActivationCode: IssueActivationCodePayload;
  /** Notes the number of a fapiao that the merchant's software made. Codes: INVALID_FAPIAO_NUMBER, UNKNOWN_FAPIAO, VERSION_CONFLICT. */
  issueFapiao: IssueFapiaoPayload;
  /**
   * Parks a cart that is not paid yet, for any terminal of the location. Nothing of it is in the books. With an operator's token.
   * Codes: INVALID_*, LIMIT_REACHED (100 wait at a location), ID_CONFLICT.
   */
  parkSale: ParkSalePayload;
  /**
   * Changes what is known of a person, and the groups. Codes: INVALID_*, UNKNOWN_CUSTOMER, UNKNOWN_CUSTOMER_GROUP,
   * TOO_MANY_CUSTOMER_GROUPS, VERSION_CONFLICT.
   */
  patchCustomer: PatchCustomerPayload;
  /** Changes a product; its variants follow. Codes: INVALID_NAME, UNKNOWN_PRODUCT, UNKNOWN_TAX_CODE, TAX_CODE_DISCONTINUED, UNKNOWN_CATEGORY, VERSION_CONFLICT. */
  patchProduct: PatchProductPayload;
  /** Changes a schedule; it counts from now. Codes: INVALID_TIME, INVALID_RECIPIENTS, UNKNOWN_REPORT_SCHEDULE, VERSION_CONFLICT. */
  patchReportSchedule: PatchReportSchedulePayload;
  /**
   * Changes the limits of a role. An absent field stays as it is, null removes the limit. It holds for the next request; what happened
   * before is judged by the limits of when it is recorded. Codes: INVALID_LIMIT, VERSION_CONFLICT.
   */
  patchRoleLimits: PatchRoleLimitsPayload;
  /** Changes a variant. Codes: INVALID_*, UNKNOWN_VARIANT, SKU_TAKEN, BARCODE_TAKEN, VERSION_CONFLICT. */
  patchVariant: PatchVariantPayload;
  /** The staff member can sign in again, as before. Codes: UNKNOWN_STAFF, VERSION_CONFLICT. */
  reactivateStaff: UpdateStaffPayload;
  /**
   * Gives a parked sale to the caller's terminal, one of all that ask at once. The same recall again gives the same answer. With an
   * operator's token. Codes: INVALID_ID, UNKNOWN_PARKED_SALE (also when it has expired), PARKED_SALE_TAKEN.
   */
  recallParkedSale: RecallParkedSalePayload;
  /**
   * A customer pays for what was bought on account, or a deposit on a quote, or gets a deposit back. It is in no figure of sales.
   * Codes: INVALID_ID, UNKNOWN_CUSTOMER, INVALID_PAYMENT, METHOD_NOT_AVAILABLE (what is no money; cash of staff at the dashboard,
   * where no drawer is), UNKNOWN_PAYMENT_METHOD, TENDERED_NOT_ALLOWED, INVALID_NOTE, INVALID_OPERATOR, UNKNOWN_LOCATION, AMOUNT_TOO_LARGE, ID_CONFLICT; of a
   * deposit UNKNOWN_QUOTE, QUOTE_MISMATCH (another customer's), QUOTE_SOLD, QUOTE_CANCELLED, QUOTE_EXPIRED, DEPOSIT_TOO_LARGE; of one
   * that is given back BALANCE_TOO_LOW, REFUND_NOT_ALLOWED.
   */
  recordCustomerPayment: RecordCustomerPaymentPayload;
  /** Books by hand what no other fact says. Codes: INVALID_*, NOT_BALANCED, UNKNOWN_LOCATION, AMOUNT_TOO_LARGE, ID_CONFLICT. */
  recordJournalEntry: RecordJournalEntryPayload;
  /** What was at a location when its books were opened. Codes: INVALID_*, UNKNOWN_LOCATION, UNKNOWN_VARIANT, NOT_STOCKED, AMOUNT_TOO_LARGE, ID_CONFLICT. */
  recordOpeningStock: RecordOpeningStockPayload;
  /**
   * Records whether an uncertain payment of a sale went through: once, however many callers find out. CAPTURED moves nothing.
   * VOIDED takes the amount out of the account of its method, as sales that were not paid, on the day on which it is recorded; it needs
   * a manager. From then on nothing of the payment can be given back. Codes: INVALID_ID, INVALID_PAYMENT (neither of the two),
   * INVALID_REASON, INVALID_OPERATOR, UNKNOWN_SALE, UNKNOWN_PAYMENT, PAYMENT_OUTCOME_KNOWN, ID_CONFLICT.
   */
  recordPaymentOutcome: RecordPaymentOutcomePayload;
  /**
   * A count of goods, as one adjustment: each line changes its level by what was counted beyond what was expected. Codes: INVALID_*,
   * UNKNOWN_LOCATION, UNKNOWN_VARIANT, NOT_STOCKED, AMOUNT_TOO_LARGE, ID_CONFLICT.
   */
  recordStockTake: RecordStockTakePayload;
  /**
   * Goods come back and money goes out: of a sale (never more than was sold of a line or paid by a payment), or without one by a
   * permission. Codes: INVALID_*, REFUND_ABOVE_LIMIT, UNKNOWN_SALE, UNKNOWN_LINE, UNKNOWN_PAYMENT, UNKNOWN_LOCATION, UNKNOWN_VARIANT, UNKNOWN_CUSTOMER,
   * REFUND_EXCEEDS_SALE, REFUND_EXCEEDS_PAYMENT, DISCOUNT_TOO_LARGE, PAYMENT_MISMATCH, METHOD_NOT_AVAILABLE, AMOUNT_TOO_LARGE, ID_CONFLICT.
   */
  refundSale: RefundSalePayload;
  /** Ends the links to an e-receipt that were given out, and makes another. Codes: UNKNOWN_DOCUMENT. */
  renewReceiptLink: RenewReceiptLinkPayload;
  /**
   * Asks for the fapiao of a sale, or corrects what was asked for until it is issued. Codes: INVALID_FAPIAO_TITLE,
   * INVALID_FAPIAO_TAX_NUMBER, INVALID_EMAIL, UNKNOWN_SALE, FAPIAO_ISSUED, FAPIAO_WITHOUT_AMOUNT.
   */
  requestFapiao: RequestFapiaoPayload;
  /**
   * The same by the buyer, who has the link to the e-receipt. Codes: as of requestFapiao, UNKNOWN_LINK, and TOO_MANY_ATTEMPTS when
   * too many links of this network opened nothing.
   */
  requestFapiaoByLink: RequestFapiaoByLinkPayload;
  /** A person has dealt with an exception. Codes: UNKNOWN_EXCEPTION, INVALID_NOTE, VERSION_CONFLICT. */
  resolveException: ResolveExceptionPayload;
  /** Ends the terminal's credential and its operators' sessions at once. Codes: UNKNOWN_TERMINAL, VERSION_CONFLICT. */
  revokeTerminal: RevokeTerminalPayload;
  /**
   * Sends the paper to the customer by mail, within a minute. Sent again with the same id, it is sent once.
   * Codes: INVALID_ID, INVALID_RECIPIENTS, UNKNOWN_DOCUMENT, LIMIT_REACHED, ID_CONFLICT.
   */
  sendReceipt: SendReceiptPayload;
  /** Sends a report by hand, within a minute. Sent again with the same id, it is sent once. Codes: INVALID_ID, INVALID_RECIPIENTS, UNKNOWN_LOCATION, ID_CONFLICT. */
  sendReport: SendReportPayload;
  /**
   * Puts a recorded sale on a customer, or takes it off one. The sale stays as it was recorded; with what was given back of it, it
   * counts as that customer's from now on. Another such change undoes it.
   * Codes: INVALID_ID, UNKNOWN_SALE, UNKNOWN_CUSTOMER, CUSTOMER_UNCHANGED, CUSTOMER_CHANGES_EXHAUSTED, ID_CONFLICT.
   */
  setSaleCustomer: SetSaleCustomerPayload;
  /** Gives another staff member a new password; sessions at the dashboard end. Codes: INVALID_PASSWORD, WEAK_PASSWORD, INVALID_EMAIL, EMAIL_TAKEN, EMAIL_NOT_AVAILABLE, TOO_MANY_ATTEMPTS, UNKNOWN_STAFF, OWN_ACCOUNT. */
  setStaffPassword: UpdateStaffPayload;
  /** Gives a staff member a new PIN; sessions at terminals end. Codes: INVALID_PIN, WEAK_PIN, INVALID_OPERATOR_NUMBER, OPERATOR_NUMBER_TAKEN, UNKNOWN_STAFF. */
  setStaffPin: UpdateStaffPayload;
  /** Dashboard sign-in. The token goes into `Authorization: Bearer`; with the header `x-session: cookie` an HttpOnly cookie is set instead. Codes: INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS. */
  signIn: SignInPayload;
  /** With the terminal's credential: an operator signs in by number and PIN; the token stands for terminal and operator. Codes: INVALID_CREDENTIALS, TOO_MANY_ATTEMPTS. */
  signInOperator: SignInOperatorPayload;
  /** Ends the dashboard session that asks. */
  signOut: SignOutPayload;
  /**
   * Facts of every kind that already happened (offline), recorded in the order sent where they depend on one another. Never refused
   * for a business reason: recorded, and flagged where needed; a known id with other content is quarantined, of every kind. Codes of
   * a result: those of the malformed input, ID_CONFLICT, QUARANTINE_FULL; of a refund UNKNOWN_SALE, UNKNOWN_LINE, of a void and an exchange too, and without a sale
   * REFUND_NOT_ALLOWED; of a payment's outcome UNKNOWN_SALE, UNKNOWN_PAYMENT; of a stock adjustment UNKNOWN_LOCATION, UNKNOWN_VARIANT, STOCK_ADJUSTMENT_NOT_ALLOWED.
   */
  syncFacts: SyncFactsPayload;
  /** Sales that already happened (offline). Never refused for a business reason: recorded, and flagged where needed. Codes of a result: INVALID_*, ID_CONFLICT, QUARANTINE_FULL. */
  syncSales: SyncSalesPayload;
  /**
   * Changes the caller's own name or address. Another address needs the current password, and guesses count as attempts to sign
   * in. Codes: INVALID_NAME, INVALID_EMAIL, EMAIL_TAKEN, EMAIL_NOT_AVAILABLE, WRONG_PASSWORD, TOO_MANY_ATTEMPTS,
   * VERSION_CONFLICT.
   */
  updateAccount: UpdateAccountPayload;
  /** Renames a category, stops offering it, or makes it a department. Codes: INVALID_NAME, UNKNOWN_CATEGORY, UNKNOWN_TAX_CODE, TAX_CODE_DISCONTINUED, VERSION_CONFLICT. */
  updateCategory: UpdateCategoryPayload;
  /**
   * Replaces what is known of a person. Codes: INVALID_*, UNKNOWN_CUSTOMER, VERSION_CONFLICT.
   * @deprecated It removes what the input leaves out: use patchCustomer.
   */
  updateCustomer: UpdateCustomerPayload;
  /**
   * Renames a group of customers, ends it, or makes it active again. While it is ended, no price list and no promotion counts for it; all of them stay as
   * they are, and so do its customers. Codes: UNKNOWN_CUSTOMER_GROUP, INVALID_NAME, VERSION_CONFLICT.
   */
  updateCustomerGroup: UpdateCustomerGroupPayload;
  /**
   * Changes a location. An absent field stays as it is, null removes what may be absent. Another zone or another end of the day holds from
   * the next business day on; what was recorded keeps its day. Codes: UNKNOWN_LOCATION, INVALID_NAME, INVALID_TIME_ZONE, INVALID_DAY_END,
   * INVALID_ADDRESS, INVALID_PHONE, INVALID_TAX_NUMBER, INVALID_HEADER, INVALID_FOOTER, INVALID_LOGO, VERSION_CONFLICT.
   */
  updateLocation: UpdateLocationPayload;
  /**
   * Changes the merchant's settings. An absent field stays as it is, null removes what may be absent. It holds for the next request; what
   * was sold keeps what it was sold by. Codes: INVALID_NAME, INVALID_COUNTRY, INVALID_CASH_STEP, INVALID_ADDRESS, INVALID_PHONE,
   * INVALID_TAX_NUMBER, INVALID_HEADER, INVALID_FOOTER, INVALID_LOGO, INVALID_SCALE_LAYOUT, INVALID_TIP, INVALID_CASH_BACK, VERSION_CONFLICT.
   */
  updateMerchant: UpdateMerchantPayload;
  /**
   * Changes a way to pay from now on, ends it, or takes it again; what was paid keeps the name that it had. An absent field stays as it is,
   * null removes. Codes: UNKNOWN_PAYMENT_METHOD, INVALID_NAME, VERSION_CONFLICT.
   */
  updatePaymentMethod: UpdatePaymentMethodPayload;
  /**
   * Changes a price list from now on, switches it on or off, or ends it; what was sold keeps its price. An absent field stays as it is, null removes.
   * Codes: UNKNOWN_PRICE_LIST, INVALID_NAME, INVALID_PRICE_LIST, INVALID_TIME, INVALID_PRICE, INVALID_QUANTITY, UNKNOWN_CUSTOMER_GROUP, UNKNOWN_LOCATION,
   * UNKNOWN_VARIANT, PRICE_LIST_ENDED, TOO_MANY_PRICE_LISTS, VERSION_CONFLICT.
   */
  updatePriceList: UpdatePriceListPayload;
  /**
   * Name, category and tax code; its variants follow. Codes: INVALID_NAME, UNKNOWN_PRODUCT, UNKNOWN_TAX_CODE, TAX_CODE_DISCONTINUED, UNKNOWN_CATEGORY, VERSION_CONFLICT.
   * @deprecated It removes what the input leaves out: use patchProduct.
   */
  updateProduct: UpdateProductPayload;
  /**
   * Changes a promotion from now on, switches it on or off, or ends it; what was sold keeps what it got. An absent field stays as it is, null removes.
   * Codes: UNKNOWN_PROMOTION, PROMOTION_ENDED, INVALID_NAME, INVALID_PROMOTION, INVALID_TIME, UNKNOWN_PRODUCT, UNKNOWN_CATEGORY, UNKNOWN_CUSTOMER_GROUP, COUPON_TAKEN, VERSION_CONFLICT.
   */
  updatePromotion: UpdatePromotionPayload;
  /**
   * Replaces what the schedule says; it counts from now. Codes: INVALID_TIME, INVALID_RECIPIENTS, UNKNOWN_REPORT_SCHEDULE, VERSION_CONFLICT.
   * @deprecated It asks for every field again: use patchReportSchedule.
   */
  updateReportSchedule: UpdateReportSchedulePayload;
  /**
   * Changes a staff member within the caller's own role and locations, else the error FORBIDDEN. A new password or PIN, and a
   * removed address or number, end the sessions that the one before opened. Codes: INVALID_*, WEAK_PASSWORD, WEAK_PIN,
   * EMAIL_TAKEN, EMAIL_NOT_AVAILABLE, TOO_MANY_ATTEMPTS, OPERATOR_NUMBER_TAKEN, UNKNOWN_STAFF, OWN_ACCOUNT, VERSION_CONFLICT.
   */
  updateStaff: UpdateStaffPayload;
  /**
   * Renames a tax code, discontinues it or takes it up again. Codes: UNKNOWN_TAX_CODE,
   * INVALID_NAME, TAX_CODE_IS_DEFAULT, VERSION_CONFLICT.
   */
  updateTaxCode: UpdateTaxCodePayload;
  /**
   * Changes how tax is computed from now on; what was sold keeps its tax. An absent field stays as it is. Codes: UNKNOWN_TAX_CODE,
   * TAX_CODE_DISCONTINUED, VERSION_CONFLICT.
   */
  updateTaxSettings: UpdateTaxSettingsPayload;
  /**
   * Replaces everything that is stored of a variant. Codes: INVALID_*, UNKNOWN_VARIANT, SKU_TAKEN, BARCODE_TAKEN, VERSION_CONFLICT.
   * @deprecated It removes what the input leaves out: use patchVariant.
   */
  updateVariant: UpdateVariantPayload;
  /**
   * Voids a whole sale on its own business day, at its own location, while nothing of it was refunded. Every line and every payment
   * goes back as it came; it counts as a full refund and is shown apart, and the sale keeps its number. From the dashboard, cash comes
   * out of the drawer of the terminal that sold. Codes: INVALID_ID, INVALID_REASON, INVALID_LINE, INVALID_LINES, INVALID_OPERATOR,
   * UNKNOWN_SALE, UNKNOWN_LINE, VOID_NOT_ALLOWED (another day or location: refund it instead), SALE_ALREADY_VOIDED,
   * SALE_ALREADY_REFUNDED, AMOUNT_TOO_LARGE, ID_CONFLICT.
   */
  voidSale: VoidSalePayload;
};


export type MutationActivateTerminalArgs = {
  input: ActivateTerminalInput;
};


export type MutationAddVariantArgs = {
  input: AddVariantInput;
};


export type MutationAdjustGiftCardArgs = {
  input: AdjustGiftCardInput;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationAdjustStoreCreditArgs = {
  input: AdjustStoreCreditInput;
};


export type MutationAdoptTaxRegimeArgs = {
  input: AdoptTaxRegimeInput;
};


export type MutationCancelQuoteArgs = {
  input: CancelQuoteInput;
};


export type MutationChangeCurrencyArgs = {
  input: ChangeCurrencyInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationChangePinArgs = {
  input: ChangePinInput;
};


export type MutationChangePriceArgs = {
  input: ChangePriceInput;
};


export type MutationChangeTaxRateArgs = {
  input: ChangeTaxRateInput;
};


export type MutationCompleteSaleArgs = {
  input: CompleteSaleInput;
};


export type MutationCountReceiptCopyArgs = {
  input: CountReceiptCopyInput;
};


export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationCreateCustomerAtCounterArgs = {
  input: CreateCustomerAtCounterInput;
};


export type MutationCreateCustomerGroupArgs = {
  input: CreateCustomerGroupInput;
};


export type MutationCreateLocationArgs = {
  input: CreateLocationInput;
};


export type MutationCreatePaymentMethodArgs = {
  input: CreatePaymentMethodInput;
};


export type MutationCreatePriceListArgs = {
  input: CreatePriceListInput;
};


export type MutationCreateProductArgs = {
  input: CreateProductInput;
};


export type MutationCreatePromotionArgs = {
  input: CreatePromotionInput;
};


export type MutationCreateQuoteArgs = {
  input: CreateQuoteInput;
};


export type MutationCreateReportScheduleArgs = {
  input: CreateReportScheduleInput;
};


export type MutationCreateStaffArgs = {
  input: CreateStaffInput;
};


export type MutationCreateTaxCodeArgs = {
  input: CreateTaxCodeInput;
};


export type MutationCreateTerminalArgs = {
  input: CreateTerminalInput;
};


export type MutationDeactivateStaffArgs = {
  input: SwitchStaffInput;
};


export type MutationDeleteReportScheduleArgs = {
  input: DeleteReportScheduleInput;
};


export type MutationDiscardParkedSaleArgs = {
  input: DiscardParkedSaleInput;
};


export type MutationEraseCustomerArgs = {
  input: EraseCustomerInput;
};


export type MutationExchangeSaleArgs = {
  input: ExchangeSaleInput;
};


export type MutationIssueActivationCodeArgs = {
  input: IssueActivationCodeInput;
};


export type MutationIssueFapiaoArgs = {
  input: IssueFapiaoInput;
};


export type MutationParkSaleArgs = {
  input: ParkSaleInput;
};


export type MutationPatchCustomerArgs = {
  input: PatchCustomerInput;
};


export type MutationPatchProductArgs = {
  input: PatchProductInput;
};


export type MutationPatchReportScheduleArgs = {
  input: PatchReportScheduleInput;
};


export type MutationPatchRoleLimitsArgs = {
  input: PatchRoleLimitsInput;
};


export type MutationPatchVariantArgs = {
  input: PatchVariantInput;
};


export type MutationReactivateStaffArgs = {
  input: SwitchStaffInput;
};


export type MutationRecallParkedSaleArgs = {
  input: RecallParkedSaleInput;
};


export type MutationRecordCustomerPaymentArgs = {
  input: RecordCustomerPaymentInput;
};


export type MutationRecordJournalEntryArgs = {
  input: RecordJournalEntryInput;
};


export type MutationRecordOpeningStockArgs = {
  input: RecordOpeningStockInput;
};


export type MutationRecordPaymentOutcomeArgs = {
  input: RecordPaymentOutcomeInput;
};


export type MutationRecordStockTakeArgs = {
  input: RecordStockTakeInput;
};


export type MutationRefundSaleArgs = {
  input: RefundSaleInput;
};


export type MutationRenewReceiptLinkArgs = {
  input: RenewReceiptLinkInput;
};


export type MutationRequestFapiaoArgs = {
  input: RequestFapiaoInput;
};


export type MutationRequestFapiaoByLinkArgs = {
  input: RequestFapiaoByLinkInput;
};


export type MutationResolveExceptionArgs = {
  input: ResolveExceptionInput;
};


export type MutationRevokeTerminalArgs = {
  input: RevokeTerminalInput;
};


export type MutationSendReceiptArgs = {
  input: SendReceiptInput;
};


export type MutationSendReportArgs = {
  input: SendReportInput;
};


export type MutationSetSaleCustomerArgs = {
  input: SetSaleCustomerInput;
};


export type MutationSetStaffPasswordArgs = {
  input: SetStaffPasswordInput;
};


export type MutationSetStaffPinArgs = {
  input: SetStaffPinInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignInOperatorArgs = {
  input: SignInOperatorInput;
};


export type MutationSyncFactsArgs = {
  input: SyncFactsInput;
};


export type MutationSyncSalesArgs = {
  input: SyncSalesInput;
};


export type MutationUpdateAccountArgs = {
  input: UpdateAccountInput;
};


export type MutationUpdateCategoryArgs = {
  input: UpdateCategoryInput;
};


export type MutationUpdateCustomerArgs = {
  input: UpdateCustomerInput;
};


export type MutationUpdateCustomerGroupArgs = {
  input: UpdateCustomerGroupInput;
};


export type MutationUpdateLocationArgs = {
  input: UpdateLocationInput;
};


export type MutationUpdateMerchantArgs = {
  input: UpdateMerchantInput;
};


export type MutationUpdatePaymentMethodArgs = {
  input: UpdatePaymentMethodInput;
};


export type MutationUpdatePriceListArgs = {
  input: UpdatePriceListInput;
};


export type MutationUpdateProductArgs = {
  input: UpdateProductInput;
};


export type MutationUpdatePromotionArgs = {
  input: UpdatePromotionInput;
};


export type MutationUpdateReportScheduleArgs = {
  input: UpdateReportScheduleInput;
};


export type MutationUpdateStaffArgs = {
  input: UpdateStaffInput;
};


export type MutationUpdateTaxCodeArgs = {
  input: UpdateTaxCodeInput;
};


export type MutationUpdateTaxSettingsArgs = {
  input: UpdateTaxSettingsInput;
};


export type MutationUpdateVariantArgs = {
  input: UpdateVariantInput;
};


export type MutationVoidSaleArgs = {
  input: VoidSaleInput;
};

/** An object with an id of its own. */
export type Node = {
  /** Unique within the merchant. */
  id: Scalars['ID']['output'];
};

/** The opening stock of one variant. */
export type OpeningStockLineInput = {
  /** Units, above zero. */
  quantity: Scalars['Decimal']['input'];
  /** Major units. Absent: the variant's own cost. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** The variant. */
  variant: VariantBy;
};

/** What the caller may know of their own record, whatever the role. */
export type OwnAccount = {
  __typename?: 'OwnAccount';
  /** The mail address to sign in to the dashboard. */
  email?: Maybe<Scalars['String']['output']>;
  /** stf_<ULID> */
  id: Scalars['ID']['output'];
  /** What people call the caller. */
  name: Scalars['String']['output'];
  /** 1 to 10 digits to sign in at terminals. Null: does not sign in there. */
  operatorNumber?: Maybe<Scalars['String']['output']>;
  /** Decides on permissions. */
  role: Role;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** A way to pay of the merchant's own, of the kind OTHER. */
export type OwnPaymentMethod = {
  __typename?: 'OwnPaymentMethod';
  /** Whether the terminal asks for a reference. */
  asksReference: Scalars['Boolean']['output'];
  /** What it is called where the language is Chinese. Null: the name. */
  chineseName?: Maybe<Scalars['String']['output']>;
  /** Whether more may be tendered than the amount; the change is cash. */
  givesChange: Scalars['Boolean']['output'];
  /** pym_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is taken: no person has ended it. */
  isActive: Scalars['Boolean']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** So many of a variant's unit, sold as one: a case of 24. */
export type Pack = {
  __typename?: 'Pack';
  /** What a scanner reads: it sells the pack. */
  barcode?: Maybe<Scalars['String']['output']>;
  /** As receipts have it. */
  name: Scalars['String']['output'];
  /** How many of the unit are in it. A variant has one pack of a size. */
  size: Scalars['Int']['output'];
  /** Of one pack, major units. */
  unitPrice: Scalars['Decimal']['output'];
};

/** A pack of a variant. */
export type PackInput = {
  /** What a scanner reads: no other variant or pack has it. Absent: none. */
  barcode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 40 characters. */
  name: Scalars['String']['input'];
  /** How many of the unit are in it, 2 to 9,999. Each pack of a variant has another size. */
  size: Scalars['Int']['input'];
  /** Of one pack, in major units with up to six places. */
  unitPrice: Scalars['Decimal']['input'];
};

/** Where a page is within its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Of the last; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** There are more after the last. */
  hasNextPage: Scalars['Boolean']['output'];
  /** There are more before the first. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A cart that is parked: a sale without number and payments. */
export type ParkSaleInput = {
  /** Of the whole sale, with their cause. */
  adjustments?: InputMaybe<Array<AdjustmentInput>>;
  /** The customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the whole sale. */
  discounts?: InputMaybe<Array<DiscountInput>>;
  /** prk_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** By which people find it again: a name, a table. Up to 200 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200. */
  lines: Array<ParkedLineInput>;
  /** On the receipt; up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The quote that the cart sells. Recalled, it has the prices of the quote while that is open. */
  quoteId?: InputMaybe<Scalars['ID']['input']>;
  /** What it comes to, for the list. */
  total?: InputMaybe<Scalars['MinorUnits']['input']>;
};

/** The answer to parkSale. */
export type ParkSalePayload = {
  __typename?: 'ParkSalePayload';
  /** What was parked. Null: the request was refused. */
  parkedSale?: Maybe<ParkedSale>;
  /** It had been parked before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A discount of a parked sale: a percentage or an amount. */
export type ParkedDiscount = {
  __typename?: 'ParkedDiscount';
  /** An amount. */
  amount?: Maybe<Money>;
  /** The coupon that gives it. */
  couponCode?: Maybe<Scalars['String']['output']>;
  /** Per cent. */
  percent?: Maybe<Scalars['Decimal']['output']>;
  /** Why it is given. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** One line of a cart that is parked or quoted: as a sale's, but for gift cards, whose codes are stored nowhere. */
export type ParkedLineInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: InputMaybe<Array<AdjustmentInput>>;
  /** Of an open line: the department, a category with a tax code of its own. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** What was scanned for it, up to 100 characters. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** On the receipt; absent: the variant's name. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The line's own, in this order. */
  discounts?: InputMaybe<Array<DiscountInput>>;
  /** For people; up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The size of the variant's pack. Absent: units, or the pack whose barcode names the variant. */
  packSize?: InputMaybe<Scalars['Int']['input']>;
  /** Why the price is another than the shop's, up to 500 characters. */
  priceReason?: InputMaybe<Scalars['String']['input']>;
  /** Units or packs, above zero, up to three places. */
  quantity: Scalars['Decimal']['input'];
  /** What the package weighed, at least 0, up to three places: the quantity is without it. */
  tare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of an open line; absent: the merchant's default. */
  taxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** The price that the terminal showed, major units. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Absent: an open line, which needs description and unitPrice. */
  variant?: InputMaybe<VariantBy>;
};

/** A cart that was parked: it is recalled by one terminal of its location, or discarded, or expires after seven days. */
export type ParkedSale = {
  __typename?: 'ParkedSale';
  /** The customer; null for callers who may not serve customers. */
  customer?: Maybe<CounterCustomer>;
  /** The customer. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** Of the whole sale, in the order in which they are taken. */
  discounts: Array<ParkedDiscount>;
  /** From then on it is gone. */
  expiresAt: Scalars['DateTime']['output'];
  /** prk_<ULID> */
  id: Scalars['ID']['output'];
  /** By which people find it again. */
  label?: Maybe<Scalars['String']['output']>;
  /** What is in the cart. */
  lines: Array<ParkedSaleLine>;
  /** Where it waits. */
  location: Location;
  /** On the receipt. */
  note?: Maybe<Scalars['String']['output']>;
  /** Who parked it; null if the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who parked it. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** When it was parked. */
  parkedAt: Scalars['DateTime']['output'];
  /** The quote that the cart sells. Null: none, or the caller may not read quotes. */
  quote?: Maybe<Quote>;
  /** The quote that the cart sells. */
  quoteId?: Maybe<Scalars['ID']['output']>;
  /** Which terminal parked it. */
  terminal?: Maybe<Terminal>;
  /** What it came to when it was parked, by the terminal. */
  total?: Maybe<Money>;
};

/** One line of a parked sale. */
export type ParkedSaleLine = {
  __typename?: 'ParkedSaleLine';
  /** Of an open line: the department. */
  categoryId?: Maybe<Scalars['ID']['output']>;
  /** What was scanned for it; null: it was not stated. */
  code?: Maybe<Scalars['String']['output']>;
  /** Of an open line, or in place of the variant's name. */
  description?: Maybe<Scalars['String']['output']>;
  /** In the order in which they are taken. */
  discounts: Array<ParkedDiscount>;
  /** The parked sale's id and the line's number. */
  id: Scalars['ID']['output'];
  /** For people. */
  note?: Maybe<Scalars['String']['output']>;
  /** The size of the variant's pack; null: units, or the pack whose barcode names the variant. */
  packSize?: Maybe<Scalars['Int']['output']>;
  /** Why the price is another than the shop's. */
  priceReason?: Maybe<Scalars['String']['output']>;
  /** Units or packs. */
  quantity: Scalars['Decimal']['output'];
  /** What was taken off for the package, in the variant's unit. */
  tare?: Maybe<Scalars['Decimal']['output']>;
  /** Of an open line. */
  taxCodeId?: Maybe<Scalars['ID']['output']>;
  /** The price that the terminal showed, major units. */
  unitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The variant; null for an open line. */
  variant?: Maybe<Variant>;
};

/** What is absent stays as it is; null removes. The name cannot be removed. */
export type PatchCustomerInput = {
  /** What the customer may owe, which needs the permission customer:credit. Null: nothing is sold on account. */
  creditLimit?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** The customer to change. */
  customerId: Scalars['ID']['input'];
  /** A mail address, at most 320 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The groups of customers in which the customer is, at most 5. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What staff should know, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A phone number, in any form. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** That the customer pays no tax. Null: the customer does. */
  taxExemption?: InputMaybe<TaxExemptionInput>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to patchCustomer. */
export type PatchCustomerPayload = {
  __typename?: 'PatchCustomerPayload';
  /** The changed customer. Null: the request was refused. */
  customer?: Maybe<Customer>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What is absent stays as it is; null removes. */
export type PatchProductInput = {
  /** The group that it belongs to. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** True: it is no longer sold. False: it is sold again. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
  /** Cannot be removed. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The product to change. */
  productId: Scalars['ID']['input'];
  /** Null: the merchant's default. */
  taxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to patchProduct. */
export type PatchProductPayload = {
  __typename?: 'PatchProductPayload';
  /** The changed product. Null: the request was refused. */
  product?: Maybe<Product>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What is absent stays as it is; null becomes the default of a new schedule. What has no default cannot be removed. */
export type PatchReportScheduleInput = {
  /** Whether reports are sent. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The language of the mails. */
  language?: InputMaybe<MailLanguage>;
  /** 1 to 20 mail addresses. */
  recipients?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The schedule to change. */
  reportScheduleId: Scalars['ID']['input'];
  /** Which business day each mail reports on. */
  reportedDay?: InputMaybe<ReportedDay>;
  /** HH:MM by the location's clock, 00:00 to 23:59. */
  timeOfDay?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to patchReportSchedule. */
export type PatchReportSchedulePayload = {
  __typename?: 'PatchReportSchedulePayload';
  /** The changed schedule. Null: the request was refused. */
  reportSchedule?: Maybe<ReportSchedule>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** New limits of a role. An absent field stays as it is, null removes the limit. */
export type PatchRoleLimitsInput = {
  /** The most that all discounts of a sale may come to: 0 to 100 percent of its price before discounts, up to six places. */
  discountPercent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whose limits. */
  role: Role;
  /** The most that a refund without a sale may come to, at least 0. */
  unlinkedRefund?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to patchRoleLimits. */
export type PatchRoleLimitsPayload = {
  __typename?: 'PatchRoleLimitsPayload';
  /** The limits as they are now. Null: the request was refused. */
  roleLimits?: Maybe<RoleLimitsList>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What is absent stays as it is; null removes. SKU, name and unit price cannot be removed. */
export type PatchVariantInput = {
  /** What a scanner reads, at most 20, each unique. */
  barcodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** True: it is no longer sold. False: it is sold again, if its product is. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** In which it is sold too, at most 10: they replace those that it has. */
  packs?: InputMaybe<Array<PackInput>>;
  /** A level below it counts as low stock. */
  reorderPoint?: InputMaybe<Scalars['Decimal']['input']>;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** What its package weighs, in its unit, with up to three places. */
  tare?: InputMaybe<Scalars['Decimal']['input']>;
  /** What its quantity counts and its price is of. Null: EACH. Quantities that were recorded before stay as they are. */
  unit?: InputMaybe<Unit>;
  /** What a unit costs to buy, in major units with up to six places. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Major units with up to six places. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** The variant to change. */
  variantId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to patchVariant. */
export type PatchVariantPayload = {
  __typename?: 'PatchVariantPayload';
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
  /** The changed variant. Null: the request was refused. */
  variant?: Maybe<Variant>;
};

/** Money in, or given back. */
export type Payment = {
  __typename?: 'Payment';
  /** The part of the total that it covers; below zero when it was given back. */
  amount: Money;
  /** Cash that was handed out with a payment by card, beyond the amount; below zero: it was brought back. Null: none. */
  cashBack?: Maybe<Money>;
  /** The gift card that paid, or on which it was given back. */
  giftCard?: Maybe<GiftCard>;
  /** pay_<ULID> */
  id: Scalars['ID']['output'];
  /** How it was paid. */
  method: PaymentMethod;
  /** What that was called in Chinese; null: as otherwise. */
  methodChineseName?: Maybe<Scalars['String']['output']>;
  /** The merchant's own method, of the kind OTHER. */
  methodId?: Maybe<Scalars['ID']['output']>;
  /** What that was called when it was used; null: it is none, or was unknown. */
  methodName?: Maybe<Scalars['String']['output']>;
  /** By which method the goods that an exchange took back had been paid, and by which this is given back. Null: it is no such payment. */
  paidBy?: Maybe<PaymentMethod>;
  /**
   * An approval code or the like, as the terminal sent it; null for callers without the permission, and for stored value
   * (gift cards, store credit), whose numbers are worth money.
   */
  reference?: Maybe<Scalars['String']['output']>;
  /** What is known of it now. What is given back is CAPTURED. */
  state: PaymentState;
  /** What was handed over by a method that gives change; null for other methods, or if it was not stated. */
  tendered?: Maybe<Money>;
};

/** Money in. */
export type PaymentInput = {
  /** The part of the total that this payment covers. */
  amount: Scalars['MinorUnits']['input'];
  /**
   * Cash that is handed out with a payment by CARD, and charged to it beyond the amount. More than the merchant's `cashBackMax`: live
   * CASH_BACK_TOO_LARGE; offline recorded, flagged.
   */
  cashBack?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** With GIFT_CARD: the code of the card, of which the end alone is stored. `reference` may have it too. */
  giftCard?: InputMaybe<Scalars['String']['input']>;
  /** pay_<ULID> */
  id: Scalars['ID']['input'];
  /** How it was paid. */
  method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. Unknown or ended: live UNKNOWN_PAYMENT_METHOD; offline recorded, flagged. */
  methodId?: InputMaybe<Scalars['ID']['input']>;
  /** Gift card number, approval code, ... */
  reference?: InputMaybe<Scalars['String']['input']>;
  /**
   * Absent: CAPTURED. PENDING and UNKNOWN: by CARD, QR_CODE and OTHER alone, without `tendered` and `cashBack`; the sale is recorded
   * whole, with the exception PAYMENT_UNCERTAIN until `recordPaymentOutcome`. Else INVALID_PAYMENT.
   */
  state?: InputMaybe<PaymentState>;
  /** Handed over, by a method that gives change; change = tendered - amount. */
  tendered?: InputMaybe<Scalars['MinorUnits']['input']>;
};

/** How money comes in. */
export type PaymentMethod =
  /** A card, on a reader of its own. */
  | 'CARD'
  /** Notes and coins. */
  | 'CASH'
  /** What was deposited before on the quote that the sale names. */
  | 'DEPOSIT'
  /** Goods of an exchange that came back pay for those that went out: recorded by `exchangeSale` alone, and no taking. */
  | 'EXCHANGE'
  /** A gift card; not available yet. */
  | 'GIFT_CARD'
  /** To be paid later by the customer of the sale, up to the customer's limit. */
  | 'ON_ACCOUNT'
  /** A merchant's own method, settled elsewhere. */
  | 'OTHER'
  /** A wallet, by QR code. */
  | 'QR_CODE'
  /** Credit from a return; not available yet. */
  | 'STORE_CREDIT';

/** It became known whether an uncertain payment of a sale went through. */
export type PaymentOutcome = Node & {
  __typename?: 'PaymentOutcome';
  /** What was found odd about it when it was recorded or booked. */
  exceptions: Array<SaleException>;
  /** pyo_<ULID> */
  id: Scalars['ID']['output'];
  /** When that became known, by the clock of the terminal or the dashboard. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who found out; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who found out; null if there was none. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** The payment of the sale. */
  paymentId: Scalars['ID']['output'];
  /** For people. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** The sale. */
  sale?: Maybe<Sale>;
  /** CAPTURED or VOIDED. */
  state: PaymentState;
  /** What had been booked as paid and was not: zero where it went through. */
  unpaid: Money;
};

/** What is known of a payment. */
export type PaymentState =
  /** It went through. */
  | 'CAPTURED'
  /** The customer is still paying. */
  | 'PENDING'
  /** It is not known whether it went through: there was no answer in time. */
  | 'UNKNOWN'
  /** It did not go through: the sale was not paid by it. */
  | 'VOIDED';

/** What a caller may do; a role has permissions at the locations that it covers. `Me.permissions` writes them with a colon. */
export type Permission =
  /** Create and change products, categories and tax codes. */
  | 'CATALOG_WRITE'
  /** Read what goods cost, and margins. */
  | 'COST_READ'
  /** Set how much a customer may owe. */
  | 'CUSTOMER_CREDIT'
  /** Erase a customer's personal data. */
  | 'CUSTOMER_ERASE'
  /** Take what a customer pays for what was bought on account. */
  | 'CUSTOMER_PAYMENT_CREATE'
  /** Read customers and what they bought. */
  | 'CUSTOMER_READ'
  /** Find and create customers at the counter: names, and how to tell two of one name apart. */
  | 'CUSTOMER_SERVE'
  /** Create and change customers. */
  | 'CUSTOMER_WRITE'
  /** Read exceptions. */
  | 'EXCEPTION_READ'
  /** Resolve exceptions. */
  | 'EXCEPTION_RESOLVE'
  /** Read which fapiaos were asked for, and by whom. */
  | 'FAPIAO_READ'
  /** Note the numbers of fapiaos that were issued. */
  | 'FAPIAO_WRITE'
  /** Change what a gift card or a store credit holds by hand, block and release cards. */
  | 'GIFT_CARD_ADJUST'
  /** See what a gift card or a customer's store credit holds. */
  | 'GIFT_CARD_CHECK'
  /** List gift cards, and read the history of gift cards and store credit. */
  | 'GIFT_CARD_READ'
  /** Record journal entries. */
  | 'JOURNAL_WRITE'
  /** Read other locations than the terminal's at a terminal. */
  | 'LOCATION_OTHERS'
  /** Create and change locations. */
  | 'LOCATION_WRITE'
  /** Change the merchant's settings. */
  | 'MERCHANT_WRITE'
  /** Record that an uncertain payment went through. */
  | 'PAYMENT_CONFIRM'
  /** Read the references of payments. */
  | 'PAYMENT_REFERENCE'
  /** Record that an uncertain payment did not go through: the sale was not paid. */
  | 'PAYMENT_VOID'
  /** Create and change price lists. */
  | 'PRICE_LIST_WRITE'
  /** Create and change promotions and coupons. */
  | 'PROMOTION_WRITE'
  /** End the links to an e-receipt that were given out. */
  | 'RECEIPT_RENEW_LINK'
  /** Refund a recorded sale. */
  | 'REFUND_CREATE'
  /** Refund without a recorded sale. */
  | 'REFUND_UNLINKED'
  /** Read reports and the books. */
  | 'REPORT_READ'
  /** Schedule and send reports, and read whom they are sent to. */
  | 'REPORT_SCHEDULE'
  /** Put a recorded sale on a customer, or take it off one. */
  | 'SALE_ATTRIBUTE'
  /** Record sales. */
  | 'SALE_CREATE'
  /** Discount a sale or a line, up to the limit. */
  | 'SALE_DISCOUNT'
  /** Sell at another price than the catalogue's. */
  | 'SALE_OVERRIDE_PRICE'
  /** Park a sale that is not paid yet, recall and discard parked sales. */
  | 'SALE_PARK'
  /** Quote a cart at its prices until a day, list and cancel quotes. */
  | 'SALE_QUOTE'
  /** Read sales and refunds. */
  | 'SALE_READ'
  /** Void a whole sale on its own business day. */
  | 'SALE_VOID'
  /** Read who works for the merchant. */
  | 'STAFF_READ'
  /** Create and change staff. */
  | 'STAFF_WRITE'
  /** Read stock levels and their movements. */
  | 'STOCK_READ'
  /** Adjust stock. */
  | 'STOCK_WRITE'
  /** Change how tax is computed, and the names of tax codes. */
  | 'TAX_WRITE'
  /** Read terminals. */
  | 'TERMINAL_READ'
  /** Unpair a device at the terminal itself. */
  | 'TERMINAL_UNPAIR'
  /** Create, pair and revoke terminals. */
  | 'TERMINAL_WRITE';

/**
 * Prices that count instead of the catalogue's, for some customers, at some locations, at some times. Of all lists that count and have a price for an
 * article, the lowest price is asked for; promotions come after it.
 */
export type PriceList = Node & {
  __typename?: 'PriceList';
  /** When it was created. What was sold before is not judged by it. */
  createdAt: Scalars['DateTime']['output'];
  /** HH:MM by the location's clock, until when (excluded); before `startTime`: on the day after. */
  endTime?: Maybe<Scalars['String']['output']>;
  /** When a person ended it. Null: its days decide. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last business day; null: no limit. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** For customers of these groups. Empty: for all customers, and for sales without one. */
  groupIds: Array<Scalars['ID']['output']>;
  /** prl_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is switched on. */
  isEnabled: Scalars['Boolean']['output'];
  /** At these locations. Empty: at all. */
  locationIds: Array<Scalars['ID']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** How many prices it has. */
  priceCount: Scalars['Int']['output'];
  /** Its prices by article, and each from the lowest quantity; at most 2,000. */
  prices: Array<ListPrice>;
  /** HH:MM by the location's clock, from when on; null: all day. */
  startTime?: Maybe<Scalars['String']['output']>;
  /** The first business day; null: no limit. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where it is in its life, by the clock of the caller's location, else of the merchant's first one. */
  state: PriceListState;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
  /** 1 (Monday) to 7, of the business day. Empty: every day. */
  weekdays: Array<Scalars['Int']['output']>;
};

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

/** PRICE_NOT_ALLOWED: the catalogue's price. */
export type PriceNotAllowed = UserError & {
  __typename?: 'PriceNotAllowed';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
  /** The catalogue's price, major units. */
  unitPrice: Scalars['Decimal']['output'];
};

/** Where the price of a line came from. */
export type PriceSource =
  /** The catalogue. */
  | 'CATALOG'
  /** The label that was scanned. */
  | 'LABEL'
  /** A price list. */
  | 'LIST'
  /** It was typed: the line has no variant. */
  | 'OPEN'
  /** An operator who may override prices. */
  | 'OVERRIDE'
  /** The terminal that charged it: another one than by the rules. */
  | 'TERMINAL';

/** A cart as it would be sold. */
export type PricedSale = {
  __typename?: 'PricedSale';
  /** All discounts, of the document and of the lines. Null: it cannot be priced. */
  discountTotal?: Maybe<Money>;
  /** The document's, in the order in which they are taken; each line has its own. */
  discounts: Array<SaleDiscount>;
  /** What would be sold, in the order sent. Empty: it cannot be priced. */
  lines: Array<SaleLine>;
  /** What each promotion takes off, the most first. */
  promotions: Array<PromotionSaving>;
  /** The sum of the lines before discounts. Null: it cannot be priced. */
  subtotal?: Maybe<Money>;
  /** The taxes of all lines. Null: it cannot be priced. */
  taxTotal?: Maybe<Money>;
  /** What the customer would owe. Null: it cannot be priced. */
  total?: Maybe<Money>;
  /** Why a live sale of it would be refused. */
  userErrors: Array<UserError>;
};

/** What a merchant offers under one name, in 1 to 200 variants. */
export type Product = Node & {
  __typename?: 'Product';
  /** The group that it belongs to. Null: none. */
  category?: Maybe<Category>;
  /** Since when it is no longer sold. Null: it is sold. */
  discontinuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** prd_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is no longer sold. */
  isDiscontinued: Scalars['Boolean']['output'];
  /** What people call it, at most 200 characters. */
  name: Scalars['String']['output'];
  /** The tax code of all its variants. */
  taxCode: TaxCode;
  /** Its variants in the order in which they were added: those that are not discontinued by themselves. */
  variants: Array<Variant>;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};


/** What a merchant offers under one name, in 1 to 200 variants. */
export type ProductVariantsArgs = {
  includeDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The rows of the page with their cursors. */
  edges: Array<ProductEdge>;
  /** The rows of the page. */
  nodes: Array<Product>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of products. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Product;
};

/** Which products are listed. */
export type ProductFilter = {
  /** Those of a category. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that are discontinued, instead of those that are sold. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those without a category. Not together with `categoryId`. */
  isUncategorized?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The order of products. */
export type ProductSort =
  /** By name. */
  | 'NAME'
  /** By name, backwards. */
  | 'NAME_DESCENDING'
  /** What was created last comes first. */
  | 'NEWEST';

/** A rule that takes something off what is sold. */
export type Promotion = Node & {
  __typename?: 'Promotion';
  /** AMOUNT: what is taken off once, or of each unit. BUNDLE: what one bundle costs. */
  amount?: Maybe<Scalars['MinorUnits']['output']>;
  /** BUY_GET: so many units of an article are bought. CHEAPEST_FREE: of so many units one is given. */
  buyQuantity?: Maybe<Scalars['Int']['output']>;
  /** For these categories. */
  categoryIds: Array<Scalars['ID']['output']>;
  /** Only for those who name this coupon. */
  couponCode?: Maybe<Scalars['String']['output']>;
  /** In how many sales the coupon counts; null: any number. */
  couponLimit?: Maybe<Scalars['Int']['output']>;
  /** In how many sales the coupon was used. Null: it asks for no coupon. */
  couponUses?: Maybe<Scalars['Int']['output']>;
  /** When it was created. What was sold before is not judged by it. */
  createdAt: Scalars['DateTime']['output'];
  /** HH:MM by the location's clock, until when (excluded); before `startTime`: on the day after. */
  endTime?: Maybe<Scalars['String']['output']>;
  /** When a person ended it. Null: its days decide. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last business day; null: no limit. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** BUY_GET: and so many are given. */
  getQuantity?: Maybe<Scalars['Int']['output']>;
  /** For customers of these groups. Empty: for all, and for sales without a customer. */
  groupIds: Array<Scalars['ID']['output']>;
  /** prm_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is switched on. */
  isEnabled: Scalars['Boolean']['output'];
  /** AMOUNT: whether it is taken off each unit. */
  isPerUnit: Scalars['Boolean']['output'];
  /** What it does. */
  kind: PromotionKind;
  /** What the goods in its scope come to before promotions, at least. */
  minimumAmount?: Maybe<Scalars['MinorUnits']['output']>;
  /** How many units are in its scope, at least; what is weighed counts as one. */
  minimumQuantity?: Maybe<Scalars['Int']['output']>;
  /** As receipts have it. */
  name: Scalars['String']['output'];
  /** BUNDLE: what it contains; a line belongs to the first part that it fits. */
  parts: Array<BundlePart>;
  /** PERCENT: what is taken off. BUY_GET and CHEAPEST_FREE: what is taken off the units that are given; null: all. */
  percent?: Maybe<Scalars['Decimal']['output']>;
  /** From the lowest, 1 to 1,000. */
  priority: Scalars['Int']['output'];
  /** For these products. With no product and no category: for everything. */
  productIds: Array<Scalars['ID']['output']>;
  /** The products of `productIds`. */
  products: Array<Product>;
  /** How it goes together with others on a line. */
  stacking: PromotionStacking;
  /** HH:MM by the location's clock, from when on; null: all day. */
  startTime?: Maybe<Scalars['String']['output']>;
  /** The first business day; null: no limit. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where it is in its life, by the clock of the caller's location, else of the merchant's first one. */
  state: PromotionState;
  /** FIXED_PRICE: what a unit costs, major units. */
  unitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
  /** 1 (Monday) to 7, of the business day. Empty: every day. */
  weekdays: Array<Scalars['Int']['output']>;
};

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

/** What a promotion takes off a cart. */
export type PromotionSaving = {
  __typename?: 'PromotionSaving';
  /** What it takes off. */
  amount: Money;
  /** As receipts have it. */
  name: Scalars['String']['output'];
  /** prm_<ULID> */
  promotionId: Scalars['ID']['output'];
};

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

export type Query = {
  __typename?: 'Query';
  /** What every account of a location's ledger stands at. */
  accountBalances?: Maybe<Array<AccountBalance>>;
  /**
   * What sold best from `from` to `to`, at most 31 days, by amount. Reads every sale of these days: costs grow with their number.
   * LOCATION_REQUIRED over more than 50 locations.
   */
  bestSellers?: Maybe<Array<ArticleSales>>;
  /** What has changed since a version of the catalogue. A product may come again that has not changed since. */
  catalogChanges?: Maybe<CatalogChanges>;
  /** Everything that can be sold, for a terminal that keeps a copy of it: page by page, in any order. What changes meanwhile follows by `catalogChanges`. */
  catalogSnapshot?: Maybe<CatalogSnapshot>;
  /**
   * The categories by name, at most 1,000.
   * @deprecated It has no pages: use categoriesPage.
   */
  categories?: Maybe<Array<Category>>;
  /** The categories. */
  categoriesPage?: Maybe<CategoryConnection>;
  /** Why the currency cannot be changed. Null: it can. */
  currencyHold?: Maybe<CurrencyHold>;
  /** A customer by id. Null: not found. */
  customer?: Maybe<Customer>;
  /** The merchant's groups of customers by name, at most 100. */
  customerGroups?: Maybe<Array<CustomerGroup>>;
  /** What a customer paid for what was bought on account or deposited, by its id; null if it does not exist or the caller may not see it. */
  customerPayment?: Maybe<CustomerPayment>;
  /** Customers from the last made to the first; with `search`, those whose name, address or number has words that begin so. */
  customers?: Maybe<CustomerConnection>;
  /** The first 8 customers whose name, address or number has words that begin so: of each what a cashier needs to choose. */
  customersAtCounter?: Maybe<Array<CounterCustomer>>;
  /** A location's business day as its report shows it. Reads every sale of that day and the two after it: costs grow with their number. */
  dailyReport?: Maybe<DailyReport>;
  /**
   * The document of a link to an e-receipt: it needs no token of a person, and shows nothing else. Null: the link opens nothing, it
   * was renewed, or the document is older than three years. TOO_MANY_REQUESTS: too many links of this network opened nothing.
   */
  electronicReceipt?: Maybe<ElectronicReceipt>;
  /** What a manager has to look at, from new to old. */
  exceptions?: Maybe<ExceptionConnection>;
  /** An exchange by its id; null if it does not exist or the caller may not see it. */
  exchange?: Maybe<Exchange>;
  /** Fapiaos that were asked for, by their sales from old to new. Nothing here is filed with a tax office. */
  fapiaoRequests?: Maybe<FapiaoRequestConnection>;
  /**
   * The gift card with a code, typed or scanned in any case, with spaces or dashes. Null: no card has it. A caller who names many
   * unknown codes gets the error TOO_MANY_REQUESTS for a while.
   */
  giftCard?: Maybe<GiftCard>;
  /** Gift cards that were used at the caller's locations, by the ends of their codes. Their codes are stored nowhere. */
  giftCards: GiftCardConnection;
  /**
   * The locations that the caller may see, at most 1,000.
   * @deprecated It has no pages: use locationsPage.
   */
  locations?: Maybe<Array<Location>>;
  /** The locations that the caller may see, by id. */
  locationsPage?: Maybe<LocationConnection>;
  /**
   * What has fallen below its reorder point, the emptiest first: what is missing most, what is gone, then by the share of the reorder point; at most 100.
   * @deprecated It has no pages: use lowStockPage.
   */
  lowStock?: Maybe<Array<LowStock>>;
  /**
   * The variants below their reorder points, the emptiest first. Null: the location is unknown. LOCATION_REQUIRED over more than 50
   * locations.
   */
  lowStockPage?: Maybe<LowStockConnection>;
  /** Who the token stands for. */
  me?: Maybe<Me>;
  /** What changed a level, from new to old. */
  movements?: Maybe<MovementConnection>;
  /** A new code for a gift card, which no card has: 15 random symbols and one that checks them. */
  newGiftCardCode: Scalars['String']['output'];
  /** An object of a type that implements Node, by its id; null if it does not exist or the caller may not see it. */
  node?: Maybe<Node>;
  /** The parked sales that wait at a location, the newest first. Null: there is no such location for the caller. */
  parkedSales?: Maybe<Array<ParkedSale>>;
  /** The merchant's own ways to pay in the order in which they were created, the ended ones too; at most 20. */
  paymentMethods?: Maybe<Array<OwnPaymentMethod>>;
  /** A price list by its id; null if it does not exist. */
  priceList?: Maybe<PriceList>;
  /** The merchant's price lists, the newest first, at most 100. */
  priceLists?: Maybe<Array<PriceList>>;
  /**
   * Prices a cart as a live sale would be, promotions included, and records nothing. Its payments may be empty. Codes: those of completeSale,
   * UNKNOWN_LOCATION.
   */
  priceSale: PricedSale;
  /** A product by id. Null: not found. */
  product?: Maybe<Product>;
  /** By name; with `search`, those whose names or SKUs have words that begin so, before them the one whose SKU or barcode it is. */
  products?: Maybe<ProductConnection>;
  /** A promotion by its id; null if it does not exist. */
  promotion?: Maybe<Promotion>;
  /** The merchant's promotions, the newest first, at most 500. */
  promotions?: Maybe<Array<Promotion>>;
  /** A quote. Null: there is no such quote for the caller. */
  quote?: Maybe<Quote>;
  /** The quotes of a location, the newest first. Null: there is no such location for the caller. */
  quotes?: Maybe<QuoteConnection>;
  /**
   * The paper of a sale, a refund, a void or a quote, as a printer, a mail or a person takes it. Null: there is no such document, or the caller may not
   * see it; and there is no gift receipt of a refund.
   */
  receipt?: Maybe<RenderedReceipt>;
  /** A refund by its id; null if it does not exist or the caller may not see it. */
  refund?: Maybe<Refund>;
  /** By when they are due; without a location those of all that the caller may see. */
  reportSchedules?: Maybe<Array<ReportSchedule>>;
  /** Which reports were sent or are to be sent to whom, from new to old by the day they tell of. */
  reportSendings?: Maybe<ReportSendingConnection>;
  /** What each role may do up to a limit. Asked at the dashboard by a person who works at all locations. */
  roleLimits: RoleLimitsList;
  /** A sale by its id; null if it does not exist or the caller may not see it. */
  sale?: Maybe<Sale>;
  /** A void by its id; null if it does not exist or the caller may not see it. */
  saleVoid?: Maybe<SaleVoid>;
  /** From new to old by business day, instant and id, unless `sort` asks for another order. */
  sales?: Maybe<SaleConnection>;
  /** What was sold each day, from `from` to `to`, at most 366 days; days without sales are left out. Without a location over all that the caller may see. */
  salesByDay?: Maybe<Array<DayOfSales>>;
  /** What was sold in each hour of the day, from `from` to `to`, at most 366 days. Without a location over all that the caller may see. */
  salesByHour?: Maybe<Array<HourOfSales>>;
  /**
   * What a period of at most 92 business days comes to by category, article, way to pay and rate of tax. Reads every sale of these days:
   * costs grow with their number. LOCATION_REQUIRED over more than 50 locations.
   */
  salesParts?: Maybe<SalesParts>;
  /** What a period of at most 366 business days comes to, in all and by its parts. Reads the stored totals of each day once and no sales. Without a location over all that the caller may see. */
  salesRange?: Maybe<SalesRange>;
  /** From `from` to `to`, both included; without a location over all that the caller may see. */
  salesSummary?: Maybe<SalesSummary>;
  /** What was sold on a business day until its clock showed a time of day, so that today is compared with as much of another day; with `from`, together with the days before it. Reads the totals of the days, the sales of one hour of the last one and its refunds. Where daylight saving shows that time twice, until the second; where it skips it, until the clock jumps. */
  salesUpTo?: Maybe<SalesUpTo>;
  /** What a scanned code means: an article, else one whose weight or price a scale printed by the merchant's `scaleLayouts`. Null: not found. */
  scannedArticle?: Maybe<ScannedArticle>;
  /** What a new merchant does before it sells, and what of it is done. Null: the merchant has hidden it. */
  setupSteps?: Maybe<Array<SetupStep>>;
  /**
   * Variants whose SKU differs from one of these in case or width alone, so that people take one for the other. They are allowed: a
   * form warns.
   */
  similarSkus?: Maybe<Array<SimilarSku>>;
  /** The merchant's staff members, by id. */
  staffPage?: Maybe<StaffConnection>;
  /**
   * By ascending SKU, unless `sort` asks for another order. Without a filter: what has a level at the location. `search`: of the first 100 products that it finds. A page
   * that finds little among many variants may have fewer rows than asked for, or none: the list goes on while `hasNextPage`.
   */
  stockLevels?: Maybe<StockLevelConnection>;
  /** What a customer has as store credit. Null: there is no such customer. */
  storeCredit?: Maybe<StoreCredit>;
  /** The merchant's tax codes, at most 200. */
  taxCodes?: Maybe<Array<TaxCode>>;
  /** How some countries tax sales, ready to be taken over. What holds for a merchant, the merchant asks an adviser. */
  taxRegimes?: Maybe<Array<TaxRegime>>;
  /** How tax is computed, and the tax codes. */
  taxSettings: TaxSettings;
  /** Who can sign in at the terminal that asks, at most 200: a list to tap a name in. */
  terminalOperators?: Maybe<Array<TerminalOperator>>;
  /** What a terminal has to know to sell: asked by it, or its operator, when it starts. */
  terminalSettings?: Maybe<TerminalSettings>;
  /**
   * The terminals of the locations that the caller may see, at most 1,000.
   * @deprecated It has no pages: use terminalsPage.
   */
  terminals?: Maybe<Array<Terminal>>;
  /** The terminals of the locations that the caller may see, by id. Null: the location of the filter is unknown. */
  terminalsPage?: Maybe<TerminalConnection>;
  /** Payments of which it is not known whether they went through, as it is now. A row for the methods that share an account. */
  uncertainPayments?: Maybe<Array<UncertainPayments>>;
  /** Refunds without a sale at a location, newest first, as soon as they are booked; null: no location of the caller's. */
  unlinkedRefunds?: Maybe<RefundConnection>;
  /** A variant by id, SKU or barcode. Null: not found. */
  variant?: Maybe<Variant>;
  /** Many variants by id, SKU or barcode, in the order asked for; null where one is not found. */
  variants: Array<Maybe<Variant>>;
};


export type QueryAccountBalancesArgs = {
  locationId: Scalars['ID']['input'];
};


export type QueryBestSellersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QueryCatalogChangesArgs = {
  since: Scalars['String']['input'];
};


export type QueryCatalogSnapshotArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCategoriesPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CategoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CategorySort>;
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<CustomerSort>;
};


export type QueryCustomersAtCounterArgs = {
  search: Scalars['String']['input'];
};


export type QueryDailyReportArgs = {
  day: Scalars['Date']['input'];
  locationId: Scalars['ID']['input'];
};


export type QueryElectronicReceiptArgs = {
  token: Scalars['String']['input'];
};


export type QueryExceptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExceptionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryExchangeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFapiaoRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isIssued?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryGiftCardArgs = {
  code: Scalars['String']['input'];
};


export type QueryGiftCardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  lastFour?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLocationsPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLowStockArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId: Scalars['ID']['input'];
};


export type QueryLowStockPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: LowStockFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId: Scalars['ID']['input'];
  variantId: Scalars['ID']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryParkedSalesArgs = {
  locationId: Scalars['ID']['input'];
};


export type QueryPriceListArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPriceListsArgs = {
  state?: InputMaybe<PriceListState>;
};


export type QueryPriceSaleArgs = {
  input: CompleteSaleInput;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  testedPromotionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ProductSort>;
};


export type QueryPromotionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPromotionsArgs = {
  state?: InputMaybe<PromotionState>;
};


export type QueryQuoteArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId: Scalars['ID']['input'];
};


export type QueryReceiptArgs = {
  factId: Scalars['ID']['input'];
  format: ReceiptFormat;
  isCopy?: InputMaybe<Scalars['Boolean']['input']>;
  isGift?: InputMaybe<Scalars['Boolean']['input']>;
  language?: InputMaybe<ReceiptLanguage>;
};


export type QueryRefundArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReportSchedulesArgs = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReportSendingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId: Scalars['ID']['input'];
};


export type QuerySaleArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySaleVoidArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SaleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<SaleSort>;
};


export type QuerySalesByDayArgs = {
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QuerySalesByHourArgs = {
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QuerySalesPartsArgs = {
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QuerySalesRangeArgs = {
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QuerySalesSummaryArgs = {
  from: Scalars['Date']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


export type QuerySalesUpToArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  day: Scalars['Date']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryScannedArticleArgs = {
  code: Scalars['String']['input'];
};


export type QuerySimilarSkusArgs = {
  skus: Array<Scalars['String']['input']>;
};


export type QueryStaffPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StaffFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockLevelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockLevelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  locationId: Scalars['ID']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  sort?: InputMaybe<StockLevelSort>;
};


export type QueryStoreCreditArgs = {
  customerId: Scalars['ID']['input'];
};


export type QueryTerminalsPageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TerminalFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUncertainPaymentsArgs = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryUnlinkedRefundsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  locationId: Scalars['ID']['input'];
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryVariantArgs = {
  by: VariantBy;
};


export type QueryVariantsArgs = {
  by: Array<VariantBy>;
};

/** A cart as it was priced, which is sold at those prices until a day, once and at its location. */
export type Quote = {
  __typename?: 'Quote';
  /** When it was cancelled. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The customer; null for callers who may not serve customers. */
  customer?: Maybe<CounterCustomer>;
  /** Whose it is: another customer does not buy it. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /**
   * What its customer paid before it is collected, less what was given back: it is in no figure of sales. A quote with a deposit is sold
   * after its last day too, and paid with all of it (the method DEPOSIT).
   */
  deposited: Money;
  /** The deposits, below zero where one was given back; the newest first, at most 100. */
  deposits: Array<CustomerPayment>;
  /** All discounts, of the quote and of its lines. */
  discountTotal: Money;
  /** Of the whole quote, in the order in which they were taken; each line has its own. */
  discounts: Array<SaleDiscount>;
  /** quo_<ULID> */
  id: Scalars['ID']['output'];
  /** What is offered. */
  lines: Array<SaleLine>;
  /** Where it was made, and is sold. */
  location: Location;
  /** For the customer. */
  note?: Maybe<Scalars['String']['output']>;
  /** By what people find it. */
  number: Scalars['String']['output'];
  /** What is left to pay: the total less what is deposited. */
  open: Money;
  /** Who made it; null if the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who made it. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** Whether the prices and totals of the lines include tax. */
  pricesIncludeTax: Scalars['Boolean']['output'];
  /** The sale that it became. */
  saleId?: Maybe<Scalars['ID']['output']>;
  /** What became of it. */
  state: QuoteState;
  /** The sum of the lines before discounts. */
  subtotal: Money;
  /** The number of the certificate that frees the customer from tax; null: tax is charged. */
  taxExemption?: Maybe<Scalars['String']['output']>;
  /** The taxes of all lines. */
  taxTotal: Money;
  /** Which terminal made it; null: it was made at the dashboard. */
  terminal?: Maybe<Terminal>;
  /** What the customer would owe, before cash rounding. */
  total: Money;
  /** The last day on which it is sold. */
  validUntil: Scalars['Date']['output'];
};

/** A page of quotes. */
export type QuoteConnection = {
  __typename?: 'QuoteConnection';
  /** The rows of the page with their cursors. */
  edges: Array<QuoteEdge>;
  /** The rows of the page. */
  nodes: Array<Quote>;
  /** Whether the list goes on, and where. A page of a filtered list may be short, and the list still goes on. */
  pageInfo: PageInfo;
};

/** A row of a page of quotes. */
export type QuoteEdge = {
  __typename?: 'QuoteEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Quote;
};

/** Which quotes are listed: those of which all that is stated is true. */
export type QuoteFilter = {
  /** Whose it is. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The first business day on which it was made. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Whether something is deposited on it. */
  hasDeposit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** What became of it. */
  state?: InputMaybe<QuoteState>;
  /** The last business day on which it was made. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** What became of a quote. */
export type QuoteState =
  /** It was cancelled. */
  | 'CANCELLED'
  /** Its last day is past. */
  | 'EXPIRED'
  /** It is sold at its prices. */
  | 'OPEN'
  /** It became a sale. */
  | 'SOLD';

/** A parked sale that a terminal takes. */
export type RecallParkedSaleInput = {
  /** rcl_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** The parked sale, at the terminal's location. */
  parkedSaleId: Scalars['ID']['input'];
};

/** The answer to recallParkedSale. */
export type RecallParkedSalePayload = {
  __typename?: 'RecallParkedSalePayload';
  /** What was recalled. Null: the request was refused. */
  parkedSale?: Maybe<ParkedSale>;
  /** This terminal had recalled it before, with this id. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What takes a paper. */
export type ReceiptFormat =
  /** The bytes that a receipt printer with a roll of 80 mm takes (ESC/POS, 48 columns), in base64. */
  | 'ESC_POS'
  /** The bytes that a receipt printer with a roll of 58 mm takes (ESC/POS, 32 columns), in base64. */
  | 'ESC_POS_32'
  /** A page or a mail: HTML with its styles, without scripts. */
  | 'HTML'
  /** Sheets of A4 (PDF), in base64. */
  | 'PDF'
  /** Plain text for a roll of 58 mm: 32 columns. */
  | 'TEXT_32'
  /** Plain text for a roll of 80 mm: 48 columns, of which a Chinese character takes two. */
  | 'TEXT_48';

/** The language of receipts. */
export type ReceiptLanguage =
  /** English. */
  | 'EN'
  /** Chinese in simplified characters. */
  | 'ZH_HANS';

/** A mail with the paper of a sale or a refund. */
export type ReceiptMail = {
  __typename?: 'ReceiptMail';
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** What the mail server answered last, in its own words. Null also where the caller may not read customers. */
  detail?: Maybe<Scalars['String']['output']>;
  /** rml_<ULID> */
  id: Scalars['ID']['output'];
  /** The mail address. Null: the caller may not read customers. */
  recipient?: Maybe<Scalars['String']['output']>;
  /** When the mail server took it. Null: it has not. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it got. */
  status: DeliveryStatus;
};

/** What is on receipts beside the sale. */
export type ReceiptSettings = {
  __typename?: 'ReceiptSettings';
  /** Several lines. Null: none. */
  address?: Maybe<Scalars['String']['output']>;
  /** The last lines, for example how goods may be returned. Null: none. */
  footer?: Maybe<Scalars['String']['output']>;
  /** The first lines below the name. Null: none. */
  header?: Maybe<Scalars['String']['output']>;
  /** The language of the words on receipts. Null: Chinese in China, else English. */
  language?: Maybe<ReceiptLanguage>;
  /** A picture as a data URL: PNG, JPEG or WebP, at most 48 kB and 1,200 dots each way. Null: none. */
  logo?: Maybe<Scalars['String']['output']>;
  /** A telephone number. Null: none. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The number under which tax is declared. Null: none. */
  taxNumber?: Maybe<Scalars['String']['output']>;
};

/** What was done with the papers of a sale or a refund since it was recorded. */
export type ReceiptState = {
  __typename?: 'ReceiptState';
  /** Copies that were printed. */
  copies: Scalars['Int']['output'];
  /** The address of the e-receipt, by which everyone who has it can read it. Null: the request names no host of pages. */
  link?: Maybe<Scalars['String']['output']>;
  /** Rises when the link is renewed. */
  linkGeneration: Scalars['Int']['output'];
  /** The mails that were sent or are to be sent with it, newest first, at most 20. */
  mails: Array<ReceiptMail>;
};

/** Whether the day's books add up, by adding up its facts again. */
export type Reconciliation = {
  __typename?: 'Reconciliation';
  /** All that were made. */
  checks: Array<ReconciliationCheck>;
  /** How many there are in all. */
  openExceptionCount: Scalars['Int']['output'];
  /** Raised on that day and still open; at most 50. */
  openExceptions: Array<Exception>;
  /** All of the checks hold. */
  reconciles: Scalars['Boolean']['output'];
};

/** One check of the books. */
export type ReconciliationCheck = {
  __typename?: 'ReconciliationCheck';
  /** The same in English with ids, for developers; null where it holds. */
  detail?: Maybe<Scalars['String']['output']>;
  /** What does not add up; empty where it holds. */
  differences: Array<ReconciliationDifference>;
  /** The result. */
  holds: Scalars['Boolean']['output'];
  /** Which check. */
  name: ReconciliationCheckName;
};

/** A check of a day's books. */
export type ReconciliationCheckName =
  /** Everything that was recorded of that day is booked (looked for until two days after it). */
  | 'ALL_BOOKED'
  /** Payments come to what was sold and given back, with cash rounding, tips and what was never paid. */
  | 'PAYMENTS_MEET_SALES'
  /** The day's totals are the sums of its sales and refunds. */
  | 'TOTALS_ARE_SUMS'
  /** The location's ledger is balanced. */
  | 'TRIAL_BALANCE_ZERO';

/** A figure that is one thing in the books and another by what was recorded. It has amounts or counts. */
export type ReconciliationDifference = {
  __typename?: 'ReconciliationDifference';
  /** The amount by what was recorded; null of a count. */
  countedAmount?: Maybe<Money>;
  /** The number by what was recorded; null of an amount. */
  countedCount?: Maybe<Scalars['Int']['output']>;
  /** Which figure. */
  figure: ReconciliationFigure;
  /** The hour of the day, of HOUR_COUNT and HOUR_SALES. */
  hour?: Maybe<Scalars['Int']['output']>;
  /** The payment methods that share an account, of METHOD. */
  methods: Array<PaymentMethod>;
  /** The amount in the books; null of a count. */
  storedAmount?: Maybe<Money>;
  /** The number in the books; null of an amount. */
  storedCount?: Maybe<Scalars['Int']['output']>;
};

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
  /** All payments; the other side is what was sold and given back, with cash rounding, tips and what was never paid. */
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
  /** What customers gave for the staff. */
  | 'TIPS'
  /** The sum of all accounts; the other side is zero. */
  | 'TRIAL_BALANCE'
  /** How many facts are recorded and not booked. */
  | 'UNBOOKED'
  /** Totals of the voids. */
  | 'VOIDS'
  /** How many sales were voided. */
  | 'VOID_COUNT';

/** What a customer pays for what was bought on account, or as a deposit. */
export type RecordCustomerPaymentInput = {
  /** Who pays. */
  customerId: Scalars['ID']['input'];
  /** cpy_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** The deposit is given back: it needs a quote, and the right to refund. */
  isGivenBack?: InputMaybe<Scalars['Boolean']['input']>;
  /** In whose books it is: needed by staff at the dashboard, ignored at a terminal. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** For people, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['input'];
  /** With `syncFacts`: who took it. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** At least one. */
  payments: Array<CustomerMoneyInput>;
  /** The quote on which it is a deposit. Absent: it is for what is owed. */
  quoteId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to recordCustomerPayment. */
export type RecordCustomerPaymentPayload = {
  __typename?: 'RecordCustomerPaymentPayload';
  /** The payment as it is stored. Null: the request was refused. */
  payment?: Maybe<CustomerPayment>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** An entry by hand. */
export type RecordJournalEntryInput = {
  /** jou_<ULID> */
  id: Scalars['ID']['input'];
  /** Whose ledger. */
  locationId: Scalars['ID']['input'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['input'];
  /** 2 to 50, summing to zero; not to CASH or INVENTORY, which only facts of their own move. */
  postings: Array<JournalPostingInput>;
  /** For people; up to 500 characters. */
  reason: Scalars['String']['input'];
};

/** The answer to `recordJournalEntry`. */
export type RecordJournalEntryPayload = {
  __typename?: 'RecordJournalEntryPayload';
  /** The entry as it is stored; null if it was rejected. */
  journalEntry?: Maybe<JournalEntry>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** What was there when the books were opened. */
export type RecordOpeningStockInput = {
  /** ops_<ULID> */
  id: Scalars['ID']['input'];
  /** 1 to 2,000. */
  lines: Array<OpeningStockLineInput>;
  /** Where the goods are. */
  locationId: Scalars['ID']['input'];
  /** When they were counted. */
  occurredAt: Scalars['DateTime']['input'];
};

/** The answer to `recordOpeningStock`. */
export type RecordOpeningStockPayload = {
  __typename?: 'RecordOpeningStockPayload';
  /** The id as it was sent; null if it was rejected. */
  openingStockId?: Maybe<Scalars['ID']['output']>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** What became of a payment, as a terminal or the dashboard sends it. */
export type RecordPaymentOutcomeInput = {
  /** pyo_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** When that became known. */
  occurredAt: Scalars['DateTime']['input'];
  /** In `syncFacts`: who found out. Absent: the token's operator. `recordPaymentOutcome` ignores it and records the token's. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** The payment of the sale. */
  paymentId: Scalars['ID']['input'];
  /** For people; up to 500 characters. Needed with VOIDED. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The sale. */
  saleId: Scalars['ID']['input'];
  /** CAPTURED or VOIDED. */
  state: PaymentState;
};

/** The answer to `recordPaymentOutcome`. */
export type RecordPaymentOutcomePayload = {
  __typename?: 'RecordPaymentOutcomePayload';
  /** Of the terminal's location, as in SyncSalesPayload. Null for callers without a terminal. */
  epoch?: Maybe<Scalars['Int']['output']>;
  /** The outcome as it is stored. Null: the request was refused. */
  outcome?: Maybe<PaymentOutcome>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A count of goods. */
export type RecordStockTakeInput = {
  /** adj_<ULID> */
  id: Scalars['ID']['input'];
  /** 1 to 2,000, each of another variant. */
  lines: Array<StockTakeLineInput>;
  /** Where the goods are. */
  locationId: Scalars['ID']['input'];
  /** For people. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When they were counted. */
  occurredAt: Scalars['DateTime']['input'];
};

/** The answer to `recordStockTake`. */
export type RecordStockTakePayload = {
  __typename?: 'RecordStockTakePayload';
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** The adjustment as it is stored; null if it was rejected. */
  stockAdjustment?: Maybe<StockAdjustment>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** What a terminal recorded. Later kinds are further members: select `__typename` and what is known. */
export type RecordedFact = CustomerPayment | Exchange | PaymentOutcome | Refund | Sale | SaleVoid | StockAdjustment;

/** Goods that came back and money that went out. Quantities and amounts are below zero, so that a sale and its refunds add up. */
export type Refund = Node & {
  __typename?: 'Refund';
  /** The customer whom it names; null for callers who may not read customers. */
  customer?: Maybe<Customer>;
  /** The customer whom it names. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** What was found odd about it when it was recorded or booked. */
  exceptions: Array<SaleException>;
  /** The exchange by which these goods came back. Null: it was given alone. */
  exchange?: Maybe<Exchange>;
  /** ref_<ULID> */
  id: Scalars['ID']['output'];
  /** What came back. */
  lines: Array<RefundLine>;
  /** Where the goods came back. */
  location: Location;
  /** When it was given, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who made it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who made it; null if there was none. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** What was given back. */
  payments: Array<Payment>;
  /** For people. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What was done with its papers, and where they are on the web. */
  receipt: ReceiptState;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** What cash rounding added. */
  rounding: Money;
  /** Null: without a sale. */
  sale?: Maybe<Sale>;
  /** The taxes of all lines. */
  taxTotal: Money;
  /** Where it was made at a terminal. */
  terminal?: Maybe<Terminal>;
  /** What was given back in all. */
  total: Money;
  /** As much of its total as was never paid, because payments of the sale did not go through: zero or below. */
  unpaid: Money;
};

/** A page of refunds. */
export type RefundConnection = {
  __typename?: 'RefundConnection';
  /** The rows of the page with their cursors. */
  edges: Array<RefundEdge>;
  /** The rows of the page. */
  nodes: Array<Refund>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of refunds. */
export type RefundEdge = {
  __typename?: 'RefundEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Refund;
};

/** Goods that came back. */
export type RefundLine = {
  __typename?: 'RefundLine';
  /** As it is on the receipt. */
  description: Scalars['String']['output'];
  /** The gift card from which the amount is taken again. */
  giftCard?: Maybe<GiftCard>;
  /** The refund's id and the line's number. */
  id: Scalars['ID']['output'];
  /** The quantity counts these; null: units. */
  pack?: Maybe<SoldPack>;
  /** Below zero. */
  quantity: Scalars['Decimal']['output'];
  /** The line of the sale, from 1. */
  saleLine?: Maybe<Scalars['Int']['output']>;
  /** The variant's SKU; null for an open line. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Tax. */
  taxTotal: Money;
  /** Amount. */
  total: Money;
  /** What the quantity counts, as it was sold. */
  unit: Unit;
  /** Major units. */
  unitPrice: Scalars['Decimal']['output'];
  /** The variant that came back; null for an open line. */
  variant?: Maybe<Variant>;
  /** The goods did not go back into stock. */
  writtenOff: Scalars['Boolean']['output'];
};

/** Goods that come back. */
export type RefundLineInput = {
  /** On the receipt; absent: the variant's name. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Of the sale, from 1. Without a sale: absent. */
  line?: InputMaybe<Scalars['Int']['input']>;
  /** Without a sale: the size of the variant's pack that came back. Absent: units. */
  packSize?: InputMaybe<Scalars['Int']['input']>;
  /** Above zero */
  quantity: Scalars['Decimal']['input'];
  /** Without a sale, of an open line; absent: the merchant's default. Unknown: refused with UNKNOWN_TAX_CODE; offline the default, and flagged. */
  taxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** Without a sale: what is given back for a unit. Absent: the catalogue's price. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Without a sale: what came back. Absent too: an open line, which needs description and unitPrice. */
  variant?: InputMaybe<VariantBy>;
  /** The goods cannot be sold again. Absent: they go back into stock. */
  writeOff?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Money that is given back. */
export type RefundPaymentInput = {
  /** What is given back, above or equal to zero. */
  amount: Scalars['MinorUnits']['input'];
  /** With GIFT_CARD: the code of the card on which it is put, known or new. Absent: the card that paid. */
  giftCard?: InputMaybe<Scalars['String']['input']>;
  /** pay_<ULID> */
  id: Scalars['ID']['input'];
  /** How it is given back. */
  method: PaymentMethod;
  /** The payment of the sale that it gives back. Absent: the sale's only one. */
  paymentId?: InputMaybe<Scalars['ID']['input']>;
  /** An approval code or the like. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** A refund as a terminal or the dashboard sends it. */
export type RefundSaleInput = {
  /** Without a sale; else the sale's. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** ref_<ULID> */
  id: Scalars['ID']['input'];
  /** 1 to 2,000. */
  lines: Array<RefundLineInput>;
  /** From the dashboard: where the goods come back. Absent: where they were sold. A terminal's is its own. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** When it was given, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['input'];
  /** In `syncFacts`: who made it. Absent: the token's operator. `refundSale` ignores it and records the token's. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * They sum to what the lines come to, in cash rounded to the nearest step: by itself or together with what was given back before,
   * so that the refund that completes a sale may give back just what is left of its payments.
   */
  payments: Array<RefundPaymentInput>;
  /** For people; up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Absent: without a sale, which needs a permission of its own. */
  saleId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to `refundSale`. */
export type RefundSalePayload = {
  __typename?: 'RefundSalePayload';
  /** Of the terminal's location, as in SyncSalesPayload. Null for callers without a terminal. */
  epoch?: Maybe<Scalars['Int']['output']>;
  /** The refund as it is stored; null if it was rejected. */
  refund?: Maybe<Refund>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** What was refunded of a line so far. */
export type RefundedLine = {
  __typename?: 'RefundedLine';
  /** The line of the sale, from 1. */
  line: Scalars['Int']['output'];
  /** Units. */
  quantity: Scalars['Decimal']['output'];
  /** Tax. */
  taxTotal: Money;
  /** Amount. */
  total: Money;
};

/** What was given back of a payment so far. */
export type RefundedPayment = {
  __typename?: 'RefundedPayment';
  /** Amount. */
  amount: Money;
  /** The payment of the sale. */
  paymentId: Scalars['ID']['output'];
};

/** The sums of a sale's refunds, above zero. Lines and payments of which nothing was refunded are left out. */
export type RefundedSoFar = {
  __typename?: 'RefundedSoFar';
  /** Lines of the sale. */
  lines: Array<RefundedLine>;
  /** Payments of the sale. */
  payments: Array<RefundedPayment>;
  /** As much of the lines as was never paid, because payments of the sale did not go through. */
  unpaid: Money;
};

/** Every code without a type of its own. */
export type Refusal = UserError & {
  __typename?: 'Refusal';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
};

/** A paper that was rendered. */
export type RenderedReceipt = {
  __typename?: 'RenderedReceipt';
  /** The text, or bytes in base64. */
  content: Scalars['String']['output'];
  /** The sale or the refund. */
  factId: Scalars['ID']['output'];
  /** As it was asked for. */
  format: ReceiptFormat;
  /** The language of its words. */
  language: ReceiptLanguage;
  /** Of the content: text/html, text/plain, application/pdf, or application/octet-stream for a printer's bytes. */
  mediaType: Scalars['String']['output'];
};

/** Whose link is renewed. */
export type RenewReceiptLinkInput = {
  /** The sale or the refund. */
  factId: Scalars['ID']['input'];
  /** As it was read: a request that is sent twice renews the link once. */
  linkGeneration: Scalars['Int']['input'];
};

/** The answer to renewReceiptLink. */
export type RenewReceiptLinkPayload = {
  __typename?: 'RenewReceiptLinkPayload';
  /** As it is now. Null: the request was refused. */
  receipt?: Maybe<ReceiptState>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** The mail to one recipient. */
export type ReportDelivery = {
  __typename?: 'ReportDelivery';
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** What the mail server said last, in its own words. */
  detail?: Maybe<Scalars['String']['output']>;
  /** The same for every attempt. Null: none was made yet. */
  messageId?: Maybe<Scalars['String']['output']>;
  /** The mail address. */
  recipient: Scalars['String']['output'];
  /** When the mail server took it. Null: it has not. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it got. */
  status: DeliveryStatus;
};

/** Which report a mail contains. */
export type ReportKind =
  /** The daily report of a location. */
  | 'DAILY';

/**
 * Sends a report at a time of day by the location's clock, every day. What was missed while nothing ran is sent when something
 * does, for two days. A time that the clock skips is when it has skipped; of a time that comes twice, the first counts.
 */
export type ReportSchedule = Node & {
  __typename?: 'ReportSchedule';
  /** Whether reports are sent. */
  enabled: Scalars['Boolean']['output'];
  /** rsc_<ULID> */
  id: Scalars['ID']['output'];
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  location: Location;
  /** Null: it is not enabled. */
  nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** 1 to 20 mail addresses. */
  recipients: Array<Scalars['String']['output']>;
  /** Which report is sent. */
  report: ReportKind;
  /** Which business day each mail reports on. */
  reportedDay: ReportedDay;
  /** HH:MM */
  timeOfDay: Scalars['String']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** One report on its way to its recipients: each gets a mail of their own. */
export type ReportSending = Node & {
  __typename?: 'ReportSending';
  /** The business day that it tells of. */
  day: Scalars['Date']['output'];
  /** The mails, by recipient. */
  deliveries: Array<ReportDelivery>;
  /** When the mails were to be sent. */
  dueAt: Scalars['DateTime']['output'];
  /** rsn_<ULID> when asked for by hand, else the schedule's id and the day. */
  id: Scalars['ID']['output'];
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  location: Location;
  /** Which report is sent. */
  report: ReportKind;
  /** The schedule that caused it. Null: it was asked for by hand, or the schedule is deleted. */
  reportSchedule?: Maybe<ReportSchedule>;
  /** Null: it was asked for by hand. */
  reportScheduleId?: Maybe<Scalars['ID']['output']>;
};

/** A page of mail jobs. */
export type ReportSendingConnection = {
  __typename?: 'ReportSendingConnection';
  /** The rows of the page with their cursors. */
  edges: Array<ReportSendingEdge>;
  /** The rows of the page. */
  nodes: Array<ReportSending>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of mail jobs. */
export type ReportSendingEdge = {
  __typename?: 'ReportSendingEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: ReportSending;
};

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
  email?: InputMaybe<Scalars['String']['input']>;
  /** 15 to 20 digits and letters; a company's is needed. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whose name is on it, 1 to 100 characters. */
  title: Scalars['String']['input'];
  /** What the link to the e-receipt ends with. */
  token: Scalars['String']['input'];
};

/** The answer to requestFapiaoByLink. */
export type RequestFapiaoByLinkPayload = {
  __typename?: 'RequestFapiaoByLinkPayload';
  /** How far it is. Null: the request was refused. */
  status?: Maybe<FapiaoStatus>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Who asks for a fapiao. */
export type RequestFapiaoInput = {
  /** Who buys. */
  buyerKind: FapiaoBuyerKind;
  /** Where it is to be sent. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The sale. */
  factId: Scalars['ID']['input'];
  /** 15 to 20 digits and letters; a company's is needed. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whose name is on it, 1 to 100 characters. */
  title: Scalars['String']['input'];
};

/** The answer to requestFapiao. */
export type RequestFapiaoPayload = {
  __typename?: 'RequestFapiaoPayload';
  /** As it is stored; null for callers who may not read fapiaos, and if the request was refused. */
  fapiao?: Maybe<FapiaoRequest>;
  /** How far it is. Null: the request was refused. */
  status?: Maybe<FapiaoStatus>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A person has dealt with an exception. */
export type ResolveExceptionInput = {
  /** As the exception shows it. */
  code: Scalars['String']['input'];
  /** What was done about it. */
  note: Scalars['String']['input'];
  /** As the exception shows it. */
  subject: Scalars['ID']['input'];
  /** As it was read. */
  version: Scalars['Int']['input'];
};

/** The answer to `resolveException`. */
export type ResolveExceptionPayload = {
  __typename?: 'ResolveExceptionPayload';
  /** As it is stored now; null if it was rejected. */
  exception?: Maybe<Exception>;
  /** Why it was rejected. */
  userErrors: Array<UserError>;
};

/** Whose credential ends. */
export type RevokeTerminalInput = {
  /** The terminal to revoke. */
  terminalId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to revokeTerminal. */
export type RevokeTerminalPayload = {
  __typename?: 'RevokeTerminalPayload';
  /** The revoked terminal. Null: the request was refused. */
  terminal?: Maybe<Terminal>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Decides on the permissions of a staff member. */
export type Role =
  /** Selling, and reading sales. */
  | 'CASHIER'
  /** Everything but staff, locations and erasing customers. */
  | 'MANAGER'
  /** Everything. */
  | 'OWNER';

/** What people of a role may do up to a limit. */
export type RoleLimits = {
  __typename?: 'RoleLimits';
  /** The most that all discounts of a sale may come to, in percent of its price before discounts. Null: without a limit. */
  discountPercent?: Maybe<Scalars['Decimal']['output']>;
  /** Whether the role may refund without a sale at all. */
  mayRefundUnlinked: Scalars['Boolean']['output'];
  /** The role. */
  role: Role;
  /** The most that a refund without a sale may come to. Null: without a limit, where the role may refund so at all. */
  unlinkedRefund?: Maybe<Money>;
};

/** The limits of every role, and their version. */
export type RoleLimitsList = {
  __typename?: 'RoleLimitsList';
  /** The currency of the limits. */
  currency: Scalars['CurrencyCode']['output'];
  /** One for each role. */
  roles: Array<RoleLimits>;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** How many rows a list has: counted up to 1,000. */
export type RowCount = {
  __typename?: 'RowCount';
  /** So many, where that is exact; else there are more. */
  atLeast: Scalars['Int']['output'];
  /** Whether all were counted. */
  isExact: Scalars['Boolean']['output'];
};

/** What was sold to a customer at once: a receipt. */
export type Sale = Node & {
  __typename?: 'Sale';
  /** What is given back in cash is a multiple of this many minor units; 1: not rounded. */
  cashStep: Scalars['Int']['output'];
  /** Cash given back. */
  changeDue: Money;
  /** The customer of `customerId`; null for callers who may not read customers. */
  customer?: Maybe<Customer>;
  /** How its customer was changed after it was recorded, in that order. */
  customerChanges: Array<SaleCustomerChange>;
  /** The customer whom the sale names, or on whom it was put since. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** All discounts, of the document and of the lines. */
  discountTotal: Money;
  /** The document's, in the order in which they were taken; each line has its own. */
  discounts: Array<SaleDiscount>;
  /** What was found odd about it when it was recorded or booked. */
  exceptions: Array<SaleException>;
  /** The exchange by which these goods went out. Null: it was sold alone. */
  exchange?: Maybe<Exchange>;
  /** What the terminal expected, where that differs from the total. */
  expectedTotal?: Maybe<Money>;
  /** The fapiao that was asked for. Null: none was, or the caller may not read it. */
  fapiao?: Maybe<FapiaoRequest>;
  /** sal_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether `voidSale` would void it now: it is of this business day, and nothing was given back of it. */
  isVoidable: Scalars['Boolean']['output'];
  /** What was sold, in the order of the receipt. */
  lines: Array<SaleLine>;
  /** Where it was sold. */
  location: Location;
  /** For people. */
  note?: Maybe<Scalars['String']['output']>;
  /** When the customer paid, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who sold; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who sold; null if there was none. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** What became of its uncertain payments, in the order in which that was recorded. */
  paymentOutcomes: Array<PaymentOutcome>;
  /** How it was paid, in the order of the receipt. */
  payments: Array<Payment>;
  /** Whether the prices and totals of the lines include tax. */
  pricesIncludeTax: Scalars['Boolean']['output'];
  /** The quote that it sold. Null: none, or the caller may not read quotes. */
  quote?: Maybe<Quote>;
  /** The quote that it sold. */
  quoteId?: Maybe<Scalars['ID']['output']>;
  /** What was done with its papers, and where they are on the web. */
  receipt: ReceiptState;
  /** The number on the receipt: the terminal and its counter. */
  receiptNumber: Scalars['String']['output'];
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** What was refunded of its lines and payments so far, at whatever location. */
  refunded: RefundedSoFar;
  /** In the order in which they were recorded. */
  refunds: Array<Refund>;
  /** What cash rounding added to the total. */
  rounding: Money;
  /** The terminal's receipt counter. */
  sequence: Scalars['Int']['output'];
  /** The sum of the lines before discounts. */
  subtotal: Money;
  /** The number of the certificate that freed the customer from tax; null: tax was charged. */
  taxExemption?: Maybe<Scalars['String']['output']>;
  /** The taxes of all lines. */
  taxTotal: Money;
  /** The terminal that sold it. */
  terminal: Terminal;
  /** What the customer gave for the staff: paid beside the total, and in no figure of sales. */
  tip: Money;
  /** What the customer owed. */
  total: Money;
  /** What voided it. Null: it was not voided. Not among its `refunds`, but in what was `refunded`. */
  void?: Maybe<SaleVoid>;
};

/** A page of sales. */
export type SaleConnection = {
  __typename?: 'SaleConnection';
  /** With a cursor each. */
  edges: Array<SaleEdge>;
  /** Without cursors. */
  nodes: Array<Sale>;
  /** Whether there are more. */
  pageInfo: PageInfo;
  /** How many sales the whole list has. Null: the filter has a condition without an index. */
  rowCount?: Maybe<RowCount>;
};

/** A sale was put on a customer after it was recorded, or taken off one. */
export type SaleCustomerChange = Node & {
  __typename?: 'SaleCustomerChange';
  /** The customer from then on; null for callers who may not read customers. */
  customer?: Maybe<Customer>;
  /** The customer from then on. Null: none. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** att_<ULID> */
  id: Scalars['ID']['output'];
  /** Who did it; null if the id is unknown. */
  operator?: Maybe<Staff>;
  /** The customer before. Null: none. */
  previousCustomerId?: Maybe<Scalars['ID']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** The sale. */
  sale?: Maybe<Sale>;
};

/** What a discount took, and why it was given. */
export type SaleDiscount = {
  __typename?: 'SaleDiscount';
  /** What it took off. */
  amount: Money;
  /** The coupon that gave it. */
  couponCode?: Maybe<Scalars['String']['output']>;
  /** The promotion that gave it. */
  promotionId?: Maybe<Scalars['ID']['output']>;
  /** For people; of a promotion, its name. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Why it was given. */
  source: DiscountSource;
};

/** A sale with its place in the list. */
export type SaleEdge = {
  __typename?: 'SaleEdge';
  /** For `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The sale. */
  node: Sale;
};

/** An exception as the document shows it. */
export type SaleException = {
  __typename?: 'SaleException';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum; null where a later version raised it, by a code that this one does not know. */
  exceptionCode?: Maybe<ExceptionCode>;
  /** English, for people. */
  message: Scalars['String']['output'];
};

/** Which sales; all conditions must hold. */
export type SaleFilter = {
  /** Only of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The first business day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Only at this location. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only with a payment by this method. */
  method?: InputMaybe<PaymentMethod>;
  /** Only sold by this staff member. This and what follows has no index: one request reads up to 2,000 sales, so a page may be short or empty and the list still go on. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only with a payment in this state. Has no index: one request reads up to 2,000 sales. */
  paymentState?: InputMaybe<PaymentState>;
  /** Only with this receipt number (a terminal's code, a dash, its count), in letters of any case; documents that were imported are not found by it. */
  receiptNumber?: InputMaybe<Scalars['String']['input']>;
  /** Only in this state. */
  state?: InputMaybe<SaleState>;
  /** Only at this terminal. */
  terminalId?: InputMaybe<Scalars['ID']['input']>;
  /** The last business day. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Only with a total of at least this. */
  totalFrom?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** Only with a total of at most this. */
  totalTo?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** Only with a line of this variant. */
  variantId?: InputMaybe<Scalars['ID']['input']>;
};

/** One article on a receipt. */
export type SaleLine = {
  __typename?: 'SaleLine';
  /** The category in whose figures it counts: its product's when it was sold, or the department; null: it counts in none. */
  categoryId?: Maybe<Scalars['ID']['output']>;
  /** What was scanned for it; null: it was not stated. */
  code?: Maybe<Scalars['String']['output']>;
  /** As it is on the receipt. */
  description: Scalars['String']['output'];
  /** The line's own discounts and its share of the document's. */
  discountTotal: Money;
  /** The line's own, in the order in which they were taken. */
  discounts: Array<SaleDiscount>;
  /** Of `code`, where it is a GS1 element string: the last day on which it is sold. */
  expiresOn?: Maybe<Scalars['Date']['output']>;
  /** The gift card that the line sold or loaded. */
  giftCard?: Maybe<GiftCard>;
  /** The sale's id and the line's number. */
  id: Scalars['ID']['output'];
  /** Of `code`, where it is a GS1 element string: the lot. */
  lot?: Maybe<Scalars['String']['output']>;
  /** The quantity counts these; null: units. */
  pack?: Maybe<SoldPack>;
  /** The price list of `priceListId`. */
  priceList?: Maybe<PriceList>;
  /** Whose price it is; null: it is of no price list. */
  priceListId?: Maybe<Scalars['ID']['output']>;
  /** Why another price than the shop's was charged; null: it was not, or no reason was given. */
  priceReason?: Maybe<Scalars['String']['output']>;
  /** Where the price came from. */
  priceSource: PriceSource;
  /** Up to three places. */
  quantity: Scalars['Decimal']['output'];
  /** Of `code`, where it is a GS1 element string: the serial number. */
  serial?: Maybe<Scalars['String']['output']>;
  /** The variant's SKU when it was sold; null for an open line. */
  sku?: Maybe<Scalars['String']['output']>;
  /** What was taken off for the package of weighed goods, in that unit; null: nothing. */
  tare?: Maybe<Scalars['Decimal']['output']>;
  /** The sum of its taxes. */
  taxTotal: Money;
  /** Each tax with its amount. */
  taxes: Array<SaleLineTax>;
  /** Quantity times unit price, less discounts. */
  total: Money;
  /** What the quantity counts, as it was sold. */
  unit: Unit;
  /** The price that was charged for a unit or a pack, major units. */
  unitPrice: Scalars['Decimal']['output'];
  /** The variant that was sold; null for an open line, or if the variant was unknown. */
  variant?: Maybe<Variant>;
};

/** One line of a sale. */
export type SaleLineInput = {
  /** Taken after the discounts, in this order. */
  adjustments?: InputMaybe<Array<AdjustmentInput>>;
  /**
   * Of an open line: the department, a category with a tax code of its own. Its figures count the line, and its tax code is taken where
   * the line names none. Live refused, offline flagged: UNKNOWN_CATEGORY.
   */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** What was scanned for it, up to 100 characters: a price that a label of the article states, by the merchant's `scaleLayouts`, is no override. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** On the receipt; absent: the variant's name. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The line's own, in this order. */
  discounts?: InputMaybe<Array<DiscountInput>>;
  /**
   * The line sells or loads a gift card: its amount is the line's total, its quantity is 1, and it has no variant, price, tax or
   * discount. It is in `total` and in no figure of sales.
   */
  giftCard?: InputMaybe<GiftCardLineInput>;
  /** For people; up to 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /**
   * The size of the variant's pack that is sold. Absent: units, or the pack whose barcode names the variant. One that the variant
   * does not have: live refused with UNKNOWN_PACK; offline flagged.
   */
  packSize?: InputMaybe<Scalars['Int']['input']>;
  /** Why another price than the shop's is charged, up to 500 characters. Where the merchant has `overrideNeedsReason`, live refused with PRICE_REASON_MISSING without it. */
  priceReason?: InputMaybe<Scalars['String']['input']>;
  /** Units or packs, above zero, up to three places. */
  quantity: Scalars['Decimal']['input'];
  /** What the package weighed, at least 0, up to three places: the quantity is without it. Kept of goods that are measured, for their receipt. */
  tare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of an open line; absent: the merchant's default. Unknown: live refused with UNKNOWN_TAX_CODE; offline the default, and flagged. */
  taxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** The price charged; live, one that differs from the price list's or the catalogue's is an override (a permission); absent: theirs. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Absent: an open line, which needs description and unitPrice. */
  variant?: InputMaybe<VariantBy>;
};

/** A tax of a line: its amount is in the line's total or is added to it, as the merchant's prices are. */
export type SaleLineTax = {
  __typename?: 'SaleLineTax';
  /** Tax. */
  amount: Money;
  /** The tax code. */
  codeId: Scalars['ID']['output'];
  /** Of one of several taxes that are charged together; null: the line's tax code has but one. */
  name?: Maybe<Scalars['String']['output']>;
  /** Per cent, as it was when the sale was recorded. */
  rate: Scalars['Decimal']['output'];
};

/** A sale was recorded at the location. */
export type SaleRecorded = {
  __typename?: 'SaleRecorded';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The cursor of the event before it; null: unknown. */
  previous?: Maybe<Scalars['String']['output']>;
  /** Read when it is asked for. */
  sale?: Maybe<Sale>;
  /** The sale that was recorded. */
  saleId: Scalars['ID']['output'];
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

/** A sale was voided: all of it went back. Quantities and amounts are below zero, so that the sale and its void add up to nothing. */
export type SaleVoid = Node & {
  __typename?: 'SaleVoid';
  /** What was found odd about it when it was recorded or booked. */
  exceptions: Array<SaleException>;
  /** voi_<ULID> */
  id: Scalars['ID']['output'];
  /** All lines of the sale. */
  lines: Array<RefundLine>;
  /** Where the goods came back. */
  location: Location;
  /** When it was voided, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who voided it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who voided it; null if there was none. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** All payments of the sale, each by its own method. */
  payments: Array<Payment>;
  /** For people. */
  reason: Scalars['String']['output'];
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** What cash rounding had added. */
  rounding: Money;
  /** The sale. */
  sale?: Maybe<Sale>;
  /** The taxes of all lines. */
  taxTotal: Money;
  /** From whose drawer cash was given back. */
  terminal?: Maybe<Terminal>;
  /** The sale's tip, which goes back too: zero or below. */
  tip: Money;
  /** What was given back in all. */
  total: Money;
  /** As much of its total as was never paid, because payments of the sale did not go through: zero or below. */
  unpaid: Money;
};

/**
 * What was sold, for people. salesBeforeDiscounts - discounts - returns = total = salesWithoutTax + tax; salesWithoutTax -
 * costOfGoods = grossProfit. All are exact sums of what was charged, in minor units; cash rounding is in none of them. Refunds count
 * on the day on which they were given.
 */
export type SalesFigures = {
  __typename?: 'SalesFigures';
  /** What a sale was charged on average: with tax, after discounts, before returns, rounded half away from zero to the minor unit; null without sales. */
  averageSale?: Maybe<Money>;
  /** What the goods cost, less the cost of those that came back (also of those that were written off then). */
  costOfGoods: Money;
  /** All discounts of the sales, above zero, as they were taken off the prices: with tax where prices include it, without where it is added. */
  discounts: Money;
  /** `salesWithoutTax` less `costOfGoods`. */
  grossProfit: Money;
  /** `grossProfit` in per cent of `salesWithoutTax`, rounded half away from zero to one place; null where these sales are not above zero. */
  marginPercent?: Maybe<Scalars['Decimal']['output']>;
  /** Totals of the refunds, with tax, above zero. */
  returns: Money;
  /** What was charged for the sales, with tax, plus the discounts taken off. Where tax is added to prices, that is the prices before discounts and the tax that was charged after them. */
  salesBeforeDiscounts: Money;
  /** `total` without its tax: discounts and returns are subtracted. */
  salesWithoutTax: Money;
  /** The tax of the sales less that of the refunds, whether prices include it or not. */
  tax: Money;
  /** What customers were charged less what they got back, with tax. */
  total: Money;
  /** Of the returns, what voids of whole sales gave back, above zero. */
  voids: Money;
};

/** What a period comes to by its parts. Refunds count on the day on which they were given. */
export type SalesParts = {
  __typename?: 'SalesParts';
  /** From what sold most to what sold least. */
  bestSellers: Array<ArticleSales>;
  /** From what sold most to what sold least. */
  categories: Array<CategorySales>;
  /** What customers paid for what was bought on account and as deposits, a row for each method: in no figure of sales. */
  customerPayments: Array<MethodTotal>;
  /** A row for each method that was used, the merchant's own ones by name. */
  payments: Array<MethodTotal>;
  /** A row for each rate, and for each of several taxes that are charged together. */
  taxes: Array<TaxTotal>;
  /** What customers gave for the staff, less what voids gave back: in no other figure but `payments`. */
  tips: Money;
  /** What had been booked as paid and did not go through, less what came back of such sales: taken off `payments` on the day on which it became known. */
  unpaid: Money;
};


/** What a period comes to by its parts. Refunds count on the day on which they were given. */
export type SalesPartsBestSellersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a period comes to. Every figure is the exact sum of those of its days, and of those of its locations. */
export type SalesRange = {
  __typename?: 'SalesRange';
  /** A row for each day, also for those without sales. */
  days: Array<DayOfSales>;
  /** The figures: those of `summary`. */
  figures: SalesFigures;
  /** The first business day. */
  from: Scalars['Date']['output'];
  /** 24, from the hour on at which a business day of the location begins; from 0 for several locations. */
  hours: Array<HourOfSales>;
  /** A row for each location that is in it. */
  locations: Array<LocationOfRange>;
  /** What came in less what was given back. */
  payments: Array<AccountPayments>;
  /** The totals. */
  summary: SalesSummary;
  /** The last business day. */
  to: Scalars['Date']['output'];
};

/** What was sold in a period. */
export type SalesSummary = {
  __typename?: 'SalesSummary';
  /**
   * What the goods cost, net of refunds.
   * @deprecated Use `figures`: `costOfGoods`.
   */
  costOfGoods: Money;
  /** The figures, by the words that screens, mails and files use. */
  figures: SalesFigures;
  /**
   * Net sales without tax, less cost of goods.
   * @deprecated An amount, while a margin is a percentage. Use `figures`: `grossProfit`.
   */
  grossMargin: Money;
  /**
   * Totals of the sales: with tax, after discounts, before refunds.
   * @deprecated Not what gross sales usually are. Use `figures`: `salesBeforeDiscounts` less `discounts`.
   */
  grossSales: Money;
  /**
   * Gross sales less refunds, with tax.
   * @deprecated Contains tax, which net sales usually do not. Use `figures`: `total`, or `salesWithoutTax`.
   */
  netSales: Money;
  /** Refunds, also those that voided a sale. */
  refundCount: Scalars['Int']['output'];
  /**
   * Totals of the refunds, with tax, above zero.
   * @deprecated Use `figures`: `returns`.
   */
  refunds: Money;
  /** Sales. */
  saleCount: Scalars['Int']['output'];
  /**
   * Tax, net of refunds.
   * @deprecated Use `figures`: `tax`.
   */
  taxTotal: Money;
  /** Of the refunds, those that voided a whole sale. */
  voidCount: Scalars['Int']['output'];
};

/** What was sold up to a time of day of a business day. */
export type SalesUpTo = {
  __typename?: 'SalesUpTo';
  /** What a sale was charged on average, as in `SalesFigures`; null without sales. */
  averageSale?: Maybe<Money>;
  /** The business day; the last one, where there are several. */
  day: Scalars['Date']['output'];
  /** Refunds. */
  refundCount: Scalars['Int']['output'];
  /** Totals of the refunds, with tax, above zero. */
  returns: Money;
  /** Sales. */
  saleCount: Scalars['Int']['output'];
  /** What customers were charged less what they got back, with tax. */
  total: Money;
  /** When the time of day was reached: the first moment that is not in it. Of several locations the last of theirs. */
  until: Scalars['DateTime']['output'];
};

/** An article with what its code states: what a line of a sale takes of it, beside the code itself. */
export type ScannedArticle = {
  __typename?: 'ScannedArticle';
  /** Its pack that has the code. Null: the code is not a pack's. */
  pack?: Maybe<Pack>;
  /** Its weight, or the weight that its price buys. Null: the code does not state it. */
  quantity?: Maybe<Scalars['Decimal']['output']>;
  /** The price by which the line comes to what the label asks for. Null: the shop's price. */
  unitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The article. */
  variant: Variant;
};

/** A paper for a customer, by mail. */
export type SendReceiptInput = {
  /** The sale, the refund or the void. */
  factId: Scalars['ID']['input'];
  /** rml_<ULID> */
  id: Scalars['ID']['input'];
  /** Of the mail and the paper. Absent: the language of the shop's receipts. */
  language?: InputMaybe<MailLanguage>;
  /** A mail address. */
  recipient: Scalars['String']['input'];
};

/** The answer to sendReceipt. */
export type SendReceiptPayload = {
  __typename?: 'SendReceiptPayload';
  /** What was done with the document's papers. Null: the request was refused. */
  receipt?: Maybe<ReceiptState>;
  /** Whether the same request was accepted before. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A report to be sent once. */
export type SendReportInput = {
  /** The business day that it reports on. */
  day: Scalars['Date']['input'];
  /** rsn_<ULID> */
  id: Scalars['ID']['input'];
  /** The language of the mails. */
  language: MailLanguage;
  /** Whose report is sent. */
  locationId: Scalars['ID']['input'];
  /** 1 to 20 mail addresses */
  recipients: Array<Scalars['String']['input']>;
  /** Which report is sent. */
  report: ReportKind;
};

/** The answer to sendReport. */
export type SendReportPayload = {
  __typename?: 'SendReportPayload';
  /** Whether the same request was accepted before. */
  replayed: Scalars['Boolean']['output'];
  /** The mail job. Null: the request was refused. */
  sending?: Maybe<ReportSending>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A sale and the customer on whom it is put. */
export type SetSaleCustomerInput = {
  /** Not one that was erased. Absent: the sale is taken off its customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** att_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** The sale. */
  saleId: Scalars['ID']['input'];
};

/** The answer to setSaleCustomer. */
export type SetSaleCustomerPayload = {
  __typename?: 'SetSaleCustomerPayload';
  /** The change as it is stored. Null: the request was refused. */
  change?: Maybe<SaleCustomerChange>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** A new password. The last one counts, so it needs no version. */
export type SetStaffPasswordInput = {
  /** A new address. Absent: as it is. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password: Scalars['String']['input'];
  /** Whose password it is. */
  staffId: Scalars['ID']['input'];
};

/** A new PIN. The last one counts, so it needs no version. */
export type SetStaffPinInput = {
  /** A new number, 1 to 10 digits. Absent: as it is. */
  operatorNumber?: InputMaybe<Scalars['String']['input']>;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin: Scalars['String']['input'];
  /** Whose PIN it is. */
  staffId: Scalars['ID']['input'];
};

/** One of the first steps. */
export type SetupStep = {
  __typename?: 'SetupStep';
  /** Whether it is done, as far as what is stored shows. */
  isDone: Scalars['Boolean']['output'];
  /** What is to be done. */
  name: SetupStepName;
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
  email: Scalars['String']['input'];
  /** At most 128 characters. */
  password: Scalars['String']['input'];
  /** Reserved for a second factor; it is ignored. */
  totp?: InputMaybe<Scalars['String']['input']>;
};

/** What identifies an operator at a terminal. */
export type SignInOperatorInput = {
  /** 1 to 10 digits. */
  operatorNumber: Scalars['String']['input'];
  /** 4 to 12 digits. */
  pin: Scalars['String']['input'];
};

/** The answer to signInOperator. */
export type SignInOperatorPayload = {
  __typename?: 'SignInOperatorPayload';
  /** When the session ends. Null: the request was refused. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The staff member who signed in. Null: the sign-in was refused. */
  operator?: Maybe<Staff>;
  /** The staff member who signed in. Null: the request was refused. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** The credential of operator and terminal. Null: the request was refused. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** The answer to signIn. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** When the session ends. Null: the request was refused. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The credential of the session. Null: it is in a cookie, or the request was refused. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** The answer to signOut. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Always empty. */
  userErrors: Array<UserError>;
};

/** A variant whose SKU is like another one. */
export type SimilarSku = {
  __typename?: 'SimilarSku';
  /** The SKU that was asked for. */
  sku: Scalars['String']['output'];
  /** Whose SKU is like it. */
  variant: Variant;
};

/** The pack of a line, as it was sold. */
export type SoldPack = {
  __typename?: 'SoldPack';
  /** As receipts have it. */
  name: Scalars['String']['output'];
  /** How many of the variant's unit are in it: the stock moved by so many times the quantity. */
  size: Scalars['Int']['output'];
};

/** A person who works for the merchant. */
export type Staff = Node & {
  __typename?: 'Staff';
  /** The mail address to sign in to the dashboard. Null: does not sign in there. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether a password is stored; an import brings none. */
  hasPassword: Scalars['Boolean']['output'];
  /** Whether a PIN is stored; an import brings none. */
  hasPin: Scalars['Boolean']['output'];
  /** stf_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether the staff member can sign in. Documents keep the names of those who cannot any more. */
  isActive: Scalars['Boolean']['output'];
  /** Whether role and locations are within the caller's own, so that the caller may change the staff member. */
  isChangeable: Scalars['Boolean']['output'];
  /** Whether an owner or manager still has a PIN of fewer than six digits, which new ones may not have. It is known from the next sign-in at a terminal on. */
  isPinShort: Scalars['Boolean']['output'];
  /** Where the staff member works, by id, of the locations that the caller may see. Null: at every location. */
  locations?: Maybe<LocationConnection>;
  /** What people call the staff member. */
  name: Scalars['String']['output'];
  /** 1 to 10 digits to sign in at terminals. Null: does not sign in there. */
  operatorNumber?: Maybe<Scalars['String']['output']>;
  /** Decides on permissions. */
  role: Role;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};


/** A person who works for the merchant. */
export type StaffLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of staff members. */
export type StaffConnection = {
  __typename?: 'StaffConnection';
  /** The rows of the page with their cursors. */
  edges: Array<StaffEdge>;
  /** The rows of the page. */
  nodes: Array<Staff>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of staff members. */
export type StaffEdge = {
  __typename?: 'StaffEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Staff;
};

/** Which staff members are listed. What is absent does not restrict the list. */
export type StaffFilter = {
  /** Only those who can sign in, or only those who cannot. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with this role. */
  role?: InputMaybe<Role>;
  /** Beginnings of words of the name, the operator number or the address, in any order, at most 200 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Goods that are gone without being sold, or were found. */
export type StockAdjustment = Node & {
  __typename?: 'StockAdjustment';
  /** adj_<ULID> */
  id: Scalars['ID']['output'];
  /** What changed. */
  lines: Array<StockAdjustmentLine>;
  /** Where the goods are. */
  location: Location;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who made it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Who made it. */
  operatorId?: Maybe<Scalars['ID']['output']>;
  /** For people; empty where the reason's code is all that was stated. */
  reason: Scalars['String']['output'];
  /** Why, where it is one of the usual reasons. */
  reasonCode?: Maybe<StockReason>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
};

/** The change of one level. */
export type StockAdjustmentLine = {
  __typename?: 'StockAdjustmentLine';
  /** What was counted; null if the line is not of a stock take. */
  counted?: Maybe<Scalars['Decimal']['output']>;
  /** The level that the count was compared with; null if the line is not of a stock take. */
  expected?: Maybe<Scalars['Decimal']['output']>;
  /** As it changes the level. */
  quantity: Scalars['Decimal']['output'];
  /** The variant's SKU. */
  sku: Scalars['String']['output'];
  /** What was stated for goods that were added, major units; null for those who may not see costs. */
  unitCost?: Maybe<Scalars['Decimal']['output']>;
  /** The variant whose level it changes; null if it is unknown. */
  variant?: Maybe<Variant>;
};

/** The change of one level. */
export type StockAdjustmentLineInput = {
  /** As it changes the level: below zero when goods are gone. */
  quantity: Scalars['Decimal']['input'];
  /** Of goods that are added, major units. Absent: what the level's goods cost on average, else the variant's own cost. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** The variant. */
  variant: VariantBy;
};

/** Levels changed at the location. */
export type StockChanged = {
  __typename?: 'StockChanged';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The levels that one fact changed. */
  levels: Array<StockLevel>;
  /** The cursor of the event before it; null: unknown. */
  previous?: Maybe<Scalars['String']['output']>;
};

/** The stock of a variant at a location. */
export type StockLevel = Node & {
  __typename?: 'StockLevel';
  /** The location's id and the variant's, with a dot between. */
  id: Scalars['ID']['output'];
  /** Where it is. */
  location: Location;
  /** Units; below zero when more was sold than was there. */
  onHand: Scalars['Decimal']['output'];
  /** The variant's SKU. */
  sku: Scalars['String']['output'];
  /**
   * What a unit costs, major units: the average of what is there, else of what came last. Null: no cost is known, or the caller may
   * not see costs.
   */
  unitCost?: Maybe<Scalars['Decimal']['output']>;
  /** The goods at cost; below zero when more was sold than was there. Null: the caller may not see costs. */
  value?: Maybe<Money>;
  /** The variant. */
  variant: Variant;
};

/** A page of stock levels. */
export type StockLevelConnection = {
  __typename?: 'StockLevelConnection';
  /** With a cursor each. */
  edges: Array<StockLevelEdge>;
  /** Without cursors. */
  nodes: Array<StockLevel>;
  /** Whether there are more. */
  pageInfo: PageInfo;
};

/** A level with its place in the list. */
export type StockLevelEdge = {
  __typename?: 'StockLevelEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** The level. */
  node: StockLevel;
};

/** Which variants a list of levels has. */
export type StockLevelFilter = {
  /** Only of products in this category. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
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
  counted: Scalars['Decimal']['input'];
  /** The level as it was read when the goods were counted: what is sold afterwards is not put back. Absent: the level as it is now. */
  expected?: InputMaybe<Scalars['Decimal']['input']>;
  /** The variant. */
  variant: VariantBy;
};

/**
 * What a customer has as store credit: a refund puts money on it by the method STORE_CREDIT, and sales of the customer are paid
 * by it.
 */
export type StoreCredit = {
  __typename?: 'StoreCredit';
  /** What there is now. */
  balance: Money;
  /** Whose it is. */
  customerId: Scalars['ID']['output'];
  /** What moved it, the newest first. */
  history: ValueEventConnection;
};


/**
 * What a customer has as store credit: a refund puts money on it by the method STORE_CREDIT, and sales of the customer are paid
 * by it.
 */
export type StoreCreditHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Something was booked at the location, of whatever kind: one event for all that was booked together, a few a second however
   * much is sold. For screens that show figures: query again. `after` brings one event at once if anything was missed.
   */
  entriesBooked?: Maybe<EntriesBooked>;
  /** Every sale recorded at the location. `after` replays what was missed since a cursor before going live. */
  saleRecorded?: Maybe<SaleRecorded>;
  /** Levels that changed at the location. `after` replays what was missed since a cursor before going live. */
  stockChanged?: Maybe<StockChanged>;
};


export type SubscriptionEntriesBookedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
};


export type SubscriptionSaleRecordedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
};


export type SubscriptionStockChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  locationId: Scalars['ID']['input'];
};

/** A staff member who can no longer sign in, or can again. */
export type SwitchStaffInput = {
  /** The staff member to change. */
  staffId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** What became of one fact. */
export type SyncFactResult = {
  __typename?: 'SyncFactResult';
  /** The fact as it is stored, where it was recorded now or before. */
  fact?: Maybe<RecordedFact>;
  /** As it was sent. */
  id: Scalars['ID']['output'];
  /** What became of it. */
  status: SyncStatus;
  /** `path` starts at `input.facts.<index>.<kind>`. */
  userErrors: Array<UserError>;
};

/** At most 100 */
export type SyncFactsInput = {
  /** In the order in which they happened. */
  facts: Array<FactInput>;
};

/** The answer to `syncFacts`. */
export type SyncFactsPayload = {
  __typename?: 'SyncFactsPayload';
  /** As in SyncSalesPayload: it rises when the server was restored from a backup. */
  epoch: Scalars['Int']['output'];
  /** In the order sent */
  results: Array<SyncFactResult>;
  /** Always empty: each result has its own. */
  userErrors: Array<UserError>;
};

/** What became of one sale. */
export type SyncSaleResult = {
  __typename?: 'SyncSaleResult';
  /** As it was sent. */
  id: Scalars['ID']['output'];
  /** The sale as it is stored; null if nothing was recorded. */
  sale?: Maybe<Sale>;
  /** What became of it. */
  status: SyncStatus;
  /** Why it was quarantined or rejected. */
  userErrors: Array<UserError>;
};

/** At most 100 */
export type SyncSalesInput = {
  /** In the order in which they happened. */
  sales: Array<CompleteSaleInput>;
};

/** The answer to `syncSales`. */
export type SyncSalesPayload = {
  __typename?: 'SyncSalesPayload';
  /** Rises when the server was restored from a backup; terminals then send again what they still have. */
  epoch: Scalars['Int']['output'];
  /** In the order sent. */
  results: Array<SyncSaleResult>;
  /** Always empty: each result has its own. */
  userErrors: Array<UserError>;
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

/** A tax with its rates. */
export type TaxCode = Node & {
  __typename?: 'TaxCode';
  /** What it charges now (by UTC), in the order in which it is charged. */
  components: Array<TaxComponent>;
  /** tax_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is not offered for new products any more. What has it keeps it. */
  isDiscontinued: Scalars['Boolean']['output'];
  /** For people. */
  name: Scalars['String']['output'];
  /** Per cent, now (by UTC): what its components come to. */
  rate: Scalars['Decimal']['output'];
  /** All its rates in the order of their days: what was charged, is and will be. */
  rates: Array<DatedTaxRate>;
};

/** One of the taxes that are charged together, such as that of a state and that of its city; or the only one. */
export type TaxComponent = {
  __typename?: 'TaxComponent';
  /** Whether it is charged on the components before it too. */
  isCompound: Scalars['Boolean']['output'];
  /** For people; of the only one, that of its code. */
  name: Scalars['String']['output'];
  /** Per cent */
  rate: Scalars['Decimal']['output'];
};

/** One of several taxes that are charged together. */
export type TaxComponentInput = {
  /** Whether it is charged on the components before it too. Absent: it is not. */
  isCompound?: InputMaybe<Scalars['Boolean']['input']>;
  /** On receipts and reports; up to 200 characters. */
  name: Scalars['String']['input'];
  /** Per cent, 0 to 100, up to six places */
  rate: Scalars['Decimal']['input'];
};

/** A customer is free from tax. Without the certificate's number it is refused with TAX_EXEMPTION_INVALID. */
export type TaxExemptionInput = {
  /** 1 to 64 characters. */
  certificateNumber: Scalars['String']['input'];
};

/** On what tax is rounded: on each line, on the sum of a rate, or on the document. */
export type TaxLevel =
  /** On the whole document. */
  | 'DOCUMENT'
  /** On each line. */
  | 'LINE'
  /** On the sum of each rate. */
  | 'RATE_TOTAL';

/** How a country taxes sales. */
export type TaxRegime = {
  __typename?: 'TaxRegime';
  /** On what tax is rounded. */
  level: TaxLevel;
  /** Whose it is. */
  name: TaxRegimeName;
  /** Whether prices contain tax. */
  pricesIncludeTax: Scalars['Boolean']['output'];
  /** How tax is rounded. */
  rounding: TaxRounding;
  /** Where the rates were looked up. Empty: there are none. */
  source: Scalars['String']['output'];
  /** Its tax codes; the first is that of new products. */
  taxCodes: Array<TaxRegimeCode>;
};

/** A tax code of a regime. */
export type TaxRegimeCode = {
  __typename?: 'TaxRegimeCode';
  /** In English; a merchant who takes it over may rename it. */
  name: Scalars['String']['output'];
  /** In Chinese. */
  nameChinese: Scalars['String']['output'];
  /** In the order of their days. */
  rates: Array<DatedTaxRate>;
};

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

/** How tax is computed, and the tax codes. */
export type TaxSettings = {
  __typename?: 'TaxSettings';
  /** The tax code of new products, and of lines without a variant. */
  defaultTaxCode: TaxCode;
  /** On what tax is rounded. */
  level: TaxLevel;
  /** Whether prices contain tax. */
  pricesIncludeTax: Scalars['Boolean']['output'];
  /** How tax is rounded. */
  rounding: TaxRounding;
  /** All tax codes, discontinued ones too, at most 200. */
  taxCodes: Array<TaxCode>;
  /** Rises by 1 with every change, also with each new tax code. */
  version: Scalars['Int']['output'];
};

/** Net of refunds. */
export type TaxTotal = {
  __typename?: 'TaxTotal';
  /** Of one of several taxes that are charged together; null: its tax code has but one. */
  name?: Maybe<Scalars['String']['output']>;
  /**
   * The sales that it was charged on, without tax.
   * @deprecated Without tax here and with tax elsewhere. Use `salesWithoutTax`.
   */
  netSales: Money;
  /** Per cent */
  rate: Scalars['Decimal']['output'];
  /** The sales that it was charged on less what came back, without tax. */
  salesWithoutTax: Money;
  /** The tax. */
  tax: Money;
};

/** A device that sells, bound to one location. */
export type Terminal = Node & {
  __typename?: 'Terminal';
  /** When a device was paired last. Null: never. */
  activatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A short name that receipt numbers begin with, at most 64 characters. */
  code: Scalars['String']['output'];
  /** trm_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it sells itself. */
  kind: TerminalKind;
  /** Where it sells. */
  location: Location;
  /** What people call it, at most 200 characters. */
  name: Scalars['String']['output'];
  /** When its credential was revoked. Null: not revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it announced itself last, or somebody signed in at it. */
  seenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** A page of terminals. */
export type TerminalConnection = {
  __typename?: 'TerminalConnection';
  /** The rows of the page with their cursors. */
  edges: Array<TerminalEdge>;
  /** The rows of the page. */
  nodes: Array<Terminal>;
  /** Whether the list goes on, and where. */
  pageInfo: PageInfo;
};

/** A row of a page of terminals. */
export type TerminalEdge = {
  __typename?: 'TerminalEdge';
  /** Identifies the row in its list: an argument `after` continues behind it. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Terminal;
};

/** Which terminals are listed. What is absent does not restrict the list. */
export type TerminalFilter = {
  /** Only terminals of this location. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Whether a terminal sells itself. */
export type TerminalKind =
  /** Stands for another system's documents: their numbers are not checked for gaps and doubles. */
  | 'IMPORT'
  /** Sells, and counts its own receipts. */
  | 'SELLING';

/** A staff member who can sign in at the terminal. */
export type TerminalOperator = {
  __typename?: 'TerminalOperator';
  /** stf_<ULID> */
  id: Scalars['ID']['output'];
  /** What people call the staff member. */
  name: Scalars['String']['output'];
  /** 1 to 10 digits, by which the staff member signs in. */
  operatorNumber: Scalars['String']['output'];
};

/** What a terminal needs to price, round and number sales as the server does. */
export type TerminalSettings = {
  __typename?: 'TerminalSettings';
  /** The most cash that is handed out with a payment by card, minor units. 0: none. */
  cashBackMax: Scalars['MinorUnits']['output'];
  /** Cash payments are rounded to a multiple of this many minor units; 1: not at all. */
  cashStep: Scalars['Int']['output'];
  /** The merchant's country: two letters of ISO 3166-1. Null: not stated. */
  country?: Maybe<Scalars['String']['output']>;
  /** The merchant's currency. */
  currency: Scalars['CurrencyCode']['output'];
  /** The tax code of lines without a variant. */
  defaultTaxCode: TaxCode;
  /**
   * Of lines without a variant.
   * @deprecated Use defaultTaxCode.
   */
  defaultTaxCodeId: Scalars['ID']['output'];
  /** The most that gift cards pay here while the server cannot be asked, minor units. 0: nothing. */
  giftCardOfflineMax: Scalars['MinorUnits']['output'];
  /** The receipt number from which the terminal counts on: its highest that is booked, but none that was more than 10,000 ahead; 0: none. */
  lastSequence: Scalars['Int']['output'];
  /** What receipts show. */
  merchantName: Scalars['String']['output'];
  /** Whether another price than the shop's is charged with a reason only. */
  overrideNeedsReason: Scalars['Boolean']['output'];
  /** The merchant's own ways to pay that are taken. */
  paymentMethods: Array<OwnPaymentMethod>;
  /** The price lists that count at its location, now or later. */
  priceLists: Array<PriceList>;
  /** Whether prices contain tax. */
  pricesIncludeTax: Scalars['Boolean']['output'];
  /** Promotions that have not ended, for the terminal to take without a connection. */
  promotions: Array<Promotion>;
  /** What is on receipts beside the sale. */
  receipt: ReceiptSettings;
  /** Whether a refund without a sale names its customer. */
  refundNeedsCustomer: Scalars['Boolean']['output'];
  /** How the codes that scales print contain a weight or price, as `Merchant.scaleLayouts` has it. */
  scaleLayouts: Array<Scalars['String']['output']>;
  /** All tax codes of the merchant. */
  taxCodes: Array<TaxCode>;
  /** On what tax is rounded. */
  taxLevel: TaxLevel;
  /** How tax is rounded. */
  taxRounding: TaxRounding;
  /** The terminal that asks, or at which the operator signed in. */
  terminal: Terminal;
  /** What is offered as a tip, in percent. Empty: none is asked for. */
  tipPercents: Array<Scalars['Decimal']['output']>;
};

/** TOO_MANY_ATTEMPTS: when the next one is looked at. */
export type TooManyAttempts = UserError & {
  __typename?: 'TooManyAttempts';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
  /** Seconds until the next attempt is accepted. */
  retryAfterSeconds: Scalars['Int']['output'];
};

/** TOTAL_MISMATCH: the server's total. */
export type TotalMismatch = UserError & {
  __typename?: 'TotalMismatch';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
  /** The server's total. */
  total: Money;
};

/** What is not certain yet of the payments by the methods that share an account. */
export type UncertainPayments = {
  __typename?: 'UncertainPayments';
  /** What they come to. */
  amount: Money;
  /** How many payments. */
  count: Scalars['Int']['output'];
  /** The methods. */
  methods: Array<PaymentMethod>;
};

/** What the quantity of an article counts, with up to three places. */
export type Unit =
  /** Pieces. */
  | 'EACH'
  /** Grams. */
  | 'GRAM'
  /** Kilograms. */
  | 'KILOGRAM'
  /** Litres. */
  | 'LITRE'
  /** Metres. */
  | 'METRE'
  /** Pounds. */
  | 'POUND';

/** Changes of the caller's own record: absent fields stay as they are. */
export type UpdateAccountInput = {
  /** Needed for another address. At most 128 characters. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** A mail address that the caller can read. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to a change of the caller's own record. */
export type UpdateAccountPayload = {
  __typename?: 'UpdateAccountPayload';
  /** The changed record. Null: the request was refused. */
  account?: Maybe<OwnAccount>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What is absent stays as it is. */
export type UpdateCategoryInput = {
  /** The category to change. */
  categoryId: Scalars['ID']['input'];
  /** Makes it a department, taxed so. Null: it is none. */
  departmentTaxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** True: lists no longer offer it. False: they do again. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
  /** Cannot be removed. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateCategory. */
export type UpdateCategoryPayload = {
  __typename?: 'UpdateCategoryPayload';
  /** The changed category. Null: the request was refused. */
  category?: Maybe<Category>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a group of customers. */
export type UpdateCustomerGroupInput = {
  /** Which group. */
  customerGroupId: Scalars['ID']['input'];
  /** True: it ends. False: it is active again. Absent: it stays as it is. */
  isEnded?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 200 characters. Absent: it stays as it is. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateCustomerGroup. */
export type UpdateCustomerGroupPayload = {
  __typename?: 'UpdateCustomerGroupPayload';
  /** The changed group. Null: the request was refused. */
  customerGroup?: Maybe<CustomerGroup>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What replaces everything that is known of a customer: an absent field is removed. */
export type UpdateCustomerInput = {
  /** The customer to change. */
  customerId: Scalars['ID']['input'];
  /** A mail address, at most 320 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What staff should know, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A phone number, in any form. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateCustomer. */
export type UpdateCustomerPayload = {
  __typename?: 'UpdateCustomerPayload';
  /** The changed customer. Null: the request was refused. */
  customer?: Maybe<Customer>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a location. An absent field stays as it is, null removes what may be absent. */
export type UpdateLocationInput = {
  /** At most 300 characters in 6 lines. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** So many hours after midnight a business day ends, 0 to 11. */
  dayEndHour?: InputMaybe<Scalars['Int']['input']>;
  /** At most 500 characters in 12 lines. */
  footer?: InputMaybe<Scalars['String']['input']>;
  /** The first lines of receipts, at most 200 characters in 4 lines. */
  header?: InputMaybe<Scalars['String']['input']>;
  /** Which location. */
  locationId: Scalars['ID']['input'];
  /** A data URL of a PNG, JPEG or WebP picture, at most 48 kB and 1,200 dots each way. */
  logo?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** At most 40 characters. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The language of the words on receipts. */
  receiptLanguage?: InputMaybe<ReceiptLanguage>;
  /** At most 40 characters. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** IANA zone, for example Europe/London */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateLocation. */
export type UpdateLocationPayload = {
  __typename?: 'UpdateLocationPayload';
  /** The location as it is now. Null: the request was refused. */
  location?: Maybe<Location>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** New settings. An absent field stays as it is, null removes what may be absent. */
export type UpdateMerchantInput = {
  /** At most 300 characters in 6 lines. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** The most cash that is handed out with a payment by card, at least 0. Null or 0: none. */
  cashBackMax?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** 1 to 1,000 minor units; 1: cash is not rounded. */
  cashStep?: InputMaybe<Scalars['Int']['input']>;
  /** Two letters of ISO 3166-1. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** At most 500 characters in 12 lines. */
  footer?: InputMaybe<Scalars['String']['input']>;
  /** The most that gift cards pay at a terminal while the server cannot be asked, at least 0. Null or 0: nothing. */
  giftCardOfflineMax?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** The first lines of receipts, at most 200 characters in 4 lines. */
  header?: InputMaybe<Scalars['String']['input']>;
  /** Whether the first steps are not shown any more. */
  isSetupHidden?: InputMaybe<Scalars['Boolean']['input']>;
  /** A data URL of a PNG, JPEG or WebP picture, at most 48 kB and 1,200 dots each way. */
  logo?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether another price than the shop's is charged with a reason only. */
  overrideNeedsReason?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 40 characters. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The language of the words on receipts. */
  receiptLanguage?: InputMaybe<ReceiptLanguage>;
  /** Whether a refund without a sale has to name its customer. */
  refundNeedsCustomer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a payment is given back by its own method only, and to the gift card that paid. */
  refundsToSameMethod?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a sale is refused at the terminal when the level of an article shows less than is sold. */
  refusesOutOfStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** How the codes that scales print contain a weight or price, as `Merchant.scaleLayouts` has it. */
  scaleLayouts?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At most 40 characters. */
  taxNumber?: InputMaybe<Scalars['String']['input']>;
  /** What terminals offer as a tip: at most 4, above 0 to 100 percent, up to six places. Null or empty: they ask for none. */
  tipPercents?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateMerchant. */
export type UpdateMerchantPayload = {
  __typename?: 'UpdateMerchantPayload';
  /** The merchant as it is now. Null: the request was refused. */
  merchant?: Maybe<Merchant>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a way to pay. An absent field stays as it is, null removes. */
export type UpdatePaymentMethodInput = {
  /** Whether the terminal asks for a reference. */
  asksReference?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 40 characters. Null or empty: the name. */
  chineseName?: InputMaybe<Scalars['String']['input']>;
  /** Whether change is given. */
  givesChange?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: it is no longer taken. False: it is taken again. */
  isEnded?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 40 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Which one. */
  paymentMethodId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updatePaymentMethod. */
export type UpdatePaymentMethodPayload = {
  __typename?: 'UpdatePaymentMethodPayload';
  /** The changed way to pay. Null: the request was refused. */
  paymentMethod?: Maybe<OwnPaymentMethod>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a price list. An absent field stays as it is, null removes. */
export type UpdatePriceListInput = {
  /** Ends it now, for good. */
  endNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** HH:MM, excluded. */
  endTime?: InputMaybe<Scalars['String']['input']>;
  /** The last business day. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 50. Empty: for all customers. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Switches it on or off. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 50. Empty: at all locations. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Which price list. */
  priceListId: Scalars['ID']['input'];
  /** Replaces all prices: at most 2,000, one for an article and quantity. */
  prices?: InputMaybe<Array<ListPriceInput>>;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: InputMaybe<Scalars['String']['input']>;
  /** The first business day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
  /** 1 (Monday) to 7, each once. */
  weekdays?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** The answer to updatePriceList. */
export type UpdatePriceListPayload = {
  __typename?: 'UpdatePriceListPayload';
  /** As it is now. Null: the request was refused. */
  priceList?: Maybe<PriceList>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What replaces the data of a product. */
export type UpdateProductInput = {
  /** Absent: none. */
  categoryId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The product to change. */
  productId: Scalars['ID']['input'];
  /** The tax code of all its variants. */
  taxCodeId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateProduct. */
export type UpdateProductPayload = {
  __typename?: 'UpdateProductPayload';
  /** The changed product. Null: the request was refused. */
  product?: Maybe<Product>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a promotion. An absent field stays as it is, null removes. */
export type UpdatePromotionInput = {
  /** AMOUNT: above 0. BUNDLE: at least 0. */
  amount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** 1 to 1,000; CHEAPEST_FREE: 2 to 1,000. */
  buyQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** At most 200. */
  categoryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Up to 64 characters, compared without regard to case. */
  couponCode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000,000,000. */
  couponLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Ends it now, for good. */
  endNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** HH:MM, excluded. */
  endTime?: InputMaybe<Scalars['String']['input']>;
  /** The last business day. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 1,000. */
  getQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** For customers of these groups, at most 50. */
  groupIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Switches it on or off. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** AMOUNT: whether it is taken off each unit. */
  isPerUnit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Minor units, at least 1. */
  minimumAmount?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** 1 to 1,000,000. */
  minimumQuantity?: InputMaybe<Scalars['Int']['input']>;
  /** As receipts have it; up to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 10. */
  parts?: InputMaybe<Array<BundlePartInput>>;
  /** Above 0, at most 100, up to six places. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** 1 to 1,000, from the lowest. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** At most 200. */
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Which promotion. */
  promotionId: Scalars['ID']['input'];
  /** How it goes together with others on a line. */
  stacking?: InputMaybe<PromotionStacking>;
  /** HH:MM; with `endTime` or not at all. */
  startTime?: InputMaybe<Scalars['String']['input']>;
  /** The first business day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Major units, up to six places. */
  unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
  /** 1 (Monday) to 7, each once. */
  weekdays?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** The answer to `updatePromotion`. */
export type UpdatePromotionPayload = {
  __typename?: 'UpdatePromotionPayload';
  /** As it is now. Null: the request was refused. */
  promotion?: Maybe<Promotion>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What replaces the data of a schedule. */
export type UpdateReportScheduleInput = {
  /** Whether reports are sent. */
  enabled: Scalars['Boolean']['input'];
  /** The language of the mails. */
  language: MailLanguage;
  /** 1 to 20 mail addresses. */
  recipients: Array<Scalars['String']['input']>;
  /** The schedule to change. */
  reportScheduleId: Scalars['ID']['input'];
  /** Which business day each mail reports on. */
  reportedDay: ReportedDay;
  /** HH:MM by the location's clock, 00:00 to 23:59. */
  timeOfDay: Scalars['String']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateReportSchedule. */
export type UpdateReportSchedulePayload = {
  __typename?: 'UpdateReportSchedulePayload';
  /** The changed schedule. Null: the request was refused. */
  reportSchedule?: Maybe<ReportSchedule>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a staff member: absent fields stay as they are. */
export type UpdateStaffInput = {
  /** Null: no longer signs in to the dashboard. A first one needs a password. Callers change their own by updateAccount. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Null: all locations, which only a caller with all can give. Callers cannot change their own. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 10 digits. Null: no longer signs in at terminals. A first one needs a PIN. */
  operatorNumber?: InputMaybe<Scalars['String']['input']>;
  /** 12 to 128 characters; not a common password, nor made of the address, a name or the merchant's name. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** 4 to 12 digits, for owners and managers 6 to 12; no runs, repeats, dates or lines of the keypad. */
  pin?: InputMaybe<Scalars['String']['input']>;
  /** Decides on permissions. Callers cannot change their own. */
  role?: InputMaybe<Role>;
  /** The staff member to change. */
  staffId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to a change of a staff member. */
export type UpdateStaffPayload = {
  __typename?: 'UpdateStaffPayload';
  /** The changed staff member. Null: the request was refused. */
  staff?: Maybe<Staff>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of a tax code. An absent field stays as it is. */
export type UpdateTaxCodeInput = {
  /** Whether it is not offered for new products any more. */
  isDiscontinued?: InputMaybe<Scalars['Boolean']['input']>;
  /** For people; up to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Which tax code. */
  taxCodeId: Scalars['ID']['input'];
  /** The version of the tax settings that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateTaxCode. */
export type UpdateTaxCodePayload = {
  __typename?: 'UpdateTaxCodePayload';
  /** The tax settings as they are now. Null: the request was refused. */
  taxSettings?: Maybe<TaxSettings>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** Changes of how tax is computed. An absent field stays as it is. */
export type UpdateTaxSettingsInput = {
  /** The tax code of new products, and of lines without a variant. */
  defaultTaxCodeId?: InputMaybe<Scalars['ID']['input']>;
  /** On what tax is rounded. */
  level?: InputMaybe<TaxLevel>;
  /** Whether prices contain tax. */
  pricesIncludeTax?: InputMaybe<Scalars['Boolean']['input']>;
  /** How tax is rounded. */
  rounding?: InputMaybe<TaxRounding>;
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateTaxSettings. */
export type UpdateTaxSettingsPayload = {
  __typename?: 'UpdateTaxSettingsPayload';
  /** The tax settings as they are now. Null: the request was refused. */
  taxSettings?: Maybe<TaxSettings>;
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
};

/** What is absent is gone afterwards, except the unit, the tare and the packs. */
export type UpdateVariantInput = {
  /** What a scanner reads, at most 20, each unique. */
  barcodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** A level below it counts as low stock. */
  reorderPoint?: InputMaybe<Scalars['Decimal']['input']>;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku: Scalars['String']['input'];
  /** What a unit costs to buy, in major units with up to six places. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Major units with up to six places. */
  unitPrice: Scalars['Decimal']['input'];
  /** The variant to change. */
  variantId: Scalars['ID']['input'];
  /** The version that the caller read. Another one is refused with VERSION_CONFLICT. */
  version: Scalars['Int']['input'];
};

/** The answer to updateVariant. */
export type UpdateVariantPayload = {
  __typename?: 'UpdateVariantPayload';
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
  /** The changed variant. Null: the request was refused. */
  variant?: Maybe<Variant>;
};

/** An expected refusal. Clients match `code`; `message` is English, for developers; `path` names the input field, indexes as strings. */
export type UserError = {
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
};

/** One fact that moved a gift card or a store credit. */
export type ValueEvent = {
  __typename?: 'ValueEvent';
  /** What it put on it; below zero: what it took from it. */
  amount: Money;
  /** The sale, refund, void or adjustment. */
  id: Scalars['ID']['output'];
  /** Of an adjustment: it blocked the card (true) or released it (false). */
  isBlocked?: Maybe<Scalars['Boolean']['output']>;
  /** What it was. */
  kind: ValueEventKind;
  /** Where it happened; null if the caller may not see it. */
  location?: Maybe<Location>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who did it; null if there was none, or the id is unknown. */
  operator?: Maybe<Staff>;
  /** Why, where it was stated. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Of a sale. */
  receiptNumber?: Maybe<Scalars['String']['output']>;
};

/** A page of what moved a gift card. */
export type ValueEventConnection = {
  __typename?: 'ValueEventConnection';
  /** With a cursor each. */
  edges: Array<ValueEventEdge>;
  /** Without cursors. */
  nodes: Array<ValueEvent>;
  /** Whether there are more. */
  pageInfo: PageInfo;
};

/** What moved a gift card, with its place in the history. */
export type ValueEventEdge = {
  __typename?: 'ValueEventEdge';
  /** For `after`. */
  cursor: Scalars['String']['output'];
  /** What moved it. */
  node: ValueEvent;
};

/** What moved a gift card or a store credit. */
export type ValueEventKind =
  /** It was changed by hand. */
  | 'ADJUSTMENT'
  /** A refund put money on it, or took back what was put on it. */
  | 'REFUND'
  /** A sale: a line sold or loaded it, or it paid. */
  | 'SALE'
  /** A sale was voided. */
  | 'VOID';

/** What is sold, scanned and counted: one article of a product. */
export type Variant = Node & {
  __typename?: 'Variant';
  /** What a scanner reads, at most 20, each unique. */
  barcodes: Array<Scalars['String']['output']>;
  /** Since when it is no longer sold by itself. Null: it is sold as long as its product is. */
  discontinuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** var_<ULID> */
  id: Scalars['ID']['output'];
  /** Whether it is no longer sold, by itself or with its product. */
  isDiscontinued: Scalars['Boolean']['output'];
  /**
   * Its stock at every location that the caller may see and where it was ever; empty where its stock is not tracked. Null: the caller
   * may not see stock. LOCATION_REQUIRED over more than 50 locations.
   */
  levels?: Maybe<Array<StockLevel>>;
  /** What distinguishes it from the other variants of its product, at most 200 characters. */
  name: Scalars['String']['output'];
  /** In which it is sold too, each at a price of its own. */
  packs: Array<Pack>;
  /** The unit price rounded to minor units */
  price: Money;
  /** The product that it belongs to. */
  product: Product;
  /** A level below it asks for more. */
  reorderPoint?: Maybe<Scalars['Decimal']['output']>;
  /** The merchant's own article number, unique, at most 64 characters. */
  sku: Scalars['String']['output'];
  /** Whether its goods are counted. */
  stocked: Scalars['Boolean']['output'];
  /** Of what is measured: what its package weighs, in its unit. The counter offers to take it off. Null: not stated. */
  tare?: Maybe<Scalars['Decimal']['output']>;
  /** What receipts and lists show, at most 200 characters: "Product – Variant", or the name alone where that is enough. */
  title: Scalars['String']['output'];
  /** What its quantity counts and its price is of. */
  unit: Unit;
  /** What a unit costs to buy; for those who may see costs, else null */
  unitCost?: Maybe<Scalars['Decimal']['output']>;
  /** Major units, exact */
  unitPrice: Scalars['Decimal']['output'];
  /** Rises by 1 with every change. */
  version: Scalars['Int']['output'];
};

/** Which variant is meant. */
export type VariantBy =
  /** What a scanner reads. */
  { barcode: Scalars['String']['input']; id?: never; sku?: never; }
  |  /** var_<ULID> */
  { barcode?: never; id: Scalars['ID']['input']; sku?: never; }
  |  /** The merchant's own article number. */
  { barcode?: never; id?: never; sku: Scalars['String']['input']; };

/** VERSION_CONFLICT: the present version. */
export type VersionConflict = UserError & {
  __typename?: 'VersionConflict';
  /** For programs. */
  code: Scalars['String']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
  /** The present version. */
  version: Scalars['Int']['output'];
};

/** A void as a terminal or the dashboard sends it. */
export type VoidSaleInput = {
  /** voi_<ULID>, generated by the client: the idempotency key. */
  id: Scalars['ID']['input'];
  /** When it is voided, by the terminal's clock. */
  occurredAt: Scalars['DateTime']['input'];
  /** In `syncFacts`: who voided it. Absent: the token's operator. `voidSale` ignores it and records the token's. */
  operatorId?: InputMaybe<Scalars['ID']['input']>;
  /** For people; up to 500 characters. */
  reason: Scalars['String']['input'];
  /** The sale. */
  saleId: Scalars['ID']['input'];
  /** The lines, from 1, whose goods cannot be sold again. The others go back into stock. */
  writeOffLines?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** The answer to `voidSale`. */
export type VoidSalePayload = {
  __typename?: 'VoidSalePayload';
  /** Of the terminal's location, as in SyncSalesPayload. Null for callers without a terminal. */
  epoch?: Maybe<Scalars['Int']['output']>;
  /** It had been recorded before, with the same content. */
  replayed: Scalars['Boolean']['output'];
  /** Why the request was refused. Empty: it was accepted. */
  userErrors: Array<UserError>;
  /** The void as it is stored. Null: the request was refused. */
  void?: Maybe<SaleVoid>;
};

/** WEAK_PASSWORD: why the password is easy to guess. */
export type WeakPassword = UserError & {
  __typename?: 'WeakPassword';
  /** For programs. */
  code: Scalars['String']['output'];
  /** It contains the person's name or mail address, or the merchant's name, and would be accepted without. False: it is a common one. */
  containsName: Scalars['Boolean']['output'];
  /** `code` as an enum. */
  failureCode: FailureCode;
  /** English, for developers. */
  message: Scalars['String']['output'];
  /** The input field, indexes as strings. */
  path: Array<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: Account;
  AccountBalance: ResolverTypeWrapper<AccountBalanceMapper>;
  AccountPayments: ResolverTypeWrapper<AccountPaymentsMapper>;
  ActivateTerminalInput: ActivateTerminalInput;
  ActivateTerminalPayload: ResolverTypeWrapper<Omit<ActivateTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversTypes['Terminal']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddVariantInput: AddVariantInput;
  AddVariantPayload: ResolverTypeWrapper<Omit<AddVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversTypes['UserError']>, variant?: Maybe<ResolversTypes['Variant']> }>;
  AdjustGiftCardInput: AdjustGiftCardInput;
  AdjustGiftCardPayload: ResolverTypeWrapper<Omit<AdjustGiftCardPayload, 'giftCard' | 'userErrors'> & { giftCard?: Maybe<ResolversTypes['GiftCard']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AdjustStockInput: AdjustStockInput;
  AdjustStockPayload: ResolverTypeWrapper<Omit<AdjustStockPayload, 'stockAdjustment' | 'userErrors'> & { stockAdjustment?: Maybe<ResolversTypes['StockAdjustment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AdjustStoreCreditInput: AdjustStoreCreditInput;
  AdjustStoreCreditPayload: ResolverTypeWrapper<Omit<AdjustStoreCreditPayload, 'storeCredit' | 'userErrors'> & { storeCredit?: Maybe<ResolversTypes['StoreCredit']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AdjustmentInput: AdjustmentInput;
  AdoptTaxRegimeInput: AdoptTaxRegimeInput;
  AdoptTaxRegimePayload: ResolverTypeWrapper<Omit<AdoptTaxRegimePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversTypes['TaxSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AnnounceTerminalPayload: ResolverTypeWrapper<AnnounceTerminalPayloadMapper>;
  ArticleSales: ResolverTypeWrapper<ArticleSalesMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BundlePart: ResolverTypeWrapper<BundlePartMapper>;
  BundlePartInput: BundlePartInput;
  CallerKind: CallerKind;
  CancelQuoteInput: CancelQuoteInput;
  CancelQuotePayload: ResolverTypeWrapper<Omit<CancelQuotePayload, 'quote' | 'userErrors'> & { quote?: Maybe<ResolversTypes['Quote']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CatalogChanges: ResolverTypeWrapper<Omit<CatalogChanges, 'categories' | 'products' | 'taxCodes'> & { categories: Array<ResolversTypes['Category']>, products: Array<ResolversTypes['Product']>, taxCodes?: Maybe<Array<ResolversTypes['TaxCode']>> }>;
  CatalogSnapshot: ResolverTypeWrapper<Omit<CatalogSnapshot, 'categories' | 'products' | 'taxCodes'> & { categories: Array<ResolversTypes['Category']>, products: Array<ResolversTypes['Product']>, taxCodes: Array<ResolversTypes['TaxCode']> }>;
  Category: ResolverTypeWrapper<CategoryMapper>;
  CategoryConnection: ResolverTypeWrapper<Omit<CategoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CategoryEdge']>, nodes: Array<ResolversTypes['Category']> }>;
  CategoryEdge: ResolverTypeWrapper<Omit<CategoryEdge, 'node'> & { node: ResolversTypes['Category'] }>;
  CategoryFilter: CategoryFilter;
  CategorySales: ResolverTypeWrapper<CategorySalesMapper>;
  CategorySort: CategorySort;
  ChangeCurrencyInput: ChangeCurrencyInput;
  ChangeCurrencyPayload: ResolverTypeWrapper<Omit<ChangeCurrencyPayload, 'merchant' | 'userErrors'> & { merchant?: Maybe<ResolversTypes['Merchant']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePinInput: ChangePinInput;
  ChangePriceInput: ChangePriceInput;
  ChangePricePayload: ResolverTypeWrapper<Omit<ChangePricePayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversTypes['UserError']>, variant?: Maybe<ResolversTypes['Variant']> }>;
  ChangeTaxRateInput: ChangeTaxRateInput;
  ChangeTaxRatePayload: ResolverTypeWrapper<Omit<ChangeTaxRatePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversTypes['TaxSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CompleteSaleInput: CompleteSaleInput;
  CompleteSalePayload: ResolverTypeWrapper<CompleteSalePayloadMapper>;
  CountReceiptCopyInput: CountReceiptCopyInput;
  CountReceiptCopyPayload: ResolverTypeWrapper<Omit<CountReceiptCopyPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversTypes['ReceiptState']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CounterCustomer: ResolverTypeWrapper<CounterCustomerMapper>;
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryPayload: ResolverTypeWrapper<Omit<CreateCategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversTypes['Category']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateCustomerAtCounterInput: CreateCustomerAtCounterInput;
  CreateCustomerAtCounterPayload: ResolverTypeWrapper<Omit<CreateCustomerAtCounterPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['CounterCustomer']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateCustomerGroupInput: CreateCustomerGroupInput;
  CreateCustomerGroupPayload: ResolverTypeWrapper<Omit<CreateCustomerGroupPayload, 'customerGroup' | 'userErrors'> & { customerGroup?: Maybe<ResolversTypes['CustomerGroup']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: ResolverTypeWrapper<Omit<CreateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateLocationInput: CreateLocationInput;
  CreateLocationPayload: ResolverTypeWrapper<Omit<CreateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreatePaymentMethodInput: CreatePaymentMethodInput;
  CreatePaymentMethodPayload: ResolverTypeWrapper<Omit<CreatePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversTypes['OwnPaymentMethod']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreatePriceListInput: CreatePriceListInput;
  CreatePriceListPayload: ResolverTypeWrapper<Omit<CreatePriceListPayload, 'priceList' | 'userErrors'> & { priceList?: Maybe<ResolversTypes['PriceList']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateProductInput: CreateProductInput;
  CreateProductPayload: ResolverTypeWrapper<Omit<CreateProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreatePromotionInput: CreatePromotionInput;
  CreatePromotionPayload: ResolverTypeWrapper<Omit<CreatePromotionPayload, 'promotion' | 'userErrors'> & { promotion?: Maybe<ResolversTypes['Promotion']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateQuoteInput: CreateQuoteInput;
  CreateQuotePayload: ResolverTypeWrapper<Omit<CreateQuotePayload, 'quote' | 'userErrors'> & { quote?: Maybe<ResolversTypes['Quote']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateReportScheduleInput: CreateReportScheduleInput;
  CreateReportSchedulePayload: ResolverTypeWrapper<Omit<CreateReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversTypes['ReportSchedule']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateStaffInput: CreateStaffInput;
  CreateStaffPayload: ResolverTypeWrapper<Omit<CreateStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversTypes['Staff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateTaxCodeInput: CreateTaxCodeInput;
  CreateTaxCodePayload: ResolverTypeWrapper<Omit<CreateTaxCodePayload, 'taxCode' | 'userErrors'> & { taxCode?: Maybe<ResolversTypes['TaxCode']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateTerminalInput: CreateTerminalInput;
  CreateTerminalPayload: ResolverTypeWrapper<Omit<CreateTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversTypes['Terminal']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateVariantInput: CreateVariantInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CurrencyHold: CurrencyHold;
  Customer: ResolverTypeWrapper<CustomerMapper>;
  CustomerAccount: ResolverTypeWrapper<CustomerAccountMapper>;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CustomerEdge']>, nodes: Array<ResolversTypes['Customer']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerGroup: ResolverTypeWrapper<CustomerGroupMapper>;
  CustomerMoneyInput: CustomerMoneyInput;
  CustomerPayment: ResolverTypeWrapper<CustomerPaymentMapper>;
  CustomerSort: CustomerSort;
  CustomerStatement: ResolverTypeWrapper<CustomerStatementMapper>;
  CustomerStatementKind: CustomerStatementKind;
  CustomerStatementLine: ResolverTypeWrapper<CustomerStatementLineMapper>;
  CustomerTotals: ResolverTypeWrapper<CustomerTotalsMapper>;
  DailyReport: ResolverTypeWrapper<DailyReportMapper>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DatedTaxRate: ResolverTypeWrapper<DatedTaxRateMapper>;
  DayOfSales: ResolverTypeWrapper<DayOfSalesMapper>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteReportScheduleInput: DeleteReportScheduleInput;
  DeleteReportSchedulePayload: ResolverTypeWrapper<Omit<DeleteReportSchedulePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeliveryStatus: DeliveryStatus;
  DiscardParkedSaleInput: DiscardParkedSaleInput;
  DiscardParkedSalePayload: ResolverTypeWrapper<Omit<DiscardParkedSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversTypes['ParkedSale']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DiscountInput: DiscountInput;
  DiscountNotAllowed: ResolverTypeWrapper<DiscountNotAllowedMapper>;
  DiscountSource: DiscountSource;
  DrawerCash: ResolverTypeWrapper<DrawerCashMapper>;
  EarlierDays: ResolverTypeWrapper<EarlierDays>;
  ElectronicReceipt: ResolverTypeWrapper<ElectronicReceiptMapper>;
  EntriesBooked: ResolverTypeWrapper<EntriesBooked>;
  EraseCustomerInput: EraseCustomerInput;
  EraseCustomerPayload: ResolverTypeWrapper<Omit<EraseCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Exception: ResolverTypeWrapper<ExceptionMapper>;
  ExceptionCode: ExceptionCode;
  ExceptionConnection: ResolverTypeWrapper<Omit<ExceptionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ExceptionEdge']>, nodes: Array<ResolversTypes['Exception']> }>;
  ExceptionDetail: ResolverTypeWrapper<ExceptionDetailMapper>;
  ExceptionEdge: ResolverTypeWrapper<Omit<ExceptionEdge, 'node'> & { node: ResolversTypes['Exception'] }>;
  ExceptionFilter: ExceptionFilter;
  ExceptionStatus: ExceptionStatus;
  Exchange: ResolverTypeWrapper<ExchangeMapper>;
  ExchangeSaleInput: ExchangeSaleInput;
  ExchangeSalePayload: ResolverTypeWrapper<Omit<ExchangeSalePayload, 'exchange' | 'userErrors'> & { exchange?: Maybe<ResolversTypes['Exchange']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ExchangedLineInput: ExchangedLineInput;
  FactInput: FactInput;
  FailureCode: FailureCode;
  FapiaoBuyerKind: FapiaoBuyerKind;
  FapiaoRequest: ResolverTypeWrapper<FapiaoRequestMapper>;
  FapiaoRequestConnection: ResolverTypeWrapper<FapiaoRequestConnectionMapper>;
  FapiaoRequestEdge: ResolverTypeWrapper<Omit<FapiaoRequestEdge, 'node'> & { node: ResolversTypes['FapiaoRequest'] }>;
  FapiaoStatus: FapiaoStatus;
  FapiaoTax: ResolverTypeWrapper<FapiaoTaxMapper>;
  GiftCard: ResolverTypeWrapper<GiftCardMapper>;
  GiftCardConnection: ResolverTypeWrapper<GiftCardConnectionMapper>;
  GiftCardEdge: ResolverTypeWrapper<Omit<GiftCardEdge, 'node'> & { node: ResolversTypes['GiftCard'] }>;
  GiftCardLineInput: GiftCardLineInput;
  HourOfSales: ResolverTypeWrapper<HourOfSalesMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IssueActivationCodeInput: IssueActivationCodeInput;
  IssueActivationCodePayload: ResolverTypeWrapper<Omit<IssueActivationCodePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  IssueFapiaoInput: IssueFapiaoInput;
  IssueFapiaoPayload: ResolverTypeWrapper<Omit<IssueFapiaoPayload, 'fapiao' | 'userErrors'> & { fapiao?: Maybe<ResolversTypes['FapiaoRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  JournalEntry: ResolverTypeWrapper<JournalEntryMapper>;
  JournalPosting: ResolverTypeWrapper<JournalPostingMapper>;
  JournalPostingInput: JournalPostingInput;
  ListPrice: ResolverTypeWrapper<ListPriceMapper>;
  ListPriceInput: ListPriceInput;
  Location: ResolverTypeWrapper<LocationMapper>;
  LocationConnection: ResolverTypeWrapper<Omit<LocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LocationEdge']>, nodes: Array<ResolversTypes['Location']> }>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationOfRange: ResolverTypeWrapper<LocationOfRangeMapper>;
  LowStock: ResolverTypeWrapper<LowStockMapper>;
  LowStockConnection: ResolverTypeWrapper<Omit<LowStockConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LowStockEdge']>, nodes: Array<ResolversTypes['LowStock']> }>;
  LowStockEdge: ResolverTypeWrapper<Omit<LowStockEdge, 'node'> & { node: ResolversTypes['LowStock'] }>;
  LowStockFilter: LowStockFilter;
  MailLanguage: MailLanguage;
  Me: ResolverTypeWrapper<MeMapper>;
  Merchant: ResolverTypeWrapper<MerchantMapper>;
  MethodTotal: ResolverTypeWrapper<MethodTotalMapper>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyMapper>;
  Movement: ResolverTypeWrapper<MovementMapper>;
  MovementConnection: ResolverTypeWrapper<Omit<MovementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MovementEdge']>, nodes: Array<ResolversTypes['Movement']> }>;
  MovementEdge: ResolverTypeWrapper<Omit<MovementEdge, 'node'> & { node: ResolversTypes['Movement'] }>;
  MovementKind: MovementKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeMapper>;
  OpeningStockLineInput: OpeningStockLineInput;
  OwnAccount: ResolverTypeWrapper<OwnAccountMapper>;
  OwnPaymentMethod: ResolverTypeWrapper<OwnPaymentMethodMapper>;
  Pack: ResolverTypeWrapper<Pack>;
  PackInput: PackInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkSaleInput: ParkSaleInput;
  ParkSalePayload: ResolverTypeWrapper<Omit<ParkSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversTypes['ParkedSale']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ParkedDiscount: ResolverTypeWrapper<Omit<ParkedDiscount, 'amount'> & { amount?: Maybe<ResolversTypes['Money']> }>;
  ParkedLineInput: ParkedLineInput;
  ParkedSale: ResolverTypeWrapper<ParkedSaleMapper>;
  ParkedSaleLine: ResolverTypeWrapper<ParkedSaleLineMapper>;
  PatchCustomerInput: PatchCustomerInput;
  PatchCustomerPayload: ResolverTypeWrapper<Omit<PatchCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PatchProductInput: PatchProductInput;
  PatchProductPayload: ResolverTypeWrapper<Omit<PatchProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PatchReportScheduleInput: PatchReportScheduleInput;
  PatchReportSchedulePayload: ResolverTypeWrapper<Omit<PatchReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversTypes['ReportSchedule']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PatchRoleLimitsInput: PatchRoleLimitsInput;
  PatchRoleLimitsPayload: ResolverTypeWrapper<Omit<PatchRoleLimitsPayload, 'roleLimits' | 'userErrors'> & { roleLimits?: Maybe<ResolversTypes['RoleLimitsList']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PatchVariantInput: PatchVariantInput;
  PatchVariantPayload: ResolverTypeWrapper<Omit<PatchVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversTypes['UserError']>, variant?: Maybe<ResolversTypes['Variant']> }>;
  Payment: ResolverTypeWrapper<PaymentMapper>;
  PaymentInput: PaymentInput;
  PaymentMethod: PaymentMethod;
  PaymentOutcome: ResolverTypeWrapper<PaymentOutcomeMapper>;
  PaymentState: PaymentState;
  Permission: Permission;
  PriceList: ResolverTypeWrapper<PriceListMapper>;
  PriceListState: PriceListState;
  PriceNotAllowed: ResolverTypeWrapper<PriceNotAllowedMapper>;
  PriceSource: PriceSource;
  PricedSale: ResolverTypeWrapper<PricedSaleMapper>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductConnection: ResolverTypeWrapper<Omit<ProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ProductEdge']>, nodes: Array<ResolversTypes['Product']> }>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductFilter: ProductFilter;
  ProductSort: ProductSort;
  Promotion: ResolverTypeWrapper<PromotionMapper>;
  PromotionKind: PromotionKind;
  PromotionSaving: ResolverTypeWrapper<Omit<PromotionSaving, 'amount'> & { amount: ResolversTypes['Money'] }>;
  PromotionStacking: PromotionStacking;
  PromotionState: PromotionState;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<QuoteMapper>;
  QuoteConnection: ResolverTypeWrapper<Omit<QuoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['QuoteEdge']>, nodes: Array<ResolversTypes['Quote']> }>;
  QuoteEdge: ResolverTypeWrapper<Omit<QuoteEdge, 'node'> & { node: ResolversTypes['Quote'] }>;
  QuoteFilter: QuoteFilter;
  QuoteState: QuoteState;
  RecallParkedSaleInput: RecallParkedSaleInput;
  RecallParkedSalePayload: ResolverTypeWrapper<Omit<RecallParkedSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversTypes['ParkedSale']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReceiptFormat: ReceiptFormat;
  ReceiptLanguage: ReceiptLanguage;
  ReceiptMail: ResolverTypeWrapper<ReceiptMailMapper>;
  ReceiptSettings: ResolverTypeWrapper<ReceiptSettingsMapper>;
  ReceiptState: ResolverTypeWrapper<ReceiptStateMapper>;
  Reconciliation: ResolverTypeWrapper<Omit<Reconciliation, 'checks' | 'openExceptions'> & { checks: Array<ResolversTypes['ReconciliationCheck']>, openExceptions: Array<ResolversTypes['Exception']> }>;
  ReconciliationCheck: ResolverTypeWrapper<ReconciliationCheckMapper>;
  ReconciliationCheckName: ReconciliationCheckName;
  ReconciliationDifference: ResolverTypeWrapper<ReconciliationDifferenceMapper>;
  ReconciliationFigure: ReconciliationFigure;
  RecordCustomerPaymentInput: RecordCustomerPaymentInput;
  RecordCustomerPaymentPayload: ResolverTypeWrapper<Omit<RecordCustomerPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversTypes['CustomerPayment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RecordJournalEntryInput: RecordJournalEntryInput;
  RecordJournalEntryPayload: ResolverTypeWrapper<Omit<RecordJournalEntryPayload, 'journalEntry' | 'userErrors'> & { journalEntry?: Maybe<ResolversTypes['JournalEntry']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RecordOpeningStockInput: RecordOpeningStockInput;
  RecordOpeningStockPayload: ResolverTypeWrapper<Omit<RecordOpeningStockPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RecordPaymentOutcomeInput: RecordPaymentOutcomeInput;
  RecordPaymentOutcomePayload: ResolverTypeWrapper<Omit<RecordPaymentOutcomePayload, 'outcome' | 'userErrors'> & { outcome?: Maybe<ResolversTypes['PaymentOutcome']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RecordStockTakeInput: RecordStockTakeInput;
  RecordStockTakePayload: ResolverTypeWrapper<Omit<RecordStockTakePayload, 'stockAdjustment' | 'userErrors'> & { stockAdjustment?: Maybe<ResolversTypes['StockAdjustment']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RecordedFact: ResolverTypeWrapper<RecordedFactMapper>;
  Refund: ResolverTypeWrapper<RefundMapper>;
  RefundConnection: ResolverTypeWrapper<RefundConnectionMapper>;
  RefundEdge: ResolverTypeWrapper<Omit<RefundEdge, 'node'> & { node: ResolversTypes['Refund'] }>;
  RefundLine: ResolverTypeWrapper<RefundLineMapper>;
  RefundLineInput: RefundLineInput;
  RefundPaymentInput: RefundPaymentInput;
  RefundSaleInput: RefundSaleInput;
  RefundSalePayload: ResolverTypeWrapper<Omit<RefundSalePayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversTypes['Refund']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RefundedLine: ResolverTypeWrapper<Omit<RefundedLine, 'taxTotal' | 'total'> & { taxTotal: ResolversTypes['Money'], total: ResolversTypes['Money'] }>;
  RefundedPayment: ResolverTypeWrapper<Omit<RefundedPayment, 'amount'> & { amount: ResolversTypes['Money'] }>;
  RefundedSoFar: ResolverTypeWrapper<RefundedSoFarMapper>;
  Refusal: ResolverTypeWrapper<RefusalMapper>;
  RenderedReceipt: ResolverTypeWrapper<RenderedReceiptMapper>;
  RenewReceiptLinkInput: RenewReceiptLinkInput;
  RenewReceiptLinkPayload: ResolverTypeWrapper<Omit<RenewReceiptLinkPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversTypes['ReceiptState']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReportDelivery: ResolverTypeWrapper<ReportDeliveryMapper>;
  ReportKind: ReportKind;
  ReportSchedule: ResolverTypeWrapper<ReportScheduleMapper>;
  ReportSending: ResolverTypeWrapper<ReportSendingMapper>;
  ReportSendingConnection: ResolverTypeWrapper<Omit<ReportSendingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ReportSendingEdge']>, nodes: Array<ResolversTypes['ReportSending']> }>;
  ReportSendingEdge: ResolverTypeWrapper<Omit<ReportSendingEdge, 'node'> & { node: ResolversTypes['ReportSending'] }>;
  ReportedDay: ReportedDay;
  RequestFapiaoByLinkInput: RequestFapiaoByLinkInput;
  RequestFapiaoByLinkPayload: ResolverTypeWrapper<Omit<RequestFapiaoByLinkPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RequestFapiaoInput: RequestFapiaoInput;
  RequestFapiaoPayload: ResolverTypeWrapper<Omit<RequestFapiaoPayload, 'fapiao' | 'userErrors'> & { fapiao?: Maybe<ResolversTypes['FapiaoRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ResolveExceptionInput: ResolveExceptionInput;
  ResolveExceptionPayload: ResolverTypeWrapper<Omit<ResolveExceptionPayload, 'exception' | 'userErrors'> & { exception?: Maybe<ResolversTypes['Exception']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeTerminalInput: RevokeTerminalInput;
  RevokeTerminalPayload: ResolverTypeWrapper<Omit<RevokeTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversTypes['Terminal']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Role: Role;
  RoleLimits: ResolverTypeWrapper<RoleLimitsMapper>;
  RoleLimitsList: ResolverTypeWrapper<RoleLimitsListMapper>;
  RowCount: ResolverTypeWrapper<RowCount>;
  Sale: ResolverTypeWrapper<SaleMapper>;
  SaleConnection: ResolverTypeWrapper<SaleConnectionMapper>;
  SaleCustomerChange: ResolverTypeWrapper<SaleCustomerChangeMapper>;
  SaleDiscount: ResolverTypeWrapper<Omit<SaleDiscount, 'amount'> & { amount: ResolversTypes['Money'] }>;
  SaleEdge: ResolverTypeWrapper<Omit<SaleEdge, 'node'> & { node: ResolversTypes['Sale'] }>;
  SaleException: ResolverTypeWrapper<SaleException>;
  SaleFilter: SaleFilter;
  SaleLine: ResolverTypeWrapper<SaleLineMapper>;
  SaleLineInput: SaleLineInput;
  SaleLineTax: ResolverTypeWrapper<Omit<SaleLineTax, 'amount'> & { amount: ResolversTypes['Money'] }>;
  SaleRecorded: ResolverTypeWrapper<Omit<SaleRecorded, 'sale'> & { sale?: Maybe<ResolversTypes['Sale']> }>;
  SaleSort: SaleSort;
  SaleState: SaleState;
  SaleVoid: ResolverTypeWrapper<SaleVoidMapper>;
  SalesFigures: ResolverTypeWrapper<SalesFiguresMapper>;
  SalesParts: ResolverTypeWrapper<SalesPartsMapper>;
  SalesRange: ResolverTypeWrapper<SalesRangeMapper>;
  SalesSummary: ResolverTypeWrapper<SalesSummaryMapper>;
  SalesUpTo: ResolverTypeWrapper<SalesUpToMapper>;
  ScannedArticle: ResolverTypeWrapper<Omit<ScannedArticle, 'variant'> & { variant: ResolversTypes['Variant'] }>;
  SendReceiptInput: SendReceiptInput;
  SendReceiptPayload: ResolverTypeWrapper<Omit<SendReceiptPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversTypes['ReceiptState']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SendReportInput: SendReportInput;
  SendReportPayload: ResolverTypeWrapper<Omit<SendReportPayload, 'sending' | 'userErrors'> & { sending?: Maybe<ResolversTypes['ReportSending']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetSaleCustomerInput: SetSaleCustomerInput;
  SetSaleCustomerPayload: ResolverTypeWrapper<Omit<SetSaleCustomerPayload, 'change' | 'userErrors'> & { change?: Maybe<ResolversTypes['SaleCustomerChange']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetStaffPasswordInput: SetStaffPasswordInput;
  SetStaffPinInput: SetStaffPinInput;
  SetupStep: ResolverTypeWrapper<SetupStep>;
  SetupStepName: SetupStepName;
  SignInInput: SignInInput;
  SignInOperatorInput: SignInOperatorInput;
  SignInOperatorPayload: ResolverTypeWrapper<Omit<SignInOperatorPayload, 'operator' | 'userErrors'> & { operator?: Maybe<ResolversTypes['Staff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SignOutPayload: ResolverTypeWrapper<Omit<SignOutPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SimilarSku: ResolverTypeWrapper<Omit<SimilarSku, 'variant'> & { variant: ResolversTypes['Variant'] }>;
  SoldPack: ResolverTypeWrapper<SoldPack>;
  Staff: ResolverTypeWrapper<StaffMapper>;
  StaffConnection: ResolverTypeWrapper<Omit<StaffConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['StaffEdge']>, nodes: Array<ResolversTypes['Staff']> }>;
  StaffEdge: ResolverTypeWrapper<Omit<StaffEdge, 'node'> & { node: ResolversTypes['Staff'] }>;
  StaffFilter: StaffFilter;
  StockAdjustment: ResolverTypeWrapper<StockAdjustmentMapper>;
  StockAdjustmentLine: ResolverTypeWrapper<StockAdjustmentLineMapper>;
  StockAdjustmentLineInput: StockAdjustmentLineInput;
  StockChanged: ResolverTypeWrapper<Omit<StockChanged, 'levels'> & { levels: Array<ResolversTypes['StockLevel']> }>;
  StockLevel: ResolverTypeWrapper<StockLevelMapper>;
  StockLevelConnection: ResolverTypeWrapper<Omit<StockLevelConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['StockLevelEdge']>, nodes: Array<ResolversTypes['StockLevel']> }>;
  StockLevelEdge: ResolverTypeWrapper<Omit<StockLevelEdge, 'node'> & { node: ResolversTypes['StockLevel'] }>;
  StockLevelFilter: StockLevelFilter;
  StockLevelSort: StockLevelSort;
  StockReason: StockReason;
  StockState: StockState;
  StockTakeLineInput: StockTakeLineInput;
  StoreCredit: ResolverTypeWrapper<StoreCreditMapper>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SwitchStaffInput: SwitchStaffInput;
  SyncFactResult: ResolverTypeWrapper<Omit<SyncFactResult, 'fact' | 'userErrors'> & { fact?: Maybe<ResolversTypes['RecordedFact']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SyncFactsInput: SyncFactsInput;
  SyncFactsPayload: ResolverTypeWrapper<SyncFactsPayloadMapper>;
  SyncSaleResult: ResolverTypeWrapper<Omit<SyncSaleResult, 'sale' | 'userErrors'> & { sale?: Maybe<ResolversTypes['Sale']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SyncSalesInput: SyncSalesInput;
  SyncSalesPayload: ResolverTypeWrapper<SyncSalesPayloadMapper>;
  SyncStatus: SyncStatus;
  TaxCode: ResolverTypeWrapper<TaxCodeMapper>;
  TaxComponent: ResolverTypeWrapper<TaxComponentMapper>;
  TaxComponentInput: TaxComponentInput;
  TaxExemptionInput: TaxExemptionInput;
  TaxLevel: TaxLevel;
  TaxRegime: ResolverTypeWrapper<TaxRegimeMapper>;
  TaxRegimeCode: ResolverTypeWrapper<TaxRegimeCodeMapper>;
  TaxRegimeName: TaxRegimeName;
  TaxRounding: TaxRounding;
  TaxSettings: ResolverTypeWrapper<TaxSettingsMapper>;
  TaxTotal: ResolverTypeWrapper<TaxTotalMapper>;
  Terminal: ResolverTypeWrapper<TerminalMapper>;
  TerminalConnection: ResolverTypeWrapper<Omit<TerminalConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TerminalEdge']>, nodes: Array<ResolversTypes['Terminal']> }>;
  TerminalEdge: ResolverTypeWrapper<Omit<TerminalEdge, 'node'> & { node: ResolversTypes['Terminal'] }>;
  TerminalFilter: TerminalFilter;
  TerminalKind: TerminalKind;
  TerminalOperator: ResolverTypeWrapper<TerminalOperatorMapper>;
  TerminalSettings: ResolverTypeWrapper<Omit<TerminalSettings, 'defaultTaxCode' | 'paymentMethods' | 'priceLists' | 'promotions' | 'receipt' | 'taxCodes' | 'terminal'> & { defaultTaxCode: ResolversTypes['TaxCode'], paymentMethods: Array<ResolversTypes['OwnPaymentMethod']>, priceLists: Array<ResolversTypes['PriceList']>, promotions: Array<ResolversTypes['Promotion']>, receipt: ResolversTypes['ReceiptSettings'], taxCodes: Array<ResolversTypes['TaxCode']>, terminal: ResolversTypes['Terminal'] }>;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttemptsMapper>;
  TotalMismatch: ResolverTypeWrapper<TotalMismatchMapper>;
  UncertainPayments: ResolverTypeWrapper<UncertainPaymentsMapper>;
  Unit: Unit;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: ResolverTypeWrapper<Omit<UpdateAccountPayload, 'account' | 'userErrors'> & { account?: Maybe<ResolversTypes['OwnAccount']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateCategoryInput: UpdateCategoryInput;
  UpdateCategoryPayload: ResolverTypeWrapper<Omit<UpdateCategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversTypes['Category']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateCustomerGroupInput: UpdateCustomerGroupInput;
  UpdateCustomerGroupPayload: ResolverTypeWrapper<Omit<UpdateCustomerGroupPayload, 'customerGroup' | 'userErrors'> & { customerGroup?: Maybe<ResolversTypes['CustomerGroup']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateCustomerInput: UpdateCustomerInput;
  UpdateCustomerPayload: ResolverTypeWrapper<Omit<UpdateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateLocationInput: UpdateLocationInput;
  UpdateLocationPayload: ResolverTypeWrapper<Omit<UpdateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateMerchantInput: UpdateMerchantInput;
  UpdateMerchantPayload: ResolverTypeWrapper<Omit<UpdateMerchantPayload, 'merchant' | 'userErrors'> & { merchant?: Maybe<ResolversTypes['Merchant']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdatePaymentMethodInput: UpdatePaymentMethodInput;
  UpdatePaymentMethodPayload: ResolverTypeWrapper<Omit<UpdatePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversTypes['OwnPaymentMethod']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdatePriceListInput: UpdatePriceListInput;
  UpdatePriceListPayload: ResolverTypeWrapper<Omit<UpdatePriceListPayload, 'priceList' | 'userErrors'> & { priceList?: Maybe<ResolversTypes['PriceList']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateProductInput: UpdateProductInput;
  UpdateProductPayload: ResolverTypeWrapper<Omit<UpdateProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversTypes['Product']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdatePromotionInput: UpdatePromotionInput;
  UpdatePromotionPayload: ResolverTypeWrapper<Omit<UpdatePromotionPayload, 'promotion' | 'userErrors'> & { promotion?: Maybe<ResolversTypes['Promotion']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateReportScheduleInput: UpdateReportScheduleInput;
  UpdateReportSchedulePayload: ResolverTypeWrapper<Omit<UpdateReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversTypes['ReportSchedule']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateStaffInput: UpdateStaffInput;
  UpdateStaffPayload: ResolverTypeWrapper<Omit<UpdateStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversTypes['Staff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateTaxCodeInput: UpdateTaxCodeInput;
  UpdateTaxCodePayload: ResolverTypeWrapper<Omit<UpdateTaxCodePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversTypes['TaxSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateTaxSettingsInput: UpdateTaxSettingsInput;
  UpdateTaxSettingsPayload: ResolverTypeWrapper<Omit<UpdateTaxSettingsPayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversTypes['TaxSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateVariantInput: UpdateVariantInput;
  UpdateVariantPayload: ResolverTypeWrapper<Omit<UpdateVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversTypes['UserError']>, variant?: Maybe<ResolversTypes['Variant']> }>;
  UserError: ResolverTypeWrapper<UserErrorMapper>;
  ValueEvent: ResolverTypeWrapper<ValueEventMapper>;
  ValueEventConnection: ResolverTypeWrapper<ValueEventConnectionMapper>;
  ValueEventEdge: ResolverTypeWrapper<Omit<ValueEventEdge, 'node'> & { node: ResolversTypes['ValueEvent'] }>;
  ValueEventKind: ValueEventKind;
  Variant: ResolverTypeWrapper<VariantMapper>;
  VariantBy: VariantBy;
  VersionConflict: ResolverTypeWrapper<VersionConflictMapper>;
  VoidSaleInput: VoidSaleInput;
  VoidSalePayload: ResolverTypeWrapper<Omit<VoidSalePayload, 'userErrors' | 'void'> & { userErrors: Array<ResolversTypes['UserError']>, void?: Maybe<ResolversTypes['SaleVoid']> }>;
  WeakPassword: ResolverTypeWrapper<WeakPasswordMapper>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountBalance: AccountBalanceMapper;
  AccountPayments: AccountPaymentsMapper;
  ActivateTerminalInput: ActivateTerminalInput;
  ActivateTerminalPayload: Omit<ActivateTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversParentTypes['Terminal']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddVariantInput: AddVariantInput;
  AddVariantPayload: Omit<AddVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversParentTypes['UserError']>, variant?: Maybe<ResolversParentTypes['Variant']> };
  AdjustGiftCardInput: AdjustGiftCardInput;
  AdjustGiftCardPayload: Omit<AdjustGiftCardPayload, 'giftCard' | 'userErrors'> & { giftCard?: Maybe<ResolversParentTypes['GiftCard']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AdjustStockInput: AdjustStockInput;
  AdjustStockPayload: Omit<AdjustStockPayload, 'stockAdjustment' | 'userErrors'> & { stockAdjustment?: Maybe<ResolversParentTypes['StockAdjustment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AdjustStoreCreditInput: AdjustStoreCreditInput;
  AdjustStoreCreditPayload: Omit<AdjustStoreCreditPayload, 'storeCredit' | 'userErrors'> & { storeCredit?: Maybe<ResolversParentTypes['StoreCredit']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AdjustmentInput: AdjustmentInput;
  AdoptTaxRegimeInput: AdoptTaxRegimeInput;
  AdoptTaxRegimePayload: Omit<AdoptTaxRegimePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversParentTypes['TaxSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AnnounceTerminalPayload: AnnounceTerminalPayloadMapper;
  ArticleSales: ArticleSalesMapper;
  Boolean: Scalars['Boolean']['output'];
  BundlePart: BundlePartMapper;
  BundlePartInput: BundlePartInput;
  CancelQuoteInput: CancelQuoteInput;
  CancelQuotePayload: Omit<CancelQuotePayload, 'quote' | 'userErrors'> & { quote?: Maybe<ResolversParentTypes['Quote']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CatalogChanges: Omit<CatalogChanges, 'categories' | 'products' | 'taxCodes'> & { categories: Array<ResolversParentTypes['Category']>, products: Array<ResolversParentTypes['Product']>, taxCodes?: Maybe<Array<ResolversParentTypes['TaxCode']>> };
  CatalogSnapshot: Omit<CatalogSnapshot, 'categories' | 'products' | 'taxCodes'> & { categories: Array<ResolversParentTypes['Category']>, products: Array<ResolversParentTypes['Product']>, taxCodes: Array<ResolversParentTypes['TaxCode']> };
  Category: CategoryMapper;
  CategoryConnection: Omit<CategoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CategoryEdge']>, nodes: Array<ResolversParentTypes['Category']> };
  CategoryEdge: Omit<CategoryEdge, 'node'> & { node: ResolversParentTypes['Category'] };
  CategoryFilter: CategoryFilter;
  CategorySales: CategorySalesMapper;
  ChangeCurrencyInput: ChangeCurrencyInput;
  ChangeCurrencyPayload: Omit<ChangeCurrencyPayload, 'merchant' | 'userErrors'> & { merchant?: Maybe<ResolversParentTypes['Merchant']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ChangePasswordInput: ChangePasswordInput;
  ChangePinInput: ChangePinInput;
  ChangePriceInput: ChangePriceInput;
  ChangePricePayload: Omit<ChangePricePayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversParentTypes['UserError']>, variant?: Maybe<ResolversParentTypes['Variant']> };
  ChangeTaxRateInput: ChangeTaxRateInput;
  ChangeTaxRatePayload: Omit<ChangeTaxRatePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversParentTypes['TaxSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CompleteSaleInput: CompleteSaleInput;
  CompleteSalePayload: CompleteSalePayloadMapper;
  CountReceiptCopyInput: CountReceiptCopyInput;
  CountReceiptCopyPayload: Omit<CountReceiptCopyPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversParentTypes['ReceiptState']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CounterCustomer: CounterCustomerMapper;
  CreateCategoryInput: CreateCategoryInput;
  CreateCategoryPayload: Omit<CreateCategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversParentTypes['Category']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateCustomerAtCounterInput: CreateCustomerAtCounterInput;
  CreateCustomerAtCounterPayload: Omit<CreateCustomerAtCounterPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['CounterCustomer']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateCustomerGroupInput: CreateCustomerGroupInput;
  CreateCustomerGroupPayload: Omit<CreateCustomerGroupPayload, 'customerGroup' | 'userErrors'> & { customerGroup?: Maybe<ResolversParentTypes['CustomerGroup']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: Omit<CreateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateLocationInput: CreateLocationInput;
  CreateLocationPayload: Omit<CreateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreatePaymentMethodInput: CreatePaymentMethodInput;
  CreatePaymentMethodPayload: Omit<CreatePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversParentTypes['OwnPaymentMethod']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreatePriceListInput: CreatePriceListInput;
  CreatePriceListPayload: Omit<CreatePriceListPayload, 'priceList' | 'userErrors'> & { priceList?: Maybe<ResolversParentTypes['PriceList']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateProductInput: CreateProductInput;
  CreateProductPayload: Omit<CreateProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreatePromotionInput: CreatePromotionInput;
  CreatePromotionPayload: Omit<CreatePromotionPayload, 'promotion' | 'userErrors'> & { promotion?: Maybe<ResolversParentTypes['Promotion']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateQuoteInput: CreateQuoteInput;
  CreateQuotePayload: Omit<CreateQuotePayload, 'quote' | 'userErrors'> & { quote?: Maybe<ResolversParentTypes['Quote']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateReportScheduleInput: CreateReportScheduleInput;
  CreateReportSchedulePayload: Omit<CreateReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversParentTypes['ReportSchedule']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateStaffInput: CreateStaffInput;
  CreateStaffPayload: Omit<CreateStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversParentTypes['Staff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateTaxCodeInput: CreateTaxCodeInput;
  CreateTaxCodePayload: Omit<CreateTaxCodePayload, 'taxCode' | 'userErrors'> & { taxCode?: Maybe<ResolversParentTypes['TaxCode']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateTerminalInput: CreateTerminalInput;
  CreateTerminalPayload: Omit<CreateTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversParentTypes['Terminal']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateVariantInput: CreateVariantInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerMapper;
  CustomerAccount: CustomerAccountMapper;
  CustomerConnection: Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CustomerEdge']>, nodes: Array<ResolversParentTypes['Customer']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerGroup: CustomerGroupMapper;
  CustomerMoneyInput: CustomerMoneyInput;
  CustomerPayment: CustomerPaymentMapper;
  CustomerStatement: CustomerStatementMapper;
  CustomerStatementLine: CustomerStatementLineMapper;
  CustomerTotals: CustomerTotalsMapper;
  DailyReport: DailyReportMapper;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DatedTaxRate: DatedTaxRateMapper;
  DayOfSales: DayOfSalesMapper;
  Decimal: Scalars['Decimal']['output'];
  DeleteReportScheduleInput: DeleteReportScheduleInput;
  DeleteReportSchedulePayload: Omit<DeleteReportSchedulePayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DiscardParkedSaleInput: DiscardParkedSaleInput;
  DiscardParkedSalePayload: Omit<DiscardParkedSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversParentTypes['ParkedSale']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DiscountInput: DiscountInput;
  DiscountNotAllowed: DiscountNotAllowedMapper;
  DrawerCash: DrawerCashMapper;
  EarlierDays: EarlierDays;
  ElectronicReceipt: ElectronicReceiptMapper;
  EntriesBooked: EntriesBooked;
  EraseCustomerInput: EraseCustomerInput;
  EraseCustomerPayload: Omit<EraseCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Exception: ExceptionMapper;
  ExceptionConnection: Omit<ExceptionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ExceptionEdge']>, nodes: Array<ResolversParentTypes['Exception']> };
  ExceptionDetail: ExceptionDetailMapper;
  ExceptionEdge: Omit<ExceptionEdge, 'node'> & { node: ResolversParentTypes['Exception'] };
  ExceptionFilter: ExceptionFilter;
  Exchange: ExchangeMapper;
  ExchangeSaleInput: ExchangeSaleInput;
  ExchangeSalePayload: Omit<ExchangeSalePayload, 'exchange' | 'userErrors'> & { exchange?: Maybe<ResolversParentTypes['Exchange']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ExchangedLineInput: ExchangedLineInput;
  FactInput: FactInput;
  FapiaoRequest: FapiaoRequestMapper;
  FapiaoRequestConnection: FapiaoRequestConnectionMapper;
  FapiaoRequestEdge: Omit<FapiaoRequestEdge, 'node'> & { node: ResolversParentTypes['FapiaoRequest'] };
  FapiaoTax: FapiaoTaxMapper;
  GiftCard: GiftCardMapper;
  GiftCardConnection: GiftCardConnectionMapper;
  GiftCardEdge: Omit<GiftCardEdge, 'node'> & { node: ResolversParentTypes['GiftCard'] };
  GiftCardLineInput: GiftCardLineInput;
  HourOfSales: HourOfSalesMapper;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  IssueActivationCodeInput: IssueActivationCodeInput;
  IssueActivationCodePayload: Omit<IssueActivationCodePayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  IssueFapiaoInput: IssueFapiaoInput;
  IssueFapiaoPayload: Omit<IssueFapiaoPayload, 'fapiao' | 'userErrors'> & { fapiao?: Maybe<ResolversParentTypes['FapiaoRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
  JournalEntry: JournalEntryMapper;
  JournalPosting: JournalPostingMapper;
  JournalPostingInput: JournalPostingInput;
  ListPrice: ListPriceMapper;
  ListPriceInput: ListPriceInput;
  Location: LocationMapper;
  LocationConnection: Omit<LocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LocationEdge']>, nodes: Array<ResolversParentTypes['Location']> };
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationOfRange: LocationOfRangeMapper;
  LowStock: LowStockMapper;
  LowStockConnection: Omit<LowStockConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LowStockEdge']>, nodes: Array<ResolversParentTypes['LowStock']> };
  LowStockEdge: Omit<LowStockEdge, 'node'> & { node: ResolversParentTypes['LowStock'] };
  LowStockFilter: LowStockFilter;
  Me: MeMapper;
  Merchant: MerchantMapper;
  MethodTotal: MethodTotalMapper;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyMapper;
  Movement: MovementMapper;
  MovementConnection: Omit<MovementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MovementEdge']>, nodes: Array<ResolversParentTypes['Movement']> };
  MovementEdge: Omit<MovementEdge, 'node'> & { node: ResolversParentTypes['Movement'] };
  Mutation: Record<PropertyKey, never>;
  Node: NodeMapper;
  OpeningStockLineInput: OpeningStockLineInput;
  OwnAccount: OwnAccountMapper;
  OwnPaymentMethod: OwnPaymentMethodMapper;
  Pack: Pack;
  PackInput: PackInput;
  PageInfo: PageInfo;
  ParkSaleInput: ParkSaleInput;
  ParkSalePayload: Omit<ParkSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversParentTypes['ParkedSale']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ParkedDiscount: Omit<ParkedDiscount, 'amount'> & { amount?: Maybe<ResolversParentTypes['Money']> };
  ParkedLineInput: ParkedLineInput;
  ParkedSale: ParkedSaleMapper;
  ParkedSaleLine: ParkedSaleLineMapper;
  PatchCustomerInput: PatchCustomerInput;
  PatchCustomerPayload: Omit<PatchCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PatchProductInput: PatchProductInput;
  PatchProductPayload: Omit<PatchProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PatchReportScheduleInput: PatchReportScheduleInput;
  PatchReportSchedulePayload: Omit<PatchReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversParentTypes['ReportSchedule']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PatchRoleLimitsInput: PatchRoleLimitsInput;
  PatchRoleLimitsPayload: Omit<PatchRoleLimitsPayload, 'roleLimits' | 'userErrors'> & { roleLimits?: Maybe<ResolversParentTypes['RoleLimitsList']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PatchVariantInput: PatchVariantInput;
  PatchVariantPayload: Omit<PatchVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversParentTypes['UserError']>, variant?: Maybe<ResolversParentTypes['Variant']> };
  Payment: PaymentMapper;
  PaymentInput: PaymentInput;
  PaymentOutcome: PaymentOutcomeMapper;
  PriceList: PriceListMapper;
  PriceNotAllowed: PriceNotAllowedMapper;
  PricedSale: PricedSaleMapper;
  Product: ProductMapper;
  ProductConnection: Omit<ProductConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ProductEdge']>, nodes: Array<ResolversParentTypes['Product']> };
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductFilter: ProductFilter;
  Promotion: PromotionMapper;
  PromotionSaving: Omit<PromotionSaving, 'amount'> & { amount: ResolversParentTypes['Money'] };
  Query: Record<PropertyKey, never>;
  Quote: QuoteMapper;
  QuoteConnection: Omit<QuoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['QuoteEdge']>, nodes: Array<ResolversParentTypes['Quote']> };
  QuoteEdge: Omit<QuoteEdge, 'node'> & { node: ResolversParentTypes['Quote'] };
  QuoteFilter: QuoteFilter;
  RecallParkedSaleInput: RecallParkedSaleInput;
  RecallParkedSalePayload: Omit<RecallParkedSalePayload, 'parkedSale' | 'userErrors'> & { parkedSale?: Maybe<ResolversParentTypes['ParkedSale']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReceiptMail: ReceiptMailMapper;
  ReceiptSettings: ReceiptSettingsMapper;
  ReceiptState: ReceiptStateMapper;
  Reconciliation: Omit<Reconciliation, 'checks' | 'openExceptions'> & { checks: Array<ResolversParentTypes['ReconciliationCheck']>, openExceptions: Array<ResolversParentTypes['Exception']> };
  ReconciliationCheck: ReconciliationCheckMapper;
  ReconciliationDifference: ReconciliationDifferenceMapper;
  RecordCustomerPaymentInput: RecordCustomerPaymentInput;
  RecordCustomerPaymentPayload: Omit<RecordCustomerPaymentPayload, 'payment' | 'userErrors'> & { payment?: Maybe<ResolversParentTypes['CustomerPayment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RecordJournalEntryInput: RecordJournalEntryInput;
  RecordJournalEntryPayload: Omit<RecordJournalEntryPayload, 'journalEntry' | 'userErrors'> & { journalEntry?: Maybe<ResolversParentTypes['JournalEntry']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RecordOpeningStockInput: RecordOpeningStockInput;
  RecordOpeningStockPayload: Omit<RecordOpeningStockPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RecordPaymentOutcomeInput: RecordPaymentOutcomeInput;
  RecordPaymentOutcomePayload: Omit<RecordPaymentOutcomePayload, 'outcome' | 'userErrors'> & { outcome?: Maybe<ResolversParentTypes['PaymentOutcome']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RecordStockTakeInput: RecordStockTakeInput;
  RecordStockTakePayload: Omit<RecordStockTakePayload, 'stockAdjustment' | 'userErrors'> & { stockAdjustment?: Maybe<ResolversParentTypes['StockAdjustment']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RecordedFact: RecordedFactMapper;
  Refund: RefundMapper;
  RefundConnection: RefundConnectionMapper;
  RefundEdge: Omit<RefundEdge, 'node'> & { node: ResolversParentTypes['Refund'] };
  RefundLine: RefundLineMapper;
  RefundLineInput: RefundLineInput;
  RefundPaymentInput: RefundPaymentInput;
  RefundSaleInput: RefundSaleInput;
  RefundSalePayload: Omit<RefundSalePayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversParentTypes['Refund']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RefundedLine: Omit<RefundedLine, 'taxTotal' | 'total'> & { taxTotal: ResolversParentTypes['Money'], total: ResolversParentTypes['Money'] };
  RefundedPayment: Omit<RefundedPayment, 'amount'> & { amount: ResolversParentTypes['Money'] };
  RefundedSoFar: RefundedSoFarMapper;
  Refusal: RefusalMapper;
  RenderedReceipt: RenderedReceiptMapper;
  RenewReceiptLinkInput: RenewReceiptLinkInput;
  RenewReceiptLinkPayload: Omit<RenewReceiptLinkPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversParentTypes['ReceiptState']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReportDelivery: ReportDeliveryMapper;
  ReportSchedule: ReportScheduleMapper;
  ReportSending: ReportSendingMapper;
  ReportSendingConnection: Omit<ReportSendingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ReportSendingEdge']>, nodes: Array<ResolversParentTypes['ReportSending']> };
  ReportSendingEdge: Omit<ReportSendingEdge, 'node'> & { node: ResolversParentTypes['ReportSending'] };
  RequestFapiaoByLinkInput: RequestFapiaoByLinkInput;
  RequestFapiaoByLinkPayload: Omit<RequestFapiaoByLinkPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RequestFapiaoInput: RequestFapiaoInput;
  RequestFapiaoPayload: Omit<RequestFapiaoPayload, 'fapiao' | 'userErrors'> & { fapiao?: Maybe<ResolversParentTypes['FapiaoRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ResolveExceptionInput: ResolveExceptionInput;
  ResolveExceptionPayload: Omit<ResolveExceptionPayload, 'exception' | 'userErrors'> & { exception?: Maybe<ResolversParentTypes['Exception']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeTerminalInput: RevokeTerminalInput;
  RevokeTerminalPayload: Omit<RevokeTerminalPayload, 'terminal' | 'userErrors'> & { terminal?: Maybe<ResolversParentTypes['Terminal']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RoleLimits: RoleLimitsMapper;
  RoleLimitsList: RoleLimitsListMapper;
  RowCount: RowCount;
  Sale: SaleMapper;
  SaleConnection: SaleConnectionMapper;
  SaleCustomerChange: SaleCustomerChangeMapper;
  SaleDiscount: Omit<SaleDiscount, 'amount'> & { amount: ResolversParentTypes['Money'] };
  SaleEdge: Omit<SaleEdge, 'node'> & { node: ResolversParentTypes['Sale'] };
  SaleException: SaleException;
  SaleFilter: SaleFilter;
  SaleLine: SaleLineMapper;
  SaleLineInput: SaleLineInput;
  SaleLineTax: Omit<SaleLineTax, 'amount'> & { amount: ResolversParentTypes['Money'] };
  SaleRecorded: Omit<SaleRecorded, 'sale'> & { sale?: Maybe<ResolversParentTypes['Sale']> };
  SaleVoid: SaleVoidMapper;
  SalesFigures: SalesFiguresMapper;
  SalesParts: SalesPartsMapper;
  SalesRange: SalesRangeMapper;
  SalesSummary: SalesSummaryMapper;
  SalesUpTo: SalesUpToMapper;
  ScannedArticle: Omit<ScannedArticle, 'variant'> & { variant: ResolversParentTypes['Variant'] };
  SendReceiptInput: SendReceiptInput;
  SendReceiptPayload: Omit<SendReceiptPayload, 'receipt' | 'userErrors'> & { receipt?: Maybe<ResolversParentTypes['ReceiptState']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SendReportInput: SendReportInput;
  SendReportPayload: Omit<SendReportPayload, 'sending' | 'userErrors'> & { sending?: Maybe<ResolversParentTypes['ReportSending']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetSaleCustomerInput: SetSaleCustomerInput;
  SetSaleCustomerPayload: Omit<SetSaleCustomerPayload, 'change' | 'userErrors'> & { change?: Maybe<ResolversParentTypes['SaleCustomerChange']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetStaffPasswordInput: SetStaffPasswordInput;
  SetStaffPinInput: SetStaffPinInput;
  SetupStep: SetupStep;
  SignInInput: SignInInput;
  SignInOperatorInput: SignInOperatorInput;
  SignInOperatorPayload: Omit<SignInOperatorPayload, 'operator' | 'userErrors'> & { operator?: Maybe<ResolversParentTypes['Staff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SignInPayload: Omit<SignInPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SignOutPayload: Omit<SignOutPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SimilarSku: Omit<SimilarSku, 'variant'> & { variant: ResolversParentTypes['Variant'] };
  SoldPack: SoldPack;
  Staff: StaffMapper;
  StaffConnection: Omit<StaffConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['StaffEdge']>, nodes: Array<ResolversParentTypes['Staff']> };
  StaffEdge: Omit<StaffEdge, 'node'> & { node: ResolversParentTypes['Staff'] };
  StaffFilter: StaffFilter;
  StockAdjustment: StockAdjustmentMapper;
  StockAdjustmentLine: StockAdjustmentLineMapper;
  StockAdjustmentLineInput: StockAdjustmentLineInput;
  StockChanged: Omit<StockChanged, 'levels'> & { levels: Array<ResolversParentTypes['StockLevel']> };
  StockLevel: StockLevelMapper;
  StockLevelConnection: Omit<StockLevelConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['StockLevelEdge']>, nodes: Array<ResolversParentTypes['StockLevel']> };
  StockLevelEdge: Omit<StockLevelEdge, 'node'> & { node: ResolversParentTypes['StockLevel'] };
  StockLevelFilter: StockLevelFilter;
  StockTakeLineInput: StockTakeLineInput;
  StoreCredit: StoreCreditMapper;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SwitchStaffInput: SwitchStaffInput;
  SyncFactResult: Omit<SyncFactResult, 'fact' | 'userErrors'> & { fact?: Maybe<ResolversParentTypes['RecordedFact']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SyncFactsInput: SyncFactsInput;
  SyncFactsPayload: SyncFactsPayloadMapper;
  SyncSaleResult: Omit<SyncSaleResult, 'sale' | 'userErrors'> & { sale?: Maybe<ResolversParentTypes['Sale']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SyncSalesInput: SyncSalesInput;
  SyncSalesPayload: SyncSalesPayloadMapper;
  TaxCode: TaxCodeMapper;
  TaxComponent: TaxComponentMapper;
  TaxComponentInput: TaxComponentInput;
  TaxExemptionInput: TaxExemptionInput;
  TaxRegime: TaxRegimeMapper;
  TaxRegimeCode: TaxRegimeCodeMapper;
  TaxSettings: TaxSettingsMapper;
  TaxTotal: TaxTotalMapper;
  Terminal: TerminalMapper;
  TerminalConnection: Omit<TerminalConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TerminalEdge']>, nodes: Array<ResolversParentTypes['Terminal']> };
  TerminalEdge: Omit<TerminalEdge, 'node'> & { node: ResolversParentTypes['Terminal'] };
  TerminalFilter: TerminalFilter;
  TerminalOperator: TerminalOperatorMapper;
  TerminalSettings: Omit<TerminalSettings, 'defaultTaxCode' | 'paymentMethods' | 'priceLists' | 'promotions' | 'receipt' | 'taxCodes' | 'terminal'> & { defaultTaxCode: ResolversParentTypes['TaxCode'], paymentMethods: Array<ResolversParentTypes['OwnPaymentMethod']>, priceLists: Array<ResolversParentTypes['PriceList']>, promotions: Array<ResolversParentTypes['Promotion']>, receipt: ResolversParentTypes['ReceiptSettings'], taxCodes: Array<ResolversParentTypes['TaxCode']>, terminal: ResolversParentTypes['Terminal'] };
  TooManyAttempts: TooManyAttemptsMapper;
  TotalMismatch: TotalMismatchMapper;
  UncertainPayments: UncertainPaymentsMapper;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: Omit<UpdateAccountPayload, 'account' | 'userErrors'> & { account?: Maybe<ResolversParentTypes['OwnAccount']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateCategoryInput: UpdateCategoryInput;
  UpdateCategoryPayload: Omit<UpdateCategoryPayload, 'category' | 'userErrors'> & { category?: Maybe<ResolversParentTypes['Category']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateCustomerGroupInput: UpdateCustomerGroupInput;
  UpdateCustomerGroupPayload: Omit<UpdateCustomerGroupPayload, 'customerGroup' | 'userErrors'> & { customerGroup?: Maybe<ResolversParentTypes['CustomerGroup']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateCustomerInput: UpdateCustomerInput;
  UpdateCustomerPayload: Omit<UpdateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateLocationInput: UpdateLocationInput;
  UpdateLocationPayload: Omit<UpdateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateMerchantInput: UpdateMerchantInput;
  UpdateMerchantPayload: Omit<UpdateMerchantPayload, 'merchant' | 'userErrors'> & { merchant?: Maybe<ResolversParentTypes['Merchant']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdatePaymentMethodInput: UpdatePaymentMethodInput;
  UpdatePaymentMethodPayload: Omit<UpdatePaymentMethodPayload, 'paymentMethod' | 'userErrors'> & { paymentMethod?: Maybe<ResolversParentTypes['OwnPaymentMethod']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdatePriceListInput: UpdatePriceListInput;
  UpdatePriceListPayload: Omit<UpdatePriceListPayload, 'priceList' | 'userErrors'> & { priceList?: Maybe<ResolversParentTypes['PriceList']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateProductInput: UpdateProductInput;
  UpdateProductPayload: Omit<UpdateProductPayload, 'product' | 'userErrors'> & { product?: Maybe<ResolversParentTypes['Product']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdatePromotionInput: UpdatePromotionInput;
  UpdatePromotionPayload: Omit<UpdatePromotionPayload, 'promotion' | 'userErrors'> & { promotion?: Maybe<ResolversParentTypes['Promotion']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateReportScheduleInput: UpdateReportScheduleInput;
  UpdateReportSchedulePayload: Omit<UpdateReportSchedulePayload, 'reportSchedule' | 'userErrors'> & { reportSchedule?: Maybe<ResolversParentTypes['ReportSchedule']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateStaffInput: UpdateStaffInput;
  UpdateStaffPayload: Omit<UpdateStaffPayload, 'staff' | 'userErrors'> & { staff?: Maybe<ResolversParentTypes['Staff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateTaxCodeInput: UpdateTaxCodeInput;
  UpdateTaxCodePayload: Omit<UpdateTaxCodePayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversParentTypes['TaxSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateTaxSettingsInput: UpdateTaxSettingsInput;
  UpdateTaxSettingsPayload: Omit<UpdateTaxSettingsPayload, 'taxSettings' | 'userErrors'> & { taxSettings?: Maybe<ResolversParentTypes['TaxSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateVariantInput: UpdateVariantInput;
  UpdateVariantPayload: Omit<UpdateVariantPayload, 'userErrors' | 'variant'> & { userErrors: Array<ResolversParentTypes['UserError']>, variant?: Maybe<ResolversParentTypes['Variant']> };
  UserError: UserErrorMapper;
  ValueEvent: ValueEventMapper;
  ValueEventConnection: ValueEventConnectionMapper;
  ValueEventEdge: Omit<ValueEventEdge, 'node'> & { node: ResolversParentTypes['ValueEvent'] };
  Variant: VariantMapper;
  VariantBy: VariantBy;
  VersionConflict: VersionConflictMapper;
  VoidSaleInput: VoidSaleInput;
  VoidSalePayload: Omit<VoidSalePayload, 'userErrors' | 'void'> & { userErrors: Array<ResolversParentTypes['UserError']>, void?: Maybe<ResolversParentTypes['SaleVoid']> };
  WeakPassword: WeakPasswordMapper;
};

export type AccessDirectiveArgs = {
  callers?: Maybe<Array<CallerKind>>;
  inherit?: Maybe<Scalars['Boolean']['input']>;
  needs?: Maybe<Permission>;
  orNull?: Maybe<Scalars['Boolean']['input']>;
  public?: Maybe<Scalars['Boolean']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumed: Scalars['Int']['input'];
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitiveDirectiveArgs = { };

export type SensitiveDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = SensitiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountBalanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountBalance'] = ResolversParentTypes['AccountBalance']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type AccountPaymentsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPayments'] = ResolversParentTypes['AccountPayments']> = {
  methods?: Resolver<Array<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ActivateTerminalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActivateTerminalPayload'] = ResolversParentTypes['ActivateTerminalPayload']> = {
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddVariantPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AddVariantPayload'] = ResolversParentTypes['AddVariantPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type AdjustGiftCardPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdjustGiftCardPayload'] = ResolversParentTypes['AdjustGiftCardPayload']> = {
  giftCard?: Resolver<Maybe<ResolversTypes['GiftCard']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AdjustStockPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdjustStockPayload'] = ResolversParentTypes['AdjustStockPayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stockAdjustment?: Resolver<Maybe<ResolversTypes['StockAdjustment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AdjustStoreCreditPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdjustStoreCreditPayload'] = ResolversParentTypes['AdjustStoreCreditPayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  storeCredit?: Resolver<Maybe<ResolversTypes['StoreCredit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AdoptTaxRegimePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AdoptTaxRegimePayload'] = ResolversParentTypes['AdoptTaxRegimePayload']> = {
  taxSettings?: Resolver<Maybe<ResolversTypes['TaxSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnnounceTerminalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnnounceTerminalPayload'] = ResolversParentTypes['AnnounceTerminalPayload']> = {
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArticleSalesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArticleSales'] = ResolversParentTypes['ArticleSales']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grossSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  netSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
  variantId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BundlePartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BundlePart'] = ResolversParentTypes['BundlePart']> = {
  categoryIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  productIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CancelQuotePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CancelQuotePayload'] = ResolversParentTypes['CancelQuotePayload']> = {
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CatalogChangesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CatalogChanges'] = ResolversParentTypes['CatalogChanges']> = {
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  haveSettingsChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  taxCodes?: Resolver<Maybe<Array<ResolversTypes['TaxCode']>>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CatalogSnapshotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CatalogSnapshot'] = ResolversParentTypes['CatalogSnapshot']> = {
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  taxCodes?: Resolver<Array<ResolversTypes['TaxCode']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  departmentTaxCode?: Resolver<Maybe<ResolversTypes['TaxCode']>, ParentType, ContextType>;
  discontinuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDiscontinued?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CategoryConnection'] = ResolversParentTypes['CategoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CategoryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CategoryEdge'] = ResolversParentTypes['CategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type CategorySalesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CategorySales'] = ResolversParentTypes['CategorySales']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  grossSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  netSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ChangeCurrencyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeCurrencyPayload'] = ResolversParentTypes['ChangeCurrencyPayload']> = {
  merchant?: Resolver<Maybe<ResolversTypes['Merchant']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePricePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangePricePayload'] = ResolversParentTypes['ChangePricePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type ChangeTaxRatePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeTaxRatePayload'] = ResolversParentTypes['ChangeTaxRatePayload']> = {
  taxSettings?: Resolver<Maybe<ResolversTypes['TaxSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CompleteSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CompleteSalePayload'] = ResolversParentTypes['CompleteSalePayload']> = {
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountReceiptCopyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CountReceiptCopyPayload'] = ResolversParentTypes['CountReceiptCopyPayload']> = {
  receipt?: Resolver<Maybe<ResolversTypes['ReceiptState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CounterCustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CounterCustomer'] = ResolversParentTypes['CounterCustomer']> = {
  account?: Resolver<ResolversTypes['CustomerAccount'], ParentType, ContextType>;
  groupIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phoneEnding?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxExemption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateCategoryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCategoryPayload'] = ResolversParentTypes['CreateCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerAtCounterPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCustomerAtCounterPayload'] = ResolversParentTypes['CreateCustomerAtCounterPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['CounterCustomer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerGroupPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCustomerGroupPayload'] = ResolversParentTypes['CreateCustomerGroupPayload']> = {
  customerGroup?: Resolver<Maybe<ResolversTypes['CustomerGroup']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCustomerPayload'] = ResolversParentTypes['CreateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateLocationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateLocationPayload'] = ResolversParentTypes['CreateLocationPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePaymentMethodPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreatePaymentMethodPayload'] = ResolversParentTypes['CreatePaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['OwnPaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePriceListPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreatePriceListPayload'] = ResolversParentTypes['CreatePriceListPayload']> = {
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateProductPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateProductPayload'] = ResolversParentTypes['CreateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePromotionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreatePromotionPayload'] = ResolversParentTypes['CreatePromotionPayload']> = {
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateQuotePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateQuotePayload'] = ResolversParentTypes['CreateQuotePayload']> = {
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateReportSchedulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateReportSchedulePayload'] = ResolversParentTypes['CreateReportSchedulePayload']> = {
  reportSchedule?: Resolver<Maybe<ResolversTypes['ReportSchedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateStaffPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateStaffPayload'] = ResolversParentTypes['CreateStaffPayload']> = {
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateTaxCodePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateTaxCodePayload'] = ResolversParentTypes['CreateTaxCodePayload']> = {
  taxCode?: Resolver<Maybe<ResolversTypes['TaxCode']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateTerminalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateTerminalPayload'] = ResolversParentTypes['CreateTerminalPayload']> = {
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  account?: Resolver<ResolversTypes['CustomerAccount'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  groupIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sales?: Resolver<Maybe<ResolversTypes['SaleConnection']>, ParentType, ContextType, Partial<CustomerSalesArgs>>;
  taxExemption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['CustomerTotals'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerAccount'] = ResolversParentTypes['CustomerAccount']> = {
  available?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['CustomerStatement'], ParentType, ContextType, RequireFields<CustomerAccountStatementArgs, 'from' | 'to'>>;
};

export type CustomerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerGroup'] = ResolversParentTypes['CustomerGroup']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerPaymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerPayment'] = ResolversParentTypes['CustomerPayment']> = {
  changeDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['Exception']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  quoteId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerStatementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerStatement'] = ResolversParentTypes['CustomerStatement']> = {
  closing?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CustomerStatementLine']>, ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CustomerStatementLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerStatementLine'] = ResolversParentTypes['CustomerStatementLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CustomerStatementKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  receiptNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomerTotalsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerTotals'] = ResolversParentTypes['CustomerTotals']> = {
  grossSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refundCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  saleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DailyReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DailyReport'] = ResolversParentTypes['DailyReport']> = {
  belowReorderPoint?: Resolver<Array<ResolversTypes['LowStock']>, ParentType, ContextType>;
  belowReorderPointCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bestSellers?: Resolver<Array<ResolversTypes['ArticleSales']>, ParentType, ContextType, Partial<DailyReportBestSellersArgs>>;
  categories?: Resolver<Array<ResolversTypes['CategorySales']>, ParentType, ContextType>;
  customerPayments?: Resolver<Array<ResolversTypes['MethodTotal']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  drawers?: Resolver<Array<ResolversTypes['DrawerCash']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SalesFigures'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['HourOfSales']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['MethodTotal']>, ParentType, ContextType>;
  reconciliation?: Resolver<ResolversTypes['Reconciliation'], ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['SalesSummary'], ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['TaxTotal']>, ParentType, ContextType>;
  tips?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  uncertain?: Resolver<Array<ResolversTypes['UncertainPayments']>, ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DatedTaxRateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DatedTaxRate'] = ResolversParentTypes['DatedTaxRate']> = {
  components?: Resolver<Array<ResolversTypes['TaxComponent']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type DayOfSalesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DayOfSales'] = ResolversParentTypes['DayOfSales']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SalesFigures'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['AccountPayments']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['SalesSummary'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteReportSchedulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteReportSchedulePayload'] = ResolversParentTypes['DeleteReportSchedulePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DiscardParkedSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DiscardParkedSalePayload'] = ResolversParentTypes['DiscardParkedSalePayload']> = {
  parkedSale?: Resolver<Maybe<ResolversTypes['ParkedSale']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DiscountNotAllowedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DiscountNotAllowed'] = ResolversParentTypes['DiscountNotAllowed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  limitPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DrawerCashResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DrawerCash'] = ResolversParentTypes['DrawerCash']> = {
  cash?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terminal?: Resolver<ResolversTypes['Terminal'], ParentType, ContextType>;
};

export type EarlierDaysResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EarlierDays'] = ResolversParentTypes['EarlierDays']> = {
  before?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dayEndHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ElectronicReceiptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ElectronicReceipt'] = ResolversParentTypes['ElectronicReceipt']> = {
  fapiaoStatus?: Resolver<Maybe<ResolversTypes['FapiaoStatus']>, ParentType, ContextType>;
  merchantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offersFapiao?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  paper?: Resolver<ResolversTypes['RenderedReceipt'], ParentType, ContextType, RequireFields<ElectronicReceiptPaperArgs, 'format'>>;
};

export type EntriesBookedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EntriesBooked'] = ResolversParentTypes['EntriesBooked']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EraseCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EraseCustomerPayload'] = ResolversParentTypes['EraseCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ExceptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Exception'] = ResolversParentTypes['Exception']> = {
  about?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  details?: Resolver<Array<ResolversTypes['ExceptionDetail']>, ParentType, ContextType>;
  exceptionCode?: Resolver<Maybe<ResolversTypes['ExceptionCode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExceptionStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  touchedSales?: Resolver<Array<ResolversTypes['Sale']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExceptionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExceptionConnection'] = ResolversParentTypes['ExceptionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExceptionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Exception']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExceptionDetailResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExceptionDetail'] = ResolversParentTypes['ExceptionDetail']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  instant?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  staffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ExceptionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExceptionEdge'] = ResolversParentTypes['ExceptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Exception'], ParentType, ContextType>;
};

export type ExchangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Exchange'] = ResolversParentTypes['Exchange']> = {
  difference?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Refund'], ParentType, ContextType>;
  sale?: Resolver<ResolversTypes['Sale'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExchangeSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExchangeSalePayload'] = ResolversParentTypes['ExchangeSalePayload']> = {
  epoch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FapiaoRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FapiaoRequest'] = ResolversParentTypes['FapiaoRequest']> = {
  buyerKind?: Resolver<ResolversTypes['FapiaoBuyerKind'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  soldAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  taxNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['FapiaoTax']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FapiaoRequestConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FapiaoRequestConnection'] = ResolversParentTypes['FapiaoRequestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FapiaoRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FapiaoRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FapiaoRequestEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FapiaoRequestEdge'] = ResolversParentTypes['FapiaoRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FapiaoRequest'], ParentType, ContextType>;
};

export type FapiaoTaxResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FapiaoTax'] = ResolversParentTypes['FapiaoTax']> = {
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type GiftCardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GiftCard'] = ResolversParentTypes['GiftCard']> = {
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ValueEventConnection'], ParentType, ContextType, Partial<GiftCardHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastFour?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GiftCardConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GiftCardConnection'] = ResolversParentTypes['GiftCardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GiftCardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GiftCard']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GiftCardEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GiftCardEdge'] = ResolversParentTypes['GiftCardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GiftCard'], ParentType, ContextType>;
};

export type HourOfSalesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HourOfSales'] = ResolversParentTypes['HourOfSales']> = {
  grossSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  saleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type IssueActivationCodePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IssueActivationCodePayload'] = ResolversParentTypes['IssueActivationCodePayload']> = {
  activationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IssueFapiaoPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IssueFapiaoPayload'] = ResolversParentTypes['IssueFapiaoPayload']> = {
  fapiao?: Resolver<Maybe<ResolversTypes['FapiaoRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type JournalEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JournalEntry'] = ResolversParentTypes['JournalEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['JournalPosting']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JournalPostingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JournalPosting'] = ResolversParentTypes['JournalPosting']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ListPriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListPrice'] = ResolversParentTypes['ListPrice']> = {
  minimumQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dayEndHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  earlierDays?: Resolver<Array<ResolversTypes['EarlierDays']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownReceipt?: Resolver<ResolversTypes['ReceiptSettings'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['ReceiptSettings'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type LocationOfRangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LocationOfRange'] = ResolversParentTypes['LocationOfRange']> = {
  figures?: Resolver<ResolversTypes['SalesFigures'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['SalesSummary'], ParentType, ContextType>;
};

export type LowStockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LowStock'] = ResolversParentTypes['LowStock']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['Variant'], ParentType, ContextType>;
};

export type LowStockConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LowStockConnection'] = ResolversParentTypes['LowStockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LowStockEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LowStock']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LowStockEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LowStockEdge'] = ResolversParentTypes['LowStockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LowStock'], ParentType, ContextType>;
};

export type MeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']> = {
  account?: Resolver<Maybe<ResolversTypes['OwnAccount']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  discountLimitPercent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  grantedPermissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
  isPinShort?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CallerKind'], ParentType, ContextType>;
  merchant?: Resolver<ResolversTypes['Merchant'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  staffId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
};

export type MerchantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Merchant'] = ResolversParentTypes['Merchant']> = {
  cashBackMax?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  cashStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  giftCardOfflineMax?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  isSetupHidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overrideNeedsReason?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['ReceiptSettings'], ParentType, ContextType>;
  refundNeedsCustomer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refundsToSameMethod?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  refusesOutOfStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scaleLayouts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tipPercents?: Resolver<Array<ResolversTypes['Decimal']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MethodTotalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MethodTotal'] = ResolversParentTypes['MethodTotal']> = {
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  methodChineseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  methodId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  methodName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MovementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Movement'] = ResolversParentTypes['Movement']> = {
  fact?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  factId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movementKind?: Resolver<Maybe<ResolversTypes['MovementKind']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantityAfter?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['StockReason']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MovementConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MovementConnection'] = ResolversParentTypes['MovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Movement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MovementEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MovementEdge'] = ResolversParentTypes['MovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Movement'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateTerminal?: Resolver<ResolversTypes['ActivateTerminalPayload'], ParentType, ContextType, RequireFields<MutationActivateTerminalArgs, 'input'>>;
  addVariant?: Resolver<ResolversTypes['AddVariantPayload'], ParentType, ContextType, RequireFields<MutationAddVariantArgs, 'input'>>;
  adjustGiftCard?: Resolver<ResolversTypes['AdjustGiftCardPayload'], ParentType, ContextType, RequireFields<MutationAdjustGiftCardArgs, 'input'>>;
  adjustStock?: Resolver<ResolversTypes['AdjustStockPayload'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  adjustStoreCredit?: Resolver<ResolversTypes['AdjustStoreCreditPayload'], ParentType, ContextType, RequireFields<MutationAdjustStoreCreditArgs, 'input'>>;
  adoptTaxRegime?: Resolver<ResolversTypes['AdoptTaxRegimePayload'], ParentType, ContextType, RequireFields<MutationAdoptTaxRegimeArgs, 'input'>>;
  announceTerminal?: Resolver<ResolversTypes['AnnounceTerminalPayload'], ParentType, ContextType>;
  cancelQuote?: Resolver<ResolversTypes['CancelQuotePayload'], ParentType, ContextType, RequireFields<MutationCancelQuoteArgs, 'input'>>;
  changeCurrency?: Resolver<ResolversTypes['ChangeCurrencyPayload'], ParentType, ContextType, RequireFields<MutationChangeCurrencyArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['UpdateAccountPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changePin?: Resolver<ResolversTypes['UpdateAccountPayload'], ParentType, ContextType, RequireFields<MutationChangePinArgs, 'input'>>;
  changePrice?: Resolver<ResolversTypes['ChangePricePayload'], ParentType, ContextType, RequireFields<MutationChangePriceArgs, 'input'>>;
  changeTaxRate?: Resolver<ResolversTypes['ChangeTaxRatePayload'], ParentType, ContextType, RequireFields<MutationChangeTaxRateArgs, 'input'>>;
  completeSale?: Resolver<ResolversTypes['CompleteSalePayload'], ParentType, ContextType, RequireFields<MutationCompleteSaleArgs, 'input'>>;
  countReceiptCopy?: Resolver<ResolversTypes['CountReceiptCopyPayload'], ParentType, ContextType, RequireFields<MutationCountReceiptCopyArgs, 'input'>>;
  createCategory?: Resolver<ResolversTypes['CreateCategoryPayload'], ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createCustomer?: Resolver<ResolversTypes['CreateCustomerPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  createCustomerAtCounter?: Resolver<ResolversTypes['CreateCustomerAtCounterPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerAtCounterArgs, 'input'>>;
  createCustomerGroup?: Resolver<ResolversTypes['CreateCustomerGroupPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerGroupArgs, 'input'>>;
  createLocation?: Resolver<ResolversTypes['CreateLocationPayload'], ParentType, ContextType, RequireFields<MutationCreateLocationArgs, 'input'>>;
  createPaymentMethod?: Resolver<ResolversTypes['CreatePaymentMethodPayload'], ParentType, ContextType, RequireFields<MutationCreatePaymentMethodArgs, 'input'>>;
  createPriceList?: Resolver<ResolversTypes['CreatePriceListPayload'], ParentType, ContextType, RequireFields<MutationCreatePriceListArgs, 'input'>>;
  createProduct?: Resolver<ResolversTypes['CreateProductPayload'], ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  createPromotion?: Resolver<ResolversTypes['CreatePromotionPayload'], ParentType, ContextType, RequireFields<MutationCreatePromotionArgs, 'input'>>;
  createQuote?: Resolver<ResolversTypes['CreateQuotePayload'], ParentType, ContextType, RequireFields<MutationCreateQuoteArgs, 'input'>>;
  createReportSchedule?: Resolver<ResolversTypes['CreateReportSchedulePayload'], ParentType, ContextType, RequireFields<MutationCreateReportScheduleArgs, 'input'>>;
  createStaff?: Resolver<ResolversTypes['CreateStaffPayload'], ParentType, ContextType, RequireFields<MutationCreateStaffArgs, 'input'>>;
  createTaxCode?: Resolver<ResolversTypes['CreateTaxCodePayload'], ParentType, ContextType, RequireFields<MutationCreateTaxCodeArgs, 'input'>>;
  createTerminal?: Resolver<ResolversTypes['CreateTerminalPayload'], ParentType, ContextType, RequireFields<MutationCreateTerminalArgs, 'input'>>;
  deactivateStaff?: Resolver<ResolversTypes['UpdateStaffPayload'], ParentType, ContextType, RequireFields<MutationDeactivateStaffArgs, 'input'>>;
  deleteReportSchedule?: Resolver<ResolversTypes['DeleteReportSchedulePayload'], ParentType, ContextType, RequireFields<MutationDeleteReportScheduleArgs, 'input'>>;
  discardParkedSale?: Resolver<ResolversTypes['DiscardParkedSalePayload'], ParentType, ContextType, RequireFields<MutationDiscardParkedSaleArgs, 'input'>>;
  eraseCustomer?: Resolver<ResolversTypes['EraseCustomerPayload'], ParentType, ContextType, RequireFields<MutationEraseCustomerArgs, 'input'>>;
  exchangeSale?: Resolver<ResolversTypes['ExchangeSalePayload'], ParentType, ContextType, RequireFields<MutationExchangeSaleArgs, 'input'>>;
  issueActivationCode?: Resolver<ResolversTypes['IssueActivationCodePayload'], ParentType, ContextType, RequireFields<MutationIssueActivationCodeArgs, 'input'>>;
  issueFapiao?: Resolver<ResolversTypes['IssueFapiaoPayload'], ParentType, ContextType, RequireFields<MutationIssueFapiaoArgs, 'input'>>;
  parkSale?: Resolver<ResolversTypes['ParkSalePayload'], ParentType, ContextType, RequireFields<MutationParkSaleArgs, 'input'>>;
  patchCustomer?: Resolver<ResolversTypes['PatchCustomerPayload'], ParentType, ContextType, RequireFields<MutationPatchCustomerArgs, 'input'>>;
  patchProduct?: Resolver<ResolversTypes['PatchProductPayload'], ParentType, ContextType, RequireFields<MutationPatchProductArgs, 'input'>>;
  patchReportSchedule?: Resolver<ResolversTypes['PatchReportSchedulePayload'], ParentType, ContextType, RequireFields<MutationPatchReportScheduleArgs, 'input'>>;
  patchRoleLimits?: Resolver<ResolversTypes['PatchRoleLimitsPayload'], ParentType, ContextType, RequireFields<MutationPatchRoleLimitsArgs, 'input'>>;
  patchVariant?: Resolver<ResolversTypes['PatchVariantPayload'], ParentType, ContextType, RequireFields<MutationPatchVariantArgs, 'input'>>;
  reactivateStaff?: Resolver<ResolversTypes['UpdateStaffPayload'], ParentType, ContextType, RequireFields<MutationReactivateStaffArgs, 'input'>>;
  recallParkedSale?: Resolver<ResolversTypes['RecallParkedSalePayload'], ParentType, ContextType, RequireFields<MutationRecallParkedSaleArgs, 'input'>>;
  recordCustomerPayment?: Resolver<ResolversTypes['RecordCustomerPaymentPayload'], ParentType, ContextType, RequireFields<MutationRecordCustomerPaymentArgs, 'input'>>;
  recordJournalEntry?: Resolver<ResolversTypes['RecordJournalEntryPayload'], ParentType, ContextType, RequireFields<MutationRecordJournalEntryArgs, 'input'>>;
  recordOpeningStock?: Resolver<ResolversTypes['RecordOpeningStockPayload'], ParentType, ContextType, RequireFields<MutationRecordOpeningStockArgs, 'input'>>;
  recordPaymentOutcome?: Resolver<ResolversTypes['RecordPaymentOutcomePayload'], ParentType, ContextType, RequireFields<MutationRecordPaymentOutcomeArgs, 'input'>>;
  recordStockTake?: Resolver<ResolversTypes['RecordStockTakePayload'], ParentType, ContextType, RequireFields<MutationRecordStockTakeArgs, 'input'>>;
  refundSale?: Resolver<ResolversTypes['RefundSalePayload'], ParentType, ContextType, RequireFields<MutationRefundSaleArgs, 'input'>>;
  renewReceiptLink?: Resolver<ResolversTypes['RenewReceiptLinkPayload'], ParentType, ContextType, RequireFields<MutationRenewReceiptLinkArgs, 'input'>>;
  requestFapiao?: Resolver<ResolversTypes['RequestFapiaoPayload'], ParentType, ContextType, RequireFields<MutationRequestFapiaoArgs, 'input'>>;
  requestFapiaoByLink?: Resolver<ResolversTypes['RequestFapiaoByLinkPayload'], ParentType, ContextType, RequireFields<MutationRequestFapiaoByLinkArgs, 'input'>>;
  resolveException?: Resolver<ResolversTypes['ResolveExceptionPayload'], ParentType, ContextType, RequireFields<MutationResolveExceptionArgs, 'input'>>;
  revokeTerminal?: Resolver<ResolversTypes['RevokeTerminalPayload'], ParentType, ContextType, RequireFields<MutationRevokeTerminalArgs, 'input'>>;
  sendReceipt?: Resolver<ResolversTypes['SendReceiptPayload'], ParentType, ContextType, RequireFields<MutationSendReceiptArgs, 'input'>>;
  sendReport?: Resolver<ResolversTypes['SendReportPayload'], ParentType, ContextType, RequireFields<MutationSendReportArgs, 'input'>>;
  setSaleCustomer?: Resolver<ResolversTypes['SetSaleCustomerPayload'], ParentType, ContextType, RequireFields<MutationSetSaleCustomerArgs, 'input'>>;
  setStaffPassword?: Resolver<ResolversTypes['UpdateStaffPayload'], ParentType, ContextType, RequireFields<MutationSetStaffPasswordArgs, 'input'>>;
  setStaffPin?: Resolver<ResolversTypes['UpdateStaffPayload'], ParentType, ContextType, RequireFields<MutationSetStaffPinArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signInOperator?: Resolver<ResolversTypes['SignInOperatorPayload'], ParentType, ContextType, RequireFields<MutationSignInOperatorArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType>;
  syncFacts?: Resolver<ResolversTypes['SyncFactsPayload'], ParentType, ContextType, RequireFields<MutationSyncFactsArgs, 'input'>>;
  syncSales?: Resolver<ResolversTypes['SyncSalesPayload'], ParentType, ContextType, RequireFields<MutationSyncSalesArgs, 'input'>>;
  updateAccount?: Resolver<ResolversTypes['UpdateAccountPayload'], ParentType, ContextType, RequireFields<MutationUpdateAccountArgs, 'input'>>;
  updateCategory?: Resolver<ResolversTypes['UpdateCategoryPayload'], ParentType, ContextType, RequireFields<MutationUpdateCategoryArgs, 'input'>>;
  updateCustomer?: Resolver<ResolversTypes['UpdateCustomerPayload'], ParentType, ContextType, RequireFields<MutationUpdateCustomerArgs, 'input'>>;
  updateCustomerGroup?: Resolver<ResolversTypes['UpdateCustomerGroupPayload'], ParentType, ContextType, RequireFields<MutationUpdateCustomerGroupArgs, 'input'>>;
  updateLocation?: Resolver<ResolversTypes['UpdateLocationPayload'], ParentType, ContextType, RequireFields<MutationUpdateLocationArgs, 'input'>>;
  updateMerchant?: Resolver<ResolversTypes['UpdateMerchantPayload'], ParentType, ContextType, RequireFields<MutationUpdateMerchantArgs, 'input'>>;
  updatePaymentMethod?: Resolver<ResolversTypes['UpdatePaymentMethodPayload'], ParentType, ContextType, RequireFields<MutationUpdatePaymentMethodArgs, 'input'>>;
  updatePriceList?: Resolver<ResolversTypes['UpdatePriceListPayload'], ParentType, ContextType, RequireFields<MutationUpdatePriceListArgs, 'input'>>;
  updateProduct?: Resolver<ResolversTypes['UpdateProductPayload'], ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'input'>>;
  updatePromotion?: Resolver<ResolversTypes['UpdatePromotionPayload'], ParentType, ContextType, RequireFields<MutationUpdatePromotionArgs, 'input'>>;
  updateReportSchedule?: Resolver<ResolversTypes['UpdateReportSchedulePayload'], ParentType, ContextType, RequireFields<MutationUpdateReportScheduleArgs, 'input'>>;
  updateStaff?: Resolver<ResolversTypes['UpdateStaffPayload'], ParentType, ContextType, RequireFields<MutationUpdateStaffArgs, 'input'>>;
  updateTaxCode?: Resolver<ResolversTypes['UpdateTaxCodePayload'], ParentType, ContextType, RequireFields<MutationUpdateTaxCodeArgs, 'input'>>;
  updateTaxSettings?: Resolver<ResolversTypes['UpdateTaxSettingsPayload'], ParentType, ContextType, RequireFields<MutationUpdateTaxSettingsArgs, 'input'>>;
  updateVariant?: Resolver<ResolversTypes['UpdateVariantPayload'], ParentType, ContextType, RequireFields<MutationUpdateVariantArgs, 'input'>>;
  voidSale?: Resolver<ResolversTypes['VoidSalePayload'], ParentType, ContextType, RequireFields<MutationVoidSaleArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Category' | 'Customer' | 'CustomerPayment' | 'Exception' | 'Exchange' | 'GiftCard' | 'JournalEntry' | 'Location' | 'Movement' | 'PaymentOutcome' | 'PriceList' | 'Product' | 'Promotion' | 'Refund' | 'ReportSchedule' | 'ReportSending' | 'Sale' | 'SaleCustomerChange' | 'SaleVoid' | 'Staff' | 'StockAdjustment' | 'StockLevel' | 'TaxCode' | 'Terminal' | 'Variant', ParentType, ContextType>;
};

export type OwnAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OwnAccount'] = ResolversParentTypes['OwnAccount']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operatorNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OwnPaymentMethodResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OwnPaymentMethod'] = ResolversParentTypes['OwnPaymentMethod']> = {
  asksReference?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  chineseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givesChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Pack'] = ResolversParentTypes['Pack']> = {
  barcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParkSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkSalePayload'] = ResolversParentTypes['ParkSalePayload']> = {
  parkedSale?: Resolver<Maybe<ResolversTypes['ParkedSale']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ParkedDiscountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedDiscount'] = ResolversParentTypes['ParkedDiscount']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  couponCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParkedSaleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedSale'] = ResolversParentTypes['ParkedSale']> = {
  customer?: Resolver<Maybe<ResolversTypes['CounterCustomer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['ParkedDiscount']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ParkedSaleLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  parkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  quoteId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ParkedSaleLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedSaleLine'] = ResolversParentTypes['ParkedSaleLine']> = {
  categoryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['ParkedDiscount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  packSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  priceReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxCodeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type PatchCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatchCustomerPayload'] = ResolversParentTypes['PatchCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatchProductPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatchProductPayload'] = ResolversParentTypes['PatchProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatchReportSchedulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatchReportSchedulePayload'] = ResolversParentTypes['PatchReportSchedulePayload']> = {
  reportSchedule?: Resolver<Maybe<ResolversTypes['ReportSchedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatchRoleLimitsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatchRoleLimitsPayload'] = ResolversParentTypes['PatchRoleLimitsPayload']> = {
  roleLimits?: Resolver<Maybe<ResolversTypes['RoleLimitsList']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PatchVariantPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatchVariantPayload'] = ResolversParentTypes['PatchVariantPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  cashBack?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  giftCard?: Resolver<Maybe<ResolversTypes['GiftCard']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  methodChineseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  methodId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  methodName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidBy?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  tendered?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type PaymentOutcomeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaymentOutcome'] = ResolversParentTypes['PaymentOutcome']> = {
  exceptions?: Resolver<Array<ResolversTypes['SaleException']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  paymentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceList'] = ResolversParentTypes['PriceList']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  groupIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['ListPrice']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PriceListState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceNotAllowedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceNotAllowed'] = ResolversParentTypes['PriceNotAllowed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PricedSaleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PricedSale'] = ResolversParentTypes['PricedSale']> = {
  discountTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['SaleDiscount']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['SaleLine']>, ParentType, ContextType>;
  promotions?: Resolver<Array<ResolversTypes['PromotionSaving']>, ParentType, ContextType>;
  subtotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  discontinuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDiscontinued?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxCode?: Resolver<ResolversTypes['TaxCode'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['Variant']>, ParentType, ContextType, Partial<ProductVariantsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type PromotionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Promotion'] = ResolversParentTypes['Promotion']> = {
  amount?: Resolver<Maybe<ResolversTypes['MinorUnits']>, ParentType, ContextType>;
  buyQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  categoryIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  couponCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  couponLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  couponUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  getQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groupIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPerUnit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PromotionKind'], ParentType, ContextType>;
  minimumAmount?: Resolver<Maybe<ResolversTypes['MinorUnits']>, ParentType, ContextType>;
  minimumQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['BundlePart']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  productIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  products?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  stacking?: Resolver<ResolversTypes['PromotionStacking'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PromotionState'], ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PromotionSavingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PromotionSaving'] = ResolversParentTypes['PromotionSaving']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  promotionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountBalances?: Resolver<Maybe<Array<ResolversTypes['AccountBalance']>>, ParentType, ContextType, RequireFields<QueryAccountBalancesArgs, 'locationId'>>;
  bestSellers?: Resolver<Maybe<Array<ResolversTypes['ArticleSales']>>, ParentType, ContextType, RequireFields<QueryBestSellersArgs, 'from' | 'to'>>;
  catalogChanges?: Resolver<Maybe<ResolversTypes['CatalogChanges']>, ParentType, ContextType, RequireFields<QueryCatalogChangesArgs, 'since'>>;
  catalogSnapshot?: Resolver<Maybe<ResolversTypes['CatalogSnapshot']>, ParentType, ContextType, Partial<QueryCatalogSnapshotArgs>>;
  categories?: Resolver<Maybe<Array<ResolversTypes['Category']>>, ParentType, ContextType>;
  categoriesPage?: Resolver<Maybe<ResolversTypes['CategoryConnection']>, ParentType, ContextType, Partial<QueryCategoriesPageArgs>>;
  currencyHold?: Resolver<Maybe<ResolversTypes['CurrencyHold']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customerGroups?: Resolver<Maybe<Array<ResolversTypes['CustomerGroup']>>, ParentType, ContextType>;
  customerPayment?: Resolver<Maybe<ResolversTypes['CustomerPayment']>, ParentType, ContextType, RequireFields<QueryCustomerPaymentArgs, 'id'>>;
  customers?: Resolver<Maybe<ResolversTypes['CustomerConnection']>, ParentType, ContextType, Partial<QueryCustomersArgs>>;
  customersAtCounter?: Resolver<Maybe<Array<ResolversTypes['CounterCustomer']>>, ParentType, ContextType, RequireFields<QueryCustomersAtCounterArgs, 'search'>>;
  dailyReport?: Resolver<Maybe<ResolversTypes['DailyReport']>, ParentType, ContextType, RequireFields<QueryDailyReportArgs, 'day' | 'locationId'>>;
  electronicReceipt?: Resolver<Maybe<ResolversTypes['ElectronicReceipt']>, ParentType, ContextType, RequireFields<QueryElectronicReceiptArgs, 'token'>>;
  exceptions?: Resolver<Maybe<ResolversTypes['ExceptionConnection']>, ParentType, ContextType, Partial<QueryExceptionsArgs>>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType, RequireFields<QueryExchangeArgs, 'id'>>;
  fapiaoRequests?: Resolver<Maybe<ResolversTypes['FapiaoRequestConnection']>, ParentType, ContextType, Partial<QueryFapiaoRequestsArgs>>;
  giftCard?: Resolver<Maybe<ResolversTypes['GiftCard']>, ParentType, ContextType, RequireFields<QueryGiftCardArgs, 'code'>>;
  giftCards?: Resolver<ResolversTypes['GiftCardConnection'], ParentType, ContextType, Partial<QueryGiftCardsArgs>>;
  locations?: Resolver<Maybe<Array<ResolversTypes['Location']>>, ParentType, ContextType>;
  locationsPage?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<QueryLocationsPageArgs>>;
  lowStock?: Resolver<Maybe<Array<ResolversTypes['LowStock']>>, ParentType, ContextType, RequireFields<QueryLowStockArgs, 'locationId'>>;
  lowStockPage?: Resolver<Maybe<ResolversTypes['LowStockConnection']>, ParentType, ContextType, RequireFields<QueryLowStockPageArgs, 'filter'>>;
  me?: Resolver<Maybe<ResolversTypes['Me']>, ParentType, ContextType>;
  movements?: Resolver<Maybe<ResolversTypes['MovementConnection']>, ParentType, ContextType, RequireFields<QueryMovementsArgs, 'locationId' | 'variantId'>>;
  newGiftCardCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  parkedSales?: Resolver<Maybe<Array<ResolversTypes['ParkedSale']>>, ParentType, ContextType, RequireFields<QueryParkedSalesArgs, 'locationId'>>;
  paymentMethods?: Resolver<Maybe<Array<ResolversTypes['OwnPaymentMethod']>>, ParentType, ContextType>;
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType, RequireFields<QueryPriceListArgs, 'id'>>;
  priceLists?: Resolver<Maybe<Array<ResolversTypes['PriceList']>>, ParentType, ContextType, Partial<QueryPriceListsArgs>>;
  priceSale?: Resolver<ResolversTypes['PricedSale'], ParentType, ContextType, RequireFields<QueryPriceSaleArgs, 'input'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, Partial<QueryProductsArgs>>;
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType, RequireFields<QueryPromotionArgs, 'id'>>;
  promotions?: Resolver<Maybe<Array<ResolversTypes['Promotion']>>, ParentType, ContextType, Partial<QueryPromotionsArgs>>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<QueryQuoteArgs, 'id'>>;
  quotes?: Resolver<Maybe<ResolversTypes['QuoteConnection']>, ParentType, ContextType, RequireFields<QueryQuotesArgs, 'locationId'>>;
  receipt?: Resolver<Maybe<ResolversTypes['RenderedReceipt']>, ParentType, ContextType, RequireFields<QueryReceiptArgs, 'factId' | 'format'>>;
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType, RequireFields<QueryRefundArgs, 'id'>>;
  reportSchedules?: Resolver<Maybe<Array<ResolversTypes['ReportSchedule']>>, ParentType, ContextType, Partial<QueryReportSchedulesArgs>>;
  reportSendings?: Resolver<Maybe<ResolversTypes['ReportSendingConnection']>, ParentType, ContextType, RequireFields<QueryReportSendingsArgs, 'locationId'>>;
  roleLimits?: Resolver<ResolversTypes['RoleLimitsList'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType, RequireFields<QuerySaleArgs, 'id'>>;
  saleVoid?: Resolver<Maybe<ResolversTypes['SaleVoid']>, ParentType, ContextType, RequireFields<QuerySaleVoidArgs, 'id'>>;
  sales?: Resolver<Maybe<ResolversTypes['SaleConnection']>, ParentType, ContextType, Partial<QuerySalesArgs>>;
  salesByDay?: Resolver<Maybe<Array<ResolversTypes['DayOfSales']>>, ParentType, ContextType, RequireFields<QuerySalesByDayArgs, 'from' | 'to'>>;
  salesByHour?: Resolver<Maybe<Array<ResolversTypes['HourOfSales']>>, ParentType, ContextType, RequireFields<QuerySalesByHourArgs, 'from' | 'to'>>;
  salesParts?: Resolver<Maybe<ResolversTypes['SalesParts']>, ParentType, ContextType, RequireFields<QuerySalesPartsArgs, 'from' | 'to'>>;
  salesRange?: Resolver<Maybe<ResolversTypes['SalesRange']>, ParentType, ContextType, RequireFields<QuerySalesRangeArgs, 'from' | 'to'>>;
  salesSummary?: Resolver<Maybe<ResolversTypes['SalesSummary']>, ParentType, ContextType, RequireFields<QuerySalesSummaryArgs, 'from' | 'to'>>;
  salesUpTo?: Resolver<Maybe<ResolversTypes['SalesUpTo']>, ParentType, ContextType, RequireFields<QuerySalesUpToArgs, 'day'>>;
  scannedArticle?: Resolver<Maybe<ResolversTypes['ScannedArticle']>, ParentType, ContextType, RequireFields<QueryScannedArticleArgs, 'code'>>;
  setupSteps?: Resolver<Maybe<Array<ResolversTypes['SetupStep']>>, ParentType, ContextType>;
  similarSkus?: Resolver<Maybe<Array<ResolversTypes['SimilarSku']>>, ParentType, ContextType, RequireFields<QuerySimilarSkusArgs, 'skus'>>;
  staffPage?: Resolver<Maybe<ResolversTypes['StaffConnection']>, ParentType, ContextType, Partial<QueryStaffPageArgs>>;
  stockLevels?: Resolver<Maybe<ResolversTypes['StockLevelConnection']>, ParentType, ContextType, RequireFields<QueryStockLevelsArgs, 'locationId'>>;
  storeCredit?: Resolver<Maybe<ResolversTypes['StoreCredit']>, ParentType, ContextType, RequireFields<QueryStoreCreditArgs, 'customerId'>>;
  taxCodes?: Resolver<Maybe<Array<ResolversTypes['TaxCode']>>, ParentType, ContextType>;
  taxRegimes?: Resolver<Maybe<Array<ResolversTypes['TaxRegime']>>, ParentType, ContextType>;
  taxSettings?: Resolver<ResolversTypes['TaxSettings'], ParentType, ContextType>;
  terminalOperators?: Resolver<Maybe<Array<ResolversTypes['TerminalOperator']>>, ParentType, ContextType>;
  terminalSettings?: Resolver<Maybe<ResolversTypes['TerminalSettings']>, ParentType, ContextType>;
  terminals?: Resolver<Maybe<Array<ResolversTypes['Terminal']>>, ParentType, ContextType>;
  terminalsPage?: Resolver<Maybe<ResolversTypes['TerminalConnection']>, ParentType, ContextType, Partial<QueryTerminalsPageArgs>>;
  uncertainPayments?: Resolver<Maybe<Array<ResolversTypes['UncertainPayments']>>, ParentType, ContextType, Partial<QueryUncertainPaymentsArgs>>;
  unlinkedRefunds?: Resolver<Maybe<ResolversTypes['RefundConnection']>, ParentType, ContextType, RequireFields<QueryUnlinkedRefundsArgs, 'locationId'>>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType, RequireFields<QueryVariantArgs, 'by'>>;
  variants?: Resolver<Array<Maybe<ResolversTypes['Variant']>>, ParentType, ContextType, RequireFields<QueryVariantsArgs, 'by'>>;
};

export type QuoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['CounterCustomer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  deposited?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deposits?: Resolver<Array<ResolversTypes['CustomerPayment']>, ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['SaleDiscount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['SaleLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  pricesIncludeTax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  saleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuoteState'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxExemption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type QuoteConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuoteConnection'] = ResolversParentTypes['QuoteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuoteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuoteEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuoteEdge'] = ResolversParentTypes['QuoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
};

export type RecallParkedSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecallParkedSalePayload'] = ResolversParentTypes['RecallParkedSalePayload']> = {
  parkedSale?: Resolver<Maybe<ResolversTypes['ParkedSale']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReceiptMailResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReceiptMail'] = ResolversParentTypes['ReceiptMail']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
};

export type ReceiptSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReceiptSettings'] = ResolversParentTypes['ReceiptSettings']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  footer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  header?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['ReceiptLanguage']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReceiptStateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReceiptState'] = ResolversParentTypes['ReceiptState']> = {
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkGeneration?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mails?: Resolver<Array<ResolversTypes['ReceiptMail']>, ParentType, ContextType>;
};

export type ReconciliationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Reconciliation'] = ResolversParentTypes['Reconciliation']> = {
  checks?: Resolver<Array<ResolversTypes['ReconciliationCheck']>, ParentType, ContextType>;
  openExceptionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openExceptions?: Resolver<Array<ResolversTypes['Exception']>, ParentType, ContextType>;
  reconciles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReconciliationCheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconciliationCheck'] = ResolversParentTypes['ReconciliationCheck']> = {
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['ReconciliationDifference']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ReconciliationCheckName'], ParentType, ContextType>;
};

export type ReconciliationDifferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconciliationDifference'] = ResolversParentTypes['ReconciliationDifference']> = {
  countedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  countedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  figure?: Resolver<ResolversTypes['ReconciliationFigure'], ParentType, ContextType>;
  hour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  storedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  storedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RecordCustomerPaymentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordCustomerPaymentPayload'] = ResolversParentTypes['RecordCustomerPaymentPayload']> = {
  payment?: Resolver<Maybe<ResolversTypes['CustomerPayment']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordJournalEntryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordJournalEntryPayload'] = ResolversParentTypes['RecordJournalEntryPayload']> = {
  journalEntry?: Resolver<Maybe<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordOpeningStockPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordOpeningStockPayload'] = ResolversParentTypes['RecordOpeningStockPayload']> = {
  openingStockId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordPaymentOutcomePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordPaymentOutcomePayload'] = ResolversParentTypes['RecordPaymentOutcomePayload']> = {
  epoch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['PaymentOutcome']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordStockTakePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordStockTakePayload'] = ResolversParentTypes['RecordStockTakePayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stockAdjustment?: Resolver<Maybe<ResolversTypes['StockAdjustment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordedFactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordedFact'] = ResolversParentTypes['RecordedFact']> = {
  __resolveType: TypeResolveFn<'CustomerPayment' | 'Exchange' | 'PaymentOutcome' | 'Refund' | 'Sale' | 'SaleVoid' | 'StockAdjustment', ParentType, ContextType>;
};

export type RefundResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['SaleException']>, ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['RefundLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['ReceiptState'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundConnection'] = ResolversParentTypes['RefundConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RefundEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RefundEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundEdge'] = ResolversParentTypes['RefundEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Refund'], ParentType, ContextType>;
};

export type RefundLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundLine'] = ResolversParentTypes['RefundLine']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  giftCard?: Resolver<Maybe<ResolversTypes['GiftCard']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pack?: Resolver<Maybe<ResolversTypes['SoldPack']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  saleLine?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
  writtenOff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RefundSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundSalePayload'] = ResolversParentTypes['RefundSalePayload']> = {
  epoch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RefundedLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundedLine'] = ResolversParentTypes['RefundedLine']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type RefundedPaymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundedPayment'] = ResolversParentTypes['RefundedPayment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paymentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RefundedSoFarResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefundedSoFar'] = ResolversParentTypes['RefundedSoFar']> = {
  lines?: Resolver<Array<ResolversTypes['RefundedLine']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['RefundedPayment']>, ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenderedReceiptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RenderedReceipt'] = ResolversParentTypes['RenderedReceipt']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  factId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ReceiptFormat'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ReceiptLanguage'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RenewReceiptLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RenewReceiptLinkPayload'] = ResolversParentTypes['RenewReceiptLinkPayload']> = {
  receipt?: Resolver<Maybe<ResolversTypes['ReceiptState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportDeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportDelivery'] = ResolversParentTypes['ReportDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
};

export type ReportScheduleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSchedule'] = ResolversParentTypes['ReportSchedule']> = {
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['MailLanguage'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recipients?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  report?: Resolver<ResolversTypes['ReportKind'], ParentType, ContextType>;
  reportedDay?: Resolver<ResolversTypes['ReportedDay'], ParentType, ContextType>;
  timeOfDay?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportSendingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSending'] = ResolversParentTypes['ReportSending']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  deliveries?: Resolver<Array<ResolversTypes['ReportDelivery']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['MailLanguage'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['ReportKind'], ParentType, ContextType>;
  reportSchedule?: Resolver<Maybe<ResolversTypes['ReportSchedule']>, ParentType, ContextType>;
  reportScheduleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportSendingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSendingConnection'] = ResolversParentTypes['ReportSendingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReportSendingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ReportSending']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReportSendingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSendingEdge'] = ResolversParentTypes['ReportSendingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReportSending'], ParentType, ContextType>;
};

export type RequestFapiaoByLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RequestFapiaoByLinkPayload'] = ResolversParentTypes['RequestFapiaoByLinkPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['FapiaoStatus']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestFapiaoPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RequestFapiaoPayload'] = ResolversParentTypes['RequestFapiaoPayload']> = {
  fapiao?: Resolver<Maybe<ResolversTypes['FapiaoRequest']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FapiaoStatus']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveExceptionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResolveExceptionPayload'] = ResolversParentTypes['ResolveExceptionPayload']> = {
  exception?: Resolver<Maybe<ResolversTypes['Exception']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeTerminalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeTerminalPayload'] = ResolversParentTypes['RevokeTerminalPayload']> = {
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleLimitsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleLimits'] = ResolversParentTypes['RoleLimits']> = {
  discountPercent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  mayRefundUnlinked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unlinkedRefund?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type RoleLimitsListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleLimitsList'] = ResolversParentTypes['RoleLimitsList']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['RoleLimits']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RowCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RowCount'] = ResolversParentTypes['RowCount']> = {
  atLeast?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SaleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Sale'] = ResolversParentTypes['Sale']> = {
  cashStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changeDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerChanges?: Resolver<Array<ResolversTypes['SaleCustomerChange']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['SaleDiscount']>, ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['SaleException']>, ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType>;
  expectedTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  fapiao?: Resolver<Maybe<ResolversTypes['FapiaoRequest']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isVoidable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['SaleLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  paymentOutcomes?: Resolver<Array<ResolversTypes['PaymentOutcome']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  pricesIncludeTax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  quoteId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['ReceiptState'], ParentType, ContextType>;
  receiptNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['RefundedSoFar'], ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxExemption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terminal?: Resolver<ResolversTypes['Terminal'], ParentType, ContextType>;
  tip?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  void?: Resolver<Maybe<ResolversTypes['SaleVoid']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleConnection'] = ResolversParentTypes['SaleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SaleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Sale']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  rowCount?: Resolver<Maybe<ResolversTypes['RowCount']>, ParentType, ContextType>;
};

export type SaleCustomerChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleCustomerChange'] = ResolversParentTypes['SaleCustomerChange']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  previousCustomerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaleDiscountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleDiscount'] = ResolversParentTypes['SaleDiscount']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  couponCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promotionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DiscountSource'], ParentType, ContextType>;
};

export type SaleEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleEdge'] = ResolversParentTypes['SaleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Sale'], ParentType, ContextType>;
};

export type SaleExceptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleException'] = ResolversParentTypes['SaleException']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exceptionCode?: Resolver<Maybe<ResolversTypes['ExceptionCode']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SaleLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleLine'] = ResolversParentTypes['SaleLine']> = {
  categoryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<Array<ResolversTypes['SaleDiscount']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  giftCard?: Resolver<Maybe<ResolversTypes['GiftCard']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pack?: Resolver<Maybe<ResolversTypes['SoldPack']>, ParentType, ContextType>;
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType>;
  priceListId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  priceReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceSource?: Resolver<ResolversTypes['PriceSource'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  serial?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['SaleLineTax']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type SaleLineTaxResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleLineTax'] = ResolversParentTypes['SaleLineTax']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  codeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SaleRecordedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleRecorded'] = ResolversParentTypes['SaleRecorded']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  saleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SaleVoidResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaleVoid'] = ResolversParentTypes['SaleVoid']> = {
  exceptions?: Resolver<Array<ResolversTypes['SaleException']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['RefundLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['Payment']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  terminal?: Resolver<Maybe<ResolversTypes['Terminal']>, ParentType, ContextType>;
  tip?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesFiguresResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesFigures'] = ResolversParentTypes['SalesFigures']> = {
  averageSale?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  costOfGoods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  grossProfit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  marginPercent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  salesBeforeDiscounts?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  salesWithoutTax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  voids?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SalesPartsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesParts'] = ResolversParentTypes['SalesParts']> = {
  bestSellers?: Resolver<Array<ResolversTypes['ArticleSales']>, ParentType, ContextType, Partial<SalesPartsBestSellersArgs>>;
  categories?: Resolver<Array<ResolversTypes['CategorySales']>, ParentType, ContextType>;
  customerPayments?: Resolver<Array<ResolversTypes['MethodTotal']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['MethodTotal']>, ParentType, ContextType>;
  taxes?: Resolver<Array<ResolversTypes['TaxTotal']>, ParentType, ContextType>;
  tips?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unpaid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type SalesRangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesRange'] = ResolversParentTypes['SalesRange']> = {
  days?: Resolver<Array<ResolversTypes['DayOfSales']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SalesFigures'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['HourOfSales']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['LocationOfRange']>, ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['AccountPayments']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['SalesSummary'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SalesSummaryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesSummary'] = ResolversParentTypes['SalesSummary']> = {
  costOfGoods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SalesFigures'], ParentType, ContextType>;
  grossMargin?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  grossSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  netSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refundCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  saleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  voidCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SalesUpToResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesUpTo'] = ResolversParentTypes['SalesUpTo']> = {
  averageSale?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  refundCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  saleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ScannedArticleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScannedArticle'] = ResolversParentTypes['ScannedArticle']> = {
  pack?: Resolver<Maybe<ResolversTypes['Pack']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unitPrice?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['Variant'], ParentType, ContextType>;
};

export type SendReceiptPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SendReceiptPayload'] = ResolversParentTypes['SendReceiptPayload']> = {
  receipt?: Resolver<Maybe<ResolversTypes['ReceiptState']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SendReportPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SendReportPayload'] = ResolversParentTypes['SendReportPayload']> = {
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sending?: Resolver<Maybe<ResolversTypes['ReportSending']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetSaleCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetSaleCustomerPayload'] = ResolversParentTypes['SetSaleCustomerPayload']> = {
  change?: Resolver<Maybe<ResolversTypes['SaleCustomerChange']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetupStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetupStep'] = ResolversParentTypes['SetupStep']> = {
  isDone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['SetupStepName'], ParentType, ContextType>;
};

export type SignInOperatorPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignInOperatorPayload'] = ResolversParentTypes['SignInOperatorPayload']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SimilarSkuResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SimilarSku'] = ResolversParentTypes['SimilarSku']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['Variant'], ParentType, ContextType>;
};

export type SoldPackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SoldPack'] = ResolversParentTypes['SoldPack']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StaffResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Staff'] = ResolversParentTypes['Staff']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPin?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isChangeable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinShort?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locations?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<StaffLocationsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operatorNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaffConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StaffConnection'] = ResolversParentTypes['StaffConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StaffEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Staff']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StaffEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StaffEdge'] = ResolversParentTypes['StaffEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Staff'], ParentType, ContextType>;
};

export type StockAdjustmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockAdjustment'] = ResolversParentTypes['StockAdjustment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StockAdjustmentLine']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  operatorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['StockReason']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockAdjustmentLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockAdjustmentLine'] = ResolversParentTypes['StockAdjustmentLine']> = {
  counted?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type StockChangedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockChanged'] = ResolversParentTypes['StockChanged']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['StockLevel']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StockLevelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockLevel'] = ResolversParentTypes['StockLevel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['Variant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockLevelConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockLevelConnection'] = ResolversParentTypes['StockLevelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockLevelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockLevel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockLevelEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StockLevelEdge'] = ResolversParentTypes['StockLevelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
};

export type StoreCreditResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StoreCredit'] = ResolversParentTypes['StoreCredit']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  customerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ValueEventConnection'], ParentType, ContextType, Partial<StoreCreditHistoryArgs>>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  entriesBooked?: SubscriptionResolver<Maybe<ResolversTypes['EntriesBooked']>, "entriesBooked", ParentType, ContextType, RequireFields<SubscriptionEntriesBookedArgs, 'locationId'>>;
  saleRecorded?: SubscriptionResolver<Maybe<ResolversTypes['SaleRecorded']>, "saleRecorded", ParentType, ContextType, RequireFields<SubscriptionSaleRecordedArgs, 'locationId'>>;
  stockChanged?: SubscriptionResolver<Maybe<ResolversTypes['StockChanged']>, "stockChanged", ParentType, ContextType, RequireFields<SubscriptionStockChangedArgs, 'locationId'>>;
};

export type SyncFactResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncFactResult'] = ResolversParentTypes['SyncFactResult']> = {
  fact?: Resolver<Maybe<ResolversTypes['RecordedFact']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SyncStatus'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncFactsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncFactsPayload'] = ResolversParentTypes['SyncFactsPayload']> = {
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['SyncFactResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncSaleResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncSaleResult'] = ResolversParentTypes['SyncSaleResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['Sale']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SyncStatus'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SyncSalesPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncSalesPayload'] = ResolversParentTypes['SyncSalesPayload']> = {
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['SyncSaleResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TaxCodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxCode'] = ResolversParentTypes['TaxCode']> = {
  components?: Resolver<Array<ResolversTypes['TaxComponent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDiscontinued?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['DatedTaxRate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaxComponentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxComponent'] = ResolversParentTypes['TaxComponent']> = {
  isCompound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxRegimeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxRegime'] = ResolversParentTypes['TaxRegime']> = {
  level?: Resolver<ResolversTypes['TaxLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['TaxRegimeName'], ParentType, ContextType>;
  pricesIncludeTax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['TaxRounding'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxCodes?: Resolver<Array<ResolversTypes['TaxRegimeCode']>, ParentType, ContextType>;
};

export type TaxRegimeCodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxRegimeCode'] = ResolversParentTypes['TaxRegimeCode']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['DatedTaxRate']>, ParentType, ContextType>;
};

export type TaxSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxSettings'] = ResolversParentTypes['TaxSettings']> = {
  defaultTaxCode?: Resolver<ResolversTypes['TaxCode'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TaxLevel'], ParentType, ContextType>;
  pricesIncludeTax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['TaxRounding'], ParentType, ContextType>;
  taxCodes?: Resolver<Array<ResolversTypes['TaxCode']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxTotalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxTotal'] = ResolversParentTypes['TaxTotal']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  netSales?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  salesWithoutTax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type TerminalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Terminal'] = ResolversParentTypes['Terminal']> = {
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TerminalKind'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TerminalConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TerminalConnection'] = ResolversParentTypes['TerminalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TerminalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Terminal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TerminalEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TerminalEdge'] = ResolversParentTypes['TerminalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Terminal'], ParentType, ContextType>;
};

export type TerminalOperatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TerminalOperator'] = ResolversParentTypes['TerminalOperator']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operatorNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TerminalSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TerminalSettings'] = ResolversParentTypes['TerminalSettings']> = {
  cashBackMax?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  cashStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  defaultTaxCode?: Resolver<ResolversTypes['TaxCode'], ParentType, ContextType>;
  defaultTaxCodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  giftCardOfflineMax?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  merchantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overrideNeedsReason?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  paymentMethods?: Resolver<Array<ResolversTypes['OwnPaymentMethod']>, ParentType, ContextType>;
  priceLists?: Resolver<Array<ResolversTypes['PriceList']>, ParentType, ContextType>;
  pricesIncludeTax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  promotions?: Resolver<Array<ResolversTypes['Promotion']>, ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['ReceiptSettings'], ParentType, ContextType>;
  refundNeedsCustomer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scaleLayouts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  taxCodes?: Resolver<Array<ResolversTypes['TaxCode']>, ParentType, ContextType>;
  taxLevel?: Resolver<ResolversTypes['TaxLevel'], ParentType, ContextType>;
  taxRounding?: Resolver<ResolversTypes['TaxRounding'], ParentType, ContextType>;
  terminal?: Resolver<ResolversTypes['Terminal'], ParentType, ContextType>;
  tipPercents?: Resolver<Array<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotalMismatchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TotalMismatch'] = ResolversParentTypes['TotalMismatch']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UncertainPaymentsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UncertainPayments'] = ResolversParentTypes['UncertainPayments']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
};

export type UpdateAccountPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateAccountPayload'] = ResolversParentTypes['UpdateAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['OwnAccount']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCategoryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCategoryPayload'] = ResolversParentTypes['UpdateCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCustomerGroupPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCustomerGroupPayload'] = ResolversParentTypes['UpdateCustomerGroupPayload']> = {
  customerGroup?: Resolver<Maybe<ResolversTypes['CustomerGroup']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCustomerPayload'] = ResolversParentTypes['UpdateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateLocationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateLocationPayload'] = ResolversParentTypes['UpdateLocationPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateMerchantPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateMerchantPayload'] = ResolversParentTypes['UpdateMerchantPayload']> = {
  merchant?: Resolver<Maybe<ResolversTypes['Merchant']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePaymentMethodPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdatePaymentMethodPayload'] = ResolversParentTypes['UpdatePaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['OwnPaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePriceListPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdatePriceListPayload'] = ResolversParentTypes['UpdatePriceListPayload']> = {
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProductPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateProductPayload'] = ResolversParentTypes['UpdateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdatePromotionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdatePromotionPayload'] = ResolversParentTypes['UpdatePromotionPayload']> = {
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateReportSchedulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateReportSchedulePayload'] = ResolversParentTypes['UpdateReportSchedulePayload']> = {
  reportSchedule?: Resolver<Maybe<ResolversTypes['ReportSchedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateStaffPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateStaffPayload'] = ResolversParentTypes['UpdateStaffPayload']> = {
  staff?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTaxCodePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateTaxCodePayload'] = ResolversParentTypes['UpdateTaxCodePayload']> = {
  taxSettings?: Resolver<Maybe<ResolversTypes['TaxSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateTaxSettingsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateTaxSettingsPayload'] = ResolversParentTypes['UpdateTaxSettingsPayload']> = {
  taxSettings?: Resolver<Maybe<ResolversTypes['TaxSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateVariantPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateVariantPayload'] = ResolversParentTypes['UpdateVariantPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['Variant']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'DiscountNotAllowed' | 'PriceNotAllowed' | 'Refusal' | 'TooManyAttempts' | 'TotalMismatch' | 'VersionConflict' | 'WeakPassword', ParentType, ContextType>;
};

export type ValueEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ValueEvent'] = ResolversParentTypes['ValueEvent']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ValueEventKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Staff']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receiptNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ValueEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ValueEventConnection'] = ResolversParentTypes['ValueEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ValueEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ValueEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ValueEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ValueEventEdge'] = ResolversParentTypes['ValueEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ValueEvent'], ParentType, ContextType>;
};

export type VariantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Variant'] = ResolversParentTypes['Variant']> = {
  barcodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  discontinuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDiscontinued?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  levels?: Resolver<Maybe<Array<ResolversTypes['StockLevel']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packs?: Resolver<Array<ResolversTypes['Pack']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reorderPoint?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionConflictResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VersionConflict'] = ResolversParentTypes['VersionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VoidSalePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VoidSalePayload'] = ResolversParentTypes['VoidSalePayload']> = {
  epoch?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  void?: Resolver<Maybe<ResolversTypes['SaleVoid']>, ParentType, ContextType>;
};

export type WeakPasswordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WeakPassword'] = ResolversParentTypes['WeakPassword']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  containsName?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failureCode?: Resolver<ResolversTypes['FailureCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AccountBalance?: AccountBalanceResolvers<ContextType>;
  AccountPayments?: AccountPaymentsResolvers<ContextType>;
  ActivateTerminalPayload?: ActivateTerminalPayloadResolvers<ContextType>;
  AddVariantPayload?: AddVariantPayloadResolvers<ContextType>;
  AdjustGiftCardPayload?: AdjustGiftCardPayloadResolvers<ContextType>;
  AdjustStockPayload?: AdjustStockPayloadResolvers<ContextType>;
  AdjustStoreCreditPayload?: AdjustStoreCreditPayloadResolvers<ContextType>;
  AdoptTaxRegimePayload?: AdoptTaxRegimePayloadResolvers<ContextType>;
  AnnounceTerminalPayload?: AnnounceTerminalPayloadResolvers<ContextType>;
  ArticleSales?: ArticleSalesResolvers<ContextType>;
  BundlePart?: BundlePartResolvers<ContextType>;
  CancelQuotePayload?: CancelQuotePayloadResolvers<ContextType>;
  CatalogChanges?: CatalogChangesResolvers<ContextType>;
  CatalogSnapshot?: CatalogSnapshotResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryConnection?: CategoryConnectionResolvers<ContextType>;
  CategoryEdge?: CategoryEdgeResolvers<ContextType>;
  CategorySales?: CategorySalesResolvers<ContextType>;
  ChangeCurrencyPayload?: ChangeCurrencyPayloadResolvers<ContextType>;
  ChangePricePayload?: ChangePricePayloadResolvers<ContextType>;
  ChangeTaxRatePayload?: ChangeTaxRatePayloadResolvers<ContextType>;
  CompleteSalePayload?: CompleteSalePayloadResolvers<ContextType>;
  CountReceiptCopyPayload?: CountReceiptCopyPayloadResolvers<ContextType>;
  CounterCustomer?: CounterCustomerResolvers<ContextType>;
  CreateCategoryPayload?: CreateCategoryPayloadResolvers<ContextType>;
  CreateCustomerAtCounterPayload?: CreateCustomerAtCounterPayloadResolvers<ContextType>;
  CreateCustomerGroupPayload?: CreateCustomerGroupPayloadResolvers<ContextType>;
  CreateCustomerPayload?: CreateCustomerPayloadResolvers<ContextType>;
  CreateLocationPayload?: CreateLocationPayloadResolvers<ContextType>;
  CreatePaymentMethodPayload?: CreatePaymentMethodPayloadResolvers<ContextType>;
  CreatePriceListPayload?: CreatePriceListPayloadResolvers<ContextType>;
  CreateProductPayload?: CreateProductPayloadResolvers<ContextType>;
  CreatePromotionPayload?: CreatePromotionPayloadResolvers<ContextType>;
  CreateQuotePayload?: CreateQuotePayloadResolvers<ContextType>;
  CreateReportSchedulePayload?: CreateReportSchedulePayloadResolvers<ContextType>;
  CreateStaffPayload?: CreateStaffPayloadResolvers<ContextType>;
  CreateTaxCodePayload?: CreateTaxCodePayloadResolvers<ContextType>;
  CreateTerminalPayload?: CreateTerminalPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerAccount?: CustomerAccountResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerGroup?: CustomerGroupResolvers<ContextType>;
  CustomerPayment?: CustomerPaymentResolvers<ContextType>;
  CustomerStatement?: CustomerStatementResolvers<ContextType>;
  CustomerStatementLine?: CustomerStatementLineResolvers<ContextType>;
  CustomerTotals?: CustomerTotalsResolvers<ContextType>;
  DailyReport?: DailyReportResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DatedTaxRate?: DatedTaxRateResolvers<ContextType>;
  DayOfSales?: DayOfSalesResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DeleteReportSchedulePayload?: DeleteReportSchedulePayloadResolvers<ContextType>;
  DiscardParkedSalePayload?: DiscardParkedSalePayloadResolvers<ContextType>;
  DiscountNotAllowed?: DiscountNotAllowedResolvers<ContextType>;
  DrawerCash?: DrawerCashResolvers<ContextType>;
  EarlierDays?: EarlierDaysResolvers<ContextType>;
  ElectronicReceipt?: ElectronicReceiptResolvers<ContextType>;
  EntriesBooked?: EntriesBookedResolvers<ContextType>;
  EraseCustomerPayload?: EraseCustomerPayloadResolvers<ContextType>;
  Exception?: ExceptionResolvers<ContextType>;
  ExceptionConnection?: ExceptionConnectionResolvers<ContextType>;
  ExceptionDetail?: ExceptionDetailResolvers<ContextType>;
  ExceptionEdge?: ExceptionEdgeResolvers<ContextType>;
  Exchange?: ExchangeResolvers<ContextType>;
  ExchangeSalePayload?: ExchangeSalePayloadResolvers<ContextType>;
  FapiaoRequest?: FapiaoRequestResolvers<ContextType>;
  FapiaoRequestConnection?: FapiaoRequestConnectionResolvers<ContextType>;
  FapiaoRequestEdge?: FapiaoRequestEdgeResolvers<ContextType>;
  FapiaoTax?: FapiaoTaxResolvers<ContextType>;
  GiftCard?: GiftCardResolvers<ContextType>;
  GiftCardConnection?: GiftCardConnectionResolvers<ContextType>;
  GiftCardEdge?: GiftCardEdgeResolvers<ContextType>;
  HourOfSales?: HourOfSalesResolvers<ContextType>;
  IssueActivationCodePayload?: IssueActivationCodePayloadResolvers<ContextType>;
  IssueFapiaoPayload?: IssueFapiaoPayloadResolvers<ContextType>;
  JournalEntry?: JournalEntryResolvers<ContextType>;
  JournalPosting?: JournalPostingResolvers<ContextType>;
  ListPrice?: ListPriceResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  LocationOfRange?: LocationOfRangeResolvers<ContextType>;
  LowStock?: LowStockResolvers<ContextType>;
  LowStockConnection?: LowStockConnectionResolvers<ContextType>;
  LowStockEdge?: LowStockEdgeResolvers<ContextType>;
  Me?: MeResolvers<ContextType>;
  Merchant?: MerchantResolvers<ContextType>;
  MethodTotal?: MethodTotalResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Movement?: MovementResolvers<ContextType>;
  MovementConnection?: MovementConnectionResolvers<ContextType>;
  MovementEdge?: MovementEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OwnAccount?: OwnAccountResolvers<ContextType>;
  OwnPaymentMethod?: OwnPaymentMethodResolvers<ContextType>;
  Pack?: PackResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkSalePayload?: ParkSalePayloadResolvers<ContextType>;
  ParkedDiscount?: ParkedDiscountResolvers<ContextType>;
  ParkedSale?: ParkedSaleResolvers<ContextType>;
  ParkedSaleLine?: ParkedSaleLineResolvers<ContextType>;
  PatchCustomerPayload?: PatchCustomerPayloadResolvers<ContextType>;
  PatchProductPayload?: PatchProductPayloadResolvers<ContextType>;
  PatchReportSchedulePayload?: PatchReportSchedulePayloadResolvers<ContextType>;
  PatchRoleLimitsPayload?: PatchRoleLimitsPayloadResolvers<ContextType>;
  PatchVariantPayload?: PatchVariantPayloadResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentOutcome?: PaymentOutcomeResolvers<ContextType>;
  PriceList?: PriceListResolvers<ContextType>;
  PriceNotAllowed?: PriceNotAllowedResolvers<ContextType>;
  PricedSale?: PricedSaleResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Promotion?: PromotionResolvers<ContextType>;
  PromotionSaving?: PromotionSavingResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteConnection?: QuoteConnectionResolvers<ContextType>;
  QuoteEdge?: QuoteEdgeResolvers<ContextType>;
  RecallParkedSalePayload?: RecallParkedSalePayloadResolvers<ContextType>;
  ReceiptMail?: ReceiptMailResolvers<ContextType>;
  ReceiptSettings?: ReceiptSettingsResolvers<ContextType>;
  ReceiptState?: ReceiptStateResolvers<ContextType>;
  Reconciliation?: ReconciliationResolvers<ContextType>;
  ReconciliationCheck?: ReconciliationCheckResolvers<ContextType>;
  ReconciliationDifference?: ReconciliationDifferenceResolvers<ContextType>;
  RecordCustomerPaymentPayload?: RecordCustomerPaymentPayloadResolvers<ContextType>;
  RecordJournalEntryPayload?: RecordJournalEntryPayloadResolvers<ContextType>;
  RecordOpeningStockPayload?: RecordOpeningStockPayloadResolvers<ContextType>;
  RecordPaymentOutcomePayload?: RecordPaymentOutcomePayloadResolvers<ContextType>;
  RecordStockTakePayload?: RecordStockTakePayloadResolvers<ContextType>;
  RecordedFact?: RecordedFactResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundConnection?: RefundConnectionResolvers<ContextType>;
  RefundEdge?: RefundEdgeResolvers<ContextType>;
  RefundLine?: RefundLineResolvers<ContextType>;
  RefundSalePayload?: RefundSalePayloadResolvers<ContextType>;
  RefundedLine?: RefundedLineResolvers<ContextType>;
  RefundedPayment?: RefundedPaymentResolvers<ContextType>;
  RefundedSoFar?: RefundedSoFarResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RenderedReceipt?: RenderedReceiptResolvers<ContextType>;
  RenewReceiptLinkPayload?: RenewReceiptLinkPayloadResolvers<ContextType>;
  ReportDelivery?: ReportDeliveryResolvers<ContextType>;
  ReportSchedule?: ReportScheduleResolvers<ContextType>;
  ReportSending?: ReportSendingResolvers<ContextType>;
  ReportSendingConnection?: ReportSendingConnectionResolvers<ContextType>;
  ReportSendingEdge?: ReportSendingEdgeResolvers<ContextType>;
  RequestFapiaoByLinkPayload?: RequestFapiaoByLinkPayloadResolvers<ContextType>;
  RequestFapiaoPayload?: RequestFapiaoPayloadResolvers<ContextType>;
  ResolveExceptionPayload?: ResolveExceptionPayloadResolvers<ContextType>;
  RevokeTerminalPayload?: RevokeTerminalPayloadResolvers<ContextType>;
  RoleLimits?: RoleLimitsResolvers<ContextType>;
  RoleLimitsList?: RoleLimitsListResolvers<ContextType>;
  RowCount?: RowCountResolvers<ContextType>;
  Sale?: SaleResolvers<ContextType>;
  SaleConnection?: SaleConnectionResolvers<ContextType>;
  SaleCustomerChange?: SaleCustomerChangeResolvers<ContextType>;
  SaleDiscount?: SaleDiscountResolvers<ContextType>;
  SaleEdge?: SaleEdgeResolvers<ContextType>;
  SaleException?: SaleExceptionResolvers<ContextType>;
  SaleLine?: SaleLineResolvers<ContextType>;
  SaleLineTax?: SaleLineTaxResolvers<ContextType>;
  SaleRecorded?: SaleRecordedResolvers<ContextType>;
  SaleVoid?: SaleVoidResolvers<ContextType>;
  SalesFigures?: SalesFiguresResolvers<ContextType>;
  SalesParts?: SalesPartsResolvers<ContextType>;
  SalesRange?: SalesRangeResolvers<ContextType>;
  SalesSummary?: SalesSummaryResolvers<ContextType>;
  SalesUpTo?: SalesUpToResolvers<ContextType>;
  ScannedArticle?: ScannedArticleResolvers<ContextType>;
  SendReceiptPayload?: SendReceiptPayloadResolvers<ContextType>;
  SendReportPayload?: SendReportPayloadResolvers<ContextType>;
  SetSaleCustomerPayload?: SetSaleCustomerPayloadResolvers<ContextType>;
  SetupStep?: SetupStepResolvers<ContextType>;
  SignInOperatorPayload?: SignInOperatorPayloadResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  SimilarSku?: SimilarSkuResolvers<ContextType>;
  SoldPack?: SoldPackResolvers<ContextType>;
  Staff?: StaffResolvers<ContextType>;
  StaffConnection?: StaffConnectionResolvers<ContextType>;
  StaffEdge?: StaffEdgeResolvers<ContextType>;
  StockAdjustment?: StockAdjustmentResolvers<ContextType>;
  StockAdjustmentLine?: StockAdjustmentLineResolvers<ContextType>;
  StockChanged?: StockChangedResolvers<ContextType>;
  StockLevel?: StockLevelResolvers<ContextType>;
  StockLevelConnection?: StockLevelConnectionResolvers<ContextType>;
  StockLevelEdge?: StockLevelEdgeResolvers<ContextType>;
  StoreCredit?: StoreCreditResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SyncFactResult?: SyncFactResultResolvers<ContextType>;
  SyncFactsPayload?: SyncFactsPayloadResolvers<ContextType>;
  SyncSaleResult?: SyncSaleResultResolvers<ContextType>;
  SyncSalesPayload?: SyncSalesPayloadResolvers<ContextType>;
  TaxCode?: TaxCodeResolvers<ContextType>;
  TaxComponent?: TaxComponentResolvers<ContextType>;
  TaxRegime?: TaxRegimeResolvers<ContextType>;
  TaxRegimeCode?: TaxRegimeCodeResolvers<ContextType>;
  TaxSettings?: TaxSettingsResolvers<ContextType>;
  TaxTotal?: TaxTotalResolvers<ContextType>;
  Terminal?: TerminalResolvers<ContextType>;
  TerminalConnection?: TerminalConnectionResolvers<ContextType>;
  TerminalEdge?: TerminalEdgeResolvers<ContextType>;
  TerminalOperator?: TerminalOperatorResolvers<ContextType>;
  TerminalSettings?: TerminalSettingsResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  TotalMismatch?: TotalMismatchResolvers<ContextType>;
  UncertainPayments?: UncertainPaymentsResolvers<ContextType>;
  UpdateAccountPayload?: UpdateAccountPayloadResolvers<ContextType>;
  UpdateCategoryPayload?: UpdateCategoryPayloadResolvers<ContextType>;
  UpdateCustomerGroupPayload?: UpdateCustomerGroupPayloadResolvers<ContextType>;
  UpdateCustomerPayload?: UpdateCustomerPayloadResolvers<ContextType>;
  UpdateLocationPayload?: UpdateLocationPayloadResolvers<ContextType>;
  UpdateMerchantPayload?: UpdateMerchantPayloadResolvers<ContextType>;
  UpdatePaymentMethodPayload?: UpdatePaymentMethodPayloadResolvers<ContextType>;
  UpdatePriceListPayload?: UpdatePriceListPayloadResolvers<ContextType>;
  UpdateProductPayload?: UpdateProductPayloadResolvers<ContextType>;
  UpdatePromotionPayload?: UpdatePromotionPayloadResolvers<ContextType>;
  UpdateReportSchedulePayload?: UpdateReportSchedulePayloadResolvers<ContextType>;
  UpdateStaffPayload?: UpdateStaffPayloadResolvers<ContextType>;
  UpdateTaxCodePayload?: UpdateTaxCodePayloadResolvers<ContextType>;
  UpdateTaxSettingsPayload?: UpdateTaxSettingsPayloadResolvers<ContextType>;
  UpdateVariantPayload?: UpdateVariantPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ValueEvent?: ValueEventResolvers<ContextType>;
  ValueEventConnection?: ValueEventConnectionResolvers<ContextType>;
  ValueEventEdge?: ValueEventEdgeResolvers<ContextType>;
  Variant?: VariantResolvers<ContextType>;
  VersionConflict?: VersionConflictResolvers<ContextType>;
  VoidSalePayload?: VoidSalePayloadResolvers<ContextType>;
  WeakPassword?: WeakPasswordResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
};
