import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { KillFigures } from "../../proof/kills/run.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const KILLS = 12;

/** A slice of `npm run kills`: the real host, killed again and again while twenty terminals sell. */
test("kills: what was acknowledged is there once, as it was acknowledged, however the host is killed", async () => {
  const words = ["scripts/kills.mjs", "--kills", String(KILLS), "--terminals", "20", "--load", "500"];
  const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) =>
    execFile(process.execPath, words, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error) console.log(stdout, stderr);
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout });
    }),
  );
  expect(code).toBe(0);
  const line = stdout.split("\n").find((text) => text.startsWith("{")) ?? "";
  console.log(line);
  const figures = JSON.parse(line) as KillFigures & { readonly differences: string };
  expect(figures).toMatchObject({ kills: KILLS, lost: 0, doubled: 0, strange: 0, wrong: 0 });
  expect(figures.differences).toBe("0 differences");
  expect(figures.acknowledged).toBeGreaterThan(50);
}, 180_000);
