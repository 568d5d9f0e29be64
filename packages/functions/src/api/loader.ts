import { type Context, requireCaller } from "@pos/core/people/access/index.ts";
import DataLoader from "dataloader";
import type { RequestContext, RequestScope } from "./context.ts";

/** Reads records by distinct ids, in their order; undefined for what is not found or not visible to this caller. */
type Read<Value> = (context: Context, ids: readonly string[]) => Promise<readonly (Value | undefined)[]>;

/** As many keys as the table reads at once. */
const IDS_AT_ONCE = 100;

/**
 * Reads together what the resolvers of a request ask for at the same time.
 * @param cache false for records that mutations change: two mutations of one document must not share a record
 * @returns the loader of the request that a context belongs to
 */
export function batched<Value>(
  read: Read<Value>,
  { cache = true }: { readonly cache?: boolean } = {},
): (context: RequestContext) => DataLoader<string, Value | undefined> {
  const loaders = new WeakMap<RequestScope, DataLoader<string, Value | undefined>>();
  return ({ scope }) => {
    const known = loaders.get(scope);
    if (known) return known;
    const loader = new DataLoader<string, Value | undefined>(
      async (ids) => {
        const distinct = [...new Set(ids)];
        const values = await read(requireCaller(scope.acting), distinct);
        const found = new Map(distinct.map((id, index) => [id, values[index]]));
        return ids.map((id) => found.get(id));
      },
      { cache, maxBatchSize: IDS_AT_ONCE },
    );
    loaders.set(scope, loader);
    return loader;
  };
}
