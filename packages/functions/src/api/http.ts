/**
 * HTTP as the API sees it: the parts of Fetch's `Request` and `Response` that it uses. A real `Request` can be passed as it is.
 * The adapters pass lighter objects of the same shape, because building Fetch's own takes 7 % of a sale's CPU time and loading
 * them takes a quarter of a cold start (docs/decisions/0010-request-response.md).
 */
export interface ApiRequest {
  readonly method: string;
  /** Absolute, or from the path on. */
  readonly url: string;
  /** Names in lower case; a name that occurs several times has its values joined by ", ". */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** Aborted when the client has gone: what only it would read needs no more work. Absent where that cannot be known. */
  readonly signal?: Pick<AbortSignal, "aborted">;
  /** The body's bytes; may be called once. */
  arrayBuffer(): Promise<ArrayBufferLike | Uint8Array>;
}

/** What the platform knows of a request beside what the client sent. */
export interface RequestInfo {
  readonly requestId: string;
  /** The client's address as the gateway or the socket states it, never from a header that a client can write. */
  readonly sourceIp: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Without `set-cookie`. */
  readonly headers: ReadonlyMap<string, string>;
  /** The values of the `set-cookie` headers. */
  readonly cookies: readonly string[];
  readonly body: string;
}

export type ApiHandler = (request: ApiRequest, info: RequestInfo) => Promise<ApiResponse>;
