import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTerminalOutput } from "./console.ts";

const CLEARED = "\u001b[2K";

/** Both streams of a process; what is written to either, in order. */
function streams(isTTY: boolean) {
  const texts: string[] = [];
  const stream = () =>
    new Writable({
      write(chunk, _, done) {
        texts.push(String(chunk));
        done();
      },
    });
  const stderr = Object.assign(stream(), { isTTY, columns: 80 });
  const output = createTerminalOutput({ stdout: stream(), stderr });
  return { output, stderr, text: () => texts.splice(0).join("") };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }));
afterEach(() => void vi.useRealTimers());

describe("createTerminalOutput: on a terminal", () => {
  test("progress: draws a bar once a tenth of a second has passed, and draws changes", () => {
    const { output, text } = streams(true);
    output.progress(1, 10, "entries");
    expect(text()).toBe("");
    vi.advanceTimersByTime(100);
    output.progress(5, 10, "entries");
    expect(text()).toContain("[############------------] 5 of 10 entries (50 %)");
    output.progress(10, 20, "MB");
    vi.advanceTimersByTime(100);
    expect(text()).toContain("[############------------] 10 of 20 MB (50 %)");
    output.progress(20, 20, "MB");
    vi.advanceTimersByTime(100);
    expect(text()).toContain("[########################] 20 of 20 MB (100 %)");
    output.finish();
  });

  test("progress: counts without a bar when the total is unknown", () => {
    const { output, text } = streams(true);
    vi.advanceTimersByTime(100);
    output.progress(3, undefined, "lines");
    const shown = text();
    expect(shown).toContain("3 lines");
    expect(shown).not.toContain("[#");
    output.finish();
  });

  test("line: clears the bar before it is written, and the bar comes back", async () => {
    const { output, text } = streams(true);
    vi.advanceTimersByTime(100);
    output.progress(1, 2, "entries");
    text();
    await output.line("found");
    expect(text()).toSatisfy((shown: string) => shown.endsWith(`${CLEARED}found\n`));
    vi.advanceTimersByTime(500);
    expect(text()).toBe("");
    output.progress(2, 2, "entries");
    expect(text()).toContain("2 of 2 entries");
    output.finish();
    expect(text()).toSatisfy((shown: string) => shown.endsWith(CLEARED));
  });

  test("progress: writes nothing when the output is closed", () => {
    const { output, stderr, text } = streams(true);
    vi.advanceTimersByTime(100);
    output.progress(1, 2, "entries");
    text();
    stderr.destroy();
    output.progress(2, 2, "entries");
    vi.advanceTimersByTime(1_000);
    output.finish();
    expect(text()).toBe("");
  });
});

describe("createTerminalOutput: without a terminal", () => {
  test("progress: writes a plain line every five seconds and none before", () => {
    const { output, text } = streams(false);
    for (let second = 0; second < 12; second++) {
      output.progress(second, 12, "entries");
      vi.advanceTimersByTime(1_000);
    }
    output.finish();
    expect(text()).toBe("5 of 12 entries (41 %)\n10 of 12 entries (83 %)\n");
  });
});
