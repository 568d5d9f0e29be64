import { pageArguments } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { ExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { exceptionsAt, type KnownSession } from "@pos/web/session/known.ts";
import type { ExceptionsAddress } from "./address.ts";

/** Which exceptions are listed, from the address. */
export function exceptionFilter(session: KnownSession, { show, kind }: ExceptionsAddress) {
  return { ...exceptionsAt(session), open: show === null, filter: kind === null ? null : { code: kind } };
}

export function exceptionVariables(session: KnownSession, address: ExceptionsAddress) {
  return { ...exceptionFilter(session, address), ...pageArguments(address, session.pageSize) };
}

export function exceptionQueries(session: KnownSession, address: ExceptionsAddress): readonly Asked[] {
  if (!session.me.permissions.includes("exception:read")) return [];
  return [asked(ExceptionsDocument, exceptionVariables(session, address))];
}
