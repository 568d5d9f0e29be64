import { RequestError } from "@pos/core/base/result.ts";
import {
  authorize,
  type Caller,
  can,
  type KnownCaller,
  type Permission,
  requireCaller,
} from "@pos/core/people/access/index.ts";
import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
} from "graphql";
import type { RequestContext } from "./context.ts";
import { PERMISSIONS_BY_NAME } from "./generated/names.ts";

/**
 * Who may use which field, as `@access` in the SDL states it (its description there defines the rules). Closed by default: a
 * schema does not start in which a root field, or a field of a type with personal or cost data, has no rule. Commands and
 * queries authorize again.
 */
type AccessRule =
  | { readonly kind: "public" }
  | { readonly kind: "inherit" }
  | { readonly kind: "callers"; readonly callers: readonly KnownCaller["kind"][] }
  | { readonly kind: "permission"; readonly permission: Permission; readonly orNull: boolean };

type Field = GraphQLField<unknown, RequestContext>;
type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const ROOTS: ReadonlySet<string> = new Set(["Query", "Mutation", "Subscription"]);
const INHERIT: AccessRule = { kind: "inherit" };
const KINDS: { readonly [name: string]: KnownCaller["kind"] | undefined } = {
  TERMINAL: "terminal",
  OPERATOR: "operator",
  STAFF: "staff",
};

/** @throws Error if the field needs a rule of its own and has none */
export function accessRuleOf(type: GraphQLObjectType, field: Field): AccessRule {
  const name = `${type.name}.${field.name}`;
  const own = directiveOf(field.astNode?.directives, "access");
  const isRoot = ROOTS.has(type.name);
  if (own) {
    const rule = parseRule(own, name);
    if (isRoot && rule.kind === "inherit") throw new Error(`${name} cannot inherit access: it is where callers begin.`);
    return rule;
  }
  if (isRoot) throw new Error(`${name} has no access rule.`);
  if (directiveOf(type.astNode?.directives, "sensitive"))
    throw new Error(`${name} has no access rule, and ${type.name} is sensitive.`);
  const ofType = directiveOf(type.astNode?.directives, "access");
  return ofType ? parseRule(ofType, type.name) : INHERIT;
}

function directiveOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): ConstDirectiveNode | undefined {
  return directives?.find((directive) => directive.name.value === name);
}

function parseRule(directive: ConstDirectiveNode, name: string): AccessRule {
  const given = new Map((directive.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const wrong = new Error(`The access rule of ${name} is none that there is.`);
  const isTrue = (argument: string): boolean => {
    const value = given.get(argument);
    if (value && (value.kind !== Kind.BOOLEAN || !value.value)) throw wrong;
    return value !== undefined;
  };
  const orNull = isTrue("orNull");
  const needs = given.get("needs");
  const callers = given.get("callers");
  if (given.size !== (orNull ? 2 : 1) || (orNull && !needs)) throw wrong;
  if (isTrue("public")) return { kind: "public" };
  if (isTrue("inherit")) return INHERIT;
  if (needs?.kind === Kind.ENUM && Object.hasOwn(PERMISSIONS_BY_NAME, needs.value)) {
    const permission = PERMISSIONS_BY_NAME[needs.value as keyof typeof PERMISSIONS_BY_NAME];
    return { kind: "permission", permission, orNull };
  }
  if (callers?.kind !== Kind.LIST || callers.values.length === 0) throw wrong;
  const kinds = callers.values.map((value) => {
    const kind = value.kind === Kind.ENUM ? KINDS[value.value] : undefined;
    if (kind === undefined) throw wrong;
    return kind;
  });
  return { kind: "callers", callers: kinds };
}

/** Whether the rule lets this caller use the field. */
function isAllowed(rule: AccessRule, caller: Caller): boolean {
  if (rule.kind === "public" || rule.kind === "inherit") return true;
  if (caller.kind === "nobody") return false;
  return rule.kind === "callers" ? rule.callers.includes(caller.kind) : can(caller, rule.permission);
}

/**
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN
 */
export function requireAccess(rule: AccessRule, context: Parameters<typeof requireCaller>[0]): void {
  if (rule.kind === "public" || rule.kind === "inherit") return;
  const known = requireCaller(context);
  if (rule.kind === "permission") authorize(known, rule.permission);
  else if (!isAllowed(rule, known.caller)) throw new RequestError("FORBIDDEN", "This needs a token of another kind.");
}

/** Puts every field's rule in front of its resolver. @throws Error if a field lacks a rule that it needs */
export function guardFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = accessRuleOf(type, field);
      if (rule.kind === "public" || rule.kind === "inherit") continue;
      field.resolve = guarded(rule, field.resolve ?? defaultFieldResolver);
      if (type === schema.getSubscriptionType())
        field.subscribe = guarded(rule, field.subscribe ?? defaultFieldResolver);
    }
  }
  return schema;
}

function guarded(rule: AccessRule, resolve: Resolver): Resolver {
  if (rule.kind === "permission" && rule.orNull) {
    return (source, args, context, info) =>
      isAllowed(rule, context.caller) ? resolve(source, args, context, info) : null;
  }
  return (source, args, context, info) => {
    requireAccess(rule, context);
    return resolve(source, args, context, info);
  };
}
