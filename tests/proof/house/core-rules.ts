import { show } from "./import-rules.ts";
import type { Import } from "./project.ts";

/** Rules of core that the order of its rooms does not say. */
const CORE = "packages/core/src/";

/** Files that a noun may have. */
const USUAL_FILES = [
  "model.ts",
  "rules.ts",
  "records.ts",
  "commands.ts",
  "queries.ts",
  "booking.ts",
  "module.ts",
  "index.ts",
];

/** Rules that are too long for one file (docs/decisions/0023-promotions.md), what a quote holds (0028-quotes.md),
 * packs (0030-packs.md), and open lines. */
const MORE_RULES = [
  "goods/catalog/packs.ts",
  "goods/catalog/prices.ts",
  "goods/promotion/moment.ts",
  "goods/promotion/rewards.ts",
  "goods/promotion/set.ts",
  "goods/tax/rates.ts",
  "selling/sale/findings.ts",
  "selling/payment/port.ts",
  "selling/refund/outcome.ts",
  "selling/sale/held.ts",
  "selling/sale/open-lines.ts",
  "selling/sale/packs.ts",
  "selling/sale/payments.ts",
  "selling/sale/promotions.ts",
].map((path) => `${CORE}${path}`);

/** A noun's pure files run in the browser too: models, rules, and all of base, with the generated names. */
function isPure(path: string): boolean {
  return (
    path.startsWith(`${CORE}base/`) ||
    path === `${CORE}generated/names.ts` ||
    MORE_RULES.includes(path) ||
    (nounOf(path) !== undefined && /\/(model|rules)\.ts$/.test(path))
  );
}

/** Pure files import pure files only; types of the ledger leave nothing behind and may come along. */
export function pureBreaches(imports: readonly Import[]): readonly string[] {
  const isWrong = ({ from, to, isType }: Import) =>
    isPure(from) && !isPure(to) && !(isType && to === `${CORE}ledger/index.ts`);
  return imports.filter(isWrong).map(show);
}

/** The ledger and nouns use the table's port and never an adapter; nouns use the ledger and each other by the door. */
export function doorBreaches(imports: readonly Import[]): readonly string[] {
  return imports
    .filter(({ from, to }) => {
      if (!to.startsWith(CORE)) return false;
      const noun = nounOf(from);
      const isAdapter = /\/table\/(memory|embedded|dynamodb)\//.test(to);
      if (isAdapter && (from.startsWith(`${CORE}ledger/`) || noun !== undefined)) return true;
      if (noun === undefined || isPure(from)) return false;
      if (to.startsWith(`${CORE}ledger/`)) return to !== `${CORE}ledger/index.ts`;
      const other = nounOf(to);
      return other !== undefined && other !== noun && !to.endsWith("/index.ts");
    })
    .map(show);
}

/** A noun has the usual files, and others only by name. */
export function unusualFiles(files: readonly string[], named: readonly string[]): readonly string[] {
  return files
    .filter((file) => nounOf(file) !== undefined && !file.endsWith(".test.ts"))
    .map((file) => file.slice(CORE.length))
    .filter((file) => !USUAL_FILES.includes(file.slice(file.lastIndexOf("/") + 1)) && !named.includes(file));
}

function nounOf(path: string): string | undefined {
  return /^packages\/core\/src\/((?:people|goods|customers|selling|office)\/[\w-]+)\//.exec(path)?.[1];
}
