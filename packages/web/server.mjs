// The production server of the dashboard, in a process of its own: rendering never delays a sale. Its parent sets where it
// listens (a socket's path) and where the API does, and it ends with its parent.
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const [, , address, api] = process.argv;
if (address === undefined) throw new Error("Usage: node server.mjs <path of a socket, or a port of 127.0.0.1> [API]");

Object.assign(process.env, { NODE_ENV: "production", ...(api === undefined ? {} : { POS_API: api }) });
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.POS_WEB_BUILD = JSON.parse(readFileSync(join(folder, "dist/current.json"), "utf8")).build;
const endWithParent = () => {
  // Its parent was killed: no other process removes the socket's folder.
  if (basename(dirname(address)).startsWith("pos-web-")) rmSync(dirname(address), { recursive: true, force: true });
  process.exit(0);
};
process.once("disconnect", endWithParent);
// A parent that was killed before this line was reached sends no second event.
if (process.connected === false) endWithParent();
// Its parent gets the signal too, finishes open requests and then disconnects from this process.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => process.exit(0));

const { default: next } = await import("next");
const app = next({ dev: false, dir: folder, quiet: true });
await app.prepare();
const server = createServer(app.getRequestHandler());
const isPort = /^\d+$/.test(address);
const listening = () => process.send?.("listening");
if (isPort) server.listen(Number(address), "127.0.0.1", listening);
else server.listen(address, listening);
