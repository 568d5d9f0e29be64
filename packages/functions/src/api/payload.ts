import type { Failure, Result } from "@pos/core/base/result.ts";

/** A command's result as a payload: the thing under its name, or why not. */
export function payload<N extends string, T>(name: N, result: Result<T>): { [K in N]?: T } & { userErrors: Failure[] } {
  if (!result.ok) return { userErrors: [...result.failures] } as { [K in N]?: T } & { userErrors: Failure[] };
  return { [name]: result.value, userErrors: [] } as unknown as { [K in N]?: T } & { userErrors: Failure[] };
}
