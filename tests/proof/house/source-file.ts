import { parseSync } from "rolldown/utils";

/** What the rules need to know of one source file. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly RawImport[];
  readonly exports: readonly Export[];
  /** True if the file holds nothing but exports of what other files declare. */
  readonly isDoor: boolean;
  readonly functions: readonly MeasuredFunction[];
  readonly comments: readonly string[];
  readonly identifiers: readonly string[];
  readonly testNames: readonly string[];
  /** For each exported array of plain names: the modules that its elements were imported from. */
  readonly arrays: readonly (readonly string[])[];
}

export interface Export {
  readonly name: string;
  /** A type that its own file uses is part of the signature of something else there. */
  readonly isUsedType: boolean;
}

/** An import or a re-export as it is written. */
export interface RawImport {
  readonly specifier: string;
  readonly isType: boolean;
  /** "*" means every name. */
  readonly names: readonly string[];
}

export interface MeasuredFunction {
  readonly name: string;
  readonly lines: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** @throws Error if the file cannot be parsed */
export function readSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found = walk(program as unknown as Node, text);
  const imports: RawImport[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
    names: entries.map(({ importName }) => nameOf(importName.kind, importName.name)),
  }));
  const exports: Export[] = [];
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, importName, exportName, isType } of entries) {
      if (moduleRequest !== null)
        imports.push({
          specifier: moduleRequest.value,
          isType,
          names: [nameOf(importName.kind, importName.name)],
        });
      if (exportName.kind === "None") continue;
      const name = nameOf(exportName.kind, exportName.name);
      exports.push({ name, isUsedType: moduleRequest === null && isType && (found.identifiers.get(name) ?? 0) > 1 });
    }
  }
  const importedFrom = new Map(
    module.staticImports.flatMap(({ moduleRequest, entries }) =>
      entries.map(({ localName }) => [localName.value, moduleRequest.value] as const),
    ),
  );
  return {
    path,
    text,
    imports: [...imports, ...found.imports],
    exports,
    isDoor: (program.body as unknown as Node[]).every(isReExport),
    functions: found.functions,
    comments: comments.map(({ value }) => value),
    identifiers: [...found.identifiers.keys()],
    testNames: found.testNames,
    arrays: found.arrays.map((names) => names.map((name) => importedFrom.get(name) ?? "")),
  };
}

function nameOf(kind: string, name: string | null): string {
  if (kind === "Name") return name ?? "";
  return kind === "Default" ? "default" : "*";
}

function isReExport({ type, source }: Node): boolean {
  return type === "ExportAllDeclaration" || (type === "ExportNamedDeclaration" && source !== null);
}

interface Found {
  readonly imports: RawImport[];
  readonly functions: MeasuredFunction[];
  /** How often each occurs. */
  readonly identifiers: Map<string, number>;
  readonly testNames: string[];
  readonly arrays: string[][];
}

function walk(program: Node, text: string): Found {
  const found: Found = { imports: [], functions: [], identifiers: new Map(), testNames: [], arrays: [] };
  const lineOf = lineFinder(text);
  const parents: Node[] = [];
  const visit = (node: Node) => {
    if (node.type === "Identifier") {
      const name = node.name as string;
      found.identifiers.set(name, (found.identifiers.get(name) ?? 0) + 1);
    }
    if (node.type === "ImportExpression" || node.type === "TSImportType") {
      const specifier = (node.source as Node | undefined)?.value;
      const isType = node.type === "TSImportType";
      if (typeof specifier === "string") found.imports.push({ specifier, isType, names: ["*"] });
    }
    if (/Function/.test(node.type) && node.body && !isSuite(parents.at(-1))) {
      const lines = lineOf(node.end) - lineOf(node.start) + 1;
      found.functions.push({ name: functionName(node, parents), lines });
    }
    if (node.type === "CallExpression" && /^(test|it|describe)\b/.test(calleeOf(node))) {
      const title = titleOf(node);
      if (title !== undefined) found.testNames.push(title);
    }
    if (node.type === "ArrayExpression") {
      const elements = node.elements as readonly (Node | null)[];
      if (elements.length > 1 && elements.every((element) => element?.type === "Identifier"))
        found.arrays.push(elements.map((element) => element?.name as string));
    }
    parents.push(node);
    for (const child of children(node)) visit(child);
    parents.pop();
  };
  visit(program);
  return found;
}

function* children(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const element of value) if (isNode(element)) yield element;
    } else if (isNode(value)) yield value;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The callback of `describe` holds tests; each of them is measured by itself. */
function isSuite(parent: Node | undefined): boolean {
  return parent?.type === "CallExpression" && calleeOf(parent).startsWith("describe");
}

/** `test`, `test.each`, `describe.skipIf`: the names of what is called, joined by dots. */
function calleeOf(call: Node): string {
  const path = (node: Node): string => {
    if (node.type === "Identifier") return node.name as string;
    if (node.type === "MemberExpression") return `${path(node.object as Node)}.${path(node.property as Node)}`;
    return node.type === "CallExpression" ? path(node.callee as Node) : "";
  };
  return path(call.callee as Node);
}

function titleOf(call: Node): string | undefined {
  const title = (call.arguments as readonly Node[])[0];
  if (title?.type === "Literal" && typeof title.value === "string") return title.value;
  if (title?.type !== "TemplateLiteral") return undefined;
  return (title.quasis as readonly Node[]).map(({ value }) => (value as { readonly raw: string }).raw).join("…");
}

/** The name that a reader would call the function by: its own, its variable's, its property's, or its call's. */
function functionName(node: Node, parents: readonly Node[]): string {
  const own = node.id as Node | null | undefined;
  if (own) return own.name as string;
  for (const parent of parents.toReversed()) {
    const named = (parent.id ?? parent.key) as Node | null | undefined;
    if (named && typeof named.name === "string") return named.name;
    if (parent.type !== "CallExpression") continue;
    const title = titleOf(parent);
    if (/^(test|it|before|after)/.test(calleeOf(parent))) return title ?? calleeOf(parent);
  }
  return "(anonymous)";
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
