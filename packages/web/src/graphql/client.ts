import { type Client, type CombinedError, cacheExchange, createClient, fetchExchange, mapExchange } from "urql";

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
 * One client a tab. The session is an HttpOnly cookie, which counts only together with a header that no form can send.
 * Queries go out as POST: the server takes a GET without a content type for a forgery.
 */
export function createGraphqlClient(onUnauthenticated: () => void): Client {
  const isServer = typeof window === "undefined";
  return createClient({
    url: isServer ? "http://localhost/graphql" : "/graphql",
    preferGetMethod: false,
    fetchOptions: { credentials: "same-origin", headers: { "x-session": "cookie" } },
    // The server renders frames only; the browser queries their content with the user's session.
    ...(isServer ? { fetch: () => new Promise<Response>(() => {}) } : {}),
    exchanges: [
      cacheExchange,
      mapExchange({
        onError(error, operation) {
          if (operation.kind !== "teardown" && errorCode(error) === "UNAUTHENTICATED") onUnauthenticated();
        },
      }),
      fetchExchange,
    ],
  });
}
