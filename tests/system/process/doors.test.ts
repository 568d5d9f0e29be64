import { readdirSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { credentialsOf, homeOf, type Started, signInOwner, startHost, stopHost } from "../../support/processes.ts";

/** The built host as an attacker on the network, or on the same machine, reaches it. */
const shop = join(homeOf("doors"), "shop");
let host: Started;
let owner: string;
beforeAll(async () => {
  host = await startHost(shop, { SECURITY_CONTACT: "mailto:security@shop.example" });
  owner = await signInOwner(host.url, credentialsOf(shop));
});
afterAll(() => stopHost(host));

const FORWARDED = { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "127.0.0.1", "x-forwarded-proto": "https" };

test("A9: /mail: 403 without a session, forwarded or not, and 200 for the signed-in owner", async () => {
  for (const headers of [{}, FORWARDED, { forwarded: "for=127.0.0.1" }, { via: "1.1 proxy" }])
    expect((await fetch(`${host.url}/mail`, { headers })).status).toBe(403);
  const cookie = `pos_session=${owner}`;
  for (const headers of [{ cookie }, { cookie, ...FORWARDED }])
    expect((await fetch(`${host.url}/mail`, { headers })).status).toBe(200);
});

test("A24: a session's cookie counts for no other scheme, user, host or port than the page's own", async () => {
  const { host: name, port } = new URL(host.url);
  const code = async (headers: Record<string, string>) => {
    const response = await fetch(`${host.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-session": "cookie",
        cookie: `pos_session=${owner}`,
        ...headers,
      },
      body: JSON.stringify({ query: "{ me { kind } }" }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code ?? "known";
  };
  expect(await code({ origin: host.url })).toBe("known");
  const foreign: Record<string, string>[] = [
    { origin: `https://${name}` },
    { origin: `http://user@${name}` },
    { origin: `http://localhost:${port}` },
    { origin: "null" },
    {},
    { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
    { origin: `https://${name}`, "x-forwarded-proto": "https" },
  ];
  for (const headers of foreign) expect([headers, await code(headers)]).toEqual([headers, "UNAUTHENTICATED"]);
});

/** Bytes over a connection whose own half stays open. */
function sendRaw(lines: readonly string[]): Promise<{ socket: Socket; answer: string }> {
  const socket = connect({ port: Number(new URL(host.url).port), host: "127.0.0.1", allowHalfOpen: true });
  return new Promise((resolve) => {
    let answer = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (answer.includes("\r\n\r\n")) resolve({ socket, answer });
    });
    socket.on("close", () => resolve({ socket, answer }));
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });
}

test("A24: HTTP/1.0 without a host and with the origin null is no page of the host", async () => {
  const body = '{"query":"{ me { kind } }"}';
  const { answer, socket } = await sendRaw([
    ...["POST /graphql HTTP/1.0", "origin: null", "x-session: cookie", `cookie: pos_session=${owner}`],
    ...["content-type: application/json", `content-length: ${body.length}`, "", body],
  ]);
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 /);
  expect(answer).not.toContain('"STAFF"');
});

describe.runIf(process.platform === "linux")("A12: the host's open files", () => {
  const files = () => readdirSync(`/proc/${host.child.pid}/fd`).length;
  test("refused upgrades: leave none open when 300 clients keep their half of the connection", async () => {
    const before = files();
    const upgrade = ["connection: Upgrade", "upgrade: websocket"];
    const requests = [
      ["GET /nope HTTP/1.1", "host: x", ...upgrade],
      ["GET /graphql HTTP/1.1", "host: x", ...upgrade],
      ["GET /graphql HTTP/1.1", "host: x", ...upgrade, "sec-websocket-version: 13", "sec-websocket-key: short"],
    ];
    const held: Socket[] = [];
    for (let count = 0; count < 100; count++)
      for (const lines of requests) {
        const { socket, answer } = await sendRaw(lines);
        expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
        held.push(socket);
      }
    await expect.poll(files, { timeout: 5_000, interval: 100 }).toBeLessThanOrEqual(before + 5);
    for (const socket of held) socket.destroy();
  });
});

test("csp-report: logs a report in short, takes no large one, and answers no page's request for it", async () => {
  const report = {
    "csp-report": {
      "document-uri": `${host.url}/x?code=1`,
      "blocked-uri": "inline",
      "effective-directive": "script-src",
    },
  };
  const post = (body: string) =>
    fetch(`${host.url}/csp-report`, { method: "POST", headers: { "content-type": "application/csp-report" }, body });
  expect((await post(JSON.stringify(report))).status).toBe(204);
  await expect
    .poll(host.output)
    .toContain(`"event":"csp","directive":"script-src","blocked":"inline","page":"${host.url}/x"`);
  expect((await post("x".repeat(20_000))).status).toBe(413);
  expect((await fetch(`${host.url}/csp-report`)).status).toBe(404);
  for (const path of ["/query", "/mail"]) {
    const { headers } = await fetch(host.url + path);
    expect(headers.get("content-security-policy")).toContain("; report-to csp; report-uri /csp-report");
    expect(headers.get("reporting-endpoints")).toBe('csp="/csp-report"');
  }
});

test("security.txt: states the configured contact and an end within a year, and is absent without a contact", async () => {
  const answer = await fetch(`${host.url}/.well-known/security.txt`);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const [contact, expires] = (await answer.text()).split("\n");
  expect(contact).toBe("Contact: mailto:security@shop.example");
  const days = (Date.parse(String(expires?.replace("Expires: ", ""))) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(90);
  expect(days).toBeLessThan(365);
  const other = join(shop, "..", "other");
  const wrong = await startHost(other, { SECURITY_CONTACT: "security@shop.example\nExpires: 2099" });
  expect([await wrong.exited, wrong.output()]).toEqual([1, expect.stringMatching(/^SECURITY_CONTACT is /)]);
  const silent = await startHost(other);
  expect((await fetch(`${silent.url}/.well-known/security.txt`)).status).toBe(404);
  await stopHost(silent);
});
