import { type Context, requireCaller } from "@pos/core/people/access/index.ts";
import DataLoader from "dataloader";
import type { RequestContext, RequestScope } from "./context.ts";

/** Reads things by their ids, in the order of the ids; undefined for what there is not, or not for this caller. */
type Read<Value> = (context: Context, ids: readonly string[]) => Promise<readonly (Value | undefined)[]>;

/**
 * A loader of one request: what its resolvers ask for at the same time is read together, and each id once.
 * @returns the loader of the request that a context belongs to
 */
export function batched<Value>(read: Read<Value>): (context: RequestContext) => DataLoader<string, Value | undefined> {
  const loaders = new WeakMap<RequestScope, DataLoader<string, Value | undefined>>();
  return ({ scope }) => {
    const known = loaders.get(scope);
    if (known) return known;
    const loader = new DataLoader<string, Value | undefined>((ids) => read(requireCaller(scope.acting), ids), {
      maxBatchSize: IDS_AT_ONCE,
    });
    loaders.set(scope, loader);
    return loader;
  };
}

/** As many keys as the table reads at once. */
const IDS_AT_ONCE = 100;
