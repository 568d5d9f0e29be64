import {
  type Client,
  type ClientOptions,
  type CombinedError,
  cacheExchange,
  createClient,
  type Exchange,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
  type SSRExchange,
  ssrExchange,
} from "urql";

/** The code of the contract in an answer's errors; NETWORK where no answer came. */
export function errorCode(error: CombinedError): string {
  if (error.networkError !== undefined && error.graphQLErrors.length === 0) return "NETWORK";
  return String(error.graphQLErrors[0]?.extensions?.code ?? "INTERNAL");
}

/** Finds a failed request in the server's log. */
export function errorRequestId(error: CombinedError): string | undefined {
  const id = error.graphQLErrors[0]?.extensions?.requestId;
  return typeof id === "string" ? id : undefined;
}

/**
 * The one way in which clients are made: the dashboard's, which is signed in by a cookie, and those of a terminal, by tokens.
 * Queries go out as POST: the server takes a GET without a content type for a forgery.
 */
export function createGraphqlClient(options: Omit<ClientOptions, "preferGetMethod">): Client {
  return createClient({ preferGetMethod: false, ...options });
}

/**
 * One client a tab. The session is an HttpOnly cookie, which counts only together with a header that no form can send.
 */
export function createDashboardClient(onUnauthenticated: () => void): {
  readonly client: Client;
  /** Where `Preloaded` puts what the server asked for. */
  readonly preload: SSRExchange;
} {
  const isServer = !("window" in globalThis);
  const preload = ssrExchange();
  const client: Client = createGraphqlClient({
    url: isServer ? "http://localhost/graphql" : "/graphql",
    fetchOptions: { credentials: "same-origin", headers: { "x-session": "cookie" } },
    // The server asks before it renders (server.ts); what it did not ask for, the browser does.
    ...(isServer ? { fetch: () => new Promise<Response>(() => {}) } : {}),
    exchanges: [watchExchange(() => client, onUnauthenticated), cacheExchange, preload, fetchExchange],
  });
  return { client, preload };
}

/**
 * Notices the end of the session; and where someone else changed a record meanwhile, the page asks for all that it shows
 * again, so that its form is saved over that.
 */
function watchExchange(client: () => Client, onUnauthenticated: () => void): Exchange {
  const shown = new Map<number, Operation>();
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === "query") shown.set(operation.key, operation);
      if (operation.kind === "teardown") shown.delete(operation.key);
    },
    onError(error, operation) {
      if (operation.kind !== "teardown" && errorCode(error) === "UNAUTHENTICATED") onUnauthenticated();
    },
    onResult({ operation, data }) {
      if (operation.kind !== "mutation" || !JSON.stringify(data ?? null).includes('"VERSION_CONFLICT"')) return;
      for (const query of shown.values()) {
        const context = { ...query.context, requestPolicy: "network-only" as const };
        client().reexecuteOperation(makeOperation("query", query, context));
      }
    },
  });
}
