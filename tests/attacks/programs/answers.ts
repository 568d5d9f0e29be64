import type { Attack, Stage } from "../attack.ts";
import { flood } from "../pace.ts";

/** Small questions of signed-in clients with answers that multiply. */

const GIVEN_UP_MILLISECONDS = 2_500;
const CYCLES = 3;

export const cycles: Attack = {
  id: "A3",
  about: "a sale with 40 refunds, asked in cycles by a terminal's own token",
  isQuick: true,
  run(stage) {
    let inner = "refunds { id }";
    for (let cycle = 0; cycle < CYCLES; cycle++) inner = `refunds { sale { ${inner} } }`;
    const query = `query ($id: ID!) { sale(id: $id) { ${inner} } }`;
    const { terminal, refundedSaleId } = stage.shop;
    return questions(stage, { query, variables: { id: refundedSaleId }, token: terminal.token });
  },
};

const LEAVES =
  "id description sku quantity unitPrice discountTotal { amount currency } taxTotal { amount currency } total { amount currency } taxes { rate amount { amount } }";

export const wideSales: Attack = {
  id: "A4",
  about: "sales of 2,000 lines with every field of a line, by a cashier",
  isQuick: true,
  run(stage) {
    const { terminal, locationId } = stage.shop;
    const query = `query ($id: ID!) { sales(first: 100, filter: { locationId: $id }) { nodes { id lines { ${LEAVES} } } } }`;
    return questions(stage, { query, variables: { id: locationId }, token: terminal.operator });
  },
};

interface Question {
  readonly query: string;
  readonly variables: object;
  readonly token: string;
}

async function questions({ wire, extent }: Stage, { query, variables, token }: Question) {
  const statuses = new Map<string, number>();
  let longest = 0;
  const sent = await flood(extent.floodMilliseconds, 4, async () => {
    const answer = await wire.graphql(query, variables, { token, milliseconds: GIVEN_UP_MILLISECONDS });
    const status = answer === undefined ? "none" : (/"code":"(\w+)"/.exec(answer.text.slice(0, 2_000))?.[1] ?? "data");
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    longest = Math.max(longest, answer?.text.length ?? 0);
    // A question that is refused costs nothing to ask; how often it may be asked is another limit's.
    if (status !== "none" && status !== "data") await new Promise((resolve) => setTimeout(resolve, 5));
  });
  return { figures: { requests: sent, ...Object.fromEntries(statuses), longest }, wrong: [] };
}
