import { isOwnOrigin, type Reach, schemeOf } from "./origin.ts";

/** Names in lower case. */
type Headers = Readonly<Record<string, string | undefined>>;

interface CookieRule {
  readonly headers: Headers;
  readonly reach: Reach;
}

/** The dashboard's session. */
const SESSION = "pos_session";
/** Marks a browser in which people have signed in. It opens nothing: their further attempts only have a count of their own. */
const DEVICE = "pos_device";

export function sessionCookie(rule: CookieRule, token: string, expiresAt: string): string {
  return cookie(rule, SESSION, token, expiresAt);
}

export function deviceCookie(rule: CookieRule, device: string, expiresAt: string): string {
  return cookie(rule, DEVICE, device, expiresAt);
}

/** Scripts cannot read it and other sites cannot send it. */
function cookie({ headers, reach }: CookieRule, name: string, value: string, expiresAt: string): string {
  const secure = schemeOf(headers, reach) === "https" ? "; Secure" : "";
  const expires = new Date(expiresAt).toUTCString();
  return `${cookieName(name, headers, reach)}=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires}${secure}`;
}

/**
 * Browsers take a name with `__Host-` only from this very host and by TLS, so that another host of the domain cannot plant a
 * cookie. Without TLS browsers refuse such a name.
 */
function cookieName(name: string, headers: Headers, reach: Reach): string {
  return schemeOf(headers, reach) === "https" ? `__Host-${name}` : name;
}

/** Whether the request brings a session cookie, one or several. */
export function bringsSession(headers: Headers, reach: Reach): boolean {
  return cookiesNamed(cookieName(SESSION, headers, reach), headers.cookie).length > 0;
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
  return onlyCookie(SESSION, headers, reach);
}

/** What a page of this server sends of earlier sign-ins. The caller checks as for a session. */
export function deviceOfOwnPage(headers: Headers, reach: Reach): string | undefined {
  return isOwnOrigin(headers, reach) ? onlyCookie(DEVICE, headers, reach) : undefined;
}

function onlyCookie(name: string, headers: Headers, reach: Reach): string | undefined {
  const [value, second] = cookiesNamed(cookieName(name, headers, reach), headers.cookie);
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
