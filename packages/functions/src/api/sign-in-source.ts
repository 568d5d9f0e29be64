import type { SignInSource } from "@pos/core/people/directory/index.ts";
import type { RequestContext } from "./context.ts";
import { networkOf } from "./network.ts";

/** From where an attempt to sign in comes, for its throttle. */
export function sourceOf({ sourceAddress, device }: RequestContext): SignInSource {
  return { address: networkOf(sourceAddress), device };
}
