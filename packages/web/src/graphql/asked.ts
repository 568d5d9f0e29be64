import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode } from "graphql";

/** A query with its variables, for a page that asks for it while it is rendered. */
export interface Asked {
  readonly document: DocumentNode;
  readonly variables: object;
}

/** The compiler checks that the variables are the document's. */
export function asked<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Asked {
  return { document, variables };
}
