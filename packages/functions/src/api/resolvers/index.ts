import type { Resolvers } from "../generated/types.ts";
import { accessResolvers } from "./access.ts";
import { customerResolvers } from "./customers.ts";
import { errorResolvers } from "./errors.ts";
import { exceptionResolvers } from "./exception.ts";
import { financeResolvers } from "./finance.ts";
import { goodsResolvers } from "./goods.ts";
import { mailResolvers } from "./mail.ts";
import { nodeResolvers } from "./node.ts";
import { peopleResolvers } from "./people.ts";
import { refundResolvers } from "./refund.ts";
import { reportResolvers } from "./report.ts";
import { saleResolvers } from "./sale.ts";
import { subscriptionResolvers } from "./subscription.ts";
import { syncResolvers } from "./sync.ts";

/** All resolvers, one file a wing; root fields of several files stand side by side. */
export const resolvers: Resolvers = merged([
  nodeResolvers,
  errorResolvers,
  accessResolvers,
  peopleResolvers,
  goodsResolvers,
  customerResolvers,
  saleResolvers,
  refundResolvers,
  syncResolvers,
  exceptionResolvers,
  financeResolvers,
  reportResolvers,
  mailResolvers,
  subscriptionResolvers,
]);

function merged(parts: readonly Resolvers[]): Resolvers {
  const all: { [type: string]: object } = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...(fields as object) };
  }
  return all as Resolvers;
}
