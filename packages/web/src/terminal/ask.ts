import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** The terminal's way to the server: one request, as whoever its token stands for, and what came of it as data. */
export type Ask = <Data>(request: {
  readonly body: string;
  /** Absent: as nobody. */
  readonly token?: string;
  readonly timeoutMilliseconds: number;
}) => Promise<Asked<Data>>;

export type Asked<Data> = { readonly data: Data } | { readonly failure: AskFailure };

/** A code of the contract; NETWORK where no answer came, or none of ours. */
export interface AskFailure {
  readonly code: string;
  readonly requestId?: string;
}

export type Answer<Document> = Document extends TypedDocumentNode<infer Data, infer _> ? Asked<Data> : never;

export function textOf<Data, Variables>(document: TypedDocumentNode<Data, Variables>): string {
  return print(document);
}

/** @param variables as JSON, which is sent as it stands */
export function bodyOf(query: string, variables: string): string {
  return `{"query":${JSON.stringify(query)},"variables":${variables}}`;
}

export function createAsk(url: string): Ask {
  return async ({ body, token, timeoutMilliseconds }) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        // The dashboard's session in the same browser is none of the terminal's.
        credentials: "omit",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body,
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      return answerOf(await response.json());
    } catch {
      // No connection, none in time, or a page of something that stands between: nothing is known of what became of it.
      return { failure: { code: "NETWORK" } };
    }
  };
}

function answerOf<Data>(answer: unknown): Asked<Data> {
  const { data, errors } = (answer ?? {}) as {
    readonly data?: Data | null;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly requestId?: string } }[];
  };
  const error = errors?.[0];
  if (error === undefined && data) return { data };
  const { code = "INTERNAL", requestId } = error?.extensions ?? {};
  return { failure: { code, ...(requestId === undefined ? {} : { requestId }) } };
}

/** Asks a document with its variables; both are checked by the compiler. */
export async function askFor<Data, Variables>(
  ask: Ask,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  token?: string,
  timeoutMilliseconds = 10_000,
): Promise<Asked<Data>> {
  const body = bodyOf(print(document), JSON.stringify(variables));
  return ask({ body, timeoutMilliseconds, ...(token === undefined ? {} : { token }) });
}
