import { pageArguments, type ServerSorts, serverSort } from "@pos/web/components/list-address.ts";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { type SaleFilter, type SaleSort, SalesDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { SalesAddress } from "./address.ts";

/** The filter that the address states, at the location that the header names. */
function saleFilterOf(address: SalesAddress, session: KnownSession): SaleFilter {
  const { isAll, location } = session;
  return { ...(isAll ? {} : { locationId: location.id }), ...conditionsOf(address, session) };
}

/** What narrows the list of a location. */
export function conditionsOf(address: SalesAddress, { me: { currency } }: KnownSession): SaleFilter {
  const amount = (text: string | null) => (text === null ? undefined : typedScaled(text, { kind: "money", currency }));
  const filter = {
    from: address.from,
    to: address.to,
    customerId: address.customer,
    receiptNumber: address.receipt,
    terminalId: address.terminal,
    operatorId: address.operator,
    method: address.method,
    state: address.state,
    paymentState: address.paymentState,
    variantId: address.product,
    totalFrom: amount(address.min),
    totalTo: amount(address.max),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null));
}

/** The columns that the server sorts by. */
export const SALE_SORTS: ServerSorts<SaleSort> = {
  receipt: ["RECEIPT", "RECEIPT_DESCENDING"],
  when: ["OLDEST", "NEWEST"],
  total: ["TOTAL", "TOTAL_DESCENDING"],
};

export function saleVariables(session: KnownSession, address: SalesAddress) {
  const sort = serverSort(address.sort, SALE_SORTS);
  return { ...pageArguments(address, session.pageSize), filter: saleFilterOf(address, session), sort };
}

export function saleQueries(session: KnownSession, address: SalesAddress): readonly Asked[] {
  return [asked(SalesDocument, saleVariables(session, address))];
}
