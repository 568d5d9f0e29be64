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

test("runCommand: returns the command's exit code", async () => {
  expect(await runOne(async () => 7)).toEqual({ code: 7, notes: [], logged: [] });
});

test("runCommand: prints the message and logs nothing when the command throws CommandFailed", async () => {
  const ran = await runOne(async () => {
    throw new CommandFailed("The shelf is full.");
  });
  expect(ran).toEqual({ code: 1, notes: ["The shelf is full."], logged: [] });
});

test("runCommand: logs the error and prints only its id when the command throws another error", async () => {
  const { code, notes, logged } = await runOne(async () => {
    throw new Error("secret 4711");
  });
  expect(code).toBe(1);
  expect(notes).toEqual([`The command failed; see the log under the id ${logged[0]?.id}.`]);
  expect(logged).toEqual([
    expect.objectContaining({
      level: "error",
      event: "command",
      command: "try",
      error: expect.stringContaining("4711"),
    }),
  ]);
});

test("runCommand: prints nothing when the reader of the output has gone", async () => {
  const ran = await runOne(async () => {
    throw new OutputGone("The client went away.");
  });
  expect(ran).toEqual({ code: 1, notes: [], logged: [] });
});
