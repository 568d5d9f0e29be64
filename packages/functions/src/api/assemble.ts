import { present } from "@pos/core/base/result.ts";
import { EVENT_KINDS } from "@pos/core/ledger/index.ts";
import { can, requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "./context.ts";
import type { TopicKind } from "./events.ts";
import type { Resolvers } from "./generated/types.ts";
import type { ApiModule, CompoundNode, NodeFields, NodeType, NodeValue } from "./module.ts";

/** The API's modules put together. */
interface Api {
  readonly resolvers: Resolvers;
  /** The subscription field that delivers a topic's events. */
  readonly topicField: (kind: TopicKind) => string;
}

const TOPIC_KINDS: readonly TopicKind[] = [...EVENT_KINDS, "entries"];

/** @throws Error that names what two modules both declare, or a kind of event that no subscription delivers */
export function assembleApi(modules: readonly ApiModule[]): Api {
  const nodes = unique(
    "node prefix",
    modules.map(({ nodes }) => nodes ?? {}),
  );
  const compoundNodes = modules.flatMap(({ compoundNodes = [] }) => compoundNodes);
  const topics = unique(
    "topic",
    modules.map(({ topics }) => topics ?? {}),
  );
  const findType = nodeTypes(nodes, compoundNodes);
  const loadNode = nodeLoader(findType);
  const resolvers = [
    ...modules.map(({ resolvers }) => resolvers),
    ...modules.map(({ nodeFields }) => nodeFieldResolvers(nodeFields ?? {}, loadNode)),
    {
      Query: { node: (_, { id }, context) => loadNode(id, context) },
      Node: { __resolveType: ({ id }) => findType(id)?.type as never },
    } satisfies Resolvers,
  ];
  const topicField = (kind: TopicKind) => present(topics[kind], `the subscription field of the topic "${kind}"`);
  for (const kind of TOPIC_KINDS) topicField(kind);
  return { resolvers: merged(resolvers), topicField };
}

/** Longer than any id. */
const ID_CHARACTERS_MAX = 200;

/** @returns a function that finds the type of what an id identifies */
function nodeTypes(
  nodes: { readonly [prefix: string]: NodeType | undefined },
  compoundNodes: readonly CompoundNode[],
): (id: string) => NodeType | undefined {
  return (id) => {
    if (id.length > ID_CHARACTERS_MAX) return undefined;
    return compoundNodes.find(({ form }) => form.test(id)) ?? nodes[id.slice(0, 3)];
  };
}

type NodeLoader = (id: string, context: RequestContext) => Promise<NodeValue | null | undefined>;

/** @returns a function that finds any node by its id; nothing if it does not exist or the caller may not see it */
function nodeLoader(findType: (id: string) => NodeType | undefined): NodeLoader {
  return async (id, context) => {
    const node = findType(id);
    if (node === undefined) return null;
    if (node.needs !== undefined && !can(context.caller, node.needs)) return null;
    return node.load(requireCaller(context), id, context);
  };
}

function nodeFieldResolvers(types: NodeFields, load: NodeLoader): Resolvers {
  const resolvers: { [type: string]: Fields } = {};
  for (const [type, fields] of Object.entries(types)) {
    resolvers[type] = Object.fromEntries(
      Object.entries(fields).map(([field, idOf]) => [
        field,
        (source: never, _: unknown, context: RequestContext) => load(idOf(source), context),
      ]),
    );
  }
  return resolvers as Resolvers;
}

/** Several modules may add fields to one type, but each field has one resolver. */
function merged(parts: readonly Resolvers[]): Resolvers {
  const all: { [type: string]: Fields } = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part as { readonly [type: string]: Fields }))
      all[type] = unique(`resolver of ${type},`, [all[type] ?? {}, fields]);
  }
  return all as Resolvers;
}

interface Fields {
  readonly [field: string]: unknown;
}

function unique<Value>(
  what: string,
  tables: readonly { readonly [name: string]: Value }[],
): { readonly [name: string]: Value } {
  const all: { [name: string]: Value } = {};
  for (const [name, value] of tables.flatMap((table) => Object.entries(table))) {
    if (Object.hasOwn(all, name)) throw new Error(`Two modules declare the ${what} "${name}".`);
    all[name] = value;
  }
  return all;
}
