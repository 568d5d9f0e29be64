import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/**
 * Texts by which an expression may show that its time grows faster than the text: for every part that repeats without end,
 * what leads to it and one turn of it, over and over, with something at the end that it does not match. The analysis of
 * expressions.ts does not see repetitions behind a beginning of several characters; running them does.
 */
function attacksOn({ source, flags }: { readonly source: string; readonly flags: string }): readonly Attack[] {
  const { pattern } = new RegExpParser().parseLiteral(new RegExp(source, flags).toString());
  const turns = new Set<string>();
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max !== Number.POSITIVE_INFINITY) return;
      const turn = sampleOf(quantifier.element);
      if (turn === "") return;
      const beginning = leadingTo(quantifier);
      for (const text of [turn, `${beginning}${turn}`, `${beginning}${turn}x`, `x${beginning}`]) turns.add(text);
    },
  });
  return [...turns].map((turn) => (times) => `${turn.repeat(times)}\n\u0001`);
}

/** @param times how often the turn is repeated */
type Attack = (times: number) => string;

/** One text that leads to a node: samples of all that is before it in the alternatives that contain it. */
function leadingTo(node: AST.Node): string {
  let text = "";
  for (let inner: AST.Node = node; inner.parent; inner = inner.parent) {
    if (inner.parent.type !== "Alternative") continue;
    const before = inner.parent.elements.slice(0, inner.parent.elements.indexOf(inner as AST.Element));
    text = before.map(sampleOf).join("") + text;
  }
  return text;
}

function sampleOf(node: AST.Node): string {
  switch (node.type) {
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterSet":
    case "CharacterClass":
      return matching(node.raw);
    case "Quantifier":
      return sampleOf(node.element).repeat(Math.max(node.min, 1));
    case "CapturingGroup":
    case "Group":
      return node.alternatives.slice(0, 1).map(sampleOf).join("");
    case "Alternative":
      return node.elements.map(sampleOf).join("");
    default:
      return "";
  }
}

/** A printable character that a class matches, if there is one. */
function matching(source: string): string {
  const expression = new RegExp(`^${source}$`, "u");
  for (let code = 97; code < 97 + 94; code++) {
    const character = String.fromCharCode(33 + (code % 94));
    if (expression.test(character)) return character;
  }
  return [" ", "\t", "\n", "\u00e9"].find((character) => expression.test(character)) ?? "";
}

/** Small numbers first, so that an exponential expression is caught before it runs for ever. */
const TIMES = [16, 20, 24, 64, 256, 1_024, 4_096];
/** What a linear one takes a few microseconds for. */
const MILLISECONDS_MAX = 40;

/** @returns the attack's text, shortened, if the expression took far too long for it */
export function defeated(literal: { readonly source: string; readonly flags: string }): string | undefined {
  const expression = new RegExp(literal.source, literal.flags.replace(/[gy]/g, ""));
  for (const attack of attacksOn(literal)) {
    for (const times of TIMES) {
      const text = attack(times);
      if (fastest(() => expression.test(text)) > MILLISECONDS_MAX) return `${text.slice(0, 40)}… (${text.length})`;
    }
  }
  return undefined;
}

/** Of three runs, so that another process does not count; a run within the limit is not repeated. */
function fastest(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > MILLISECONDS_MAX; attempt++) {
    const { user } = process.cpuUsage();
    run();
    least = Math.min(least, (process.cpuUsage().user - user) / 1_000);
  }
  return least;
}
