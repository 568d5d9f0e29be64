import type { LogLine } from "@pos/functions/platform/log.ts";
import { expect, test } from "vitest";
import { type Command, CommandFailed, type Output, OutputGone } from "./command.ts";
import { runCommand } from "./run-command.ts";
import type { System } from "./system.ts";

async function runOne(run: Command["run"]) {
  const logged: LogLine[] = [];
  const notes: string[] = [];
  // The members of a system that running a command requires.
  const system = { log: (line: LogLine) => void logged.push(line) } as unknown as System;
  const output: Output = {
    line: async () => {},
    note: async (text) => void notes.push(text),
    progress: () => {},
  };
  const command: Command = { name: "try", summary: "", help: "", parse: () => null, run };
  return { code: await runCommand(system, command, null, output), notes, logged };
}

test("commands: the exit code is what the command answers", async () => {
  expect(await runOne(async () => 7)).toEqual({ code: 7, notes: [], logged: [] });
});

test("commands: what a person can mend is said in its sentence, and is nothing for the log", async () => {
  const ran = await runOne(async () => {
    throw new CommandFailed("The shelf is full.");
  });
  expect(ran).toEqual({ code: 1, notes: ["The shelf is full."], logged: [] });
});

test("commands: a bug is for the log, and the person gets its id and none of its details", async () => {
  const { code, notes, logged } = await runOne(async () => {
    throw new Error("secret 4711");
  });
  expect(code).toBe(1);
  expect(notes).toEqual([`The command failed; the log says why, under the id ${logged[0]?.id}.`]);
  expect(logged).toEqual([
    expect.objectContaining({
      level: "error",
      event: "command",
      command: "try",
      error: expect.stringContaining("4711"),
    }),
  ]);
});

test("commands: whoever went away is told nothing", async () => {
  const ran = await runOne(async () => {
    throw new OutputGone("The client went away.");
  });
  expect(ran).toEqual({ code: 1, notes: [], logged: [] });
});
