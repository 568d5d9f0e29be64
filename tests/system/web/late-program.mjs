// As program.mjs, once the file that PROGRAM_WAITS_FOR names is there.
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

while (!existsSync(process.env.PROGRAM_WAITS_FOR ?? "")) await setTimeout(20);
await import("./program.mjs");
