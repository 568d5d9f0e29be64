import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * The first type of which a document asks for a list within a list. Types refer to each other in circles, so such lists
 * multiply with every level, and a list without pages is not priced by its length.
 *
 * It expects a valid document: its fragments form no circle, and it has at most as many selections as `limits.ts` allows.
 * @returns undefined if no list repeats
 */
export function repeatedList({ schema, document, operation }: Question): string | undefined {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

  function inSet(set: SelectionSetNode, type: GraphQLCompositeType, lists: readonly string[]): string | undefined {
    for (const selection of set.selections) {
      let below: SelectionSetNode | undefined;
      let typeBelow: GraphQLCompositeType | undefined = type;
      let listsBelow = lists;
      if (selection.kind === Kind.FIELD) {
        const output = outputOf(type, selection.name.value);
        below = selection.selectionSet;
        typeBelow = output && compositeOf(output);
        if (output && typeBelow && isListType(getNullableType(output))) {
          if (lists.includes(typeBelow.name)) return typeBelow.name;
          listsBelow = [...lists, typeBelow.name];
        }
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
        below = fragment?.selectionSet;
        if (isCompositeType(condition)) typeBelow = condition;
      }
      const found = below && typeBelow && inSet(below, typeBelow, listsBelow);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const root = schema.getRootType(operation.operation);
  return root ? inSet(operation.selectionSet, root, []) : undefined;
}

function outputOf(type: GraphQLCompositeType, field: string): GraphQLOutputType | undefined {
  return "getFields" in type ? type.getFields()[field]?.type : undefined;
}

function compositeOf(type: GraphQLOutputType): GraphQLCompositeType | undefined {
  const named = getNamedType(type);
  return isCompositeType(named) ? named : undefined;
}
