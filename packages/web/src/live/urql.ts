import type { ExecutionResult, SubscriptionForwarder } from "@urql/core";
import type { Live } from "./live.ts";

/** What urql's `subscriptionExchange` takes: its subscriptions over this connection, resumed like all others. */
export function forwardSubscription(live: Live): SubscriptionForwarder {
  return ({ query, variables = {} }) => ({
    subscribe(sink) {
      const { after, ...rest } = variables as { readonly after?: string | null };
      const following = live.subscribeFrom<ExecutionResult["data"]>(
        query ?? "",
        rest,
        { after },
        {
          event: (data, errors) => sink.next({ data, ...(errors ? { errors: [...errors] } : {}) } as ExecutionResult),
          error: (errors) => {
            sink.next({ data: null, errors: [...errors] } as ExecutionResult);
            sink.complete();
          },
        },
      );
      return { unsubscribe: following.stop };
    },
  });
}
