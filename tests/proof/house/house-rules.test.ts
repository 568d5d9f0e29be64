import { describe, expect, test } from "vitest";
import { doorBreaches, pureBreaches, unusualFiles } from "./core-rules.ts";
import { roomsBehindDoors } from "./findings.ts";
import { cycles, mutualBreaches, orderBreaches, packageBreaches } from "./import-rules.ts";
import { layoutsOf, PACKAGES } from "./layout.ts";
import { plantedProject } from "./planted.ts";
import { filesWith, foreignImports } from "./platform-rules.ts";

const CORE = "packages/core/src";

describe("packages", () => {
  test.each([
    ["a package after it", { "packages/core/src/base/a.ts": 'import "@pos/functions/books.ts";' }],
    ["a package beside it", { "packages/web/src/a.ts": 'export * from "@pos/host/main.ts";' }],
    ["a test", { "packages/host/src/a.ts": 'import { clock } from "../../../tests/support/clock.ts";' }],
    ["a package by a type", { "packages/core/src/a.ts": 'type A = import("@pos/web/clock.ts").A; export type B = A;' }],
    ["a package at run time", { "packages/core/src/a.ts": 'await import("@pos/web/clock.ts");' }],
  ])("packageBreaches: finds a file that imports %s", (_what, texts) => {
    expect(packageBreaches(plantedProject(texts).imports, PACKAGES)).toHaveLength(1);
  });

  test("packageBreaches: accepts tests and scripts that import a package or a test", () => {
    const { imports } = plantedProject({
      "tests/a.ts": 'import "@pos/host/main.ts"; import "./support/b.ts";',
      "scripts/a.mjs": 'import "../tests/bench/a.ts";',
      "packages/host/src/a.ts": 'import "@pos/core/base/id.ts";',
    });
    expect(packageBreaches(imports, PACKAGES)).toEqual([]);
  });
});

describe("rooms", () => {
  const layout = { folder: "packages/host/src/", levels: [["low/"], ["one/", "two/"], ["high/", "low/top.ts"]] };
  test.each([
    ["a later room", "low/a.ts", 'import "../high/b.ts";'],
    ["a room beside it", "one/a.ts", 'import type { B } from "../two/b.ts"; export type A = B;'],
    ["a file that has a later place than its folder", "one/a.ts", 'import "../low/top.ts";'],
  ])("orderBreaches: finds a file that imports %s", (_what, name, text) => {
    const { imports, paths } = plantedProject({ [`packages/host/src/${name}`]: text });
    expect(orderBreaches(imports, paths, layout)).toHaveLength(1);
  });

  test("orderBreaches: finds a file that is in no room", () => {
    const { imports, paths } = plantedProject({ "packages/host/src/new/a.ts": "" });
    expect(orderBreaches(imports, paths, layout)).toEqual(["packages/host/src/new/a.ts is in no room"]);
  });

  test("orderBreaches: accepts imports of earlier rooms and within a room", () => {
    const texts = { "packages/host/src/high/a.ts": 'import "../low/b.ts"; import "../two/c.ts"; import "./d.ts";' };
    const { imports, paths } = plantedProject(texts);
    expect(orderBreaches(imports, paths, layout)).toEqual([]);
  });

  test("layoutsOf: lets a noun import only nouns before it", () => {
    const [core] = layoutsOf(["people/access", "goods/tax"]);
    if (core === undefined) throw new Error("There is no layout of core.");
    const wrong = plantedProject({ [`${CORE}/people/access/a.ts`]: 'import "../../goods/tax/index.ts";' });
    expect(orderBreaches(wrong.imports, wrong.paths, core)).toHaveLength(1);
    const right = plantedProject({ [`${CORE}/goods/tax/a.ts`]: 'import "../../people/access/index.ts";' });
    expect(orderBreaches(right.imports, right.paths, core)).toEqual([]);
  });

  test("mutualBreaches: finds two folders that import each other by different files", () => {
    const { imports } = plantedProject({
      "packages/host/src/one/a.ts": 'import "../two/b.ts";',
      "packages/host/src/two/c.ts": 'import type { D } from "../one/d.ts"; export type C = D;',
    });
    expect(mutualBreaches(imports)).toEqual([
      "packages/host/src/one/a.ts imports packages/host/src/two/b.ts, and packages/host/src/two/c.ts imports packages/host/src/one/d.ts",
    ]);
  });
});

describe("files", () => {
  test("cycles: finds every file of a cycle, also one of types only", () => {
    const { imports } = plantedProject({
      "packages/core/src/a.ts": 'import type { B } from "./b.ts"; export type A = B;',
      "packages/core/src/b.ts": 'export { C } from "./c.ts";',
      "packages/core/src/c.ts": 'type T = import("./a.ts").A; export const C = (t: T) => t;',
      "packages/core/src/d.ts": 'import "./a.ts";',
    });
    const file = (name: string) => `packages/core/src/${name}.ts`;
    expect(cycles(imports)).toEqual({ [file("a")]: 3, [file("b")]: 3, [file("c")]: 3 });
  });

  test("roomsBehindDoors: finds an index.ts that holds code", () => {
    const { sources } = plantedProject({
      "packages/core/src/door/index.ts": 'export { a } from "./a.ts"; export * from "./b.ts";',
      "packages/core/src/room/index.ts": 'export { a } from "./a.ts"; export const b = 1;',
    });
    expect(roomsBehindDoors(sources)).toEqual({ "packages/core/src/room/index.ts": 1 });
  });
});

describe("core", () => {
  test.each([
    ["goods/tax/rules.ts", 'import { read } from "./records.ts";'],
    ["goods/tax/model.ts", 'import { Fact } from "../../ledger/index.ts";'],
    ["base/money.ts", 'import "../table/port/port.ts";'],
  ])("pureBreaches: finds %s with an impure import", (name, text) => {
    expect(pureBreaches(plantedProject({ [`${CORE}/${name}`]: text }).imports)).toHaveLength(1);
  });

  test("pureBreaches: accepts pure files and types of the ledger", () => {
    const text = 'import type { Fact } from "../../ledger/index.ts"; import "../tax/rules.ts"; export type A = Fact;';
    expect(pureBreaches(plantedProject({ [`${CORE}/goods/stock/rules.ts`]: text }).imports)).toEqual([]);
  });

  test.each([
    ["goods/stock/queries.ts", 'import "../tax/records.ts";'],
    ["goods/stock/queries.ts", 'import "../../ledger/head.ts";'],
    ["goods/stock/queries.ts", 'import "../../table/memory/table.ts";'],
    ["ledger/book.ts", 'import type { T } from "../table/dynamodb/table.ts"; export type A = T;'],
  ])("doorBreaches: finds %s with %s", (name, text) => {
    expect(doorBreaches(plantedProject({ [`${CORE}/${name}`]: text }).imports)).toHaveLength(1);
  });

  test("unusualFiles: finds a file that no decision names", () => {
    const files = [`${CORE}/goods/tax/rules.ts`, `${CORE}/goods/tax/helpers.ts`, `${CORE}/goods/tax/named.ts`];
    expect(unusualFiles(files, ["goods/tax/named.ts"])).toEqual(["goods/tax/helpers.ts"]);
  });
});

describe("platform", () => {
  test("foreignImports: finds Amazon's SDK outside of an adapter", () => {
    const { imports } = plantedProject({
      "packages/core/src/table/dynamodb/a.ts": 'import "@aws-sdk/client-dynamodb";',
      "packages/core/src/ledger/a.ts": 'import type { X } from "@aws-sdk/client-dynamodb"; export type Y = X;',
    });
    expect(foreignImports(imports, /^@aws-sdk\//, /dynamodb\/a\.ts$/)).toEqual([
      "packages/core/src/ledger/a.ts imports @aws-sdk/client-dynamodb",
    ]);
  });

  test("filesWith: finds a program that reads the clock, and no test", () => {
    const { files } = plantedProject({
      "packages/host/src/a.ts": "export const now = () => Date.now();",
      "packages/host/src/a.test.ts": "Date.now();",
    });
    expect(filesWith(files, /Date\.now\(/)).toEqual(["packages/host/src/a.ts"]);
  });
});
