import type { Customer } from "@pos/core/customers/customer/index.ts";
import type { Variant } from "@pos/core/goods/catalog/index.ts";
import type { Staff } from "@pos/core/people/staff/index.ts";
import { variantLoader } from "./catalog/loader.ts";
import type { RequestContext } from "./context.ts";
import { customerLoader } from "./customer/loader.ts";
import { staffLoader } from "./staff/loader.ts";

/**
 * Resolvers of the edges that several types have: what an object names by an id, read together for a whole page. Facts keep
 * ids as they were sent, so there may be nothing behind one.
 */
type Edge<Source, Target> = (
  source: Source,
  args: unknown,
  context: RequestContext,
) => Promise<Target | undefined> | undefined;

export const operatorOf: Edge<{ readonly operatorId?: string }, Staff> = ({ operatorId }, _, context) =>
  operatorId === undefined ? undefined : staffLoader(context).load(operatorId);

export const customerOf: Edge<{ readonly customerId?: string }, Customer> = ({ customerId }, _, context) =>
  customerId === undefined ? undefined : customerLoader(context).load(customerId);

export const variantOf: Edge<{ readonly variantId?: string }, Variant> = ({ variantId }, _, context) =>
  variantId === undefined ? undefined : variantLoader(context).load(variantId);
