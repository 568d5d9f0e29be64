import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  credentialsOf,
  homeOf,
  lastLineOf,
  pos,
  post,
  signInOwner,
  startCommand,
  startHost,
  stopHost,
} from "../../support/processes.ts";

/** `npm run pos -- demo`: simulated terminals sell to a running shop. */
const shop = join(homeOf("selling-demo"), "shop");
const host = startHost(shop);
afterAll(async () => {
  await stopHost(await host);
});

const SUMMARY = `{ salesSummary(from: "2000-01-01", to: "2100-01-01") { saleCount grossSales { amount } } terminals { code } }`;

test("terminals sell as often as configured, continue their numbers on the next run, and the books are right", async () => {
  const { url } = await host;
  const owner = await signInOwner(url, credentialsOf(shop));
  const look = async () => (await post(url, owner, SUMMARY)).data;
  const before = await look();
  const sell = () => pos(shop, "demo", "--terminals", "2", "--every", "1", "--sales", "6");
  const first = await sell();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const amounts = [...first.stdout.matchAll(/^DEMO-\d-\d+ {2}\d lines? {2}([\d.]+) GBP$/gm)].map(([, amount]) =>
    Math.round(Number(amount) * 100),
  );
  expect(amounts.length).toBeGreaterThanOrEqual(6);
  // A sale more than asked for may have been under way.
  expect(amounts.length).toBeLessThanOrEqual(7);
  const verified = await pos(shop, "verify");
  expect(lastLineOf(verified.stdout)).toBe("0 differences");
  const after = await look();
  expect(after.salesSummary.saleCount - before.salesSummary.saleCount).toBe(amounts.length);
  expect(after.salesSummary.grossSales.amount - before.salesSummary.grossSales.amount).toBe(
    amounts.reduce((sum, amount) => sum + amount, 0),
  );
  expect(after.terminals.filter(({ code }: { code: string }) => code.startsWith("DEMO-"))).toHaveLength(2);
  const numbers = (text: string) => [...text.matchAll(/^(DEMO-\d-\d+) /gm)].map(([, number]) => number);
  const second = await sell();
  expect(numbers(second.stdout).filter((number) => numbers(first.stdout).includes(number))).toEqual([]);
});

test("stopping the command stops the terminals, and the host serves on", async () => {
  const { url } = await host;
  const running = startCommand(shop, "demo", "--terminals", "3", "--every", "1");
  await new Promise<void>((resolve) => {
    running.child.stdout?.on("data", (chunk) => {
      if (/DEMO-\d-\d+/.test(String(chunk))) resolve();
    });
  });
  running.child.kill("SIGINT");
  expect((await running.ran).code).toBe(130);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const owner = await signInOwner(url, credentialsOf(shop));
  const count = async () => (await post(url, owner, SUMMARY)).data.salesSummary.saleCount;
  const stopped = await count();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await count()).toBe(stopped);
});

test("prints a sentence when it cannot run", async () => {
  const [nowhere, words] = await Promise.all([
    pos(shop, "demo", "--location", "NOWHERE"),
    pos(shop, "demo", "--terminals", "many"),
  ]);
  expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining("There is no such location") });
  expect(words).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--terminals takes a whole number from 1 to 50, not "many".'),
  });
});
