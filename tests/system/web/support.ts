import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Credentials } from "@pos/host/demo/demo.ts";
import { type Browser, type BrowserContext, chromium, type Page, type Response } from "playwright-core";

/** The real system as `npm start` runs it, and a browser before it. */
export const root = resolve(import.meta.dirname.split("/tests/system/web")[0] ?? "");

export interface System {
  readonly url: string;
  readonly credentials: Credentials;
  readonly stop: () => Promise<void>;
}

/** @param project the checkout that runs */
export async function startSystem(environment: Readonly<Record<string, string>> = {}, project = root): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), "pos-web-test-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: project,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", POS_DATA_DIR: folder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = await readUntil(child, /Stop with Ctrl\+C/);
  const url = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(text)?.[1];
  if (url === undefined) {
    child.kill("SIGKILL");
    throw new Error(`The system did not start: ${text}`);
  }
  const credentials = JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")) as Credentials;
  await waitForPages(url);
  return {
    url,
    credentials,
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((done) => {
    let text = "";
    const see = (chunk: Buffer) => {
      text += chunk.toString();
      if (pattern.test(text)) done(text);
    };
    child.stdout?.on("data", see);
    child.stderr?.on("data", see);
    child.once("exit", () => done(text));
  });
}

/** The dashboard starts beside the API and may be a moment later. */
async function waitForPages(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if ((await fetch(`${url}/sign-in`)).status === 200) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("The dashboard did not start.");
}

const chromiumPath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";

/** Tests that need it are skipped where it is missing; `npm test` prints which. */
export function browserIsThere(): boolean {
  return existsSync(chromiumPath);
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
  });
}

export interface View {
  readonly language: "en" | "zh";
  readonly scheme: "light" | "dark";
  readonly width: number;
}

/** A browser of its own for a language, a colour scheme and a width. */
export function openContext(browser: Browser, { language, scheme, width }: View): Promise<BrowserContext> {
  return browser.newContext({
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: scheme,
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    reducedMotion: "reduce",
  });
}

/**
 * Opens a page of the dashboard and waits until its streamed parts are in place and its program has taken them over.
 * Until then the document may hold the same text twice, a link leads away without a question, and a tab closes without one.
 */
export async function visit(page: Page, url: string): Promise<Response | null> {
  const response = await page.goto(url);
  await takenOver(page);
  return response;
}

/** The same page again, in the hands of its program. */
export async function revisit(page: Page): Promise<void> {
  await page.reload();
  await takenOver(page);
}

/** Of a tab: files that import this one know no browser. */
interface Tab {
  readonly earlyInput?: unknown;
  readonly document: { readonly querySelectorAll: (selector: string) => Iterable<object> };
}

async function takenOver(page: Page): Promise<void> {
  await page.locator('[hidden][id^="S:"]').first().waitFor({ state: "detached" });
  await page.waitForFunction(() => {
    const { earlyInput, document } = globalThis as unknown as Tab;
    // A field that grows with its text measures it in a hidden one, which is no part of the page.
    const elements = [...document.querySelectorAll("a, button, input, select, textarea:not([aria-hidden])")];
    const isTakenOver = (element: object) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
    return earlyInput === undefined || elements.every(isTakenOver);
  });
}

export async function signIn(page: Page, { url, credentials }: System): Promise<void> {
  await visit(page, `${url}/sign-in`);
  await page.locator('input[name="email"]').fill(credentials.owner.email);
  await page.locator('input[name="password"]').fill(credentials.owner.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(`${url}/`);
}

/** The page shows what it is about: no skeleton is left in place of content. */
export async function settle(page: Page): Promise<void> {
  await page.locator("h1, h2").first().waitFor();
  await page.locator(".mantine-Skeleton-root").first().waitFor({ state: "detached" });
}
