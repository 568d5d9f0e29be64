import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";

/** Who signs a request to Amazon. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of keys that last for hours, as a function's role has them. */
  readonly sessionToken?: string | undefined;
}

export interface Authorizable {
  /** All that is signed: names in lower case, in the order of the names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's SHA-256, as hex. */
  readonly content: string;
  /** As in x-amz-date. */
  readonly instant: string;
  readonly credentials: Credentials;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/** @returns the authorization header of a POST to the root of a service, by Amazon's signature version 4 */
export function createAuthorizer({ region, service }: { readonly region: string; readonly service: string }) {
  // The key of a day serves all requests of that day. Node makes an object of each key it is handed: so it is, once.
  let day: { readonly of: string; readonly key: KeyObject } | undefined;

  function keyOf(secret: string, date: string): KeyObject {
    const of = `${date} ${secret}`;
    if (day?.of !== of) {
      const bytes = [date, region, service, "aws4_request"].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
      day = { of, key: createSecretKey(bytes) };
    }
    return day.key;
  }

  return ({ headers, content, instant, credentials }: Authorizable): string => {
    const date = instant.slice(0, 8);
    const names = Object.keys(headers).join(";");
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const request = `POST\n/\n\n${lines.join("")}\n${names}\n${content}`;
    const scope = `${date}/${region}/${service}/aws4_request`;
    const key = keyOf(credentials.secretAccessKey, date);
    const signature = hmac(key, `${ALGORITHM}\n${instant}\n${scope}\n${sha256(request)}`);
    const credential = `${credentials.accessKeyId}/${scope}`;
    return `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature.toString("hex")}`;
  };
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
