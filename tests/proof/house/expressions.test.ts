import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { expressionsOf, superLinear } from "./expressions.ts";
import { projectFiles } from "./project.ts";

/** Code that reads texts of clients, of imported files or of the operator of a command: tests and their tools do not. */
const READS_TEXTS = /^(packages\/(?!web\/next)[\w/.()[\]-]+|scripts\/[\w/.-]+)\.(tsx?|mjs|js)$/;

/** The built query page with its libraries: it runs in the browser of the person who types. */
const QUERY_PAGE = "packages/host/src/node/page/query.js";

const files = [...projectFiles(fileURLToPath(new URL("../../..", import.meta.url)))].filter(
  ([path]) => READS_TEXTS.test(path) && !/\.(test\.tsx?|d\.m?ts)$/.test(path) && path !== QUERY_PAGE,
);

/**
 * In core, classes of single characters from a constant table, which `tests/proof/growth` measures. The scripts get names of the
 * project's own files and types, never a text from outside.
 */
const PUT_TOGETHER = [
  "packages/core/src/base/fold.ts",
  "packages/core/src/base/text.ts",
  "packages/core/src/base/text.ts",
  "scripts/codegen/types.mjs",
  "scripts/infra/classes.mjs",
  "scripts/infra/evaluate.mjs",
];

describe("expressions: no time grows faster than the text", () => {
  const expressions = files.flatMap(([path, text]) => expressionsOf(path, text));

  test("finds those of all packages and of the scripts", () => {
    for (const folder of ["packages/core/", "packages/functions/", "packages/host/", "packages/web/", "scripts/"])
      expect(expressions.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(5);
  });

  test("A1, A2, A25: none is super-linear", () => {
    const literal = expressions.filter((one) => one.literal !== undefined);
    expect(literal.flatMap(superLinear)).toEqual([]);
  });

  test("none is put together at run time, where its text is unknown", () => {
    const unknown = expressions.filter((one) => one.literal === undefined).map(({ path }) => path);
    expect(unknown).toEqual(PUT_TOGETHER);
  });
});

describe("expressions: planted ones are found", () => {
  const found = (text: string) => expressionsOf("a.ts", text).flatMap(superLinear);

  test.each([
    ['fraction.replace(/0+$/, "")', "polynomial"],
    ['message.replace(/ ?Did you mean .+\\?$/s, "")', "too much"],
    ["/^(\\w+\\s?)*$/.test(text)", "exponential"],
    ["/^\\s*(.*?)\\s*$/.exec(text)", "polynomial"],
    ['new RegExp("^(a|a)*$").test(text)', "too much"],
    ['RegExp("x*x*$", "i").exec(text)', "polynomial"],
  ])("%s takes %s time", (text, growth) => {
    expect(found(text).join()).toContain(growth);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
  test.each(["new RegExp(text)", 'new RegExp("a", flags)', "RegExp(`^${name}`)"])("%s is unknown", (text) => {
    expect(found(text).join()).toContain("put together at run time");
  });

  test.each(["/^-?(?:0|[1-9]\\d*)$/", "/^[A-Z]{3}$/", "/,/g", "/a/.source", 'text.split("a")'])(
    "%s is in order",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
