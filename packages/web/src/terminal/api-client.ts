import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** Sends one GraphQL request as the caller of the token, and returns the result as data: it never throws. */
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
  return print(document);
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

/** Sends a document with its variables; both are checked by the compiler. */
export async function requestDocument<Data, Variables>(
  client: ApiClient,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  token?: string,
  timeoutMilliseconds = 10_000,
): Promise<ApiResult<Data>> {
  const body = requestBody(print(document), JSON.stringify(variables));
  return client({ body, timeoutMilliseconds, ...(token === undefined ? {} : { token }) });
}
