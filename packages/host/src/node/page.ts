import { readFileSync } from "node:fs";
import type { Page, Pages } from "./http.ts";

/**
 * The query page, GraphiQL, served from memory. Its files are in `page/` beside this file (scripts/graphiql.mjs builds
 * them before a start or a test), and beside the bundle, where the build copies them.
 */
export function readQueryPage(folder = new URL("./page/", import.meta.url)): Pages {
  const read = (name: string) => readFileSync(new URL(name, folder));
  const html = read("query.html").toString();
  return new Map<string, Page>([
    [
      "/query",
      { contentType: "text/html; charset=utf-8", body: (nonce) => Buffer.from(html.replace("{{nonce}}", nonce)) },
    ],
    ["/query.css", { contentType: "text/css; charset=utf-8", body: read("query.css") }],
    ["/query.js", { contentType: "text/javascript; charset=utf-8", body: read("query.js") }],
    ["/query.licences.txt", { contentType: "text/plain; charset=utf-8", body: read("licences.txt") }],
  ]);
}
