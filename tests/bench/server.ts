import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedTable } from "../../packages/core/src/table/embedded.ts";
import { activate, signInOperator, signInOwner, startApi } from "../support/api.ts";
import { createShop, SHOP_STREAM } from "../support/shop.ts";

/** The host under measurement, in a process of its own, so that its CPU time is its own. Talks to the bench by messages. */
const folder = mkdtempSync(join(tmpdir(), "pos-bench-"));
const engine = await openEmbeddedTable({ folder: join(folder, "table"), streamFilter: SHOP_STREAM });
const shop = await createShop({ engine, terminals: 32, variants: 200, secrets: true });
await shop.stock("9000000");
const api = await startApi(shop, { introspection: false });
await api.reader.caughtUp();
const owner = await signInOwner(api, shop);
const tokens: string[] = [];
for (const { id } of shop.terminals) tokens.push(await signInOperator(api, shop, await activate(api, owner, id)));
const variants = shop.variants.map(({ id, unitPrice }) => ({ id, unitPrice }));

process.on("message", (message: "cpu" | "caughtUp" | "stop") => {
  if (message === "cpu") process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss });
  if (message === "caughtUp") void api.reader.caughtUp().then(() => process.send?.({ caughtUp: true }));
  if (message === "stop") {
    void api
      .close()
      .then(() => engine.close())
      .then(() => {
        rmSync(folder, { recursive: true, force: true });
        process.exit(0);
      });
  }
});
process.send?.({ url: api.url, tokens, variants, now: shop.clock.now() });
