import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";

/** AWS Signature Version 4 for a POST to the root of a service. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Present for temporary credentials, such as those of a function's role. */
  readonly sessionToken?: string | undefined;
}

export interface Signable {
  /** The value of x-amz-target, which names the operation. */
  readonly target: string;
  readonly body: string;
  /** Milliseconds since 1970. AWS rejects signatures that are minutes off. */
  readonly at: number;
  readonly credentials: Credentials;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/** @returns the headers to add to those of the body */
export function createSigner(scope: { readonly region: string; readonly service: string; readonly host: string }) {
  const { region, service, host } = scope;
  // The signing key is valid for one day. It is kept as a KeyObject, because Node would otherwise convert the bytes on
  // every call.
  let day: { readonly of: string; readonly key: KeyObject } | undefined;

  function keyOf(secret: string, date: string): KeyObject {
    const of = `${date} ${secret}`;
    if (day?.of !== of) {
      const bytes = [date, region, service, "aws4_request"].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
      day = { of, key: createSecretKey(bytes) };
    }
    return day.key;
  }

  return ({ target, body, at, credentials }: Signable): Record<string, string> => {
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    const instant = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
    const date = instant.slice(0, 8);
    const content = sha256(body);
    const headers: Record<string, string> = { host, "x-amz-content-sha256": content, "x-amz-date": instant };
    if (sessionToken !== undefined) headers["x-amz-security-token"] = sessionToken;
    headers["x-amz-target"] = target;
    // The headers are declared in the alphabetical order that the signature requires.
    const names = Object.keys(headers).join(";");
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const request = `POST\n/\n\n${lines.join("")}\n${names}\n${content}`;
    const scope = `${date}/${region}/${service}/aws4_request`;
    const signature = hmac(keyOf(secretAccessKey, date), `${ALGORITHM}\n${instant}\n${scope}\n${sha256(request)}`);
    const credential = `${accessKeyId}/${scope}`;
    headers.authorization = `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature.toString("hex")}`;
    return headers;
  };
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
