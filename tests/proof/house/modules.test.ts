import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble } from "@pos/core/assemble.ts";
import { modules } from "@pos/core/generated/modules.ts";
import { ACCOUNTS } from "@pos/core/generated/names.ts";
import type { Module } from "@pos/core/module.ts";
import { guardFields } from "@pos/functions/api/access-rules.ts";
import { assembleApi } from "@pos/functions/api/assemble.ts";
import { apiModules } from "@pos/functions/api/generated/modules.ts";
import { schemaText } from "@pos/functions/api/generated/schema.ts";
import { buildSchema, execute, type GraphQLInterfaceType, isObjectType, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiModules as printedApiModules } from "../../../scripts/codegen/api.mjs";
import { names } from "../../../scripts/codegen/core.mjs";
import { messages } from "../../../scripts/codegen/messages.mjs";
import { readProject } from "../../../scripts/codegen/project.mjs";
import { printedSchema } from "../../../scripts/codegen/schema.mjs";
import { navigation, routes } from "../../../scripts/codegen/web.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("modules: what two declare", () => {
  const planted: readonly (readonly [what: string, module: Module, message: string])[] = [
    ["an id prefix", { idPrefixes: { sal: "salary" } }, 'Two modules declare the id prefix "sal".'],
    ["a failure code", { failureCodes: { ID_CONFLICT: "" } }, 'Two modules declare the failure code "ID_CONFLICT".'],
    ["an exception code", { exceptionCodes: { LATE: "" } }, 'Two modules declare the exception code "LATE".'],
    [
      "a permission",
      { permissions: { "sale:read": { grantees: [], description: "" } } },
      'Two modules declare the permission "sale:read".',
    ],
    ["an event", { events: ["sale"] }, 'Two modules declare the event "sale".'],
    [
      "an account",
      { accounts: { cash: { type: "asset", position: 999, description: "An asset." } } },
      'Two modules declare the account "cash".',
    ],
    [
      "a position in the chart",
      { accounts: { cashElsewhere: { type: "asset", position: 10, description: "An asset." } } },
      'Two modules declare the position in the chart of accounts "10".',
    ],
  ];
  test.each(planted)("assemble: fails by name when %s is declared twice", (_, module, message) => {
    expect(() => assemble(modules)).not.toThrow();
    expect(() => assemble([...modules, module])).toThrow(message);
  });

  test("assemble: fails by name when a fact kind, a guard or a master record is declared twice", () => {
    const { books } = assemble(modules);
    const kinds = [...books.kinds.values()].slice(0, 1);
    expect(() => assemble([...modules, { books: { kinds } }])).toThrow("one kind of fact is called openingStock");
    expect(() => assemble([...modules, { books: { guards: books.guards } }])).toThrow("no two guards share a name");
    const masters = modules.flatMap(({ masters = [] }) => masters);
    expect(() => assemble([...modules, { masters: masters.slice(0, 1) }])).toThrow(
      'Two modules declare the master record "merchant".',
    );
  });

  test("assemble: fails when an id prefix is not three small letters", () => {
    expect(() => assemble([{ idPrefixes: { gift: "gift card" } }])).toThrow('The id prefix "gift"');
  });

  test("assembleApi: fails by name when a resolver, a node prefix or a topic is declared twice", () => {
    const twice = (module: (typeof apiModules)[number]) => () => assembleApi([...apiModules, module]);
    expect(twice({ resolvers: { Query: { sale: () => null } } })).toThrow('"sale"');
    expect(twice({ resolvers: {}, nodes: { sal: { type: "Sale", load: async () => null } } })).toThrow('"sal"');
    expect(twice({ resolvers: {}, topics: { sale: "saleRecorded" } })).toThrow('"sale"');
  });

  test("assembleApi: fails by name when a kind of event has no subscription", () => {
    const without = apiModules.map(({ topics: _, ...module }) => module);
    expect(() => assembleApi(without)).toThrow('the subscription field of the topic "stock"');
  });

  test("node types: every type that implements Node has a loader, every topic is a subscription", () => {
    const schema = buildSchema(schemaText);
    const implementing = schema.getPossibleTypes(schema.getType("Node") as GraphQLInterfaceType);
    const loaded = apiModules.flatMap(({ nodes = {}, compoundNodes = [] }) =>
      [...Object.values(nodes), ...compoundNodes].map(({ type }) => type),
    );
    expect(new Set(loaded)).toEqual(new Set(implementing.map(({ name }) => name)));
    const topics = apiModules.flatMap(({ topics }) => Object.values(topics ?? {}));
    expect(new Set(topics)).toEqual(new Set(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})));
  });

  test("chart of accounts: has the order that stored postings are in", () => {
    expect(Object.keys(ACCOUNTS).slice(0, 21)).toEqual([
      ...[
        "cash",
        "card",
        "qrCode",
        "otherPayments",
        "suspense",
        "inventory",
        "taxPayable",
        "giftCards",
        "storeCredit",
        "receivables",
        "customerDeposits",
        "openingBalance",
        "tipsPayable",
        "revenue",
      ],
      ...[
        "cashRounding",
        "salesDifference",
        "costOfGoods",
        "shrinkage",
        "valueAdjustments",
        "otherIncome",
        "otherExpense",
      ],
    ]);
  });
});

describe("modules: access", () => {
  const start = (more: string) => () => guardFields(buildSchema(`${schemaText}\n${more}`));

  test("guardFields: the schema starts as it is", () => {
    expect(start("")).not.toThrow();
  });

  test.each(["Query", "Mutation", "Subscription"])("guardFields: fails when a field of %s has no rule", (type) => {
    expect(start(`extend type ${type} { unheardOf: Int }`)).toThrow(`${type}.unheardOf has no access rule.`);
    expect(start(`extend type ${type} { unheardOf: Int @access(inherit: true) }`)).toThrow(
      `${type}.unheardOf cannot inherit access`,
    );
  });

  test("guardFields: fails when a field of a sensitive type has no rule, also where the type has one", () => {
    expect(start("extend type Customer { birthday: Date }")).toThrow("Customer.birthday has no access rule");
    expect(start("type Diary @sensitive @access(needs: SALE_READ) { entry: String }")).toThrow("Diary.entry");
    expect(start("extend type Category { color: String }")).not.toThrow();
  });

  test("guardFields: a new way to a customer shows nothing personal to a caller who may not read customers", async () => {
    const schema = start("extend type Query { buyer: Customer @access(callers: [TERMINAL, OPERATOR]) }")();
    const ask = async (caller: object) => {
      const totals = { saleCount: 1 };
      const rootValue = { buyer: { id: "cus_1", name: "Ann", email: "ann@example.com", totals } };
      const document = parse("{ buyer { id name email totals { saleCount } } }");
      const { data, errors = [] } = await execute({ schema, document, rootValue, contextValue: { caller } });
      return { data: JSON.stringify(data), refused: errors.map(({ path }) => path?.join(".")) };
    };
    expect(await ask({ kind: "operator", role: "MANAGER" })).toEqual({
      data: '{"buyer":{"id":"cus_1","name":"Ann","email":"ann@example.com","totals":{"saleCount":1}}}',
      refused: [],
    });
    for (const caller of [{ kind: "terminal" }, { kind: "operator", role: "CASHIER" }])
      expect(await ask(caller)).toEqual({
        data: '{"buyer":null}',
        refused: expect.arrayContaining(["buyer.name", "buyer.email", "buyer.totals"]),
      });
    expect(await ask({ kind: "staff", role: "MANAGER" })).toEqual({ data: '{"buyer":null}', refused: ["buyer"] });
  });

  test.each([
    "@access",
    "@access(public: false)",
    "@access(public: true, inherit: true)",
    "@access(orNull: true)",
    "@access(callers: [])",
    "@access(callers: [ROBOT])",
    "@access(needs: SALE_READ, callers: [STAFF])",
    "@access(needs: FLY)",
  ])("guardFields: fails when the rule is %s", (rule) => {
    const schema = buildSchema(`${schemaText}\nextend type Query { unheardOf: Int ${rule} }`, { assumeValidSDL: true });
    expect(() => guardFields(schema)).toThrow("The access rule of Query.unheardOf");
  });

  test("a type with a field that is named like personal or cost data is sensitive", () => {
    const types = Object.values(buildSchema(schemaText).getTypeMap()).filter(isObjectType);
    const isTelling = (field: string) =>
      /email|phone|address|birth|recipient|operatorNumber|pin$|password|cost|margin/i.test(field);
    const open = types
      // Their fields are operations, which have access rules of their own.
      .filter(({ name }) => name !== "Query" && name !== "Mutation" && name !== "Subscription")
      .filter(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === "sensitive"))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((name) => isTelling(name.split(".")[1] ?? ""));
    expect(types.length).toBeGreaterThan(80);
    expect(open).toEqual([]);
  });
});

describe("modules: codes", () => {
  const sources = ["packages/core/src", "packages/functions/src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|(^|\/)module\.ts$|generated\//.test(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  );
  const unused = (codes: object) =>
    Object.keys(codes).filter((code) => !sources.some((text) => text.includes(`"${code}"`)));

  test("every declared code is used: the compiler sees to the reverse", () => {
    const { failureCodes, exceptionCodes } = assemble(modules);
    expect(Object.keys(failureCodes).length).toBeGreaterThan(60);
    expect(unused(failureCodes)).toEqual([]);
    expect(unused(exceptionCodes)).toEqual([]);
    expect(unused({ NEVER_RAISED: "" })).toEqual(["NEVER_RAISED"]);
  });

  test("messages: no key has two messages", async () => {
    const { messageNouns } = await readProject();
    const all = await Promise.all(
      messageNouns.map(async (noun: string) => {
        const ofNoun = await import(join(root, `packages/messages/src/${noun}/en.ts`));
        return Object.keys(ofNoun.messages as object);
      }),
    );
    const keys = all.flat();
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("tsc: fails when a code has no message, when a language lacks a key, and when a code is none that is declared", () => {
    const problems = compiled(`
import { type CodeMessages, CATALOGUE } from ${path("packages/messages/src/catalogue.ts")};
import { en, zh } from ${path("packages/messages/src/generated/messages.ts")};
import type { Translation } from ${path("packages/messages/src/translation.ts")};
import { failure } from ${path("packages/core/src/base/result.ts")};
const { "refusal.INVALID_RECIPIENTS": failureCode, ...withoutFailure } = zh;
const { "exception.LATE": exceptionCode, ...withoutException } = en;
const { "common.save": save, ...withoutKey } = zh;
export const complete: CodeMessages = CATALOGUE.zh;
export const first: CodeMessages = withoutFailure;
export const second: CodeMessages = withoutException;
export const third: Translation<typeof en> = withoutKey;
export const fourth = failure("NOT_DECLARED", "");
`);
    expect(problems).toEqual([
      expect.stringContaining("refusal.INVALID_RECIPIENTS"),
      expect.stringContaining("exception.LATE"),
      expect.stringContaining("common.save"),
      expect.stringContaining("NOT_DECLARED"),
    ]);
  });
});

function path(file: string): string {
  return JSON.stringify(join(root, file));
}

/** What the compiler finds wrong with a file under the dashboard's options. */
function compiled(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "pos-types-"));
  try {
    writeFileSync(join(folder, "planted.ts"), text);
    const config = {
      extends: join(root, "packages/web/tsconfig.json"),
      compilerOptions: { types: [] },
      files: ["planted.ts"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include: [] }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
    return stdout.split("\n").filter((line) => line.includes("planted.ts("));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("codegen: a new module", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pos-codegen-"));
    for (const part of ["packages/core/src", "packages/functions/src/api"])
      cpSync(join(root, part), join(folder, part), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function plant(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  function plantWrap(): void {
    const list = readFileSync(join(root, "packages/core/src/modules.ts"), "utf8");
    plant(
      "packages/core/src/modules.ts",
      list.replace('"office/finance",', '"selling/gift-wrap",\n  "office/finance",'),
    );
    plant(
      "packages/core/src/selling/gift-wrap/module.ts",
      `export const giftWrapModule = {
  idPrefixes: { wrp: "gift wrap" },
  accounts: { giftWraps: { type: "liability", position: 990, description: "Wraps." } },
  permissions: { "gift-wrap:create": { grantees: ["CASHIER"], description: "Wrap gifts." } },
  failureCodes: { UNKNOWN_WRAP: "There is no such wrap." },
} as const;`,
    );
    for (const file of ["navigation-item.ts", "[id]/page.tsx"]) plant(`packages/web/src/gift-wraps/${file}`, "");
    for (const file of ["en.ts", "zh.ts"]) plant(`packages/messages/src/gift-wraps/${file}`, "");
    plant("packages/functions/src/api/gift-wrap/resolvers.ts", "export const giftWrapApi = { resolvers: {} };");
    plant(
      "packages/functions/src/api/gift-wrap/gift-wrap.graphql",
      `extend type Query { giftWrap(id: ID!): GiftWrap @access(needs: GIFT_WRAP_CREATE) } type GiftWrap { id: ID! }`,
    );
  }

  test("codegen: takes everything from one folder in each package and one line in the list", async () => {
    plantWrap();
    const project = await readProject(folder);
    const table = names(project);
    expect(table).toContain('"wrp": "gift wrap"');
    expect(table).toContain('"giftWraps": "liability"');
    expect(table).toContain('| "gift-wrap:create"');
    expect(table).toContain('| "UNKNOWN_WRAP"');
    const schema = printedSchema(project);
    expect(schema).toMatch(/type Query \{[^}]*giftWrap\(id: ID!\): GiftWrap @access\(needs: GIFT_WRAP_CREATE\)/);
    expect(schema).toMatch(/enum Account \{[^}]*\sGIFT_WRAPS\s+\}/);
    expect(schema).toMatch(/enum FailureCode \{[^}]*UNKNOWN_WRAP/);
    expect(messages(project)).toContain('import { messages as giftWrapsZh } from "../gift-wraps/zh.ts";');
    expect(navigation(project)).toContain("  giftWrapsItem,");
    expect(routes(project)).toContainEqual([
      "packages/web/app/(dashboard)/gift-wraps/[id]/page.tsx",
      expect.stringContaining('from "@pos/web/gift-wraps/[id]/page.tsx"'),
    ]);
    expect(printedApiModules(project)).toContain('import { giftWrapApi } from "../gift-wrap/resolvers.ts";');
  });

  test("codegen: fails when SDL extends nothing, names an unknown permission, or is malformed", async () => {
    const sdl = "packages/functions/src/api/gift-wrap/gift-wrap.graphql";
    plantWrap();
    plant(sdl, "extend type Nothing { id: ID! }");
    expect(printedSchema.bind(undefined, await readProject(folder))).toThrow('"extend type Nothing" extends nothing.');
    plant(sdl, "extend type Query { giftWrap: Int @access(needs: FLY) }");
    expect(printedSchema.bind(undefined, await readProject(folder))).toThrow("FLY");
    plant(sdl, "type {");
    expect(printedSchema.bind(undefined, await readProject(folder))).toThrow("gift-wrap.graphql");
  });
});
