/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment Refused on UserError {\n  __typename\n  code\n  message\n  path\n  ... on TooManyAttempts {\n    retryAfterSeconds\n  }\n  ... on VersionConflict {\n    version\n  }\n}\n\nfragment Amount on Money {\n  amount\n  currency\n}\n\nquery Session {\n  me {\n    kind\n    staffId\n    role\n    permissions\n  }\n  locations {\n    id\n    code\n    name\n    timeZone\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    expiresAt\n    userErrors {\n      ...Refused\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Refused\n    }\n  }\n}": typeof types.RefusedFragmentDoc,
};
const documents: Documents = {
    "fragment Refused on UserError {\n  __typename\n  code\n  message\n  path\n  ... on TooManyAttempts {\n    retryAfterSeconds\n  }\n  ... on VersionConflict {\n    version\n  }\n}\n\nfragment Amount on Money {\n  amount\n  currency\n}\n\nquery Session {\n  me {\n    kind\n    staffId\n    role\n    permissions\n  }\n  locations {\n    id\n    code\n    name\n    timeZone\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    expiresAt\n    userErrors {\n      ...Refused\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Refused\n    }\n  }\n}": types.RefusedFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Refused on UserError {\n  __typename\n  code\n  message\n  path\n  ... on TooManyAttempts {\n    retryAfterSeconds\n  }\n  ... on VersionConflict {\n    version\n  }\n}\n\nfragment Amount on Money {\n  amount\n  currency\n}\n\nquery Session {\n  me {\n    kind\n    staffId\n    role\n    permissions\n  }\n  locations {\n    id\n    code\n    name\n    timeZone\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    expiresAt\n    userErrors {\n      ...Refused\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Refused\n    }\n  }\n}"): (typeof documents)["fragment Refused on UserError {\n  __typename\n  code\n  message\n  path\n  ... on TooManyAttempts {\n    retryAfterSeconds\n  }\n  ... on VersionConflict {\n    version\n  }\n}\n\nfragment Amount on Money {\n  amount\n  currency\n}\n\nquery Session {\n  me {\n    kind\n    staffId\n    role\n    permissions\n  }\n  locations {\n    id\n    code\n    name\n    timeZone\n  }\n}\n\nmutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    expiresAt\n    userErrors {\n      ...Refused\n    }\n  }\n}\n\nmutation SignOut {\n  signOut {\n    userErrors {\n      ...Refused\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;