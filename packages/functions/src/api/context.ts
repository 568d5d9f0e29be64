import type { Clock } from "@pos/core/base/context.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import {
  type AnyContext,
  type Caller,
  coverageAt,
  covering,
  type KnownCaller,
  parseToken,
  readSession,
  requireCaller,
  secretMatches,
  sessionKey,
  type Token,
} from "@pos/core/people/access/index.ts";
import { getMerchant, type Merchant } from "@pos/core/people/merchant/index.ts";
import { readStaff, staffKey } from "@pos/core/people/staff/index.ts";
import { readTerminal, terminalKey } from "@pos/core/people/terminal/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import { deviceOfOwnPage, sessionOfOwnPage } from "./cookie.ts";
import type { Ended, Endings } from "./endings.ts";
import { DIRECT, type Reach } from "./origin.ts";
import type { ContextRequest } from "./server.ts";
import type { Work } from "./work.ts";
import { workTable } from "./work-table.ts";

/** What every resolver gets: who calls, and what one request has read already. */
export interface RequestContext extends AnyContext {
  readonly requestId: string;
  /** The caller wants its session in a cookie and gets no token in a body. */
  readonly wantsCookie: boolean;
  readonly setCookie: (cookie: string) => void;
  /** What the cookies' names and flags follow from. */
  readonly cookieRule: { readonly headers: Headers; readonly reach: Reach };
  /** The client's network address. Empty: a subscriber's. */
  readonly sourceAddress: string;
  /** What a browser kept of earlier sign-ins; undefined where cookies do not count. */
  readonly device: string | undefined;
  /** For operations that need no token: the one that came along counts for nothing, its merchant neither. */
  readonly asAnonymous: AnyContext;
  /** From here on the answer speaks for this caller: a terminal that has just been activated sees its own location. */
  readonly actAs: (caller: Caller) => void;
  /** Reports that a credential has ended to the sockets of this process. */
  readonly ended: (ended: Ended) => void;
  /** Counts the activations of the terminal that calls with its own token. */
  readonly credentialVersion: number;
  readonly merchant: () => Promise<Merchant>;
  /** The same for all copies of a request's context. */
  readonly scope: RequestScope;
}

/** Names in lower case. */
type Headers = ContextRequest["headers"];

/** What loaders belong to, and for whom they read. */
export interface RequestScope {
  readonly acting: AnyContext;
  readonly work: Work;
}

export async function requestContext(deps: ContextDeps, request: ContextRequest): Promise<RequestContext> {
  const token = tokenOf(request, deps.reach);
  const table = token && tenantTable(deps.table, token.merchantId);
  const fits = (secretHash: string) => token !== undefined && secretMatches(token.secret, secretHash);
  const known = token && table && (await callerOf(table, { token, fits }, deps.clock.now()));
  return contextOf(deps, known, request);
}

export interface ContextDeps {
  readonly table: Table;
  readonly clock: Clock;
  /** Default: directly, without TLS. */
  readonly reach?: Reach;
  /** Where the sockets of this process hear of credentials that end. */
  readonly endings?: Endings;
}

/** A token as it may be kept beside a connection: without its secret. */
export type Credential = Omit<Token, "secret"> & { readonly secretHash: string };

export function credentialOf({ secret, ...who }: Token): Credential {
  return { ...who, secretHash: sha256(secret) };
}

/** What a kept credential stands for now; undefined: it has expired, was signed out or revoked. */
export async function knownBy(table: Table, credential: Credential, now: string): Promise<KnownToken | undefined> {
  const fits = (secretHash: string) => secretHash === credential.secretHash;
  return callerOf(tenantTable(table, credential.merchantId), { token: credential, fits }, now);
}

/** From here on, whoever calls stays with its own merchant; who is nobody yet reaches the directory and what it leads to. */
export function contextOf(
  deps: ContextDeps,
  known: Pick<KnownToken, "caller" | "credentialVersion"> | undefined,
  request: Answered,
): RequestContext {
  const { work } = request;
  const table = workTable(deps.table, work);
  const own: AnyContext = known
    ? { ...deps, table: tenantTable(table, known.caller.merchantId), caller: known.caller }
    : { ...deps, table, caller: { kind: "nobody" } };
  const { reach = DIRECT } = deps;
  return new OneRequest({ deps, reach, request, own, acting: own, work }, known?.credentialVersion ?? 0);
}

/** What a context keeps of a request, or of a connection. */
type Answered = Pick<ContextRequest, "headers" | "requestId" | "setCookie" | "sourceIp" | "work">;

/** What the server's copy of a context shares with it. */
interface Shared {
  readonly deps: ContextDeps;
  readonly reach: Reach;
  readonly request: Answered;
  readonly own: AnyContext;
  acting: AnyContext;
  readonly work: Work;
  merchant?: Promise<Merchant>;
}

/** Getters stand on the class, so that a request makes only what it uses and copying its context is cheap. */
class OneRequest implements RequestContext {
  readonly table: Table;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly credentialVersion: number;
  private readonly shared: Shared;

  constructor(shared: Shared, credentialVersion: number) {
    this.table = shared.own.table;
    this.clock = shared.own.clock;
    this.caller = shared.own.caller;
    this.credentialVersion = credentialVersion;
    this.shared = shared;
  }
  get requestId() {
    return this.shared.request.requestId;
  }
  get wantsCookie() {
    return wantsCookie(this.shared.request);
  }
  get setCookie() {
    return this.shared.request.setCookie;
  }
  get cookieRule() {
    return { headers: this.shared.request.headers, reach: this.shared.reach };
  }
  get sourceAddress() {
    return this.shared.request.sourceIp;
  }
  get device() {
    const { request, reach } = this.shared;
    return wantsCookie(request) ? deviceOfOwnPage(request.headers, reach) : undefined;
  }
  get asAnonymous(): AnyContext {
    return { ...this.shared.deps, caller: { kind: "nobody" } };
  }
  get actAs() {
    const { shared } = this;
    return (activated: Caller) => {
      const { deps } = shared;
      const table = activated.kind === "nobody" ? deps.table : tenantTable(deps.table, activated.merchantId);
      shared.acting = { ...deps, table, caller: activated };
    };
  }
  get ended() {
    const { endings } = this.shared.deps;
    return (ended: Ended) => endings?.publish(ended);
  }
  get merchant() {
    const { shared } = this;
    return () => {
      shared.merchant ??= getMerchant(shared.acting.table, requireCaller(shared.acting).caller.merchantId);
      return shared.merchant;
    };
  }
  get scope() {
    return this.shared;
  }
}

/** A cookie counts only with a header that no form can send, and from the page's own origin. */
export function tokenOf(request: Said, reach: Reach = DIRECT): Token | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    return authorization.length > AUTHORIZATION_CHARACTERS_MAX ? undefined : bearerOf(authorization);
  }
  if (!wantsCookie(request)) return undefined;
  const session = sessionOfOwnPage(request.headers, reach);
  return session === undefined ? undefined : parseToken(session);
}

/** More than any token has. */
const AUTHORIZATION_CHARACTERS_MAX = 1_024;

function bearerOf(authorization: string): Token | undefined {
  const match = /^Bearer +(\S+)$/i.exec(authorization.trim());
  return match?.[1] === undefined ? undefined : parseToken(match[1]);
}

/** Where a token may be. */
type Said = Pick<ContextRequest, "headers">;

/** Whoever asks for a cookie gets no token in a body, from wherever the page came. */
function wantsCookie({ headers }: Said): boolean {
  return headers["x-session"] === "cookie";
}

export interface KnownToken {
  readonly caller: KnownCaller;
  readonly credentialVersion: number;
  /** Of a person's session; a terminal's own token has no end. */
  readonly expiresAt?: string;
}

interface Asked {
  readonly token: Omit<Token, "secret">;
  readonly fits: (secretHash: string) => boolean;
}

/** Reads anew with every request what a token stands for, so that a revocation or another role works at once. */
async function callerOf(table: Table, asked: Asked, now: string): Promise<KnownToken | undefined> {
  const { token, fits } = asked;
  if (token.kind === "terminal") return terminalCaller(table, asked);
  const { merchantId, staffId, sessionId, terminalId } = token;
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
  if (staff.disabled || session.expiresAt <= now || session.terminalId !== terminalId || !fits(session.secretHash))
    return undefined;
  const { role, coverage } = staff;
  const { expiresAt } = session;
  if (terminalId === undefined)
    return {
      caller: { kind: "staff", merchantId, staffId, sessionId, role, coverage },
      credentialVersion: 0,
      expiresAt,
    };
  const terminal = terminalItem && readTerminal(terminalItem);
  if (!terminal || terminal.revokedAt !== undefined || terminal.credentialVersion !== session.credentialVersion)
    return undefined;
  const { locationId, credentialVersion } = terminal;
  if (!covering(coverage, locationId)) return undefined;
  const seen = coverageAt(locationId, { role, coverage });
  return {
    caller: { kind: "operator", merchantId, terminalId, locationId, terminal, staffId, role, coverage: seen },
    credentialVersion,
    expiresAt,
  };
}

async function terminalCaller(table: Table, { token, fits }: Asked): Promise<KnownToken | undefined> {
  const { merchantId, terminalId, staffId, sessionId } = token;
  if (terminalId === undefined || staffId !== undefined || sessionId !== undefined) return undefined;
  const item = await table.get(terminalKey(merchantId, terminalId));
  const terminal = item && readTerminal(item);
  if (!terminal?.credentialHash || terminal.revokedAt !== undefined || !fits(terminal.credentialHash)) return undefined;
  const { locationId, credentialVersion } = terminal;
  return { caller: { kind: "terminal", merchantId, terminalId, locationId, terminal }, credentialVersion };
}
