/** How clients reach a server: who states the scheme and the host of its pages. */
export interface Reach {
  /** `forwarded`: the proxy in front states it in x-forwarded-proto; it terminates TLS, so without the header it is https. */
  readonly scheme: "http" | "https" | "forwarded";
  /** Whether a proxy in front states the requested host in x-forwarded-host. Without a proxy any client can write that header. */
  readonly isHostForwarded: boolean;
}

export const DIRECT: Reach = { scheme: "http", isHostForwarded: false };
/** Behind CloudFront and API Gateway, which take https only. */
export const BEHIND_GATEWAY: Reach = { scheme: "https", isHostForwarded: true };

/** Names in lower case. */
type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Whether the request comes from a page of this very server: scheme, host and port are equal. A browser sends cookies with
 * a request of any page, so they count only then. Another site's page cannot write the headers that are read here.
 */
export function isOwnOrigin(headers: Headers, reach: Reach): boolean {
  const own = ownOrigin(headers, reach);
  return own !== undefined && headers.origin === own;
}

/** The scheme by which the client reached the server. */
export function schemeOf(headers: Headers, { scheme }: Reach): "http" | "https" {
  if (scheme !== "forwarded") return scheme;
  return first(headers["x-forwarded-proto"])?.toLowerCase() === "http" ? "http" : "https";
}

/** Scheme, host and port under which the client sees the server's pages; undefined if its headers name no host. */
export function ownOrigin(headers: Headers, reach: Reach): string | undefined {
  const forwarded = reach.isHostForwarded ? first(headers["x-forwarded-host"]) : undefined;
  const host = forwarded ?? headers.host;
  if (host === undefined || !HOST.test(host)) return undefined;
  const address = `${schemeOf(headers, reach)}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/** A host with or without a port: no user, no path. */
const HOST = /^[A-Za-z0-9.:[\]_-]+$/;

/** Of several proxies the first one, which the client asked. */
function first(list: string | undefined): string | undefined {
  const [value] = list?.split(",", 1) ?? [];
  return value?.trim() || undefined;
}
