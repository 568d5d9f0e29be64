import type { CallerKind, Good, Making, ModuleContract, NumberRow, TextRow, Variables } from "../module-contract.ts";

export const EVERYBODY: readonly CallerKind[] = [
  "terminal",
  "cashier at a terminal",
  "manager at a terminal",
  "cashier",
  "manager",
  "owner",
];
export const MANAGERS: readonly CallerKind[] = ["manager at a terminal", "manager", "owner"];

const SIZES: NumberRow = [0, -1, 101, 2 ** 31 - 1, -(2 ** 31)].map((size) => [size, "BAD_REQUEST"]);
const CURSOR: TextRow = { max: 64, code: "BAD_REQUEST", at: "" };

/** The rows of a list in pages: `query` without arguments other than `first`, `after` and what `more` contains. */
export function pageContract(
  query: string,
  may: readonly CallerKind[],
  more?: (stand: Parameters<Making>[0]) => Variables,
): ModuleContract {
  const good: Making = async (stand) => {
    const { api, owner: token } = stand.counter;
    const { data } = await api.call(`{ ${query}(first: 1) { pageInfo { endCursor } } }`, { token });
    const requests: Good[] = [{ token, variables: { first: 5, ...more?.(stand) } }];
    return [...requests, { token, variables: { after: data[query].pageInfo.endCursor } }];
  };
  return {
    good: { [query]: good },
    callers: { [query]: { document: `query { ${query} { nodes { id } pageInfo { hasNextPage } } }`, may } },
    numbers: { [`${query}.first`]: SIZES },
    texts: { [`${query}.after`]: CURSOR },
  };
}
