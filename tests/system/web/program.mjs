// A server as packages/web/server.mjs is one for its parent: listens at the given address, ends with its parent, returns the request.
import { createServer } from "node:http";

process.once("disconnect", () => process.exit(0));
createServer((request, response) => {
  if (request.url === "/end") process.exit(3);
  response.setHeader("keep-alive", "timeout=1");
  response.setHeader("content-type", "application/json");
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, headers, pid: process.pid }));
}).listen(process.argv[2], () => process.send?.("listening"));
