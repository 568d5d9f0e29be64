import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A bucket over HTTP as far as the tool that drains it asks: a list in pages, get, put and delete, by path. */
export interface Bucket {
  readonly name: string;
  readonly endpoint: string;
  readonly objects: Map<string, string>;
  /** Requests by what they asked. */
  readonly asked: string[];
  /** The next deletions are refused. */
  refuseDeletions(times: number): void;
  stop(): Promise<void>;
}

/** So few that a handful of objects are several pages. */
const PAGE = 2;

export async function openBucket(name: string): Promise<Bucket> {
  const objects = new Map<string, string>();
  const asked: string[] = [];
  let refusals = 0;
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://bucket");
      const [, bucket = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
      const key = rest.join("/");
      asked.push(`${request.method} ${key === "" ? "list" : "object"}`);
      if (bucket !== name) return refuse(response, 404, "NoSuchBucket");
      if (key === "" && request.method === "GET") return list(response, url.searchParams);
      const object = objects.get(key);
      if (request.method === "PUT") {
        objects.set(key, text);
        return void response.writeHead(200, { etag: etagOf(text) }).end();
      }
      if (request.method === "DELETE") {
        if (refusals > 0) {
          refusals--;
          return refuse(response, 403, "AccessDenied");
        }
        objects.delete(key);
        return void response.writeHead(204).end();
      }
      if (object === undefined) return refuse(response, 404, "NoSuchKey");
      response.writeHead(200, { "content-type": "application/json", etag: etagOf(object) }).end(object);
    });
  });

  function list(response: ServerResponse, query: URLSearchParams): void {
    const prefix = query.get("prefix") ?? "";
    const after = query.get("continuation-token") ?? "";
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > after)
      .sort((a, b) => (a < b ? -1 : 1));
    const page = keys.slice(0, PAGE);
    const more = keys.length > PAGE;
    const contents = page.map((key) => {
      const bytes = Buffer.byteLength(objects.get(key) ?? "");
      return `<Contents><Key>${key}</Key><Size>${bytes}</Size><LastModified>2026-11-24T10:00:00.000Z</LastModified></Contents>`;
    });
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
    xml(
      response,
      200,
      `<ListBucketResult><Name>${name}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name,
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    refuseDeletions(times) {
      refusals = times;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function xml(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

function etagOf(text: string): string {
  return `"${createHash("md5").update(text).digest("hex")}"`;
}
