import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The real host as a process that is killed and started again, on one folder and at whatever port it finds. */
export interface Host {
  /** Where it answered last; it may be dead. */
  readonly url: () => string;
  /** Starts it and waits until it answers. */
  readonly start: () => Promise<void>;
  /** Starts it and kills it after so many milliseconds, however far it is. */
  readonly startInVain: (milliseconds: number) => Promise<void>;
  /** SIGKILL, at once; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: it finishes and must end with 0. */
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const READY = /Stop with Ctrl\+C/;

interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<number | string>;
  readonly ready: Promise<boolean>;
}

/** @param bundle packages/host/src/main.ts as one file */
export function createHost(bundle: string, folder: string): Host {
  let running: Running | undefined;
  let url = "";

  function launch(): Running {
    const child = spawn(process.execPath, [bundle], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", POS_DATA_DIR: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => void child.kill("SIGKILL");
    process.once("exit", end);
    const exited = new Promise<number | string>((resolve) =>
      child.once("exit", (code, signal) => {
        process.off("exit", end);
        resolve(code ?? signal ?? "");
      }),
    );
    let text = "";
    const ready = new Promise<boolean>((resolve) => {
      const see = (chunk: Buffer): void => {
        text += chunk.toString();
        const found = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(text)?.[1];
        if (found) url = found;
        if (!READY.test(text)) return;
        // What it logs from now on is read and thrown away: a full pipe would hold it up.
        child.stdout?.off("data", see).resume();
        resolve(true);
      };
      child.stdout?.on("data", see);
      void exited.then(() => resolve(false));
    });
    child.stderr?.on("data", (chunk: Buffer) => process.stderr.write(chunk));
    return { child, exited, ready };
  }

  return {
    url: () => url,
    async start() {
      running = launch();
      if (!(await running.ready)) throw new Error(`The host ended with ${await running.exited} instead of answering`);
    },
    async startInVain(milliseconds) {
      const vain = launch();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      vain.child.kill("SIGKILL");
      await vain.exited;
    },
    async kill() {
      running?.child.kill("SIGKILL");
      await running?.exited;
    },
    async stop() {
      running?.child.kill("SIGTERM");
      const end = await running?.exited;
      if (end !== 0) throw new Error(`The host ended with ${end}`);
    },
  };
}
