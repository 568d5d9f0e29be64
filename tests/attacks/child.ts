import { type ChildProcess, fork } from "node:child_process";

/** A program of this suite in a process of its own, which is asked one thing at a time by messages. */
export interface Child<Question, Reply> {
  /** Undefined: the process ended, or did not answer in time and was killed. */
  readonly ask: (question: Question, milliseconds?: number) => Promise<Reply | undefined>;
  readonly end: () => void;
}

const ANSWER_MILLISECONDS = 90_000;

export function startChild<Question extends object, Reply>(name: string): Child<Question, Reply> {
  const child = fork(new URL(`./${name}.mjs`, import.meta.url), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const end = () => void child.kill("SIGKILL");
  // Before the folder is removed, which is in use until then.
  process.prependOnceListener("exit", end);
  child.once("exit", () => process.off("exit", end));
  return {
    end,
    ask(question, milliseconds = ANSWER_MILLISECONDS) {
      if (!child.connected) return Promise.resolve(undefined);
      const timer = setTimeout(end, milliseconds);
      const answered = nextMessage<Reply>(child).finally(() => clearTimeout(timer));
      child.send(question);
      return answered;
    },
  };
}

function nextMessage<Reply>(child: ChildProcess): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const ended = () => resolve(undefined);
    child.once("exit", ended);
    // Both ends are this suite's.
    child.once("message", (message: Reply) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}

/** The other end. A process whose parent has ended ends too. */
export function answerParent<Question>(answer: (question: Question) => Promise<object>): void {
  process.once("disconnect", () => process.exit(0));
  process.on("message", (question: Question) => {
    answer(question).then(
      (reply) => process.send?.(reply),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
