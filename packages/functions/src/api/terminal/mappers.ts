import type { Failure } from "@pos/core/base/result.ts";
import type { Terminal } from "@pos/core/people/terminal/index.ts";

export type { Staff as TerminalOperator } from "@pos/core/people/staff/index.ts";
export type { Terminal } from "@pos/core/people/terminal/index.ts";

export interface AnnounceTerminalPayload {
  readonly terminal?: Terminal | null;
  readonly userErrors: Failure[];
}
