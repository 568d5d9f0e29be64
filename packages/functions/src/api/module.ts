import type { IdPrefix } from "@pos/core/base/id.ts";
import type { Context, Permission } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "./context.ts";
import type { TopicKind } from "./events.ts";
import type { Resolvers } from "./generated/types.ts";

/** What a module brings to the API, beside the SDL of its `<noun>.graphql`: declared in its `resolvers.ts`. */
export interface ApiModule {
  readonly resolvers: Resolvers;
  /** Types that `node` finds, by the prefix of their ids. */
  readonly nodes?: { readonly [prefix in IdPrefix]?: NodeType };
  /** Types that `node` finds, whose ids are put together of others. */
  readonly compoundNodes?: readonly CompoundNode[];
  /** Fields of the type `Node`. */
  readonly nodeFields?: NodeFields;
  /** The subscription field that delivers a topic's events. */
  readonly topics?: { readonly [kind in TopicKind]?: string };
}

/** By type and field: the id of the node that a field of this object leads to. */
export interface NodeFields {
  readonly [type: string]: { readonly [field: string]: (source: never) => string };
}

export interface NodeType {
  readonly type: string;
  /** Without this permission the node does not exist for the caller. */
  readonly needs?: Permission;
  /** @returns undefined if there is none that the caller may see */
  readonly load: (context: Context, id: string, request: RequestContext) => Promise<NodeValue | null | undefined>;
}

export interface CompoundNode extends NodeType {
  /** What the type's ids match, and no other type's do. */
  readonly form: RegExp;
}

export interface NodeValue {
  readonly id: string;
}
