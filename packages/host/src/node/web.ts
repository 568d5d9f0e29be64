import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "@pos/functions/platform/log.ts";

/**
 * The dashboard: its production server runs in a process of its own, so that rendering never delays a sale, and listens at a
 * socket in a folder that only this user can enter. It is started again when it ends, and it ends with this process.
 */
export interface WebServer {
  /** Where the dashboard's process expects the API, for what it reads while it renders a page. */
  readonly apiAddress: string;
  /** Forwards to the dashboard, or answers with a page that asks to wait until it is ready. */
  readonly forward: (request: IncomingMessage, response: ServerResponse, visitor: Visitor) => void;
  readonly close: () => Promise<void>;
}

/** Who asks for a page, as the host knows it. */
export interface Visitor {
  /** Undefined: the request names no host. */
  readonly origin: string | undefined;
  readonly source: string;
}

/** How the dashboard's process learns of the visitor, and returns it with what it reads from the API. */
export const VISITOR_HEADERS = { origin: "x-page-origin", source: "x-page-source" } as const;

interface Web {
  readonly log: Log;
  readonly program: string;
  readonly address: string;
  readonly apiAddress: string;
  child: ChildProcess | undefined;
  isListening: boolean;
  isClosing: boolean;
  failures: number;
  retry: NodeJS.Timeout | undefined;
}

const RESTART_MILLISECONDS_MAX = 30_000;
const UPSTREAM_MILLISECONDS = 30_000;

export function startWeb({ log, program = findProgram() }: { log: Log; program?: string }): WebServer {
  const folder = mkdtempSync(join(tmpdir(), "pos-web-"));
  const web: Web = {
    ...{ log, program, address: socketPath(folder, "socket"), apiAddress: socketPath(folder, "api"), child: undefined },
    ...{ isListening: false, isClosing: false, failures: 0, retry: undefined },
  };
  startChild(web);
  return {
    apiAddress: web.apiAddress,
    forward: (request, response, visitor) => {
      if (web.isListening) forward(web, request, response, visitor);
      else answerNotThere(request, response);
    },
    async close() {
      web.isClosing = true;
      clearTimeout(web.retry);
      const { child } = web;
      if (child !== undefined && child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somewhere above the source, or above a bundle of it. */
function findProgram(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const program = join(folder, "packages/web/server.mjs");
    if (existsSync(program)) return program;
    if (folder === dirname(folder)) throw new Error("packages/web/server.mjs is missing.");
    folder = dirname(folder);
  }
}

function socketPath(folder: string, name: string): string {
  const path = join(folder, name);
  return process.platform === "win32" ? `\\\\.\\pipe\\${path.replaceAll(/[\\/:]/g, "-")}` : path;
}

function startChild(web: Web): void {
  const words = [web.address, web.apiAddress];
  const child = fork(web.program, words, { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] });
  web.child = child;
  const tell = (level: "info" | "error") => (chunk: Buffer) => {
    for (const text of chunk.toString().split("\n")) if (text.trim() !== "") web.log({ level, event: "web", text });
  };
  child.stdout?.on("data", tell("info"));
  child.stderr?.on("data", tell("error"));
  child.on("message", () => {
    web.isListening = true;
    web.failures = 0;
  });
  child.on("error", (error) => web.log({ level: "error", event: "web", text: String(error) }));
  child.once("exit", (code, signal) => {
    web.isListening = false;
    if (web.isClosing) return;
    const milliseconds = Math.min(500 * 2 ** web.failures, RESTART_MILLISECONDS_MAX);
    web.failures++;
    web.log({ level: "error", event: "web", text: `It ended (${code ?? signal}).`, retryMilliseconds: milliseconds });
    if (process.platform !== "win32") rmSync(web.address, { force: true });
    web.retry = setTimeout(() => startChild(web), milliseconds);
  });
}

/** Headers of one hop, and what would let a caller speak for a proxy or reach the server's inside. */
const NOT_FORWARDED = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"],
  ...["transfer-encoding", "upgrade", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"],
  ...["x-forwarded-port", "x-middleware-subrequest", "x-nonce", "content-length"],
  ...Object.values(VISITOR_HEADERS),
]);

function forwardedHeaders(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  const named = new Set(
    String(headers.connection ?? "")
      .toLowerCase()
      .split(/, */),
  );
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.has(name) && !named.has(name)));
}

function forward(web: Web, request: IncomingMessage, response: ServerResponse, { origin, source }: Visitor): void {
  const { method, url } = request;
  const headers = {
    ...forwardedHeaders(request.headers),
    ...(origin === undefined ? {} : { [VISITOR_HEADERS.origin]: origin }),
    [VISITOR_HEADERS.source]: source,
  };
  const upstream = httpRequest(
    { socketPath: web.address, method, path: url, timeout: UPSTREAM_MILLISECONDS, headers },
    (answer) => {
      response.statusCode = answer.statusCode ?? 502;
      for (const [name, value] of Object.entries(forwardedHeaders(answer.headers))) {
        if (value !== undefined) response.setHeader(name, value);
      }
      const length = answer.headers["content-length"];
      if (length !== undefined) response.setHeader("content-length", length);
      answer.on("error", () => response.destroy());
      answer.pipe(response);
    },
  );
  upstream.on("timeout", () => upstream.destroy(new Error("The dashboard did not answer in time.")));
  upstream.on("error", (error) => {
    if (response.destroyed) return;
    web.log({ level: "warn", event: "web", text: error.message });
    if (response.headersSent) response.destroy();
    else answerNotThere(request, response);
  });
  response.on("close", () => upstream.destroy());
  upstream.end();
}

const NOT_THERE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2"><title>Starting</title><p>The dashboard is starting; this page looks again by itself.</p>
<p lang="zh-Hans">后台正在启动，本页会自动重试。</p></html>`;

function answerNotThere(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(502, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(NOT_THERE),
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "retry-after": "2",
  });
  response.end(request.method === "HEAD" ? undefined : NOT_THERE);
}
