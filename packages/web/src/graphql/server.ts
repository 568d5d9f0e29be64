import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { createRequest, formatDocument, type SSRData, stringifyDocument } from "@urql/core";
import type { DocumentNode } from "graphql";
import { headers } from "next/headers";
import type { Asked } from "./asked.ts";

/** Where the API is: a socket of the host, or an address. Absent: pages come without data, and the browser asks. */
const API = process.env.POS_API;
/** A page does not wait longer for what the browser can ask for itself. */
const MILLISECONDS_MAX = 3_000;

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the API as the visitor of the page that is being rendered: their session's cookie is passed on, with the origin that it
 * counts for.
 * @returns undefined if no answer came in time
 */
export async function askApi({ document, variables }: Asked): Promise<Answer | undefined> {
  if (API === undefined) return undefined;
  const body = JSON.stringify({ query: stringifyDocument(formatDocument(document) as DocumentNode), variables });
  const sent = await headers();
  const origin = sent.get("x-page-origin") ?? `https://${sent.get("x-forwarded-host") ?? sent.get("host")}`;
  const { host, protocol } = new URL(origin);
  const isGateway = API.startsWith("https:");
  const options: RequestOptions = {
    ...addressOf(API),
    method: "POST",
    path: "/graphql",
    signal: AbortSignal.timeout(MILLISECONDS_MAX),
    headers: {
      ...{ "content-type": "application/json", accept: "application/json", "content-length": Buffer.byteLength(body) },
      ...{ origin, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1), "x-session": "cookie" },
      ...{ cookie: sent.get("cookie") ?? "", "x-page-source": sent.get("x-page-source") ?? "" },
      // A gateway knows itself by its own name.
      ...(isGateway ? {} : { host }),
    },
  };
  return send(isGateway ? httpsRequest : httpRequest, options, body);
}

/** What the browser's client takes up without a request of its own. Without an error: those the browser meets itself. */
export async function askAll(queries: readonly Asked[]): Promise<SSRData> {
  const results = await Promise.all(
    queries.map(async (query) => {
      const answer = await askApi(query);
      if (answer?.data === undefined || answer.errors !== undefined) return [];
      const { key } = createRequest(query.document, { ...query.variables });
      return [[String(key), { data: JSON.stringify(answer.data) }] as const];
    }),
  );
  return Object.fromEntries(results.flat());
}

function addressOf(api: string): RequestOptions {
  if (!/^https?:/.test(api)) return { socketPath: api };
  const { hostname, port } = new URL(api);
  return { hostname, port };
}

function send(request: typeof httpRequest, options: RequestOptions, body: string): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const sending = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(answerIn(Buffer.concat(chunks).toString())));
      response.on("error", () => resolve(undefined));
    });
    sending.on("error", () => resolve(undefined));
    sending.end(body);
  });
}

function answerIn(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    // A page of a proxy. The browser asks again for itself, and shows what is wrong if something is.
    return undefined;
  }
}
