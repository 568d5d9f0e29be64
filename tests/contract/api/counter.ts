import { present } from "@pos/core/base/result.ts";
import { expect } from "vitest";
import {
  type Answer,
  type Api,
  type ApiOptions,
  activate,
  type Data,
  signInOperator,
  startApi,
} from "../../support/api.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { createShop, type Shop, type ShopOptions } from "../../support/shop.ts";

/** A shop behind its API with everybody signed in: what a test of the contract talks to. */
export interface Counter {
  readonly shop: Shop;
  readonly api: Api;
  /** The owner's dashboard token. */
  readonly owner: string;
  /** Each terminal's own token. */
  readonly terminals: readonly string[];
  /** The first terminal's own token, and a manager's and a cashier's at it. */
  readonly terminal: string;
  readonly manager: string;
  readonly cashier: string;
}

export type CounterOptions = ShopOptions & { readonly api?: ApiOptions };

export async function openCounter({ api: apiOptions, ...options }: CounterOptions = {}): Promise<Counter> {
  const shop = await createShop({ secrets: true, ...options });
  const api = await startApi(shop, apiOptions);
  const owner = await signInDashboard(api, shop, "OWNER");
  const terminals: string[] = [];
  for (const { id } of shop.terminals) terminals.push(await activate(api, owner, id));
  const terminal = present(terminals[0], "a terminal");
  const manager = await signInOperator(api, shop, terminal, "MANAGER");
  const cashier = await signInOperator(api, shop, terminal, "CASHIER");
  return { shop, api, owner, terminals, terminal, manager, cashier };
}

/** Everything is booked and adds up: zero differences at the end of each file. */
export async function closeCounter({ shop, api }: Counter): Promise<void> {
  try {
    await api.reader.caughtUp();
    expect((await verifyShop(shop)).differences).toEqual([]);
  } finally {
    await api.close();
  }
}

const SIGN_IN =
  "mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt userErrors { __typename code message path ... on TooManyAttempts { retryAfterSeconds } } } }";

export async function signIn(api: Api, email: string, password: string): Promise<Data> {
  const { data } = await api.call(SIGN_IN, { variables: { input: { email, password } } });
  return data.signIn;
}

export async function signInDashboard(api: Api, shop: Shop, role: "OWNER" | "MANAGER" | "CASHIER"): Promise<string> {
  const { email = "", password = "" } = shop.staff[role];
  return present((await signIn(api, email, password)).token, `the dashboard token of ${role}`);
}

const SALE_FIELDS = `
  fragment SaleFields on Sale {
    id sequence receiptNumber occurredAt recordedAt operatorId customerId note
    location { id } terminal { id }
    lines { id description sku quantity unitPrice discountTotal { amount } taxTotal { amount } total { amount currency } }
    payments { id method amount { amount } }
    subtotal { amount } discountTotal { amount } taxTotal { amount } rounding { amount } total { amount currency }
    changeDue { amount } expectedTotal { amount } exceptions { code exceptionCode message }
  }
  fragment ErrorFields on UserError {
    __typename code failureCode message path
    ... on TotalMismatch { total { amount currency } }
    ... on PriceNotAllowed { unitPrice }
    ... on VersionConflict { version }
  }`;
export const COMPLETE = `mutation ($input: CompleteSaleInput!) {
  completeSale(input: $input) { replayed epoch sale { ...SaleFields } userErrors { ...ErrorFields } } } ${SALE_FIELDS}`;
export const SYNC = `mutation ($sales: [CompleteSaleInput!]!) {
  syncSales(input: { sales: $sales }) {
    epoch userErrors { code } results { id status sale { ...SaleFields } userErrors { ...ErrorFields } } } } ${SALE_FIELDS}`;
const SALE = `query ($id: ID!) { sale(id: $id) { ...SaleFields } } ${SALE_FIELDS.split("fragment ErrorFields")[0]}`;

/** A sale as a program outside sends it: any field may be wrong. */
export type Input = { readonly [field: string]: unknown } & { readonly id: string };

/** One SKU-0001 at its price of 1.99, paid by card, unless told. */
export function saleInput({ shop }: Counter, fields: { readonly [field: string]: unknown } = {}): Input {
  return {
    id: shop.clock.newId("sal"),
    sequence: shop.nextSequence(0),
    occurredAt: shop.clock.now(),
    lines: [line()],
    payments: [payment({ shop }, 199)],
    ...fields,
  };
}

export function line(fields: { readonly [field: string]: unknown } = {}): { readonly [field: string]: unknown } {
  return { variant: { sku: "SKU-0001" }, quantity: "1", unitPrice: "1.99", ...fields };
}

/** A line outside the catalogue. */
export function openLine(unitPrice: string, fields: { readonly [field: string]: unknown } = {}) {
  return { description: "Something", quantity: "1", unitPrice, ...fields };
}

export function payment(
  { shop }: { readonly shop: Shop },
  amount: number,
  fields: { readonly [field: string]: unknown } = {},
): { readonly [field: string]: unknown } {
  return { id: shop.clock.newId("pay"), method: "CARD", amount, ...fields };
}

/** The payload of a live sale, by the manager unless told; the request as a whole must go through. */
export async function complete(counter: Counter, input: Input, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(COMPLETE, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.completeSale;
}

/** The results of a batch, by the terminal's own token unless told; the request as a whole must go through. */
export async function sync(counter: Counter, sales: readonly Input[], token = counter.terminal): Promise<Data[]> {
  const { data, errors } = await counter.api.call(SYNC, { variables: { sales }, token });
  expect(errors).toBeUndefined();
  expect(data.syncSales).toMatchObject({ epoch: 1, userErrors: [] });
  return data.syncSales.results;
}

export async function syncOne(counter: Counter, input: Input, token = counter.terminal): Promise<Data> {
  const [result] = await sync(counter, [input], token);
  return result;
}

/** The sale as it stands, booked. */
export async function storedSale(counter: Counter, id: string, token = counter.owner): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(SALE, { variables: { id }, token });
  expect(errors).toBeUndefined();
  return data.sale;
}

/** The codes of the exceptions that stand on a sale. */
export async function exceptionsOf(counter: Counter, id: string): Promise<string[]> {
  const sale = await storedSale(counter, id);
  return sale.exceptions.map(({ code }: Data) => code).sort();
}

/** What a manager finds in the list of exceptions about one subject. */
export async function listedExceptions(counter: Counter, subject: string, open = true): Promise<Data[]> {
  await counter.api.reader.caughtUp();
  const { data } = await counter.api.call(
    `query ($id: ID!, $open: Boolean) { exceptions(locationId: $id, open: $open, first: 100) {
      nodes { subject code message status note version raisedAt resolvedAt details { name text amount { amount } } } } }`,
    { variables: { id: counter.shop.locationId, open }, token: counter.owner },
  );
  return data.exceptions.nodes.filter((exception: Data) => exception.subject === subject);
}

export async function resolve(counter: Counter, exception: Data, note = "Seen"): Promise<Data> {
  const { subject, code, version } = exception;
  const { data } = await counter.api.call(
    `mutation ($input: ResolveExceptionInput!) { resolveException(input: $input) {
      exception { status note version } userErrors { code path ... on VersionConflict { version } } } }`,
    { variables: { input: { subject, code, version, note } }, token: counter.owner },
  );
  return data.resolveException;
}

/** Code and path of each refusal, in the order answered. */
export function refusals({ userErrors }: Data): [code: string, path: string][] {
  return userErrors.map(({ code, path }: Data) => [code, path.join(".")]);
}

/** The same, whatever the order of the answer. */
export function sortedRefusals(payload: Data): [code: string, path: string][] {
  return refusals(payload).sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
}

export function codeOf({ errors }: Answer): string | undefined {
  return errors?.[0]?.extensions.code;
}
