import { fileURLToPath } from "node:url";
import { MODULES } from "@pos/core/modules.ts";
import { describe, expect, test } from "vitest";
import { doorBreaches, pureBreaches, unusualFiles } from "./core-rules.ts";
import { readProject } from "./findings.ts";
import { isTest, mutualBreaches, orderBreaches, packageBreaches } from "./import-rules.ts";
import { layoutsOf, PACKAGES } from "./layout.ts";
import { filesWith, foreignImports } from "./platform-rules.ts";
import { isGenerated } from "./project.ts";

/** The rules of ARCHITECTURE.md for where code is and what it may import. */
const { files, sources, imports } = readProject(fileURLToPath(new URL("../../..", import.meta.url)));
const paths = sources.map(({ path }) => path);
const product = imports.filter(({ from }) => from.startsWith("packages/") && !isTest(from));

/** Files that a noun has beyond the usual ones; docs/decisions gives the reasons. */
const MORE_FILES = [
  "office/report/figures.ts",
  "office/report/open-exceptions.ts",
  "office/report/parts.ts",
  "office/report/reconciliation.ts",
  "office/report/totals.ts",
  "office/report/sales-up-to.ts",
  "office/report/spans.ts",
  "people/access/context.ts",
  "people/access/attempts.ts",
  "people/access/hash-queue.ts",
  "people/access/hashing.ts",
  "people/access/quota.ts",
  "people/directory/sign-in-source.ts",
  "selling/payment/port.ts",
  "selling/refund/claim.ts",
  "selling/refund/buyer.ts",
  "selling/refund/outcome.ts",
  "selling/refund/origins.ts",
  "selling/sale/receipts.ts",
  "selling/sale/open-lines.ts",
  "selling/sale/previous.ts",
  "selling/sale/quarantine.ts",
  "selling/stored-value/guesses.ts",
  "selling/sale/sorted.ts",
  "selling/sale/sweep.ts",
  "goods/catalog/barcodes.ts",
  "goods/catalog/renew.ts",
  "goods/catalog/changes.ts",
  "goods/catalog/category-commands.ts",
  "goods/catalog/variant-commands.ts",
  "people/staff/account.ts",
  "people/staff/changes.ts",
  "people/staff/sessions.ts",
  "customers/customer/renew.ts",
  "people/access/codes.ts",
  "goods/catalog/packs.ts",
  "goods/catalog/prices.ts",
  "goods/promotion/moment.ts",
  "goods/promotion/problems.ts",
  "goods/promotion/rewards.ts",
  "goods/promotion/set.ts",
  "goods/tax/problems.ts",
  "goods/tax/rates.ts",
  "goods/tax/regimes.ts",
  "selling/sale/findings.ts",
  "selling/sale/held.ts",
  "selling/sale/packs.ts",
  "selling/sale/payments.ts",
  "selling/sale/price-query.ts",
  "selling/sale/promotions.ts",
  "selling/sale/quote-records.ts",
  "selling/sale/rights.ts",
];

test("house: reads the imports of all packages", () => {
  for (const name of Object.keys(PACKAGES))
    expect(product.filter(({ from }) => from.startsWith(`packages/${name}/`)).length).toBeGreaterThan(40);
});

describe("house: imports", () => {
  test("packages: import only the packages before them, and no test", () => {
    expect(packageBreaches(imports, PACKAGES)).toEqual([]);
  });

  test.each(layoutsOf(MODULES).map((layout) => [layout.folder, layout] as const))(
    "%s: imports run from later rooms to earlier ones",
    (_folder, layout) => {
      expect(orderBreaches(imports, paths, layout)).toEqual([]);
    },
  );

  test("folders: no two import each other", () => {
    expect(mutualBreaches(imports.filter(({ from }) => !isGenerated(from)))).toEqual([]);
  });
});

describe("house: core", () => {
  test("pure files: import pure files only", () => {
    expect(pureBreaches(product)).toEqual([]);
  });

  test("ledger and nouns: use the table's port, and each other by the door", () => {
    expect(doorBreaches(product)).toEqual([]);
  });

  test("nouns: have the usual files, and others only by a decision", () => {
    expect(unusualFiles(paths, MORE_FILES)).toEqual([]);
  });
});

describe("house: the platform", () => {
  test("Amazon's SDK: is imported only where a port has its adapter", () => {
    const adapters =
      /core\/src\/table\/dynamodb\/|functions\/src\/(realtime\/gateway|mail\/ses|jobs\/[\w-]+\/(s3|sqs))\.ts$/;
    expect(foreignImports(product, /^@aws-sdk\//, adapters)).toEqual([]);
  });

  test("GraphQL: is not imported by core", () => {
    const inCore = product.filter(({ from }) => from.startsWith("packages/core/"));
    expect(foreignImports(inCore, /^(graphql|@apollo\/.*)$/, /^$/)).toEqual([]);
  });

  test("process.env: is read in one file of the server and one of the pages", () => {
    expect(filesWith(files, /process\.env/).toSorted()).toEqual([
      "packages/functions/src/platform/settings.ts",
      "packages/web/src/graphql/server.ts",
    ]);
  });

  test("time and chance of the platform: are asked in one file a package", () => {
    expect(filesWith(files, /Date\.now\(|Math\.random\(|new Date\(\)/).toSorted()).toEqual([
      // A request to Amazon is signed with the time of day.
      "packages/core/src/table/dynamodb/client.ts",
      "packages/functions/src/platform/clock.ts",
      "packages/web/src/clock.ts",
    ]);
  });

  // Their package.json states "sideEffects": false: a bundle would drop a file that is imported for what it does.
  test("core and functions: no file is imported for what it does when it is loaded", () => {
    const withEffects = filesWith(files, /^import ["']/m);
    expect(withEffects.filter((path) => /^packages\/(core|functions)\//.test(path))).toEqual([]);
  });
});
