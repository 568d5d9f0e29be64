import type { LogLine } from "@pos/functions/platform/log.ts";
import { expect, test } from "vitest";
import { createCspReports } from "./csp-reports.ts";

function receiver() {
  const lines: LogLine[] = [];
  let time = 0;
  const reports = createCspReports({ log: (line) => void lines.push(line), now: () => time });
  const take = (value: unknown) => reports.take(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)));
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { lines, take, wait };
}

const OLD = {
  "csp-report": {
    "document-uri": "https://pos.example/terminal?code=SECRET#x",
    "violated-directive": "script-src-elem",
    "blocked-uri": "https://evil.example/x.js?y",
    "script-sample": "alert(1)",
  },
};
const LINE = {
  ...{ level: "warn", event: "csp", directive: "script-src-elem" },
  ...{ blocked: "https://evil.example/x.js", page: "https://pos.example/terminal" },
};

test("take: logs both forms of a report in short, without queries and samples", () => {
  const { lines, take } = receiver();
  take(OLD);
  take([
    {
      type: "csp-violation",
      body: {
        documentURL: "https://pos.example/terminal?code=SECRET",
        effectiveDirective: "script-src-elem",
        blockedURL: "https://evil.example/x.js",
      },
    },
  ]);
  expect(lines).toEqual([LINE, LINE]);
});

test("take: logs nothing when the body is no report", () => {
  const { lines, take } = receiver();
  for (const body of ["", "{", "null", "7", "[]", "{}", '{"csp-report":null}', '[{"type":"crash","body":{}}]', '"x"'])
    take(body);
  expect(lines).toEqual([]);
});

test("take: logs at most twenty at once and one in ten seconds, with the number of those left out", () => {
  const { lines, take, wait } = receiver();
  for (let count = 0; count < 1_000; count++) take(OLD);
  expect(lines).toHaveLength(20);
  wait(10_000);
  take([...Array(50)].map(() => ({ type: "csp-violation", body: { blockedURL: "x".repeat(5_000) } })));
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toMatchObject({ dropped: 980 });
  expect(JSON.stringify(lines.at(-1)).length).toBeLessThan(400);
});
