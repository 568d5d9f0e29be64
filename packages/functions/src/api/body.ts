import { isUtf8 } from "node:buffer";
import type { ErrorCode } from "./errors.ts";
import { isJson } from "./headers.ts";
import type { ApiRequest } from "./http.ts";
import { documentProblem } from "./limits.ts";

/** 1 MiB of text, counted as bytes on the wire after decoding. */
export const MAXIMUM_BODY_BYTES = 1_048_576;
export const TOO_LARGE_MESSAGE = `The request is larger than ${MAXIMUM_BODY_BYTES} bytes: send it in smaller parts.`;

export interface BodyRefusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface Body {
  readonly bytes: number;
  /** The JSON object that was sent, or nothing: what a missing body means is the GraphQL server's to say. */
  readonly value: object | "";
  readonly refusal?: BodyRefusal;
}

/** @param headers the request's, by name */
export async function readBody(
  request: ApiRequest,
  headers: { readonly "content-type"?: string | undefined },
): Promise<Body> {
  const buffer = bufferOf(await request.arrayBuffer());
  const bytes = buffer.length;
  if (bytes > MAXIMUM_BODY_BYTES) {
    return { bytes, value: "", refusal: { status: 413, code: "TOO_LARGE", message: TOO_LARGE_MESSAGE } };
  }
  // Any other type is left to the GraphQL server, whose protection against forged requests depends on it.
  if (request.method !== "POST" || !isJson(headers["content-type"])) return { bytes, value: "" };
  const text = textOf(buffer);
  if (text === undefined) return { bytes, value: "", refusal: malformed("The body is not UTF-8.") };
  const value = parse(text);
  if (value === undefined) return { bytes, value: "", refusal: malformed("The body is not JSON.") };
  if (Array.isArray(value)) {
    return { bytes, value: "", refusal: malformed("Batches are not accepted: send one operation per request.") };
  }
  if (typeof value !== "object" || value === null) {
    return { bytes, value: "", refusal: malformed("The body must be a JSON object.") };
  }
  const problem = "query" in value && typeof value.query === "string" ? documentProblem(value.query) : undefined;
  if (problem !== undefined)
    return { bytes, value: "", refusal: { status: 400, code: "TOO_COMPLEX", message: problem } };
  return { bytes, value };
}

/** The same memory: a body may be a megabyte. */
function bufferOf(body: ArrayBufferLike | Uint8Array): Buffer {
  return body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.from(body);
}

/** Read all the same, broken bytes would become characters that nobody sent. */
function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}

/** JSON has no undefined, so that can stand for what is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(message: string): BodyRefusal {
  return { status: 400, code: "BAD_REQUEST", message };
}
