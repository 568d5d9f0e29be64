import { type ChildProcess, fork } from "node:child_process";

/** What is measured, each in a process of its own, so that its CPU time and its memory are its own. Talks by messages. */
export interface Subject {
  readonly name: string;
  readonly ready: Ready;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** Where sales go and what they are made of. */
export interface Target {
  readonly url: string;
  /** One a terminal; "" where none is needed. */
  readonly tokens: readonly string[];
  readonly variants: readonly { readonly id: string; readonly unitPrice: string }[];
}

/** A manager who looks on. */
export interface Watcher {
  readonly token: string;
  readonly locationId: string;
}

export interface Ready extends Target {
  /** Where there is a dashboard to look at. */
  readonly watcher?: Watcher;
  /** The same program over a table of its own: what is warm is then its code and not its table. */
  readonly warmUp: Target;
}

export type Question =
  | { readonly ask: "usage" }
  /** Answered when everything recorded so far is booked. */
  | { readonly ask: "caughtUp" }
  /** Records sales within the process until the table holds so many, and books them. */
  | { readonly ask: "fill"; readonly stored: number }
  | { readonly ask: "stop" };

export interface Answer {
  readonly cpuSeconds: number;
  /** The most so far, with what is mapped of the table's file and can go whenever others need the memory. */
  readonly megabytes: number;
  /** Its own: the heap and the buffers beside it. */
  readonly heapMegabytes: number;
  readonly stored: number;
}

export async function startSubject(
  name: string,
  program = new URL(`./${name}.mjs`, import.meta.url),
): Promise<Subject> {
  const child = fork(program, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: process.execArgv,
    // As `npm start` and the deployment set it: GraphQL's own checks of its own types are for developers.
    env: { ...process.env, NODE_ENV: "production" },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = (await nextMessage(child)) as Ready;
  return {
    name,
    ready,
    async ask(question) {
      const answered = nextMessage(child);
      child.send(question);
      return (await answered) as Answer;
    },
    async stop() {
      child.send({ ask: "stop" } satisfies Question);
      await ended;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`What is measured ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}

const STOP_MILLISECONDS_MAX = 5_000;

export interface Serving {
  readonly ready: Ready;
  readonly caughtUp: () => Promise<void>;
  readonly fill?: (stored: number) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** The other end: reports that it is ready, and answers. */
export function serveBench({ ready, caughtUp, fill, stop }: Serving): void {
  let stored = 0;
  const answer = async (question: Question): Promise<void> => {
    if (question.ask === "caughtUp") await caughtUp();
    if (question.ask === "fill" && fill) stored = await fill(question.stored);
    if (question.ask === "stop") {
      await stop();
      process.exit(0);
    }
    const { user, system } = process.cpuUsage();
    const megabytes = process.resourceUsage().maxRSS / 1024;
    const { heapTotal, external } = process.memoryUsage();
    const heapMegabytes = (heapTotal + external) / 1e6;
    process.send?.({ cpuSeconds: (user + system) / 1e6, megabytes, heapMegabytes, stored } satisfies Answer);
  };
  // Its parent has ended, for whatever reason: what this process keeps goes too.
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), STOP_MILLISECONDS_MAX).unref();
    void stop().finally(() => process.exit(1));
  });
  process.on("message", (question: Question) => {
    answer(question).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.send?.(ready);
}
