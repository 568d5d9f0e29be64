import { sha256 } from "@pos/core/ledger/index.ts";
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from "graphql";
import { resolvers } from "../api/assembly.ts";
import { graphqlError } from "../api/errors.ts";
import {
  documentProblem,
  limitRules,
  parseOptions,
  refuseCostly,
  refuseLongTexts,
  validationOptions,
} from "../api/limits.ts";
import { createSchema } from "../api/schema.ts";

/** Validates documents by the same rules as over HTTP and caches the parsed ones. */
export interface Documents {
  readonly schema: GraphQLSchema;
  /** @returns the executable subscription, or its validation errors */
  prepare(request: SubscribeRequest): Prepared | { readonly errors: readonly GraphQLError[] };
}

export interface SubscribeRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Prepared {
  readonly document: DocumentNode;
  readonly hash: string;
  readonly operationName?: string;
  /** The variables that affect events, without the starting cursor, so that subscribers can share payloads. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const REMEMBERED_MAX = 500;

export function createDocuments(options: { readonly introspection: boolean }): Documents {
  const schema = createSchema(resolvers);
  const rules = [...specifiedRules, ...(options.introspection ? [] : [NoSchemaIntrospectionCustomRule]), ...limitRules];
  const known = new Map<string, Parsed>();

  function parsed(query: string, hash: string): Parsed {
    const before = known.get(hash);
    if (before) return before;
    const fresh = parseDocument(schema, query, rules);
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(hash, fresh);
    return fresh;
  }
  return {
    schema,
    prepare({ query, operationName, variables }) {
      const problem = documentProblem(query);
      if (problem !== undefined) return { errors: [graphqlError("TOO_COMPLEX", problem)] };
      const hash = sha256(query);
      const { document, errors } = parsed(query, hash);
      if (!document) return { errors };
      const name = operationName ?? undefined;
      const operation = getOperationAST(document, name);
      const refusal = refusalOf({ schema, document, operation, variables: variables ?? undefined });
      if (refusal || !operation) return { errors: refusal ? [refusal] : [] };
      return {
        document,
        hash,
        variables: withoutBeginning(document, operation, variables ?? {}),
        ...(name === undefined ? {} : { operationName: name }),
      };
    },
  };
}

type Parsed =
  | { readonly document: DocumentNode; readonly errors?: never }
  | { readonly document?: never; readonly errors: readonly GraphQLError[] };

function parseDocument(schema: GraphQLSchema, query: string, rules: Parameters<typeof validate>[2]): Parsed {
  let document: DocumentNode;
  try {
    document = parse(query, parseOptions);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [coded(error, "GRAPHQL_PARSE_FAILED")] };
  }
  const errors = validated(() => validate(schema, document, rules, validationOptions));
  if (errors.length === 0) return { document };
  return { errors: errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED")) };
}

/** GraphQL's single-field rule throws instead of reporting if a directive removes the field by a variable. */
function validated(validating: () => readonly GraphQLError[]): readonly GraphQLError[] {
  try {
    return validating();
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** Sets the same error code as the HTTP server, which the error mask recognizes. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { nodes, source, positions } = error;
  return new GraphQLError(error.message, {
    ...(nodes ? { nodes } : { source, positions }),
    extensions: { ...error.extensions, code },
  });
}

interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

function refusalOf({ operation, ...question }: Question): GraphQLError | undefined {
  if (!operation) {
    const message = "The document has no such operation, or several and no name was given.";
    return new GraphQLError(message, { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
  }
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    return graphqlError(
      "NOT_AVAILABLE",
      `Only subscriptions run over WebSocket: send a ${operation.operation} over HTTP.`,
    );
  if (rootFieldOf(question.document, operation) === undefined)
    return graphqlError("BAD_REQUEST", "A subscription's field is asked for as it is, without @skip or @include.");
  try {
    refuseLongTexts(operation, question.variables);
    refuseCostly({ ...question, operation });
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** @returns the only field of a subscription, or undefined if a directive may remove it */
function rootFieldOf(document: DocumentNode, operation: OperationDefinitionNode): FieldNode | undefined {
  let [selection] = operation.selectionSet.selections;
  while (selection && selection.directives?.length === 0) {
    if (selection.kind === Kind.FIELD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) [selection] = selection.selectionSet.selections;
    else selection = fragmentSelection(document, selection.name.value);
  }
  return undefined;
}

function fragmentSelection(document: DocumentNode, name: string) {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
      return definition.selectionSet.selections[0];
  }
  return undefined;
}

/** Normalizes a variable that only sets the starting cursor: it does not affect live events. */
function withoutBeginning(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const after = rootFieldOf(document, operation)?.arguments?.find(({ name }) => name.value === "after")?.value;
  if (after?.kind !== Kind.VARIABLE || variables[after.name.value] == null) return variables;
  const name = after.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => {
      if (node.name.value === name) uses++;
    },
  });
  return uses === 1 ? { ...variables, [name]: "" } : variables;
}
