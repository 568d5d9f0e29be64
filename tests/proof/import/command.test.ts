import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { scratch } from "./support.ts";

/** The import as a person types it. */
const root = fileURLToPath(new URL("../../..", import.meta.url));
const { folder, remove } = scratch("command");
afterAll(remove);

const DATA = join(folder, "data");

function pos(...words: readonly string[]) {
  const run = spawnSync(process.execPath, [join(root, "scripts/pos.mjs"), ...words], {
    cwd: folder,
    env: { ...process.env, POS_DATA_DIR: DATA, INIT_CWD: folder },
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout, lines: run.stdout.trimEnd().split("\n"), errors: run.stderr };
}

const HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const ROWS = [
  "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
  "536365,71053,LANTERN,1500,2010-12-01 08:26:00,3.39,17850.0,United Kingdom",
  "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom",
  "536589,21777,damaged,-10,2010-12-01 16:50:00,0.0,,United Kingdom",
  "A563185,B,Adjust bad debt,1,2011-01-12 14:50:00,-11062.06,,United Kingdom",
];

test("command: what is imported, what is known, and what cannot be, with the exit code for it", () => {
  expect(pos("import", "online-retail").code).toBe(2);
  expect(pos("import", "online-retail", "--faster", "a.csv").code).toBe(2);
  writeFileSync(join(folder, "first.csv"), `${[HEAD, ...ROWS].join("\n")}\n`);
  const first = pos("import", "online-retail", "first.csv");
  expect(first.errors).toBe("");
  expect(first.out).toMatch(/A merchant was made: .* \/.*online-retail-credentials\.json \(readable by you only\)/);
  expect(first.out).toMatch(/^sales +1 +2 +5,100\.30 +1,506$/m);
  expect(first.out).toMatch(/^refunds +1 +1 +-27\.50 +-1$/m);
  expect(first.out).toMatch(/^stock adjustments +1 +1 +0\.00 +-10$/m);
  expect(first.out).toMatch(/^finance adjustments +1 +1 +-11,062\.06 +1$/m);
  expect(first.out).toMatch(/^Net: 5,072\.80$/m);
  expect([first.code, first.lines.at(-1)]).toEqual([0, "4 new, 0 known, 0 problems"]);
  const again = pos("import", "online-retail", "first.csv", "--one-by-one");
  expect([again.code, again.lines.at(-1)]).toEqual([0, "0 new, 4 known, 0 problems"]);
  writeFileSync(join(folder, "second.csv"), `${[HEAD, "536365,what", ...ROWS].join("\n")}\n`);
  const second = pos("import", "online-retail", "second.csv");
  expect(second.out).toContain("second.csv:2: it has 2 columns instead of 8; document 536365 is left out.");
  expect([second.code, second.lines.at(-1)]).toEqual([1, "0 new, 3 known, 1 problems"]);
  const nowhere = pos("import", "online-retail", "nowhere.csv");
  expect([nowhere.code, nowhere.out]).toEqual([1, ""]);
  expect(nowhere.errors).toMatch(/^\/.*nowhere\.csv cannot be opened: /);
  expect(pos("verify").lines.at(-1)).toBe("0 differences");
  expect(existsSync(join(DATA, "online-retail-credentials.json"))).toBe(true);
});
