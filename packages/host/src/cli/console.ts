import type { Writable } from "node:stream";
import { type Output, OutputGone } from "../control/command.ts";

/** Where a command's output ends: the streams of the process that somebody typed it in. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

const BAR_MILLISECONDS = 100;
const LINE_MILLISECONDS = 5_000;
const CLEAR_LINE = "\r\u001b[K";

/** Lines in order and with back-pressure; progress as a bar that gives way to lines, or as a line now and then. */
export function createTerminalOutput({ stdout, stderr }: Terminal): Output & { readonly finish: () => void } {
  const isTerminal = stderr.isTTY === true;
  const every = isTerminal ? BAR_MILLISECONDS : LINE_MILLISECONDS;
  // What is over before a first line would be due says nothing of its progress.
  let shownAt = performance.now();
  let hasBar = false;
  const clearBar = () => {
    if (hasBar) stderr.write(CLEAR_LINE);
    hasBar = false;
  };
  async function write(stream: Writable, text: string): Promise<void> {
    clearBar();
    await written(stream, `${text}\n`);
  }
  return {
    line: (text) => write(stdout, text),
    note: (text) => write(stderr, text),
    progress(done, total, what) {
      const now = performance.now();
      if (now - shownAt < every || stderr.writableNeedDrain) return;
      shownAt = now;
      hasBar = isTerminal;
      stderr.write(
        isTerminal ? CLEAR_LINE + barOf(done, total, what, stderr.columns ?? 80) : `${shareOf(done, total, what)}\n`,
      );
    },
    finish: clearBar,
  };
}

function shareOf(done: number, total: number | undefined, what: string): string {
  if (total === undefined) return `${done} ${what}`;
  return `${done} of ${total} ${what} (${percentOf(done, total)} %)`;
}

function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
}

const BAR_CHARACTERS = 24;

function barOf(done: number, total: number | undefined, what: string, columns: number): string {
  const text = shareOf(done, total, what);
  if (total === undefined) return text.slice(0, columns - 1);
  const full = Math.round((BAR_CHARACTERS * percentOf(done, total)) / 100);
  return `[${"#".repeat(full)}${"-".repeat(BAR_CHARACTERS - full)}] ${text}`.slice(0, columns - 1);
}

/** @throws OutputGone when nobody reads the stream any more, as after `| head` */
function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code === "EPIPE") reject(new OutputGone("Nobody reads the output."));
      else reject(error);
    });
  });
}
