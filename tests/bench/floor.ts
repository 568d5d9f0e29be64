import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import { serveBench, type Target } from "./subject.ts";

/**
 * The floor: what any program pays that takes the same sale by HTTP and answers only when a row for the sale and one for its
 * event are on the disk. Nothing is checked, computed or booked.
 */
const folder = mkdtempSync(join(tmpdir(), "pos-floor-"));
const root = open({ path: folder, noSubdir: false, overlappingSync: false });
const sales = root.openDB<string, string>("sales", { encoding: "string" });
const events = root.openDB<string, number>("events", { encoding: "string" });
let position = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const { input } = variables;
    position += 1;
    void sales.put(input.id, JSON.stringify(input));
    void events.put(position, JSON.stringify({ kind: "sale", id: input.id, position })).then(() => {
      const sale = { id: input.id, total: { amount: input.expectedTotal } };
      const text = JSON.stringify({ data: { completeSale: { replayed: false, userErrors: [], sale } } });
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.end(text);
    });
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const variants = Array.from({ length: 200 }, (_, index) => ({
  id: `var_${String(index).padStart(26, "0")}`,
  unitPrice: `${1 + (index % 9)}.99`,
}));
const target: Target = { url, tokens: [""], variants };

serveBench({
  ready: { ...target, warmUp: target },
  caughtUp: async () => {},
  async stop() {
    server.closeAllConnections();
    await root.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
