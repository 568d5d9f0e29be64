import { parseSync, Visitor } from "rolldown/utils";
import { analyse } from "scslre";
import { defeated } from "./attacks.ts";

/** A regular expression of a source file, as it is written. */
export interface Expression {
  readonly path: string;
  readonly source: string;
  /** Absent when the pattern is put together at run time. */
  readonly literal?: { readonly source: string; readonly flags: string };
}

/** All literals and all that `RegExp` constructs. @throws Error if the file cannot be parsed */
export function expressionsOf(path: string, text: string): readonly Expression[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: Expression[] = [];
  const constructed = (call: Construction) => {
    if (call.callee.name !== "RegExp") return;
    const [pattern, flags] = call.arguments.map(({ type, value }) => (type === "Literal" ? value : undefined));
    const source = text.slice(call.start, call.end);
    const isKnown = typeof pattern === "string" && (call.arguments.length === 1 || typeof flags === "string");
    found.push(isKnown ? { path, source, literal: { source: pattern, flags: String(flags ?? "") } } : { path, source });
  };
  new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const { pattern, flags } = node.regex;
      found.push({ path, source: `/${pattern}/${flags}`, literal: { source: pattern, flags } });
    },
    NewExpression: (node) => constructed(node as unknown as Construction),
    CallExpression: (node) => constructed(node as unknown as Construction),
  }).visit(program);
  return found;
}

interface Construction {
  readonly start: number;
  readonly end: number;
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { readonly type: string; readonly value?: unknown }[];
}

/**
 * Why the time of an expression may grow faster than the text that it reads; empty if it cannot. An attempt from every
 * position of the text counts too: `/0+$/` takes the square of a text's length although no attempt goes back.
 */
export function superLinear({ path, source, literal }: Expression): readonly string[] {
  if (literal === undefined) return [`${path}: ${source} is put together at run time`];
  const reasons = analyse(literal).reports.map(
    ({ type, exponential, character }) =>
      `${exponential ? "exponential" : "polynomial"} time (${type}) for ${JSON.stringify(character.pick)} repeated`,
  );
  const attack = reasons.length === 0 ? defeated(literal) : undefined;
  if (attack !== undefined) reasons.push(`too much time for ${JSON.stringify(attack)}`);
  return reasons.map((reason) => `${path}: ${source} takes ${reason}`);
}
