import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { FIELD_RULES, ruleOf } from "@pos/functions/api/permissions.ts";
import { resolvers } from "@pos/functions/api/resolvers/index.ts";
import { createSchema } from "@pos/functions/api/schema.ts";
import { buildSchema, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";

/** The house rules of ARCHITECTURE.md, checked against the code as it stands. */
const root = fileURLToPath(new URL("../../..", import.meta.url));

const WINGS: readonly (readonly [wing: string, modules: readonly string[]])[] = [
  ["people", ["access", "directory", "audit", "merchant", "location", "staff", "terminal"]],
  ["goods", ["tax", "catalog", "pricing", "stock", "delivery"]],
  ["customers", ["customer", "loyalty", "giftcard", "service"]],
  ["selling", ["payment", "day", "shift", "sale", "refund", "receipt"]],
  ["office", ["finance", "report", "mail", "webhook", "insight", "exception", "archive"]],
];
const MODULES = WINGS.flatMap(([wing, modules]) => modules.map((module) => `${wing}/${module}`));

/** Files that a module may have beyond the usual ones; docs/decisions says why. */
const USUAL_FILES = ["model.ts", "rules.ts", "records.ts", "commands.ts", "queries.ts", "booking.ts", "index.ts"];
const MORE_FILES = ["selling/sale/receipts.ts", "selling/sale/quarantine.ts", "selling/sale/sweep.ts"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).split(sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules") && !file.includes("/dist/"))
    .filter((file) => statSync(join(root, file)).isFile());
}

const productFiles = sources("packages").filter((file) => !file.endsWith(".test.ts"));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found: Import[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/gm)) {
    found.push({ from: file, to: target(file, match[2] ?? ""), isType: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ from: file, to: target(file, match[1] ?? ""), isType: false });
  return found;
}

/** A path within the project, or the package's name. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith("@pos/")) return specifier.replace(/^@pos\/(\w+)\//, "packages/$1/src/");
  if (!specifier.startsWith(".")) return specifier;
  return relative(root, resolve(root, dirname(file), specifier))
    .split(sep)
    .join("/");
}

const imports = productFiles.flatMap(importsOf);
const CORE = "packages/core/src/";
const inCore = imports.filter(({ from }) => from.startsWith(CORE));
const moduleOf = (path: string): string | undefined => MODULES.find((module) => path.startsWith(`${CORE}${module}/`));
const fileOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const isPure = (path: string): boolean =>
  path.startsWith(`${CORE}base/`) || (moduleOf(path) !== undefined && ["model.ts", "rules.ts"].includes(fileOf(path)));

function show(found: readonly Import[]): string[] {
  return found.map(({ from, to }) => `${from} imports ${to}`);
}

describe("house: imports", () => {
  test("the check sees the code's imports", () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.some(({ from, to }) => from.endsWith("sale/commands.ts") && to.endsWith("ledger/index.ts"))).toBe(
      true,
    );
  });

  test("base imports base only", () => {
    const wrong = inCore.filter(({ from, to }) => from.startsWith(`${CORE}base/`) && !to.startsWith(`${CORE}base/`));
    expect(show(wrong)).toEqual([]);
  });

  test("the table imports base and the table, the ledger those and the ledger, and of the table only the port, keys and limits", () => {
    const wrong = inCore.filter(({ from, to }) => {
      if (from.startsWith(`${CORE}table/`))
        return to.startsWith(CORE) && !/^packages\/core\/src\/(base|table)\//.test(to);
      if (!from.startsWith(`${CORE}ledger/`) || !to.startsWith(CORE)) return false;
      return !/^packages\/core\/src\/(base\/|ledger\/|table\/(port|keys|limits)\.ts)/.test(to);
    });
    expect(show(wrong)).toEqual([]);
  });

  test("a module imports base, the table's port, the ledger's index, and the index of modules before it", () => {
    const wrong = inCore.filter(({ from, to }) => {
      const module = moduleOf(from);
      if (module === undefined || !to.startsWith(CORE) || isPure(from)) return false;
      const other = moduleOf(to);
      if (other === module) return false;
      if (other !== undefined) return fileOf(to) !== "index.ts" || MODULES.indexOf(other) > MODULES.indexOf(module);
      return !/^packages\/core\/src\/(base\/|ledger\/index\.ts|table\/(port|keys|limits|search)\.ts)/.test(to);
    });
    expect(show(wrong)).toEqual([]);
  });

  test("models and rules import base and the models and rules of modules before them; types of the ledger vanish and may come along", () => {
    const wrong = inCore.filter(({ from, to, isType }) => {
      const module = moduleOf(from);
      if (module === undefined || !isPure(from)) return false;
      if (to.startsWith(`${CORE}base/`)) return false;
      if (isType && to === `${CORE}ledger/index.ts`) return false;
      const other = moduleOf(to);
      return other === undefined || !isPure(to) || MODULES.indexOf(other) > MODULES.indexOf(module);
    });
    expect(show(wrong)).toEqual([]);
  });

  test("core knows nothing of functions, functions nothing of web, and only one place is handed AWS", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (from.startsWith("packages/core/"))
        return /^packages\/(functions|web)\//.test(to) || to === "graphql" || to.startsWith("@apollo/");
      if (from.startsWith("packages/functions/")) return to.startsWith("packages/web/");
      return false;
    });
    expect(show(wrong)).toEqual([]);
    const aws = imports.filter(
      ({ from, to }) =>
        to.startsWith("@aws-sdk/") &&
        !/table\/dynamo[\w-]*\.ts$|realtime\/gateway\.ts$|mail\/\w+\.ts$|dead-letters\/s3\.ts$|queue\/sqs\.ts$/.test(
          from,
        ),
    );
    expect(show(aws)).toEqual([]);
  });

  test("process.env is read in one file, and the clock of the platform in one a package", () => {
    const reading = (pattern: RegExp) =>
      productFiles.filter((file) => pattern.test(readFileSync(join(root, file), "utf8")));
    expect(reading(/process\.env/)).toEqual(["packages/functions/src/platform/settings.ts"]);
    // A request to Amazon is signed with the time of day: core's one place.
    expect(new Set(reading(/Date\.now\(|Math\.random\(|new Date\(\)/))).toEqual(
      new Set([
        "packages/core/src/table/dynamodb/client.ts",
        "packages/functions/src/platform/clock.ts",
        "packages/web/src/clock.ts",
      ]),
    );
  });

  test("a module has the usual files, and others only by a decision", () => {
    const files = sources(CORE).filter((file) => moduleOf(file) !== undefined && !file.endsWith(".test.ts"));
    const other = files
      .map((file) => file.slice(CORE.length))
      .filter((file) => !USUAL_FILES.includes(fileOf(file)) && !MORE_FILES.includes(file));
    expect(other).toEqual([]);
    const strays = sources(CORE)
      .map((file) => file.slice(CORE.length))
      .filter((file) => !/^(base|table|ledger)\//.test(file) && moduleOf(CORE + file) === undefined);
    expect(strays).toEqual([]);
  });
});

describe("house: the contract", () => {
  const text = readFileSync(join(root, "schema.graphql"), "utf8");
  const schema = buildSchema(text);
  const objects = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
    .filter(isObjectType);

  test("every field of the schema has a permission rule, and no rule stands without its field", () => {
    const fields = objects.flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field] as const));
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter(([type, field]) => ruleOf(type, field) === undefined)).toEqual([]);
    const named = Object.entries(FIELD_RULES).flatMap(([type, rules]) =>
      typeof rules === "string" || "permission" in rules
        ? [[type, "*"]]
        : Object.keys(rules).map((field) => [type, field]),
    );
    const lost = named.filter(
      ([type, field]) => !fields.some(([name, of]) => name === type && (field === "*" || field === of)),
    );
    expect(lost).toEqual([]);
  });

  test("root fields never inherit: each says who may call it", () => {
    for (const type of ["Query", "Mutation", "Subscription"]) {
      for (const field of Object.keys(
        schema.getType(type)?.toConfig() ? (objects.find(({ name }) => name === type)?.getFields() ?? {}) : {},
      )) {
        expect([type, field, ruleOf(type, field)]).not.toEqual([type, field, "parent"]);
      }
    }
  });

  test("a schema with a field that nobody thought about does not start", () => {
    const without = { ...resolvers, Query: { ...resolvers.Query, unheardOf: () => null } };
    expect(() => createSchema(without as typeof resolvers)).toThrow("unheardOf");
  });

  test("types that outside programs rely on are there as they were promised", () => {
    const promised = buildSchema(readFileSync(join(root, "tests/contract/contract.graphql"), "utf8"));
    const missing: string[] = [];
    for (const type of Object.values(promised.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("__")) continue;
      const own = schema.getType(type.name);
      for (const field of Object.values(type.getFields())) {
        const ours = isObjectType(own) ? own.getFields()[field.name] : undefined;
        const args = field.args.filter(
          (arg) => String(ours?.args.find(({ name }) => name === arg.name)?.type) !== String(arg.type),
        );
        if (!ours || String(ours.type) !== String(field.type) || args.length > 0)
          missing.push(`${type.name}.${field.name}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
