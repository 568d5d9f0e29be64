import { readFileSync } from "node:fs";
import type { Pages } from "./http.ts";

/**
 * The query page: three files of our own, served from memory. They stand in `page/` beside this file, and beside the
 * bundle, where the build copies them.
 */
export function readQueryPage(folder = new URL("./page/", import.meta.url)): Pages {
  const read = (name: string) => readFileSync(new URL(name, folder));
  return new Map([
    ["/query", { contentType: "text/html; charset=utf-8", body: read("query.html") }],
    ["/query.css", { contentType: "text/css; charset=utf-8", body: read("query.css") }],
    ["/query.js", { contentType: "text/javascript; charset=utf-8", body: read("query.js") }],
  ]);
}
