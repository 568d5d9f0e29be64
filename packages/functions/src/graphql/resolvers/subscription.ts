import { RequestError } from "@pos/core/base/result.ts";
import type { Resolvers } from "../generated/types.ts";

/** Events are not delivered yet; whoever asks is told so in the contract's words. */
function notAvailable(): never {
  throw new RequestError("NOT_AVAILABLE", "Subscriptions are not available yet: query instead.");
}

export const subscriptionResolvers: Resolvers = {
  Subscription: {
    saleRecorded: { subscribe: notAvailable, resolve: notAvailable },
    stockChanged: { subscribe: notAvailable, resolve: notAvailable },
  },
};
