import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "@pos/core/base/result.ts";
import type { Credentials } from "@pos/host/demo/demo.ts";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

/** The system as `npm start` runs it, on a folder and at a port of its own, that can be killed and started again. */
export interface System {
  readonly url: string;
  readonly folder: string;
  readonly credentials: Credentials;
  /** As a power cut does it. */
  readonly kill: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
];
const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export function chromiumIsThere(): boolean {
  return existsSync(CHROMIUM);
}

/**
 * @param checkout another folder of the project, to compare with it
 * @param prepare fills the data folder first: one that has a merchant gets no demo shop
 */
export async function startSystem(checkout = root, prepare?: (folder: string) => Promise<void>): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), "pos-terminal-test-"));
  await prepare?.(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = await start(checkout, folder, port);
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await ended;
  };
  await waitForPages(url);
  return {
    ...{ url, folder },
    get credentials() {
      return JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")) as Credentials;
    },
    kill: () => end("SIGKILL"),
    startAgain: async () => {
      child = await start(checkout, folder, port);
      await waitForPages(url);
    },
    stop: () => end("SIGTERM"),
  };
}

async function start(checkout: string, folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: checkout,
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", POS_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  await new Promise<void>((resolve, reject) => {
    const see = (chunk: Buffer) => {
      text += chunk.toString();
      if (/Stop with Ctrl\+C/.test(text)) resolve();
    };
    child.stdout?.on("data", see);
    child.stderr?.on("data", see);
    child.once("exit", () => reject(new Error(`The system did not start: ${text}`)));
  });
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The pages are a process of their own and may be a moment later. */
async function waitForPages(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await fetch(`${url}/terminal`)).status === 200) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The pages did not start.");
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [...FLAGS],
  });
}

/** A browser of its own, with a disk of its own, that can lose its power. */
export interface PoweredDevice {
  readonly folder: string;
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

export async function startDevice(folder = mkdtempSync(join(tmpdir(), "pos-device-"))): Promise<PoweredDevice> {
  rmSync(join(folder, "DevToolsActivePort"), { force: true });
  const options = [`--user-data-dir=${folder}`, "--headless=new", "--remote-debugging-port=0", "--lang=en-GB"];
  const child = spawn(CHROMIUM, [...options, ...FLAGS, "about:blank"], { detached: true, stdio: "ignore" });
  let port: string | undefined;
  while (port === undefined) {
    await new Promise((done) => setTimeout(done, 50));
    const file = join(folder, "DevToolsActivePort");
    port = existsSync(file) ? readFileSync(file, "utf8").split("\n")[0] || undefined : undefined;
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await present(browser.contexts()[0], "the browser's context").newPage();
  page.setDefaultTimeout(20_000);
  return {
    folder,
    page,
    async kill() {
      const ended = new Promise((done) => child.once("exit", done));
      // All of its processes at once.
      process.kill(-present(child.pid, "a process"), "SIGKILL");
      await ended;
      for (const name of ["SingletonLock", "SingletonSocket", "SingletonCookie"])
        rmSync(join(folder, name), { force: true });
    },
  };
}

/** Every ledger proves itself, by the command that people use. */
export async function verifyIsClean({ folder }: System): Promise<void> {
  const child = spawn(process.execPath, ["scripts/pos.mjs", "verify"], {
    cwd: root,
    env: { ...process.env, POS_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = await new Promise((done) => child.once("exit", done));
  expect({ code, text }).toMatchObject({ code: 0 });
}
