import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("house: the contract", () => {
  const text = readFileSync(join(root, "schema.graphql"), "utf8");
  const schema = buildSchema(text);

  test("schema: has every field of the published contract with its type and arguments", () => {
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
