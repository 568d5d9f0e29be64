// `npm run dev:web`: the pages as they are being written, before the API of an `npm start` that runs beside it.
import { createServer, request as httpRequest } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { readWords } from "../../scripts/command-line.mjs";

readWords({
  usage: "npm run dev:web",
  about: `
Serves the dashboard with reload at http://127.0.0.1:3000, before an API that runs already (POS_API; absent: http://127.0.0.1:4000).`,
});

const PORT = 3000;
const api = new URL(process.env.POS_API ?? "http://127.0.0.1:4000");
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.POS_API = api.origin;

const { default: next } = await import("next");
const app = next({ dev: true, dir: dirname(fileURLToPath(import.meta.url)), hostname: "127.0.0.1", port: PORT });
await app.prepare();
const showPage = app.getRequestHandler();
const server = createServer((request, response) => {
  if (!request.url?.startsWith("/graphql")) {
    request.headers["x-page-origin"] = `http://${request.headers.host}`;
    return void showPage(request, response);
  }
  const upstream = askApi(request);
  upstream.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on("error", (error) => response.writeHead(502).end(`The API does not answer: ${error.message}`));
  request.pipe(upstream);
});
server.on("upgrade", (request, socket, head) => {
  if (!request.url?.startsWith("/graphql")) return void app.getUpgradeHandler()(request, socket, head);
  const upstream = askApi(request);
  upstream.on("upgrade", (answer, apiSocket, apiHead) => {
    const headers = answer.rawHeaders.flatMap((text, index, all) => (index % 2 ? [] : [`${text}: ${all[index + 1]}`]));
    socket.write(["HTTP/1.1 101 Switching Protocols", ...headers, "", ""].join("\r\n"));
    if (apiHead.length > 0) socket.write(apiHead);
    if (head.length > 0) apiSocket.write(head);
    socket.on("error", () => apiSocket.destroy());
    apiSocket.on("error", () => socket.destroy());
    socket.pipe(apiSocket).pipe(socket);
  });
  upstream.on("error", () => socket.destroy());
  upstream.end();
});
server.listen(PORT, "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}/ before the API at ${api.origin}`));

/**
 * The page's own host stays in the request: a session's cookie counts only from its own origin.
 *
 * @param {import("node:http").IncomingMessage} request
 */
function askApi({ method, url, headers }) {
  return httpRequest({ hostname: api.hostname, port: api.port, method, path: url, headers });
}
