import type { Clock } from "@pos/core/base/context.ts";
import {
  type AnyContext,
  type Caller,
  covering,
  type KnownCaller,
  parseToken,
  readSession,
  requireCaller,
  secretMatches,
  sessionKey,
  type Token,
} from "@pos/core/people/access/index.ts";
import { getLocation, type Location } from "@pos/core/people/location/index.ts";
import { getMerchant, type Merchant } from "@pos/core/people/merchant/index.ts";
import { readStaff, staffKey } from "@pos/core/people/staff/index.ts";
import { getTerminal, readTerminal, type Terminal, terminalKey } from "@pos/core/people/terminal/index.ts";
import type { Table } from "@pos/core/table/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import DataLoader from "dataloader";
import type { ContextRequest } from "./server.ts";

/** What every resolver gets: who calls, and what one request has read already. */
export interface RequestContext extends AnyContext {
  readonly requestId: string;
  /** The caller wants its session in a cookie and gets no token in a body. */
  readonly wantsCookie: boolean;
  readonly setCookie: (cookie: string) => void;
  /** The page came by TLS: its cookies must not travel otherwise. */
  readonly isSecure: boolean;
  /** For operations that need no token: the one that came along counts for nothing, its merchant neither. */
  readonly asNobody: AnyContext;
  /** From here on the answer speaks for this caller: a terminal that has just been activated sees its own location. */
  readonly actAs: (caller: Caller) => void;
  /** Counts the activations of the terminal that calls with its own token. */
  readonly credentialVersion: number;
  readonly merchant: () => Promise<Merchant>;
  readonly locations: DataLoader<string, Location | undefined>;
  readonly terminals: DataLoader<string, Terminal | undefined>;
}

export async function requestContext(
  deps: { readonly table: Table; readonly clock: Clock },
  request: ContextRequest,
): Promise<RequestContext> {
  const { clock } = deps;
  const token = tokenOf(request);
  const known = token && (await callerOf(tenantTable(deps.table, token.merchantId), token, clock.now()));
  // From here on, whoever calls stays with its own merchant; who is nobody yet reaches the directory and what it leads to.
  const speakingFor = (caller: Caller): AnyContext => ({
    table: caller.kind === "nobody" ? deps.table : tenantTable(deps.table, caller.merchantId),
    clock,
    caller,
  });
  const own = speakingFor(known?.caller ?? { kind: "nobody" });
  let acting = own;
  let merchant: Promise<Merchant> | undefined;
  return {
    ...own,
    requestId: request.requestId,
    wantsCookie: wantsCookie(request),
    setCookie: request.setCookie,
    asNobody: speakingFor({ kind: "nobody" }),
    isSecure: request.headers.origin?.startsWith("https:") === true,
    actAs: (activated) => {
      acting = speakingFor(activated);
    },
    credentialVersion: known?.credentialVersion ?? 0,
    merchant() {
      merchant ??= getMerchant(acting.table, requireCaller(acting).caller.merchantId);
      return merchant;
    },
    locations: new DataLoader((ids) => Promise.all(ids.map((id) => getLocation(requireCaller(acting), id)))),
    terminals: new DataLoader((ids) => Promise.all(ids.map((id) => getTerminal(requireCaller(acting), id)))),
  };
}

export const SESSION_COOKIE = "pos_session";

/** A cookie counts only with a header that no form can send, and from the page's own origin. */
function tokenOf(request: ContextRequest): Token | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const match = /^Bearer +(\S+)$/i.exec(authorization.trim());
    return match?.[1] === undefined ? undefined : parseToken(match[1]);
  }
  if (!wantsCookie(request) || !isOwnOrigin(request)) return undefined;
  const cookie = (request.event.cookies ?? []).find((text) => text.startsWith(`${SESSION_COOKIE}=`));
  return cookie === undefined ? undefined : parseToken(cookie.slice(SESSION_COOKIE.length + 1));
}

/** Whoever asks for a cookie gets no token in a body, from wherever the page came. */
function wantsCookie({ headers }: ContextRequest): boolean {
  return headers["x-session"] === "cookie";
}

function isOwnOrigin({ headers }: ContextRequest): boolean {
  return headers.origin !== undefined && headers.host === hostOf(headers.origin);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

interface KnownToken {
  readonly caller: KnownCaller;
  readonly credentialVersion: number;
}

/** Reads anew with every request what a token stands for, so that a revocation or another role works at once. */
async function callerOf(table: Table, token: Token, now: string): Promise<KnownToken | undefined> {
  if (token.kind === "terminal") return terminalCaller(table, token);
  const { merchantId, staffId, sessionId, terminalId, secret } = token;
  if (staffId === undefined || sessionId === undefined || (token.kind === "operator") !== (terminalId !== undefined))
    return undefined;
  const [sessionItem, staffItem, terminalItem] = await table.batchGet([
    sessionKey(merchantId, staffId, sessionId),
    staffKey(merchantId, staffId),
    ...(terminalId === undefined ? [] : [terminalKey(merchantId, terminalId)]),
  ]);
  if (!sessionItem || !staffItem) return undefined;
  const session = readSession(sessionItem);
  const staff = readStaff(staffItem);
  if (
    staff.disabled ||
    session.expiresAt <= now ||
    session.terminalId !== terminalId ||
    !secretMatches(secret, session.secretHash)
  )
    return undefined;
  const { role, coverage } = staff;
  if (terminalId === undefined)
    return { caller: { kind: "staff", merchantId, staffId, sessionId, role, coverage }, credentialVersion: 0 };
  const terminal = terminalItem && readTerminal(terminalItem);
  if (!terminal || terminal.revokedAt !== undefined || terminal.credentialVersion !== session.credentialVersion)
    return undefined;
  const { locationId, credentialVersion } = terminal;
  if (!covering(coverage, locationId)) return undefined;
  return {
    caller: { kind: "operator", merchantId, terminalId, locationId, staffId, role, coverage },
    credentialVersion,
  };
}

async function terminalCaller(
  table: Table,
  { merchantId, terminalId, staffId, sessionId, secret }: Token,
): Promise<KnownToken | undefined> {
  if (terminalId === undefined || staffId !== undefined || sessionId !== undefined) return undefined;
  const item = await table.get(terminalKey(merchantId, terminalId));
  const terminal = item && readTerminal(item);
  if (!terminal?.credentialHash || terminal.revokedAt !== undefined || !secretMatches(secret, terminal.credentialHash))
    return undefined;
  const { locationId, credentialVersion } = terminal;
  return { caller: { kind: "terminal", merchantId, terminalId, locationId }, credentialVersion };
}
