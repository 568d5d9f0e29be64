import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { startHost } from "@pos/host/start-host.ts";
import { afterAll, expect, test } from "vitest";

/** What the README prints is run as printed, against a shop of its own. */
const folder = mkdtempSync(join(tmpdir(), "pos-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("readme: the first sale by curl works as printed", async () => {
  const settings = readSettings({
    onLambda: false,
    environment: { PORT: "0", POS_DATA_DIR: join(folder, ".data") },
  });
  const host = await startHost({ settings, clock: systemClock, log: () => {}, progress: () => {} });
  const text = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const section = present(text.split("## A first sale")[1], "the section of the first sale");
  const script = present(/```sh\n([\s\S]*?)```/.exec(section)?.[1], "its commands").replace(
    "http://127.0.0.1:4000",
    host.url,
  );
  const { stdout } = await runScript(script);
  const answers = stdout
    .split("}{")
    .map((part, index, parts) => JSON.parse(`${index > 0 ? "{" : ""}${part}${index < parts.length - 1 ? "}" : ""}`));
  const [levels, first, second, after] = answers;
  expect(levels.data.stockLevels.nodes).toHaveLength(3);
  expect(first.data.completeSale).toMatchObject({
    replayed: false,
    userErrors: [],
    sale: { changeDue: { amount: 100 } },
  });
  expect(second.data.completeSale).toEqual({ ...first.data.completeSale, replayed: true });
  await host.caughtUp();
  expect(after.errors).toBeUndefined();
  await host.close();
});

/** In a child process, while this one serves. */
async function runScript(script: string): Promise<{ stdout: string }> {
  return promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], { cwd: folder });
}
