// The same function again and again in one process, one event after the other as Lambda does it: CPU milliseconds a call.
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";

const [, , bundle = "", eventsFile = "", warmUp = "0"] = process.argv;
const events = JSON.parse(readFileSync(eventsFile, "utf8"));
const { handler } = await import(bundle);
let requests = 0;
subscribe("http.client.request.start", () => requests++);
// What it logs is written, to nowhere: it is part of what a call costs.
const answers = [];
for (const event of events.slice(0, Number(warmUp))) answers.push(await handler(event, {}));
requests = 0;
const measured = events.slice(Number(warmUp));
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
for (const event of measured) answers.push(await handler(event, {}));
const wallMs = (performance.now() - startedAt) / measured.length;
const { user, system } = process.cpuUsage(cpuBefore);
const figures = {
  calls: measured.length,
  cpuMs: (user + system) / 1000 / measured.length,
  userMs: user / 1000 / measured.length,
  wallMs,
  tableCalls: requests / measured.length,
};
process.stdout.write(`\n${JSON.stringify({ ...figures, answers: answers.map((each) => each.body ?? each) })}`, () =>
  process.exit(0),
);
