import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { MAXIMUM_BODY_BYTES, TOO_LARGE_MESSAGE } from "@pos/functions/api/body.ts";
import { type ErrorCode, INTERNAL_MESSAGE } from "@pos/functions/api/errors.ts";
import { headerRefusal } from "@pos/functions/api/headers.ts";
import type { ApiHandler, ApiRequest } from "@pos/functions/api/http.ts";
import { DIRECT, ownOrigin, type Reach } from "@pos/functions/api/origin.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import {
  CSP_REPORT_BYTES_MAX,
  CSP_REPORT_DIRECTIVES,
  CSP_REPORT_HEADER,
  CSP_REPORT_PATH,
  type CspReports,
  createCspReports,
} from "./csp-reports.ts";
import type { MailboxPage } from "./mailbox-page.ts";
import { PLACE_LIMITS } from "./places.ts";
import { hasOneHost, sourceOf } from "./source.ts";
import { VISITOR_HEADERS, type WebServer } from "./web.ts";

/** Where a host takes frames for its sockets from the leading host. Without the hosts' key the path answers 404. */
export const FRAMES_PATH = "/cluster/frames";

export interface FramesEndpoint {
  /** Resolves to false when the caller does not have the key; nothing is answered then. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

/** A file of the query page, held in memory. */
export interface Page {
  readonly contentType: string;
  /** By the response's nonce, for a page that hands it to its scripts. */
  readonly body: Buffer | ((nonce: string) => Buffer);
}
export type Pages = ReadonlyMap<string, Page>;

export interface HttpHostOptions {
  readonly handler: ApiHandler;
  readonly log: Log;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly pages: Pages;
  /** With it, mails that stay on this machine are read at /mail. */
  readonly mailbox?: MailboxPage;
  /** If present, it serves every path that has no other handler. */
  readonly web?: WebServer;
  /** With it, other hosts hand in texts for the sockets that this one holds. */
  readonly frames?: FramesEndpoint;
  /** Whether the disk is below its watermark; `/health` states it. Default: there is no disk to watch. */
  readonly isStorageLow?: () => boolean;
  /** The text that names whom to tell about a vulnerability of this host (RFC 9116). Absent: the host has no security.txt. */
  readonly securityText?: () => string;
  /** How clients reach the host. Default: directly, without TLS. */
  readonly reach?: Reach;
  /** With one, the host speaks https and nothing else. */
  readonly certificate?: CertificateAndKey;
}

export interface CertificateAndKey {
  readonly cert: string;
  readonly key: string;
}

export interface HttpHost {
  /** Listens. Until `markReady`, only `/health` and the pages answer; everything else is 503. */
  readonly start: () => Promise<{ readonly url: string; readonly port: number }>;
  readonly markReady: () => void;
  /** Accepts nothing more and waits for what is under way, at most this long; then cuts what is left. */
  readonly close: (deadlineMilliseconds?: number) => Promise<void>;
  /** New connections see the new one. Only where there was one from the start. */
  readonly renewCertificate: (to: CertificateAndKey) => void;
  readonly server: Server | TlsServer;
}

/** The HTTP server of one machine: the API, the pages and the dashboard. */
export function createHttpHost(options: HttpHostOptions): HttpHost {
  const { log } = options;
  const cspReports = createCspReports({ log, now: () => performance.now() });
  const host: Host = { reach: DIRECT, ...options, cspReports, state: "starting" };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    serve(host, request, response).catch((error: unknown) => {
      host.log({ level: "error", event: "http", error: describe(error) });
      if (response.headersSent) response.destroy();
      else answerError(response, { status: 500, code: "INTERNAL", message: INTERNAL_MESSAGE });
    });
  };
  const { certificate } = options;
  const tlsServer = certificate && createTlsServer({ ...TIMEOUTS, ...tlsOptions(certificate) }, answer);
  const server = tlsServer ?? createServer(TIMEOUTS, answer);
  server.maxConnections = CONNECTIONS_MAX;
  const inner = createServer(TIMEOUTS, (request, response) => {
    const source = singleHeaders(request)[VISITOR_HEADERS.source] ?? "";
    serveGraphql(host, request, response, source).catch(() => response.destroy());
  });
  return {
    server,
    renewCertificate: (to) => tlsServer?.setSecureContext(tlsOptions(to)),
    async start() {
      if (options.web) await listenInside(inner, options.web.apiAddress);
      return listen(server, host);
    },
    markReady() {
      if (host.state === "starting") host.state = "ready";
    },
    async close(deadlineMilliseconds = 10_000) {
      host.state = "closing";
      inner.close();
      inner.closeAllConnections();
      if (!server.listening) return;
      const deadline = setTimeout(() => server.closeAllConnections(), deadlineMilliseconds);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(deadline);
    },
  };
}

interface Host extends HttpHostOptions {
  readonly reach: Reach;
  readonly cspReports: CspReports;
  state: "starting" | "ready" | "closing";
}

function tlsOptions({ cert, key }: CertificateAndKey) {
  return { cert, key, minVersion: "TLSv1.2", handshakeTimeout: 10_000 } as const;
}

/** A browser that came by TLS once comes by nothing else for a year. */
const STRICT_TRANSPORT = "max-age=31536000";

/** A slow sender holds a connection this long at most; a terminal's idle connection stays open between two customers. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };

/** Sockets and requests together; beyond it the system refuses connections, so that files can still be opened. */
const CONNECTIONS_MAX = PLACE_LIMITS.connectionsMax + 5_000;

function listen(server: Server | TlsServer, { host, port, certificate }: Host): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, { host, port })));
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      resolve({ url: `${certificate ? "https" : "http"}://${name}:${address.port}`, port: address.port });
    });
  });
}

/** For the dashboard's process alone: the socket is in a folder that only this user can enter. */
function listenInside(inner: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    inner.once("error", reject);
    inner.listen(address, resolve);
  });
}

/** The message explains the fix. */
export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

function explained(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const causes: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop the program that uses it, or take another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} may not be used by this user. Take one above 1023: PORT=4000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, or leave it out.`,
    ENOTFOUND: `The name ${host} is unknown here. Set HOST to an address of this machine, or leave it out.`,
  };
  const cause = causes[error.code ?? ""];
  return cause === undefined ? error : new CannotListen(cause, { cause: error });
}

const NO_TARGET = { status: 400, code: "BAD_REQUEST", message: "The request names no path, or not one host." } as const;

async function serve(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A connection that outlives the listener would keep the process from ending.
  if (host.state === "closing") response.setHeader("connection", "close");
  response.setHeader("x-content-type-options", "nosniff");
  if (host.certificate) response.setHeader("strict-transport-security", STRICT_TRANSPORT);
  const target = request.url ?? "/";
  if (!target.startsWith("/") || !hasOneHost(request.rawHeaders)) return answerError(response, NO_TARGET);
  const question = target.indexOf("?");
  const path = question === -1 ? target : target.slice(0, question);
  if (path === "/graphql") return serveGraphql(host, request, response, sourceOf(request, host.reach) ?? "");
  const long = headerRefusal(request.headers);
  if (long !== undefined) return answerError(response, long);
  if (path === FRAMES_PATH && request.method === "POST" && (await host.frames?.answer(request, response))) return;
  if (path === CSP_REPORT_PATH && request.method === "POST") return takeCspReport(host, request, response);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answerError(response, {
      status: 404,
      code: "NOT_FOUND",
      message: "There is nothing here. GraphQL is at /graphql.",
    });
  }
  if (path === "/health") {
    const healthy = host.state === "ready";
    return answerJson(response, healthy ? 200 : 503, {
      status: healthy ? "ok" : host.state,
      ...(host.isStorageLow?.() ? { disk: "low" } : {}),
    });
  }
  if (path === "/.well-known/security.txt" && host.securityText !== undefined)
    return answerText(response, host.securityText());
  const page = host.pages.get(path);
  if (page !== undefined) return answerPage(response, page);
  if (host.mailbox !== undefined && /^\/mail(\/|$)/.test(path)) {
    const { status, headers, body } = await host.mailbox(path, request.headers);
    response.writeHead(status, headers);
    response.end(body);
    return;
  }
  if (host.web !== undefined) {
    const origin = ownOrigin(singleHeaders(request), host.reach);
    return host.web.forward(request, response, { origin, source: sourceOf(request, host.reach) ?? "" });
  }
  answerError(response, { status: 404, code: "NOT_FOUND", message: "There is nothing here. GraphQL is at /graphql." });
}

async function takeCspReport(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBytes(request, CSP_REPORT_BYTES_MAX);
  if (body === "aborted") return;
  if (body === "too large") return refuseTooLarge(host, request, response);
  host.cspReports.take(body.bytes);
  response.writeHead(204, { "cache-control": "no-store" });
  response.end();
}

async function serveGraphql(
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
  sourceIp: string,
): Promise<void> {
  if (host.state === "starting") {
    return answerError(response, { status: 503, code: "UNAVAILABLE", message: "The server is starting: try again." });
  }
  const body = await readBytes(request);
  if (body === "aborted") return;
  if (body === "too large") return refuseTooLarge(host, request, response);
  const answer = await host.handler(requestOf(request, body.bytes, response), {
    requestId: randomUUID(),
    sourceIp,
  });
  // It may have begun to close while the request was under way.
  if (host.state !== "ready" && !response.headersSent) response.setHeader("connection", "close");
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.cookies.length > 0) response.setHeader("set-cookie", answer.cookies);
  response.statusCode = answer.status;
  response.end(answer.body);
}

function readBytes(
  request: IncomingMessage,
  bytesMax = MAXIMUM_BODY_BYTES,
): Promise<{ bytes: Buffer } | "too large" | "aborted"> {
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) return Promise.resolve("too large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        chunks.length = 0;
        request.off("data", take);
        resolve("too large");
        return;
      }
      chunks.push(chunk);
    };
    request.on("data", take);
    request.on("end", () => resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks) }));
    request.on("error", () => resolve("aborted"));
    request.on("close", () => resolve("aborted"));
  });
}

/** What is thrown away unread after a refusal, so that an honest client gets to read its answer before the connection ends. */
const DISCARDED_BYTES = 8 * MAXIMUM_BODY_BYTES;
const DISCARD_MILLISECONDS = 2_000;

function refuseTooLarge(host: Host, request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  const body = errorBody("TOO_LARGE", TOO_LARGE_MESSAGE);
  response.writeHead(413, {
    ...JSON_HEADERS,
    "x-request-id": requestId,
    "content-length": body.length,
    connection: "close",
  });
  response.write(body);
  host.log({
    level: "info",
    event: "request",
    requestId,
    operationName: null,
    status: 413,
    errorCodes: ["TOO_LARGE"],
    bytesOut: body.length,
  });
  let discarded = 0;
  const finish = () => {
    clearTimeout(timer);
    response.end(() => request.destroy());
  };
  const timer = setTimeout(finish, DISCARD_MILLISECONDS);
  request.on("data", (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > DISCARDED_BYTES) finish();
  });
  request.on("end", finish);
  request.on("close", finish);
  request.resume();
}

/** Asked now and then, so that a request need not wait for an event that almost never comes. */
class ClientGone {
  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  constructor(request: IncomingMessage, response: ServerResponse) {
    this.request = request;
    this.response = response;
  }
  get aborted(): boolean {
    return this.response.destroyed || this.request.socket.destroyed;
  }
}

/** The adapter between `node:http` and the API's requests and responses. */
function requestOf(request: IncomingMessage, body: Buffer, response: ServerResponse): ApiRequest {
  return {
    signal: new ClientGone(request, response),
    method: request.method ?? "GET",
    url: request.url ?? "/",
    headers: headersOf(request),
    arrayBuffer: async () => body,
  };
}

function* headersOf({ headers }: IncomingMessage): Generator<readonly [string, string]> {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) yield [name, typeof value === "string" ? value : value.join(",")];
  }
}

function singleHeaders(request: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(headersOf(request));
}

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** No outside address, no inline script, no frame around it. Only a style element with the response's nonce is applied. */
function pagePolicy(nonce: string): string {
  return [
    ...["default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'"],
    ...["img-src 'self' data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
    CSP_REPORT_DIRECTIVES,
  ].join("; ");
}

const PAGE_HEADERS = {
  ...CSP_REPORT_HEADER,
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

function answerPage(response: ServerResponse, { contentType, body }: Page): void {
  const nonce = randomBytes(16).toString("base64");
  const bytes = typeof body === "function" ? body(nonce) : body;
  response.writeHead(200, {
    ...PAGE_HEADERS,
    "content-security-policy": pagePolicy(nonce),
    "content-type": contentType,
    "content-length": bytes.length,
  });
  response.end(bytes);
}

function answerError(response: ServerResponse, error: { status: number; code: ErrorCode; message: string }): void {
  const requestId = randomUUID();
  const body = errorBody(error.code, error.message, error.code === "INTERNAL" ? requestId : undefined);
  response.writeHead(error.status, { ...JSON_HEADERS, "x-request-id": requestId, "content-length": body.length });
  response.end(body);
}

function answerJson(response: ServerResponse, status: number, value: object): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { ...JSON_HEADERS, "content-length": body.length });
  response.end(body);
}

function answerText(response: ServerResponse, text: string): void {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(200, { ...headers, "content-length": Buffer.byteLength(text) });
  response.end(text);
}

function errorBody(code: ErrorCode, message: string, requestId?: string): Buffer {
  const extensions = requestId === undefined ? { code } : { code, requestId };
  return Buffer.from(JSON.stringify({ errors: [{ message, extensions }] }));
}
