import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { graphqlError } from "./errors.ts";
import { repeatedList } from "./repeated-lists.ts";

/**
 * What a document may ask for. HTTP and WebSocket use the same rules, so neither is the way around the other.
 * Everything here is linear in the document's length: a fragment is looked at once, however often it is spread.
 */
export const LIMITS = {
  /** Fields within fields. What stands below `__schema` and `__type` has a limit of its own among GraphQL's rules. */
  depth: 10,
  /** All aliases of a document together, `__typename` included. */
  aliases: 15,
  /** All directives of a document together. */
  directives: 8,
  /** Selections after spreading all fragments. */
  selections: 10_000,
  /** Sign-ins per document, so that one request is one attempt. */
  credentials: 1,
  /** See `costOf`. */
  cost: 5_000,
  /** Of a document, and of every text in its variables whatever its type: far above what any field takes. */
  textCharacters: 262_144,
  /** Of a document, which has at most 1,000 tokens. GraphQL counts them again for every error of an answer. */
  documentLines: 2_500,
  /** Of every name in a document. An alias comes back with every object of a list. */
  nameCharacters: 256,
  /** Of an object in the variables: GraphQL repeats the whole object in each of up to 50 messages about unknown fields. */
  inputFields: 256,
} as const;

/** Lists belong into variables: sales written into the document as literals do not fit. */
export const parseOptions = { maxTokens: 1_000 } as const;
export const validationOptions = { maxErrors: 5 } as const;

/** To be put behind GraphQL's own rules; its errors come first all the same, since it speaks before any field is visited. */
export const limitRules: readonly ValidationRule[] = [limitRule];

const CREDENTIAL_MUTATIONS: ReadonlySet<string> = new Set(["signIn", "signInOperator", "activateTerminal"]);

function limitRule(context: ValidationContext): ASTVisitor {
  let hasLongName = false;
  return {
    Name({ value }) {
      if (hasLongName || value.length <= LIMITS.nameCharacters) return;
      hasLongName = true;
      const message = `The document has a name of more than ${LIMITS.nameCharacters} characters.`;
      context.reportError(new GraphQLError(message, { extensions: { code: "TOO_COMPLEX", limit: "nameCharacters" } }));
    },
    Document(document) {
      for (const breach of breachesOf(document)) {
        const message = `The document has more than ${LIMITS[breach]} ${NAMES[breach]}.`;
        // The validator's caller overwrites `code`; `limit` is how the error mask knows this one (see errors.ts).
        context.reportError(new GraphQLError(message, { extensions: { code: "TOO_COMPLEX", limit: breach } }));
      }
    },
  };
}

type Breach = "depth" | "aliases" | "directives" | "selections" | "credentials";
const NAMES: Readonly<Record<Breach, string>> = {
  depth: "levels of fields",
  aliases: "aliases",
  directives: "directives",
  selections: "selections once its fragments are spread",
  credentials: "mutation that signs in",
};

export function breachesOf(document: DocumentNode): Breach[] {
  const shape = shapeOf(document);
  const breaches: Breach[] = [];
  for (const breach of ["depth", "aliases", "directives", "selections", "credentials"] as const) {
    if (shape[breach] > LIMITS[breach]) breaches.push(breach);
  }
  return breaches;
}

interface Extent {
  readonly depth: number;
  readonly selections: number;
}

function shapeOf(document: DocumentNode): Record<Breach, number> {
  const fragments = fragmentsOf(document);
  const extents = new Map<string, Extent>();
  const shape = { depth: 0, aliases: 0, directives: 0, selections: 0, credentials: 0 };
  const count = (node: { readonly directives?: readonly DirectiveNode[] | undefined }) => {
    shape.directives += node.directives?.length ?? 0;
  };

  function extentOfFragment(name: string): Extent {
    const known = extents.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself finds this; another rule refuses it.
    extents.set(name, { depth: 0, selections: 0 });
    const fragment = fragments.get(name);
    if (fragment === undefined) return { depth: 0, selections: 0 };
    count(fragment);
    const extent = extentOf(fragment.selectionSet);
    extents.set(name, extent);
    return extent;
  }

  function extentOfField(field: FieldNode): Extent {
    if (field.alias !== undefined) shape.aliases += 1;
    const below = field.selectionSet === undefined ? { depth: 0, selections: 0 } : extentOf(field.selectionSet);
    const hidden = field.name.value === "__schema" || field.name.value === "__type";
    return { depth: hidden ? 1 : 1 + below.depth, selections: below.selections };
  }

  function extentOf(set: SelectionSetNode): Extent {
    let depth = 0;
    let selections = 0;
    for (const selection of set.selections) {
      count(selection);
      const extent =
        selection.kind === Kind.FIELD
          ? extentOfField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? extentOf(selection.selectionSet)
            : extentOfFragment(selection.name.value);
      depth = Math.max(depth, extent.depth);
      selections += 1 + extent.selections;
    }
    return { depth, selections };
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      count(definition);
      for (const variable of definition.variableDefinitions ?? []) count(variable);
      const extent = extentOf(definition.selectionSet);
      shape.depth = Math.max(shape.depth, extent.depth);
      shape.selections = Math.max(shape.selections, extent.selections);
      if (definition.operation === OperationTypeNode.MUTATION)
        shape.credentials += credentialsOf(definition, fragments);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      // Fragments that nobody spreads count as well, so that aliases cannot hide in them.
      extentOfFragment(definition.name.value);
    }
  }
  return shape;
}

function credentialsOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const spread = new Set<string>();
  const sets: SelectionSetNode[] = [operation.selectionSet];
  let credentials = 0;
  for (let set = sets.pop(); set !== undefined; set = sets.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (CREDENTIAL_MUTATIONS.has(selection.name.value)) credentials += 1;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sets.push(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) sets.push(fragment.selectionSet);
      }
    }
  }
  return credentials;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** Why a document is not parsed at all; undefined: it may be. */
export function documentProblem(text: string): string | undefined {
  if (text.length > LIMITS.textCharacters) return `The document has more than ${LIMITS.textCharacters} characters.`;
  if (hasMoreLines(text, LIMITS.documentLines)) return `The document has more than ${LIMITS.documentLines} lines.`;
  return undefined;
}

/** As GraphQL counts them: \r\n ends one line, \r or \n alone too. */
function hasMoreLines(text: string, linesMax: number): boolean {
  const ends = /\r\n|[\n\r]/g;
  for (let lines = 1; lines <= linesMax; lines++) if (!ends.test(text)) return false;
  return true;
}

/**
 * Throws BAD_USER_INPUT when a text in the operation's variables, or a field's name there, is too long, or an object there
 * has too many fields: before any scalar,
 * GraphQL's own too, reads or repeats it. Goes down without recursion, since JSON may be nested as deep as a body is long.
 */
export function refuseLongTexts(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): void {
  const left: unknown[] = variableDefinitions.map(({ variable }) => variables[variable.name.value]);
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string") refuseLongText(value);
    else if (Array.isArray(value)) for (const element of value) left.push(element);
    else if (typeof value === "object" && value !== null) {
      let fields = 0;
      for (const name in value) {
        fields += 1;
        if (fields > LIMITS.inputFields)
          throw malformed(`The variables have an object of more than ${LIMITS.inputFields} fields.`);
        refuseLongText(name);
        left.push((value as Readonly<Record<string, unknown>>)[name]);
      }
    }
  }
}

function refuseLongText(text: string): void {
  if (text.length <= LIMITS.textCharacters) return;
  throw malformed(`The variables have a text of more than ${LIMITS.textCharacters} characters.`);
}

function malformed(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}

export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Throws TOO_COMPLEX when the operation would cost more than the budget, or asks for a list within a list of the same type.
 * For a valid document, before it is executed.
 */
export function refuseCostly(question: CostQuestion): void {
  const { operation } = question;
  if (!operationsWithoutRepeatedLists.has(operation)) {
    const type = repeatedList(question);
    if (type !== undefined)
      throw graphqlError("TOO_COMPLEX", `The operation asks for a list of ${type} within another.`, { status: 400 });
    operationsWithoutRepeatedLists.add(operation);
  }
  const cost = costOf(question);
  if (cost <= LIMITS.cost) return;
  const message = `The operation would cost ${cost} of at most ${LIMITS.cost}: ask for smaller pages or fewer lists within lists.`;
  throw graphqlError("TOO_COMPLEX", message, { status: 400 });
}

/** Documents are kept and used again: each is searched for repeated lists once. */
const operationsWithoutRepeatedLists = new WeakSet<OperationDefinitionNode>();

/** Costs that do not depend on variables, so that the documents of a shop's terminals are estimated once. */
const knownCosts = new WeakMap<OperationDefinitionNode, number>();

/**
 * An estimate of the objects that an operation touches: every object counts 1, those of a page as often as the page is long,
 * those of a list without pages as often as its `@listSize` assumes, leaves nothing.
 */
export function costOf({ schema, document, operation, variables }: CostQuestion): number {
  const known = knownCosts.get(operation);
  if (known !== undefined) return known;
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 0;
  const fragments = fragmentsOf(document);
  const fragmentCosts = new Map<string, number>();
  let variablesMatter = false;

  function costOfFragment(name: string): number {
    const knownCost = fragmentCosts.get(name);
    if (knownCost !== undefined) return knownCost;
    fragmentCosts.set(name, 0);
    const fragment = fragments.get(name);
    const type = fragment === undefined ? undefined : schema.getType(fragment.typeCondition.name.value);
    const cost = fragment === undefined ? 0 : costOfSet(fragment.selectionSet, type);
    fragmentCosts.set(name, cost);
    return cost;
  }

  function costOfField(field: FieldNode, parent: unknown): number {
    const definition = fieldOf(parent, field.name.value);
    if (definition === undefined || field.selectionSet === undefined) return 0;
    const type = getNamedType(definition.type);
    if (isLeafType(type)) return 0;
    const page = pageSizeOf({ field, definition, operation, variables });
    variablesMatter ||= page.byVariable;
    return 1 + page.size * costOfSet(field.selectionSet, type);
  }

  function costOfSet(set: SelectionSetNode, parent: unknown): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(selection.name.value);
      else {
        const condition = selection.typeCondition?.name.value;
        cost += costOfSet(selection.selectionSet, condition === undefined ? parent : schema.getType(condition));
      }
    }
    return cost;
  }

  const cost = costOfSet(operation.selectionSet, root);
  if (!variablesMatter) knownCosts.set(operation, cost);
  return cost;
}

/** `__schema` and `__type` are no fields of a type: introspection costs nothing here. */
function fieldOf(parent: unknown, name: string): GraphQLField<unknown, unknown> | undefined {
  const type = parent as GraphQLCompositeType | undefined;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

interface PageQuestion {
  readonly field: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

function isPage({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === "first" || name === "last");
}

/** 1 for a single object, and for a list that states nothing, which a test of the schema does not allow. */
function assumedSizeOf({ astNode }: GraphQLField<unknown, unknown>): number {
  const directive = astNode?.directives?.find(({ name }) => name.value === "listSize");
  const value = directive?.arguments?.[0]?.value;
  return value?.kind === Kind.INT ? Number(value.value) : 1;
}

/** Sizes that are malformed are the resolver's to refuse, as such; here they are cut to what a page can be. */
function pageSizeOf({ field, definition, operation, variables }: PageQuestion): { size: number; byVariable: boolean } {
  if (!isPage(definition)) return { size: assumedSizeOf(definition), byVariable: false };
  let size = 0;
  let byVariable = false;
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    const { value } = argument;
    if (value.kind === Kind.INT) size = Math.max(size, Number(value.value));
    if (value.kind !== Kind.VARIABLE) continue;
    byVariable = true;
    const asked = variables?.[value.name.value] ?? defaultOf(operation, value.name.value);
    if (typeof asked === "number") size = Math.max(size, asked);
  }
  return { size: size > 0 ? Math.min(size, LARGEST_PAGE) : DEFAULT_PAGE, byVariable };
}

function defaultOf(operation: OperationDefinitionNode, name: string): number | undefined {
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
}
