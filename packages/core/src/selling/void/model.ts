import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import type { Reversal } from "../refund/model.ts";

/** A whole sale is cancelled on its own business day. An empty text or list counts as absent. */
export interface VoidInput {
  readonly id: string;
  readonly occurredAt: string;
  readonly saleId: string;
  readonly reason: string;
  /** The lines, from 1, whose goods cannot be sold again. The others go back into stock. */
  readonly writeOffLines?: readonly number[];
  /** Who made it at the terminal, where it is sent later. */
  readonly operatorId?: string;
}

/** The sale the other way round: every line and every payment of it, each by its own method. */
export interface VoidFact extends Reversal {
  readonly kind: "void";
  /** The sale. */
  readonly relatedFactId: string;
  readonly reason: string;
}

export function malformedVoid({ id, reason, writeOffLines = [], operatorId }: VoidInput): Failure[] {
  const problems: Failure[] = [];
  const add = (code: Failure["code"], message: string, ...path: string[]) =>
    problems.push(failure(code, message, ["input", ...path]));
  if (!isId("voi", id)) add("INVALID_ID", "The id is not voi_ and a ULID.", "id");
  const unclear = nameProblem(reason, LIMITS.noteCharactersMax);
  if (unclear) add("INVALID_REASON", `The reason ${unclear}.`, "reason");
  const operator = operatorId ? textProblem(operatorId, LIMITS.codeCharactersMax) : undefined;
  if (operator) add("INVALID_OPERATOR", `The id ${operator}.`, "operatorId");
  if (writeOffLines.length > LIMITS.saleLinesMax)
    add("INVALID_LINES", `There are at most ${LIMITS.saleLinesMax} lines.`, "writeOffLines");
  for (const [index, line] of writeOffLines.entries())
    if (writeOffLines.indexOf(line) < index)
      add("INVALID_LINE", "This line stands twice.", "writeOffLines", String(index));
  return problems;
}
