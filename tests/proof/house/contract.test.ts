import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIELD_RULES, ruleOf } from "@pos/functions/api/permissions.ts";
import { resolvers } from "@pos/functions/api/resolvers/index.ts";
import { createSchema } from "@pos/functions/api/schema.ts";
import { buildSchema, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

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
