import { RequestError } from "@pos/core/base/result.ts";
import type { KnownCaller, Permission } from "@pos/core/people/access/index.ts";
import { authorize, can, requireCaller } from "@pos/core/people/access/index.ts";
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { RequestContext } from "./context.ts";

/**
 * Who may use which field; a field that is not here does not start. The modules' commands authorize again: this is the
 * gate, they are the lock.
 *
 * - `open`: no token needed, one that comes along is ignored
 * - `known`: any valid token
 * - `terminal`, `selling`, `operator`, `staff`: tokens of these kinds only (`selling`: a terminal's or an operator's)
 * - a permission: whoever has it
 * - `parent`: whoever was given the object may read this field of it
 * - `{ else: null }`: the field is null for whoever lacks the permission
 */
export type FieldRule =
  | "open"
  | "known"
  | "terminal"
  | "selling"
  | "operator"
  | "staff"
  | "parent"
  | Permission
  | NullWithout;

interface NullWithout {
  readonly permission: Permission;
  readonly else: null;
}

type TypeRules = FieldRule | { readonly [field: string]: FieldRule };

export const FIELD_RULES: { readonly [type: string]: TypeRules } = {
  Query: {
    node: "known",
    me: "known",
    locations: "known",
    terminals: "terminal:write",
    terminalSettings: "selling",
    taxCodes: "known",
    categories: "known",
    products: "known",
    product: "known",
    variant: "known",
    stockLevels: "stock:read",
    lowStock: "stock:read",
    movements: "stock:read",
    customers: "customer:read",
    customer: "customer:read",
    sale: "known",
    refund: "known",
    sales: "known",
    exceptions: "exception:read",
    accountBalances: "report:read",
    salesSummary: "report:read",
    salesByDay: "report:read",
    salesByHour: "report:read",
    bestSellers: "report:read",
    dailyReport: "report:read",
    reportSchedules: "report:schedule",
    reportSendings: "report:schedule",
  },
  Mutation: {
    signIn: "open",
    signOut: "staff",
    createLocation: "location:write",
    createStaff: "staff:write",
    signInOperator: "terminal",
    createTerminal: "terminal:write",
    issueActivationCode: "terminal:write",
    activateTerminal: "open",
    revokeTerminal: "terminal:write",
    announceTerminal: "selling",
    createTaxCode: "catalog:write",
    createCategory: "catalog:write",
    createProduct: "catalog:write",
    updateProduct: "catalog:write",
    patchProduct: "catalog:write",
    addVariant: "catalog:write",
    updateVariant: "catalog:write",
    patchVariant: "catalog:write",
    changePrice: "catalog:write",
    recordOpeningStock: "stock:write",
    adjustStock: "stock:write",
    createCustomer: "customer:write",
    updateCustomer: "customer:write",
    patchCustomer: "customer:write",
    eraseCustomer: "customer:erase",
    completeSale: "operator",
    syncSales: "selling",
    syncFacts: "selling",
    refundSale: "refund:create",
    recordJournalEntry: "journal:write",
    createReportSchedule: "report:schedule",
    updateReportSchedule: "report:schedule",
    patchReportSchedule: "report:schedule",
    deleteReportSchedule: "report:schedule",
    sendReport: "report:schedule",
    resolveException: "exception:resolve",
  },
  Subscription: { saleRecorded: "report:read", stockChanged: "report:read", entriesBooked: "report:read" },
  Money: "parent",
  Refusal: "parent",
  TotalMismatch: "parent",
  PriceNotAllowed: "parent",
  VersionConflict: "parent",
  TooManyAttempts: "parent",
  PageInfo: "parent",
  Me: "parent",
  Exception: "parent",
  ExceptionConnection: "parent",
  ExceptionEdge: "parent",
  ResolveExceptionPayload: "parent",
  Location: "parent",
  CreateLocationPayload: "parent",
  Staff: "parent",
  CreateStaffPayload: "parent",
  SignInPayload: "parent",
  SignOutPayload: "parent",
  SignInOperatorPayload: "parent",
  Terminal: "parent",
  CreateTerminalPayload: "parent",
  IssueActivationCodePayload: "parent",
  ActivateTerminalPayload: "parent",
  RevokeTerminalPayload: "parent",
  AnnounceTerminalPayload: "parent",
  TerminalSettings: "parent",
  TaxCode: "parent",
  CreateTaxCodePayload: "parent",
  Category: "parent",
  CreateCategoryPayload: "parent",
  Product: "parent",
  Variant: {
    id: "parent",
    sku: "parent",
    name: "parent",
    unitPrice: "parent",
    price: "parent",
    unitCost: { permission: "cost:read", else: null },
    barcodes: "parent",
    stocked: "parent",
    reorderPoint: "parent",
    version: "parent",
  },
  ProductConnection: "parent",
  ProductEdge: "parent",
  CreateProductPayload: "parent",
  UpdateProductPayload: "parent",
  PatchProductPayload: "parent",
  AddVariantPayload: "parent",
  UpdateVariantPayload: "parent",
  PatchVariantPayload: "parent",
  ChangePricePayload: "parent",
  StockLevel: "parent",
  StockLevelConnection: "parent",
  StockLevelEdge: "parent",
  LowStock: "parent",
  Movement: {
    factId: "parent",
    kind: "parent",
    occurredAt: "parent",
    quantity: "parent",
    quantityAfter: "parent",
    value: { permission: "cost:read", else: null },
  },
  MovementConnection: "parent",
  MovementEdge: "parent",
  RecordOpeningStockPayload: "parent",
  StockAdjustment: "parent",
  StockAdjustmentLine: "parent",
  AdjustStockPayload: "parent",
  StockChanged: "parent",
  EntriesBooked: "parent",
  Customer: "parent",
  CustomerTotals: "parent",
  CustomerConnection: "parent",
  CustomerEdge: "parent",
  CreateCustomerPayload: "parent",
  UpdateCustomerPayload: "parent",
  PatchCustomerPayload: "parent",
  EraseCustomerPayload: "parent",
  Payment: "parent",
  Sale: "parent",
  SaleLine: "parent",
  SaleLineTax: "parent",
  SaleDiscount: "parent",
  SaleException: "parent",
  SaleConnection: "parent",
  SaleEdge: "parent",
  CompleteSalePayload: "parent",
  SyncSalesPayload: "parent",
  SyncSaleResult: "parent",
  SyncFactsPayload: "parent",
  SyncFactResult: "parent",
  SaleRecorded: "parent",
  Refund: "parent",
  RefundLine: "parent",
  RefundedSoFar: "parent",
  RefundedLine: "parent",
  RefundedPayment: "parent",
  RefundSalePayload: "parent",
  AccountBalance: "parent",
  JournalEntry: "parent",
  JournalPosting: "parent",
  RecordJournalEntryPayload: "parent",
  SalesSummary: "parent",
  DayOfSales: "parent",
  HourOfSales: "parent",
  ArticleSales: "parent",
  CategorySales: "parent",
  MethodTotal: "parent",
  TaxTotal: "parent",
  DrawerCash: "parent",
  DailyReport: "parent",
  Reconciliation: "parent",
  ReconciliationCheck: "parent",
  ReportSchedule: "parent",
  CreateReportSchedulePayload: "parent",
  UpdateReportSchedulePayload: "parent",
  PatchReportSchedulePayload: "parent",
  DeleteReportSchedulePayload: "parent",
  ReportSending: "parent",
  ReportDelivery: "parent",
  ReportSendingConnection: "parent",
  ReportSendingEdge: "parent",
  SendReportPayload: "parent",
};

/** The rule of a field; undefined: nobody has thought about it. */
export function ruleOf(typeName: string, fieldName: string): FieldRule | undefined {
  const rules = FIELD_RULES[typeName];
  if (rules === undefined || typeof rules === "string" || "permission" in rules) return rules as FieldRule | undefined;
  return rules[fieldName];
}

/** Puts every field's rule in front of its resolver. Throws when a field has none. */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(type.name, field.name);
      if (rule === undefined) throw new Error(`${type.name}.${field.name} has no permission rule.`);
      if (rule === "parent" || rule === "open") continue;
      field.resolve = guarded(rule, field.resolve ?? defaultFieldResolver);
      if (type === schema.getSubscriptionType())
        field.subscribe = guarded(rule, field.subscribe ?? defaultFieldResolver);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

function guarded(rule: Exclude<FieldRule, "parent" | "open">, resolve: Resolver): Resolver {
  if (typeof rule === "object") {
    return (source, args, context, info) =>
      can(context.caller, rule.permission) ? resolve(source, args, context, info) : null;
  }
  return (source, args, context, info) => {
    check(rule, context);
    return resolve(source, args, context, info);
  };
}

const KINDS: { readonly [rule: string]: readonly KnownCaller["kind"][] } = {
  known: ["terminal", "operator", "staff"],
  terminal: ["terminal"],
  operator: ["operator"],
  staff: ["staff"],
  selling: ["terminal", "operator"],
};

function check(rule: Exclude<FieldRule, "parent" | "open" | NullWithout>, context: RequestContext): void {
  const known = requireCaller(context);
  const kinds = KINDS[rule];
  if (!kinds) authorize(known, rule as Permission);
  else if (!kinds.includes(known.caller.kind))
    throw new RequestError("FORBIDDEN", "This needs a token of another kind.");
}
