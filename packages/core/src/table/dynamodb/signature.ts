import { type Credentials, createAuthorizer, sha256 } from "./authorization.ts";

export interface Signable {
  /** The value of x-amz-target, which names the operation. */
  readonly target: string;
  readonly body: string;
  /** Milliseconds since 1970. AWS rejects signatures that are minutes off. */
  readonly at: number;
  readonly credentials: Credentials;
}

/** @returns the headers that a request to one service needs beside those of its body */
export function createSigner(scope: { readonly region: string; readonly service: string; readonly host: string }) {
  const { host } = scope;
  const authorize = createAuthorizer(scope);
  return ({ target, body, at, credentials }: Signable): Record<string, string> => {
    const instant = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
    const content = sha256(body);
    // In the order of their names, as they are signed.
    const headers: Record<string, string> = { host, "x-amz-content-sha256": content, "x-amz-date": instant };
    if (credentials.sessionToken !== undefined) headers["x-amz-security-token"] = credentials.sessionToken;
    headers["x-amz-target"] = target;
    headers.authorization = authorize({ headers, content, instant, credentials });
    return headers;
  };
}
