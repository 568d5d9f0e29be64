import type { Attack, Stage } from "../attack.ts";
import { flood } from "../pace.ts";
import type { Asked } from "../wire.ts";

/** Texts of anonymous clients that take more than linear time to read. */

const GIVEN_UP_MILLISECONDS = 1_500;
const CREATE_TAX_CODE =
  'mutation ($r: Decimal!) { createTaxCode(input: { id: "x", name: "x", rate: $r }) { userErrors { code } } }';

export const decimals: Attack = {
  id: "A1",
  about: "decimals of 20,000 to a million zeros, without a token",
  isQuick: true,
  run: (stage) =>
    texts(stage, (count) => {
      const zeros = [20_000, 60_000, 1_000_000, 250_000][count % 4] ?? 0;
      return { query: CREATE_TAX_CODE, variables: { r: `0.${"0".repeat(zeros)}10` } };
    }),
};

export const suggestions: Attack = {
  id: "A2",
  about: "texts that look like GraphQL's suggestions, with the schema hidden",
  isQuick: true,
  run: (stage) =>
    texts(stage, (count) => ({
      query: "query ($f: Int!) { sales(first: $f) { nodes { id } } }",
      variables: { f: "Did you mean ?x".repeat([4_000, 8_000, 60_000][count % 3] ?? 0) },
    })),
};

export const contentTypes: Attack = {
  id: "A25",
  about: "headers of 15,000 characters",
  isQuick: true,
  async run({ wire, extent }) {
    const spaces = " ".repeat(15_000);
    const headers = [
      { "content-type": `application/json;${spaces}x` },
      { "content-type": `application/json${spaces}` },
      { "content-type": "application/json", accept: `application/json;${spaces}x` },
      { "content-type": "application/json", accept: "a/b,".repeat(3_750) },
      { "content-type": "application/json", authorization: `Bearer ${spaces}x` },
      { "content-type": "application/json", cookie: `pos_session=${";".repeat(15_000)}`, "x-session": "cookie" },
    ];
    const body = JSON.stringify({ query: "{ __typename }" });
    const sent = await flood(extent.floodMilliseconds, 8, (count) => {
      const asked: Asked = { method: "POST", body, milliseconds: GIVEN_UP_MILLISECONDS };
      return wire.ask("/graphql", { ...asked, headers: headers[count % headers.length] ?? {} });
    });
    return { figures: { requests: sent }, wrong: [] };
  },
};

const TEXT = "Did you mean ?x";
const CREATE = (name: string, type: string, use: string) =>
  `mutation ($v: ${type}) { ${name}(input: ${use}) { userErrors { code } } }`;

/** Every scalar, an enum, an input, literals and names. What comes by a socket is in sockets.ts. */
const PLACES: readonly ((text: string) => { readonly query: string; readonly variables: object })[] = [
  ...["Int!", "Boolean!", "ID!", "String!", "Float!"].map((type) => (v: string) => ({
    query: `query ($v: ${type}) { sales(first: $v) { nodes { id } } }`,
    variables: { v },
  })),
  (v) => ({ query: CREATE("createStaff", "Role!", '{ id: "x", name: "x", role: $v }'), variables: { v } }),
  (v) => ({
    query: CREATE("createStaff", "CreateStaffInput!", "$v"),
    variables: { v: { [v]: v, role: v, id: v, name: v } },
  }),
  ...["DateTime!", "Date!", "MinorUnits!", "Decimal!", "CurrencyCode!"].map((type) => (v: string) => ({
    query: `query ($v: ${type}) { __typename @include(if: $v) }`,
    variables: { v },
  })),
  (v) => ({
    query: "query ($v: Date!) { salesSummary(from: $v, to: $v) { saleCount } }",
    variables: { v: v.replaceAll(/\D/g, "1") },
  }),
  (v) => ({ query: `{ ${v.replaceAll(/\W/g, "a")} }`, variables: {} }),
  (v) => ({ query: `{ sales(first: "${v}") { nodes { id } } }`, variables: {} }),
  (v) => ({ query: `{ sales(first: ${v.replaceAll(/\W/g, "a")}) { nodes { id } } }`, variables: {} }),
  (v) => ({ query: `{ ...${v.replaceAll(/\W/g, "a")} }`, variables: {} }),
  (v) => ({
    query: 'mutation ($v: String!) { signIn(input: { email: $v, password: "x" }) { token } }',
    variables: { v },
  }),
  (v) => ({
    query: "mutation ($v: String!) { activateTerminal(input: { activationCode: $v }) { token } }",
    variables: { v },
  }),
];

export const scalars: Attack = {
  id: "A26",
  about: "60,000 and 500,000 characters for every scalar, enum, name and literal",
  isQuick: true,
  run: (stage) =>
    texts(stage, (count) => {
      const place = PLACES[Math.floor(count / 2) % PLACES.length];
      if (!place) throw new Error("There are no places");
      return place(TEXT.repeat(count % 2 === 0 ? 4_000 : 33_000));
    }),
};

async function texts({ wire, extent }: Stage, make: (count: number) => { query: string; variables: object }) {
  let answered = 0;
  const sent = await flood(extent.floodMilliseconds, 4, async (count) => {
    const { query, variables } = make(count);
    // The client leaves before the answer: work for it must end or be small.
    if (await wire.graphql(query, variables, { milliseconds: GIVEN_UP_MILLISECONDS })) answered++;
  });
  return { figures: { requests: sent, answered }, wrong: [] };
}
