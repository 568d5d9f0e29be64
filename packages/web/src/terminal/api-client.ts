import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createGraphqlClient, errorCode, errorRequestId } from "@pos/web/graphql/client.ts";
import type { DocumentNode } from "graphql";
import { type AnyVariables, type Client, createRequest, fetchExchange, stringifyDocument } from "urql";

/** Sends the bytes of one stored request as the caller of the token, and returns the result as data: it never throws. */
export type ApiClient = <Data>(request: {
  readonly body: string;
  /** Absent for an anonymous request. */
  readonly token?: string;
  readonly timeoutMilliseconds: number;
}) => Promise<ApiResult<Data>>;

export type ApiResult<Data> = { readonly data: Data } | { readonly failure: ApiFailure };

/** A code of the contract; NETWORK where no response came, or none of this API. */
export interface ApiFailure {
  readonly code: string;
  readonly requestId?: string;
}

export type ResultOf<Document> = Document extends TypedDocumentNode<infer Data, infer _> ? ApiResult<Data> : never;

export function documentText<Data, Variables>(document: TypedDocumentNode<Data, Variables>): string {
  return stringifyDocument(document);
}

/** @param variables as JSON text, which is sent unchanged */
export function requestBody(query: string, variables: string): string {
  return `{"query":${JSON.stringify(query)},"variables":${variables}}`;
}

export function createApiClient(url: string): ApiClient {
  return async ({ body, token, timeoutMilliseconds }) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        // The session of a dashboard in the same browser must not be used.
        credentials: "omit",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body,
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      return resultOf(await response.json());
    } catch {
      // No connection, a timeout, or a page of a proxy: the outcome is unknown.
      return { failure: { code: "NETWORK" } };
    }
  };
}

function resultOf<Data>(response: unknown): ApiResult<Data> {
  const { data, errors } = (response ?? {}) as {
    readonly data?: Data | null;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly requestId?: string } }[];
  };
  const error = errors?.[0];
  if (error === undefined && data) return { data };
  const { code = "INTERNAL", requestId } = error?.extensions ?? {};
  return { failure: { code, ...(requestId === undefined ? {} : { requestId }) } };
}

/**
 * Asks as the caller of a token, or anonymously. There is one client for each token: a client answers equal queries that are
 * under way together, and a terminal and its operators may read different things.
 */
export type Asking = (token: string | undefined) => Client;

/** The terminal and the operator who is signed in, or is about to be. */
const CLIENTS_MAX = 3;

export function createAsking(url: string): Asking {
  const clients = new Map<string | undefined, Client>();
  return (token) => {
    const client = clients.get(token) ?? createTokenClient(url, token);
    if (clients.size >= CLIENTS_MAX && !clients.has(token)) clients.clear();
    clients.set(token, client);
    return client;
  };
}

function createTokenClient(url: string, token: string | undefined): Client {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  // The session of a dashboard in the same browser must not be used. The terminal keeps what it needs itself: no cache.
  return createGraphqlClient({ url, fetchOptions: { credentials: "omit", headers }, exchanges: [fetchExchange] });
}

/** Sends a document with its variables; both are checked by the compiler. */
export async function requestDocument<Data, Variables extends AnyVariables>(
  asking: Asking,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  token?: string,
  timeoutMilliseconds = 10_000,
): Promise<ApiResult<Data>> {
  const client = asking(token);
  const request = createRequest(document, variables);
  const operation = client.createRequestOperation(kindOf(document), request, {
    requestPolicy: "network-only",
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMilliseconds) }),
  });
  const { data, error } = await client.executeRequestOperation(operation).toPromise();
  if (error === undefined && data) return { data };
  const requestId = error && errorRequestId(error);
  return {
    failure: { code: error ? errorCode(error) : "INTERNAL", ...(requestId === undefined ? {} : { requestId }) },
  };
}

function kindOf(document: DocumentNode): "query" | "mutation" {
  const isMutation = document.definitions.some((one) => "operation" in one && one.operation === "mutation");
  return isMutation ? "mutation" : "query";
}
