import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHttpHost, type HttpHost } from "@pos/host/node/http.ts";
import { startWeb, type WebServer } from "@pos/host/node/web.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

/** The dashboard's server behind the host's port: started, asked, ended, started again. */
const lines: string[] = [];
const log = (line: object) => void lines.push(JSON.stringify(line));
let web: WebServer;
let host: HttpHost;
let url: string;

beforeAll(async () => {
  web = startWeb({ log, program: fileURLToPath(new URL("./program.mjs", import.meta.url)) });
  host = createHttpHost({
    ...{ handler: () => Promise.reject(), log, host: "127.0.0.1", port: 0 },
    pages: new Map(),
    web,
  });
  ({ url } = await host.start());
});
afterAll(async () => {
  await host.close();
  await web.close();
});

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pid: number;
}

async function whenThere(path: string): Promise<Asked> {
  await expect.poll(async () => (await fetch(url + path)).status, { timeout: 20_000 }).toBe(200);
  return (await (await fetch(url + path)).json()) as Asked;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // The platform's only way to say that there is no such process.
  }
}

describe("web server", () => {
  test("until it is ready, a page shows that and reloads", async () => {
    const folder = mkdtempSync(join(tmpdir(), "late-"));
    const file = join(folder, "now");
    vi.stubEnv("PROGRAM_WAITS_FOR", file);
    const early = startWeb({ log, program: fileURLToPath(new URL("./late-program.mjs", import.meta.url)) });
    const waiting = createHttpHost({
      ...{ handler: () => Promise.reject(), log, host: "127.0.0.1", port: 0 },
      ...{ pages: new Map(), web: early },
    });
    const { url: address } = await waiting.start();
    const answer = await fetch(address);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("The dashboard is starting");
    writeFileSync(file, "");
    await expect.poll(async () => (await fetch(address)).status, { timeout: 20_000 }).toBe(200);
    await waiting.close();
    await early.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test("receives requests of paths without another handler, without hop-by-hop and proxy headers", async () => {
    await whenThere("/");
    const response = await fetch(`${url}/sales?after=x`, {
      headers: {
        "x-forwarded-host": "evil.example",
        "x-middleware-subrequest": "proxy",
        "x-nonce": "known",
        "x-page-origin": "https://evil.example",
        "x-own": "1",
      },
    });
    const { headers, ...asked } = (await response.json()) as Asked;
    expect(asked).toMatchObject({ method: "GET", url: "/sales?after=x" });
    const visitor = { "x-page-origin": url, "x-page-source": "127.0.0.1" };
    expect(headers).toMatchObject({ "x-own": "1", host: new URL(url).host, ...visitor });
    for (const name of ["x-forwarded-host", "x-middleware-subrequest", "x-nonce"])
      expect(headers).not.toHaveProperty(name);
    expect(response.headers.get("keep-alive")).not.toBe("timeout=1");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetch(`${url}/sales`, { method: "POST", body: "{}" })).status).toBe(404);
    expect((await fetch(`${url}/health`)).status).toBe(503);
  });

  test("is started again when it ends, and ends with the host", async () => {
    const { pid } = await whenThere("/");
    expect((await fetch(`${url}/end`)).status).toBe(502);
    const next = await whenThere("/");
    expect(next.pid).not.toBe(pid);
    expect(lines.some((line) => line.includes("It ended (3)"))).toBe(true);
    await web.close();
    expect(isRunning(next.pid)).toBe(false);
    expect((await fetch(url)).status).toBe(502);
  });
});
