import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { RequestContext } from "./context.ts";
import { TURN_VALUES, type Work } from "./work.ts";

/**
 * Counts what every list of objects yields: its elements, times the values that the document asks of each. Lists within lists
 * count by themselves. Long answers are completed in turns, so that other requests run in between.
 */
export function countLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      if (isCounted(field.type)) field.resolve = counted(resolve);
      else if (getNamedType(field.type).name === "UserError") field.resolve = shortened(resolve);
    }
  }
  return schema;
}

/** Errors of a payload acknowledge what the request did: they are not counted, and of very many the first are returned. */
function isCounted(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isListType(getNullableType(type)) && !isLeafType(named) && named.name !== "UserError";
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

function counted(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { work } = context.scope;
    work.check();
    const list: unknown = resolve(source, args, context, info);
    return list instanceof Promise ? list.then((found) => taken(found, info, work)) : taken(list, info, work);
  };
}

function shortened(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { work } = context.scope;
    const list: unknown = resolve(source, args, context, info);
    return list instanceof Promise ? list.then((found) => firstErrors(found, work)) : firstErrors(list, work);
  };
}

/** A request may be wrong in as many places as it has characters. */
function firstErrors(list: unknown, work: Work): unknown {
  return Array.isArray(list) ? list.slice(0, work.errorsReturned(list.length)) : list;
}

function taken(list: unknown, info: GraphQLResolveInfo, work: Work): unknown {
  if (!Array.isArray(list) || list.length === 0) return list;
  const valuesEach = valuesOf(info);
  const values = list.length * valuesEach;
  if (isAcknowledgement(info)) return list;
  work.count(values);
  return work.isDue ? inTurns(list, valuesEach, work) : list;
}

/** A list of a mutation's payload, such as the results of a batch: it states what was recorded. */
function isAcknowledgement({ operation, path }: GraphQLResolveInfo): boolean {
  return operation.operation === "mutation" && path.prev?.prev === undefined;
}

/** The elements, each to be completed when it is the turn of its part of the list. */
function inTurns(list: readonly unknown[], valuesEach: number, work: Work): Promise<unknown>[] {
  const length = Math.max(1, Math.floor(TURN_VALUES / valuesEach));
  let turn = Promise.resolve();
  return list.map((element, index) => {
    if (index % length === 0) turn = work.turn();
    return turn.then(() => {
      work.check();
      return element;
    });
  });
}

/** By the first of a field's nodes. Documents are kept and executed again. */
const knownValues = new WeakMap<FieldNode, number>();

/** How many values the document asks of an element: itself and its fields, but not what is in further lists. */
function valuesOf({ fieldNodes, fragments, schema, returnType }: GraphQLResolveInfo): number {
  let values = 1;
  for (const node of fieldNodes) {
    let known = knownValues.get(node);
    if (known === undefined) {
      known = node.selectionSet ? valuesOfSet(node.selectionSet, getNamedType(returnType), { fragments, schema }) : 0;
      knownValues.set(node, known);
    }
    values += known;
  }
  return values;
}

/** Once its fragments are spread, a document has at most as many selections as limits.ts allows. */
function valuesOfSet(
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  document: Pick<GraphQLResolveInfo, "fragments" | "schema">,
): number {
  let values = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      values += 1;
      if (selection.selectionSet && field && !isCounted(field.type))
        values += valuesOfSet(selection.selectionSet, getNamedType(field.type), document);
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? document.fragments[selection.name.value] : selection;
      const condition = fragment?.typeCondition && document.schema.getType(fragment.typeCondition.name.value);
      if (fragment) values += valuesOfSet(fragment.selectionSet, condition ?? type, document);
    }
  }
  return values;
}
