import { isOwnOrigin, type Reach, schemeOf } from "./origin.ts";

/** Names in lower case. */
type Headers = Readonly<Record<string, string | undefined>>;

/**
 * The name of the dashboard's session cookie. Browsers take a name with `__Host-` only from this very host and by TLS, so that
 * another host of the domain cannot plant a session. Without TLS browsers refuse such a name.
 */
function cookieName(headers: Headers, reach: Reach): string {
  return schemeOf(headers, reach) === "https" ? "__Host-pos_session" : "pos_session";
}

/** Scripts cannot read it and other sites cannot send it. */
export function sessionCookie(
  { headers, reach }: { readonly headers: Headers; readonly reach: Reach },
  token: string,
  expiresAt: string,
): string {
  const secure = schemeOf(headers, reach) === "https" ? "; Secure" : "";
  const expires = new Date(expiresAt).toUTCString();
  return `${cookieName(headers, reach)}=${token}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires}${secure}`;
}

/** Whether the request brings a session cookie, one or several. */
export function bringsSession(headers: Headers, reach: Reach): boolean {
  return cookiesNamed(cookieName(headers, reach), headers.cookie).length > 0;
}

/** The session that a page of this server sends. The caller checks that the request is one that no form can send. */
export function sessionOfOwnPage(headers: Headers, reach: Reach): string | undefined {
  return isOwnOrigin(headers, reach) ? sessionIn(headers, reach) : undefined;
}

/**
 * The value of the session cookie. Of two with the same name, one was planted, by another program on this host or by another
 * host of the domain: neither counts.
 */
export function sessionIn(headers: Headers, reach: Reach): string | undefined {
  const [value, second] = cookiesNamed(cookieName(headers, reach), headers.cookie);
  return second === undefined ? value : undefined;
}

function cookiesNamed(name: string, header: string | undefined): string[] {
  const values: string[] = [];
  for (const pair of header?.split(";") ?? []) {
    const text = pair.trimStart();
    if (text.startsWith(`${name}=`)) values.push(text.slice(name.length + 1));
  }
  return values;
}
