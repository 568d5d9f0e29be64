import { type Failure, type FailureDetails, failure } from "../../base/result.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import type { ExceptionDetails, Flag } from "../../ledger/index.ts";

/** `live`: it is about to happen and may be refused. `happened`: the goods are gone; what is wrong is flagged. */
export type SaleMode = "live" | "happened";

/** What is wrong with a sale, while it is priced. */
export class Findings {
  readonly failures: Failure[] = [];
  readonly flags: Flag[] = [];
  private readonly mode: SaleMode;

  constructor(mode: SaleMode) {
    this.mode = mode;
  }
  refuse(refusal: Failure): void {
    this.failures.push(refusal);
  }
  /** Refused live, flagged when it has happened. */
  object(
    code: FailureCode & ExceptionCode,
    message: string,
    path: readonly string[],
    { failureDetails, details }: { failureDetails?: FailureDetails; details?: ExceptionDetails } = {},
  ): void {
    if (this.mode === "live") this.failures.push(failure(code, message, path, failureDetails));
    else this.flag(code, message, details);
  }
  flag(code: ExceptionCode, message: string, details?: ExceptionDetails): void {
    if (this.flags.some((flag) => flag.code === code)) return;
    this.flags.push({ code, message, ...(details ? { details } : {}) });
  }
}
