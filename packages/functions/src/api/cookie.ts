/** The dashboard's session, which a browser keeps where no script reads it. */
export const SESSION_COOKIE = "pos_session";

/** Marks a browser in which people have signed in. It opens nothing: their further attempts only have a count of their own. */
export const DEVICE_COOKIE = "pos_device";

/**
 * A cookie comes along whoever's page asks: it counts where the page is of the host that is asked. Names are in lower case.
 * Who stands in front (CloudFront, a proxy) says which host that was; another's page cannot, since a browser asks before it sends
 * such a header and is answered no.
 */
export function isOwnOrigin({ headers }: { readonly headers: Readonly<Record<string, string | undefined>> }): boolean {
  const { origin, host, "x-forwarded-host": asked = host } = headers;
  return origin !== undefined && asked === hostOf(origin);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The value of a cookie in a `cookie` header; of two with the same name the first. */
export function cookieNamed(name: string, header: string | undefined): string | undefined {
  const pair = header
    ?.split(";")
    .map((text) => text.trimStart())
    .find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
