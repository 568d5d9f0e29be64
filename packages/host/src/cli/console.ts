import type { Writable } from "node:stream";
import cliProgress, { type Options } from "cli-progress";
import { type Output, OutputGone } from "../control/command.ts";

/** Where a command's output ends: the streams of the process that runs it. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

const BAR_MILLISECONDS = 100;
const LINE_MILLISECONDS = 5_000;

/** Lines in order and with back-pressure; progress as a bar below the lines, or as a line now and then. */
export function createTerminalOutput({ stdout, stderr }: Terminal): Output & { readonly finish: () => void } {
  const isTerminal = stderr.isTTY === true;
  const bar = new cliProgress.SingleBar(BAR_OPTIONS(stderr));
  // A command that ends before the first line would be due shows no progress.
  let shownAt = performance.now();
  const clearBar = () => {
    if (!bar.isActive) return;
    bar.stop();
    shownAt = performance.now();
  };
  async function write(stream: Writable, text: string): Promise<void> {
    clearBar();
    await written(stream, `${text}\n`);
  }
  return {
    line: (text) => write(stdout, text),
    note: (text) => write(stderr, text),
    progress(done, total, what) {
      if (stderr.writableNeedDrain) return;
      const shown: Shown = { total, what };
      if (bar.isActive) {
        bar.setTotal(total ?? 0);
        bar.update(done, shown);
        return;
      }
      const now = performance.now();
      if (now - shownAt < (isTerminal ? BAR_MILLISECONDS : LINE_MILLISECONDS)) return;
      shownAt = now;
      if (isTerminal) bar.start(total ?? 0, done, shown);
      else stderr.write(`${shareOf(done, shown)}\n`);
    },
    finish: clearBar,
  };
}

interface Shown {
  readonly total: number | undefined;
  readonly what: string;
}

const BAR_OPTIONS = (stream: Writable): Options => ({
  // The library writes to it and asks for nothing that only Node's own terminal has.
  stream: stream as NodeJS.WritableStream,
  format: (options, { progress, value }, shown: Shown) =>
    shown.total === undefined
      ? shareOf(value, shown)
      : `[${cliProgress.Format.BarFormat(progress, options)}] ${shareOf(value, shown)}`,
  ...{ fps: 1000 / BAR_MILLISECONDS, barsize: 24, barCompleteChar: "#", barIncompleteChar: "-" },
  ...{ clearOnComplete: true, gracefulExit: false },
});

function shareOf(done: number, { total, what }: Shown): string {
  if (total === undefined) return `${done} ${what}`;
  const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
  return `${done} of ${total} ${what} (${percent} %)`;
}

/** @throws OutputGone when the stream has no reader any more, as after `| head` */
function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code === "EPIPE") reject(new OutputGone("Nobody reads the output."));
      else reject(error);
    });
  });
}
