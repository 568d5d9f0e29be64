import { afterAll, beforeAll, expect, test } from "vitest";
import { type Case, countsByClass, judge, type Sent, send, type Verdict } from "./judge.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Documents that are too deep, too wide, circular, or none; each would make something if it were executed. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(" ");

/** A mutation that makes a category, with something more in it. */
function making(selection = "", alias = ""): string {
  const id = stand.counter.shop.clock.newId("cat");
  return `${alias}createCategory(input: { id: "${id}", name: "x" }) { __typename ${selection} }`;
}

function row(
  name: string,
  query: string,
  expected: string,
  more: Partial<Sent> & { readonly request?: object } = {},
): Case {
  const { request, ...sent } = more;
  const body = JSON.stringify({ query, ...request });
  return { name, expected, run: () => send(stand, { body, token: stand.counter.owner, ...sent }) };
}

const nested = (levels: number): string => `userErrors ${"{ a ".repeat(levels)}${"}".repeat(levels)}`;
const doubling = (levels: number): string =>
  many(levels, (n) => `fragment F${n} on Mutation { ...F${n + 1} ...F${n + 1} }`) +
  ` fragment F${levels} on Mutation { ${making()} }`;

test("documents beyond a limit are too complex", async () => {
  const TOO = "TOO_COMPLEX";
  const signIn = `signIn(input: { email: "a@shop.example", password: "x" }) { token }`;
  const lists = "{ customers(first: 100) { nodes { sales(first: 100) { nodes { id location { id } } } } } }";
  await judge(stand, "complex documents", [
    ...[11, 50, 200].map((levels) => row(`${levels} levels`, `mutation { ${making(nested(levels))} }`, TOO)),
    row("10,000 levels", `mutation { ${making(nested(10_000))} }`, TOO),
    row("an unclosed 10,000 levels", `mutation ${"{ a ".repeat(10_000)}`, TOO),
    ...[16, 100, 300].map((count) =>
      row(`${count} aliases`, `mutation { ${many(count, (n) => `a${n}: __typename`)} ${making()} }`, TOO),
    ),
    row("10,000 aliases", `mutation { ${making()} ${many(10_000, (n) => `a${n}: __typename`)} }`, TOO),
    row(
      "aliases in a fragment that nobody spreads",
      `mutation { ${making()} } fragment F on Query { ${many(16, (n) => `a${n}: __typename`)} }`,
      TOO,
    ),
    row("20 makings by aliases", `mutation { ${many(20, (n) => making("", `a${n}: `))} }`, TOO),
    ...[9, 100, 200].map((count) =>
      row(`${count} directives`, `mutation { ${making()} x: __typename ${many(count, () => "@skip(if: true)")} }`, TOO),
    ),
    row("1,000 directives", `mutation { ${making()} x: __typename ${many(1_000, () => "@a")} }`, TOO),
    row("directives on an operation", `mutation ${many(9, () => "@a")} { ${making()} }`, TOO),
    row("doubling fragments, 16 levels", `mutation { ...F0 } ${doubling(16)}`, TOO),
    row("doubling fragments, 60 levels", `mutation { ...F0 } ${doubling(60)}`, TOO),
    row("two sign-ins", `mutation { ${signIn} b: ${signIn} ${making()} }`, TOO),
    row(
      "a second sign-in in a fragment",
      `mutation { ${signIn} ...F ${making()} } fragment F on Mutation { b: ${signIn} }`,
      TOO,
    ),
    row(
      "a second sign-in in a fragment in place",
      `mutation { ${signIn} ... on Mutation { b: ${signIn} } ${making()} }`,
      TOO,
    ),
    row(
      "two sign-ins of two kinds",
      `mutation { ${signIn} activateTerminal(input: { activationCode: "x" }) { token } ${making()} }`,
      TOO,
    ),
    row("lists within lists", lists, TOO),
    row("lists within lists by variables", lists.replaceAll("100", "$n").replace("{", "query ($n: Int) {"), TOO, {
      request: { variables: { n: 100 } },
    }),
    row("lists within lists by defaults", lists.replaceAll("100", "$n").replace("{", "query ($n: Int = 100) {"), TOO),
    row(
      "a list of 1,000 elements written out",
      `{ stockLevels(locationId: "x", skus: [${many(1_000, () => '"a"')}]) { nodes { sku } } }`,
      TOO,
    ),
    row("100,000 words", "a ".repeat(100_000).replace("a", "{ a"), TOO),
  ]);
});

test("documents that do not parse or fit the contract are refused whole", async () => {
  const [PARSE, FITS] = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];
  const fragments = (...texts: string[]) => `mutation { ${making()} ...A } ${texts.join(" ")}`;
  await judge(stand, "documents", [
    row("white space", "  \n ", PARSE),
    row("a comment alone", "# nothing", PARSE),
    row("an unclosed brace", `mutation { ${making()}`, PARSE),
    row("a brace too much", `mutation { ${making()} } }`, PARSE),
    row("an unclosed text", `mutation { ${making('x(a: "')} }`, PARSE),
    row("an unclosed block text", `mutation { ${making('x(a: """')} }`, PARSE),
    row("a line end in a text", `mutation { ${making('x(a: "a\nb")')} }`, PARSE),
    row("a wrong escape", `mutation { ${making('x(a: "\\q")')} }`, PARSE),
    row("an escaped lone surrogate", `mutation { ${making('x(a: "\\ud800")')} }`, PARSE),
    row("an escape beyond Unicode", `mutation { ${making('x(a: "\\u{110000}")')} }`, PARSE),
    row("NUL", `mutation { ${making("\0")} }`, PARSE),
    row("a lone surrogate", `mutation { ${making("\ud800")} }`, PARSE),
    row("letters of another script", `mutation { ${making("имя")} }`, PARSE),
    row("a right-to-left override", `mutation { ${making("\u202e")} }`, PARSE),
    row("a document of another language", "SELECT * FROM sales; DROP TABLE sales", PARSE),
    row("an empty selection", "mutation { createCategory(input: {}) { } }", PARSE),
    row("fragments alone", "fragment A on Query { me { kind } }", FITS, { request: {} }),
    row("a type definition", `mutation { ${making()} } type X { a: Int }`, FITS),
    row("a schema definition", `mutation { ${making()} } schema { query: X }`, FITS),
    row("a circular fragment", fragments("fragment A on Mutation { ...A }"), FITS),
    row(
      "circular fragments",
      fragments(
        "fragment A on Mutation { ...B }",
        "fragment B on Mutation { ...C }",
        "fragment C on Mutation { ...A }",
      ),
      FITS,
    ),
    row("a fragment of nothing", `mutation { ${making()} ...Nowhere }`, FITS),
    row("an unused fragment", `mutation { ${making()} } fragment A on Query { __typename }`, FITS),
    row(
      "a fragment twice",
      fragments("fragment A on Mutation { __typename }", "fragment A on Mutation { __typename }"),
      FITS,
    ),
    row("a fragment on a scalar", fragments("fragment A on String { __typename }"), FITS),
    row("an unknown field", `mutation { ${making("nope")} }`, FITS),
    row("a field that every object has", `mutation { ${making("constructor")} }`, FITS),
    row("a field named __proto__", `mutation { ${making("__proto__")} }`, FITS),
    row("a field without what is in it", `mutation { ${making("category")} }`, FITS),
    row("a field of a leaf", `mutation { ${making("category { id { a } }")} }`, FITS),
    row("an unknown directive", `mutation { ${making("userErrors @nope { code }")} }`, FITS),
    row("a deferred answer", `mutation { ${making("... @defer { userErrors { code } }")} }`, FITS),
    row("a streamed answer", `mutation { ${making("userErrors @stream { code }")} }`, FITS),
    row("a directive out of its place", `mutation @skip(if: true) { ${making()} }`, FITS),
    row("an unknown variable", `mutation { ${making("userErrors @skip(if: $no) { code }")} }`, FITS),
    row("an unused variable", `mutation ($no: Int) { ${making()} }`, FITS),
    row(
      "a variable twice",
      `mutation ($a: Boolean!, $a: Boolean!) { ${making("userErrors @skip(if: $a) { code }")} }`,
      FITS,
    ),
    row(
      "a variable of a type of answers",
      `mutation ($a: Category) { ${making("userErrors @skip(if: $a) { code }")} }`,
      FITS,
    ),
    row("a variable of no type", `mutation ($a: Nope) { ${making("userErrors @skip(if: $a) { code }")} }`, FITS),
    row(
      "an input field twice",
      `mutation { createCategory(input: { id: "a", id: "b", name: "x" }) { __typename } }`,
      FITS,
    ),
    row("an argument twice", `mutation { createCategory(input: {}, input: {}) { __typename } }`, FITS),
    row("two fields under one name", `mutation { a: ${making()} a: signOut { __typename } }`, FITS),
    row("a mutation as a query", `{ ${making()} }`, FITS),
    row("a query in a mutation", `mutation { ${making()} me { kind } }`, FITS),
    row("two of a union's one", `{ variant(by: { sku: "a", barcode: "b" }) { id } }`, FITS),
    row("a subscription of two fields", `subscription { a: __typename b: __typename }`, FITS),
    row("the type of another", `{ __type(name: 5) { name } }`, FITS),
  ]);
});

test("which operation is meant must be said, and only queries come by GET", async () => {
  const NAMELESS = "OPERATION_RESOLUTION_FAILURE";
  const two = () => `mutation A { ${making()} } mutation B { ${making()} }`;
  const headers = { "apollo-require-preflight": "1" };
  await judge(
    stand,
    "operations",
    [
      row("two operations without a name", two(), NAMELESS),
      row("an unknown name", two(), NAMELESS, { request: { operationName: "C" } }),
      row("a name every object has", two(), NAMELESS, { request: { operationName: "__proto__" } }),
      row("the same name in another case", two(), NAMELESS, { request: { operationName: "a" } }),
      row("an empty name among two", two(), NAMELESS, { request: { operationName: "" } }),
      row("a name of 100,000 characters", two(), NAMELESS, { request: { operationName: "A".repeat(100_000) } }),
      row("a name with a line end", two(), NAMELESS, { request: { operationName: "A\n" } }),
      row("a number as a name", two(), "BAD_REQUEST", { request: { operationName: 5 } }),
      row("a list as a name", two(), "BAD_REQUEST", { request: { operationName: ["A"] } }),
      row("two nameless operations", `mutation { ${making()} } mutation { ${making()} }`, "GRAPHQL_VALIDATION_FAILED"),
      row(
        "two operations of one name",
        `mutation A { ${making()} } mutation A { ${making()} }`,
        "GRAPHQL_VALIDATION_FAILED",
        { request: { operationName: "A" } },
      ),
      row("a persisted query", "", "PERSISTED_QUERY_NOT_SUPPORTED", {
        request: { query: undefined, extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
      }),
      row(
        "a subscription",
        `subscription { saleRecorded(locationId: "${stand.own.locationId}") { cursor } }`,
        "NOT_AVAILABLE",
      ),
      row("a subscription of nobody", "subscription { __typename }", "GRAPHQL_VALIDATION_FAILED", { token: undefined }),
    ].map((each) => (each.expected === "BAD_REQUEST" ? { ...each, status: 400 } : each)),
  );
  const by =
    (method: string, search: string, more: object = {}): (() => Promise<Verdict>) =>
    async () => {
      const { counter } = stand;
      const response = await fetch(`${counter.api.url}/graphql${search}`, {
        method,
        headers: { authorization: `Bearer ${counter.owner}`, ...more },
      });
      const text = await response.text();
      const body = text === "" ? {} : JSON.parse(text);
      return { outcome: body.errors?.[0].extensions.code ?? "answered", status: response.status, text, body };
    };
  const search = (query: string) => `?query=${encodeURIComponent(query)}`;
  const get = (name: string, query: string, expected: string, status: number, more: object = headers): Case => ({
    name,
    expected,
    status,
    run: by("GET", query, more),
  });
  await judge(stand, "methods", [
    get("a mutation by GET", search(`mutation { ${making()} }`), "BAD_REQUEST", 405),
    get("a mutation by GET as a form sends it", search(`mutation { ${making()} }`), "BAD_REQUEST", 400, {}),
    get("nothing by GET", "", "BAD_REQUEST", 400),
    get("a document that does not parse", search("{"), "GRAPHQL_PARSE_FAILED", 400),
    get("variables that are no JSON", `${search("{ me { kind } }")}&variables={`, "BAD_REQUEST", 400),
    get("variables that are a list", `${search("{ me { kind } }")}&variables=[]`, "BAD_REQUEST", 400),
    get("the query twice", `${search("{ me { kind } }")}&query=x`, "BAD_REQUEST", 400),
    get("half an escape", "?query=%E0%A4%A", "GRAPHQL_PARSE_FAILED", 400),
    ...["PUT", "PATCH", "DELETE", "OPTIONS"].map(
      (method): Case => ({
        name: method,
        expected: "BAD_REQUEST",
        status: 405,
        run: by(method, search(`mutation { ${making()} }`), headers),
      }),
    ),
  ]);
  expect(await by("GET", search("{ me { kind } }"), headers)()).toMatchObject({ status: 200, outcome: "answered" });
});

test("names that every object has are names like any other", async () => {
  const answer = await send(stand, {
    body: JSON.stringify({ query: "{ __proto__: me { constructor: kind } toString: me { kind } }" }),
    token: stand.counter.owner,
  });
  expect(answer.text).toBe('{"data":{"__proto__":{"constructor":"STAFF"},"toString":{"kind":"STAFF"}}}');
});
