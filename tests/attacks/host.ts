import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** The host as `npm start` runs it: the same bundle, dashboard included, in a process of its own at one port. */
export interface Host {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** Resident memory in megabytes. */
  readonly residentMegabytes: () => number;
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves to false when it had to be killed. */
  readonly stop: () => Promise<boolean>;
}

const READY = /Stop with Ctrl\+C/;
const STOP_MILLISECONDS = 12_000;

/** @param bundle packages/host/src/main.ts as one file, at the place where `npm start` has it */
export async function createHost(bundle: string, folder: string): Promise<Host> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let exited: Promise<unknown> = Promise.resolve();
  const kill = async () => {
    child?.kill("SIGKILL");
    await exited;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    async start() {
      const running = launch(bundle, { folder, port });
      child = running;
      exited = new Promise((resolve) => running.once("exit", resolve));
      const ended = exited.then(() => {
        throw new Error("The host ended instead of answering");
      });
      await Promise.race([untilReady(running), ended]);
      ended.catch(() => {});
    },
    residentMegabytes: () => residentMegabytes(child?.pid),
    async stop() {
      if (child?.exitCode !== null || child.signalCode !== null) return false;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child?.kill("SIGKILL"), STOP_MILLISECONDS);
      await exited;
      clearTimeout(timer);
      return child.exitCode === 0;
    },
  };
}

function launch(bundle: string, { folder, port }: { readonly folder: string; readonly port: number }): ChildProcess {
  // With the schema hidden the host does more work on messages: it removes the names that they suggest.
  const settings = { PORT: String(port), HOST: "127.0.0.1", POS_DATA_DIR: folder, POS_INTROSPECTION: "off" };
  const child = spawn(process.execPath, ["--enable-source-maps", bundle], {
    env: { ...process.env, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = () => void child.kill("SIGKILL");
  // Before the folder is removed, which is in use until then.
  process.prependOnceListener("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}

async function untilReady({ stdout }: ChildProcess): Promise<void> {
  let text = "";
  await new Promise<void>((resolve) => {
    const see = (chunk: Buffer): void => {
      text += chunk.toString();
      if (!READY.test(text)) return;
      // Its log is read and thrown away: a full pipe would hold it up.
      stdout?.off("data", see).resume();
      resolve();
    };
    stdout?.on("data", see);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function residentMegabytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
