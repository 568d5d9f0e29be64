// Makes the files of a folder beside this one from a checkout of the program that writes that version of envelopes:
//   node tests/proof/migrations/written-by/make.mjs CHECKOUT tests/proof/migrations/written-by/v1
// They are a data folder (the embedded table) and an archive of it, both compressed, and what a test needs to sell on. The
// history comes from the checkout's own tests, so this runs only where those have the functions that are imported below.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const [checkout, target] = process.argv.slice(2).map((path) => resolve(path));
const core = "./packages/core/src";
const source = `
import { appendFileSync, mkdirSync } from "node:fs";
import { canonicalJson } from "${core}/base/canonical.ts";
import { createCustomer } from "${core}/customers/customer/index.ts";
import { verify } from "${core}/ledger/index.ts";
import { archiveLines, ledgersOf } from "${core}/office/archive/index.ts";
import { openEmbeddedTable } from "${core}/table/embedded.ts";
import { refundSale } from "${core}/selling/refund/index.ts";
import { books } from "./packages/functions/src/books.ts";
import { FORMAT } from "./packages/host/src/single/format.ts";
import { drain } from "./tests/support/drain.ts";
import { runHistory } from "./tests/support/history.ts";
import { linesOf, lineOf, makeSale, sellHappened, sellLive } from "./tests/support/sales.ts";
import { createShop, done, SHOP_STREAM } from "./tests/support/shop.ts";

export async function make(folder) {
  mkdirSync(folder + "/writing");
  const engine = await openEmbeddedTable({ folder: folder + "/writing", streamFilter: SHOP_STREAM });
  await engine.putMeta("format", String(FORMAT));
  const shop = await createShop({ engine, seed: 2026, terminals: 2, variants: 6 });
  const { clock, table, merchantId } = shop;
  await shop.stock("20");
  await drain(shop);
  const history = await runHistory(shop, { steps: 60, linesMax: 4 });
  await drain(shop);
  // A customer who buys and gives back, with discounts of both kinds.
  const customerId = clock.newId("cus");
  done(await createCustomer(shop.owner, { id: customerId, name: "Ada Customer", email: "ada@example.org" }));
  const lines = shop.variants.slice(0, 3).map((variant) => ({ ...lineOf(variant, "2"), discounts: [{ percent: "10" }, { amount: 5 }] }));
  const input = { ...makeSale(shop, { lines, discounts: [{ percent: "5" }], method: "CARD" }), customerId };
  const { sale } = await sellLive(shop.operator(0), input);
  await drain(shop);
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: sale.lines[0].total }];
  const refund = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines: [{ line: 1, quantity: "2" }], payments };
  done(await refundSale(shop.operator(0), refund));
  // Long enough for chunks and parts, and one of its goods back.
  const long = (await sellHappened(shop.terminal(0), [makeSale(shop, { lines: linesOf(shop, 320), method: "CARD" })]))[0].sale;
  await drain(shop);
  const back = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: long.id, lines: [{ line: 300, quantity: "1" }],
    payments: [{ id: clock.newId("pay"), method: "CARD", amount: long.lines[299].total }] };
  done(await refundSale(shop.operator(1), back));
  // A number twice, a gap, a copy with other content.
  const odd = makeSale(shop, { terminal: 1, sequence: 900 });
  await sellHappened(shop.terminal(1), [odd, makeSale(shop, { terminal: 1, sequence: 900 })]);
  await sellHappened(shop.terminal(1), [{ ...odd, note: "another" }]);
  await drain(shop);
  for (const ledger of await ledgersOf(table, merchantId)) {
    const { differences } = await verify({ table, clock, books }, ledger);
    if (differences.length > 0) throw new Error(JSON.stringify(differences));
  }
  for await (const line of archiveLines({ table, clock }, merchantId)) {
    const { record, merchantId: of, id, ...rest } = line;
    const ordered = record === undefined ? line : { record, merchantId: of, id, ...JSON.parse(canonicalJson(rest)) };
    appendFileSync(folder + "/archive.jsonl", JSON.stringify(ordered) + "\\n");
  }
  engine.trimChanges(engine.loadCheckpoint("book"));
  await engine.backup(folder + "/table");
  await engine.close();
  const { locationId, terminals, variants, taxes, cashStep, staff } = shop;
  return { counts: Object.fromEntries(history.counts), now: clock.now(), merchantId, locationId, customerId, longSale: long.id, resent: odd,
    terminals, variants, taxes, cashStep, staff: Object.fromEntries(Object.entries(staff).map(([role, { id }]) => [role, { id }])),
    lastSequences: terminals.map((_, terminal) => shop.nextSequence(terminal) - 1) };
}
`;

const { build } = createRequire(join(checkout, "package.json"))("esbuild");
const folder = mkdtempSync(join(tmpdir(), "written-by-"));
// In the checkout, so that the bundle finds its packages.
const bundle = join(checkout, `written-by-${process.pid}.mjs`);
try {
  await build({
    stdin: { contents: source, resolveDir: checkout, loader: "js" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: {
      "@pos/core": join(checkout, "packages/core/src"),
      "@pos/functions": join(checkout, "packages/functions/src"),
    },
    outfile: bundle,
    logLevel: "error",
  });
  const { make } = await import(pathToFileURL(bundle).href);
  const shop = await make(folder);
  const compressed = (file) =>
    brotliCompressSync(readFileSync(file), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    });
  const table = compressed(join(folder, "table", "data.mdb"));
  writeFileSync(join(target, "data.mdb.br"), table);
  writeFileSync(join(target, "archive.jsonl.br"), compressed(join(folder, "archive.jsonl")));
  writeFileSync(join(target, "shop.json"), `${JSON.stringify(shop, null, 1)}\n`);
  console.log(`${table.length} bytes, SHA-256 ${createHash("sha256").update(table).digest("hex")}`, shop.counts);
} finally {
  rmSync(bundle, { force: true });
  rmSync(folder, { recursive: true });
}
