import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { describe, type Log } from "@pos/functions/platform/log.ts";

/** The space of the data folder's disk, for a user without special rights. */
export interface DiskSpace {
  readonly freeBytes: number;
  readonly bytes: number;
}

export interface DiskWatch {
  /** Whether less than the watermark is free. Costs nothing: it is measured by a timer. */
  readonly isLow: () => boolean;
  readonly stop: () => void;
}

export interface DiskWatchOptions {
  readonly folder: string;
  /** The watermark. */
  readonly minimumBytes: number;
  readonly log: Log;
  readonly milliseconds?: number;
}

const WATCH_MILLISECONDS = 5_000;
/** The watermark is left again this far above it, so that the host does not change its mind with every file. */
const RECOVERED = 1.05;

/** Below the watermark the host takes only what has happened already, so that sales are never refused for want of space. */
export function watchDisk({ folder, minimumBytes, log, milliseconds }: DiskWatchOptions): DiskWatch {
  let isLow = false;
  const see = ({ freeBytes, bytes }: DiskSpace) => {
    const next = freeBytes < minimumBytes * (isLow ? RECOVERED : 1);
    if (next === isLow) return;
    isLow = next;
    log({ level: next ? "error" : "info", event: "disk", is: next ? "low" : "enough", freeBytes, bytes, minimumBytes });
  };
  see(spaceOf(statfsSync(folder)));
  const timer = setInterval(() => {
    statfs(folder)
      .then((found) => see(spaceOf(found)))
      .catch((error: unknown) => log({ level: "error", event: "disk", error: describe(error) }));
  }, milliseconds ?? WATCH_MILLISECONDS);
  timer.unref();
  return { isLow: () => isLow, stop: () => clearInterval(timer) };
}

export function diskSpace(folder: string): DiskSpace {
  return spaceOf(statfsSync(folder));
}

function spaceOf({ bavail, blocks, bsize }: { bavail: number; blocks: number; bsize: number }): DiskSpace {
  return { freeBytes: bavail * bsize, bytes: blocks * bsize };
}
