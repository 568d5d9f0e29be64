import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, signInOwner, startApi } from "../../support/api.ts";
import { createShop, type Shop } from "../../support/shop.ts";

/** The API as it ships against what GraphQL servers are asked and attacked with; tests/system/process/edge.test.ts has the edge alone. */
let shop: Shop;
let api: Api;
beforeAll(async () => {
  shop = await createShop({ secrets: true });
  api = await startApi(shop);
});
afterAll(() => api.close());

async function raw(body: string) {
  const response = await fetch(`${api.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type") ?? "" };
}

describe("hostile: the API as it ships", () => {
  test("graphql-http's server audits find no error", async () => {
    const audits = serverAudits({ url: `${api.url}/graphql`, fetchFn: fetch });
    const statuses: Record<string, number> = {};
    const errors: string[] = [];
    for (const audit of audits) {
      const result = await audit.fn();
      statuses[result.status] = (statuses[result.status] ?? 0) + 1;
      if (result.status === "error") errors.push(`${audit.id} ${audit.name}: ${result.reason}`);
    }
    console.log(JSON.stringify({ audits: audits.length, ...statuses }));
    expect(errors).toEqual([]);
    expect(audits.length).toBeGreaterThan(50);
  });

  const nested = (depth: number): string => {
    let selection = "name";
    for (let level = 0; level < depth; level++) selection = `ofType { ${selection} }`;
    return `{ __type(name: "Sale") { fields { type { ${selection} } } } }`;
  };
  const cases: readonly (readonly [name: string, body: string, status: number, code: RegExp])[] = [
    ["malformed JSON", '{"query": "{ __typename }"', 400, /^BAD_REQUEST$/],
    ["no JSON object", '"{ __typename }"', 400, /^BAD_REQUEST$/],
    ["a body over 1 MiB", JSON.stringify({ query: `{ __typename } # ${"x".repeat(1_100_000)}` }), 413, /^TOO_LARGE$/],
    [
      "10,000 aliases",
      JSON.stringify({
        query: `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}: __typename`).join(" ")} }`,
      }),
      400,
      /^TOO_COMPLEX$/,
    ],
    [
      "16 aliases of __typename",
      JSON.stringify({ query: `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(" ")} }` }),
      400,
      /^TOO_COMPLEX$/,
    ],
    [
      "two sign-ins in one document",
      JSON.stringify({
        query:
          'mutation { a: signIn(input: { email: "a@b.example", password: "x" }) { token } b: signIn(input: { email: "a@b.example", password: "y" }) { token } }',
      }),
      400,
      /^TOO_COMPLEX$/,
    ],
    [
      "circular fragments",
      JSON.stringify({
        query: "{ terminals { ...A } } fragment A on Terminal { ...B } fragment B on Terminal { ...A }",
      }),
      400,
      /^GRAPHQL_VALIDATION_FAILED$/,
    ],
    ["an unknown field", JSON.stringify({ query: "{ salez { nodes { id } } }" }), 400, /^GRAPHQL_VALIDATION_FAILED$/],
    ["a batch of queries", JSON.stringify([{ query: "{ __typename }" }]), 400, /^BAD_REQUEST$/],
  ];
  test.each(cases)("%s is an error of the contract without a stack trace", async (_, body, status, code) => {
    const answer = await raw(body);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain("json");
    const { errors, data } = JSON.parse(answer.text);
    expect(errors[0].extensions.code).toMatch(code);
    expect(data ?? null).toBeNull();
    expect(answer.text).not.toMatch(/stacktrace|node_modules|\bat \w+ \(|\.ts:\d+/);
  });

  test("depth 50 is refused, and introspection's own depth is not counted", async () => {
    // The contract's types do not nest this deep by themselves: a document may, and is refused before its types are looked at.
    const tooDeep = await raw(
      JSON.stringify({ query: `{ terminals { location ${"{ a ".repeat(50)}${"}".repeat(50)} } }` }),
    );
    expect(tooDeep.status).toBe(400);
    expect(tooDeep.text).toContain("TOO_COMPLEX");
    const introspection = await raw(JSON.stringify({ query: nested(12) }));
    expect(introspection.status).toBe(200);
  });

  test("what a caller must not know does not come out of an error, and secrets do not come out of the log", async () => {
    const { email, password } = shop.staff.OWNER;
    const token = await signInOwner(api, shop);
    await api.call("{ terminals { id } }", { token });
    await api.call("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
      variables: { input: { email, password: "a wrong password" } },
    });
    const log = JSON.stringify(api.log);
    for (const secret of [token, password ?? "-", "a wrong password", token.split(".").at(-1) ?? "-"])
      expect(log).not.toContain(secret);
    expect(log).toContain('"requestId"');
  });
});
