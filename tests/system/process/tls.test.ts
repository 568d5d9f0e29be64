import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { connect } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { credentialsOf, homeOf, startHost, stopHost } from "../../support/processes.ts";

/** The host's own TLS, by a client that checks the certificate. */
const home = homeOf("tls");
const shop = join(home, "shop");

/** A certificate for this machine by the name `name`; answers the paths of its files. */
function certificate(name: string): { cert: string; key: string } {
  const folder = join(home, name);
  mkdirSync(folder);
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" ");
  const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  execFileSync("openssl", [...words, "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
  return { cert, key };
}

interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: unknown };
  readonly body: string;
  readonly shown: string;
}

/** One request on a connection of its own; `shown` is whose certificate it was. */
function ask(url: string, ca: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const method = body === undefined ? "GET" : "POST";
  return new Promise((resolve, reject) => {
    const options = { method, ca: readFileSync(ca), agent: false, headers } as const;
    const asked = request(url, options, (response) => {
      const { socket } = response;
      const shown = "getPeerCertificate" in socket ? JSON.stringify(Object(socket).getPeerCertificate().subject) : "";
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, shown }),
      );
    });
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

// Nothing in Node makes a certificate.
const canMakeOne = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!canMakeOne)("tls", () => {
  const first = { cert: "", key: "" };
  beforeAll(() => {
    Object.assign(first, certificate("first"));
  });

  test("with a certificate the host speaks https only, with cookies that travel by TLS only", async () => {
    const host = await startHost(shop, { HOST: "0.0.0.0", TLS_CERT: first.cert, TLS_KEY: first.key });
    expect(host.url).toMatch(/^https:\/\/0\.0\.0\.0:\d+$/);
    const url = host.url.replace("0.0.0.0", "localhost");
    expect(credentialsOf(shop).url).toBe(host.url);
    const health = await ask(`${url}/health`, first.cert);
    expect(health).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect(health.headers["strict-transport-security"]).toBe("max-age=31536000");
    const { owner } = credentialsOf(shop);
    const query = "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }";
    const signedIn = await ask(
      `${url}/graphql`,
      first.cert,
      { query, variables: { input: owner } },
      { "content-type": "application/json", origin: url, "x-session": "cookie" },
    );
    expect(JSON.parse(signedIn.body)).toEqual({ data: { signIn: { token: null, userErrors: [] } } });
    const [cookie] = signedIn.headers["set-cookie"] as string[];
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; HttpOnly/);
    await expect(fetch(`${url.replace("https:", "http:")}/health`)).rejects.toThrow();
    const port = Number(new URL(url).port);
    expect(await protocolAt(port, first.cert, "TLSv1.1")).toBe("refused");
    expect(await protocolAt(port, first.cert, "TLSv1.2")).toBe("TLSv1.2");
    expect(await protocolAt(port, first.cert, "TLSv1.3")).toBe("TLSv1.3");
    expect(await stopHost(host)).toBe(0);
  });

  test("a certificate that is renewed on disk is shown without a restart, and half of one is not", async () => {
    const live = { cert: join(home, "live-cert.pem"), key: join(home, "live-key.pem") };
    copyFileSync(first.cert, live.cert);
    copyFileSync(first.key, live.key);
    const host = await startHost(shop, { TLS_CERT: live.cert, TLS_KEY: live.key });
    expect((await ask(`${host.url}/health`, first.cert)).shown).toContain("first");
    const second = certificate("second");
    renameSync(second.cert, live.cert);
    await until(() => host.output().includes("is not the key of the certificate"));
    expect((await ask(`${host.url}/health`, first.cert)).shown).toContain("first");
    renameSync(second.key, live.key);
    await until(() => /"event":"certificate","validTo"/.test(host.output()));
    expect((await ask(`${host.url}/health`, live.cert)).shown).toContain("second");
    expect(host.output()).not.toContain("PRIVATE KEY");
    await stopHost(host);
  });

  test("reports a wrong setting in one sentence with what to do", async () => {
    const other = certificate("other");
    const nonsense = join(home, "nonsense.pem");
    writeFileSync(nonsense, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    const locked = join(home, "locked.pem");
    copyFileSync(first.key, locked);
    chmodSync(locked, 0);
    const cases: [Record<string, string>, RegExp][] = [
      [{ TLS_CERT: first.cert }, /^TLS_CERT is set and TLS_KEY is not: set both/],
      [{ TLS_CERT: first.cert, TLS_KEY: other.key }, /^TLS_KEY is ".*", which is not the key of the certificate/],
      [{ TLS_CERT: join(home, "none"), TLS_KEY: first.key }, /^TLS_CERT is ".*", which cannot be read: ENOENT/],
      [{ TLS_CERT: nonsense, TLS_KEY: first.key }, /^TLS_CERT is ".*", which is not a certificate in PEM form/],
      [{ TLS_CERT: first.cert, TLS_KEY: first.cert }, /^TLS_KEY is ".*", which is not a private key in PEM form/],
      [{ HOST: "0.0.0.0" }, /^HOST is "0\.0\.0\.0".*TLS_CERT and TLS_KEY.*TRUST_PROXY=on/],
    ];
    // Root reads everything.
    if (process.getuid?.() !== 0)
      cases.push([{ TLS_CERT: first.cert, TLS_KEY: locked }, /which cannot be read: EACCES/]);
    for (const [environment, sentence] of cases) {
      const host = await startHost(shop, environment);
      expect(await host.exited).toBe(1);
      expect(host.output().trim()).toMatch(sentence);
      expect(host.output().trim().split("\n")).toHaveLength(1);
    }
  });

  test("behind a proxy that ends TLS the host speaks http at its configured address", async () => {
    const host = await startHost(shop, { HOST: "0.0.0.0", TRUST_PROXY: "on" });
    expect(host.url).toMatch(/^http:\/\/0\.0\.0\.0:/);
    const health = await fetch(`${host.url.replace("0.0.0.0", "127.0.0.1")}/health`);
    expect([health.status, health.headers.get("strict-transport-security")]).toEqual([200, null]);
    await stopHost(host);
  });
});

/** Which protocol a client that speaks just this one gets. */
function protocolAt(port: number, ca: string, version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3"): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(
      {
        port,
        host: "localhost",
        ca: readFileSync(ca),
        minVersion: version,
        maxVersion: version,
        // So that it is the host that refuses.
        ciphers: "DEFAULT:@SECLEVEL=0",
      },
      () => {
        resolve(socket.getProtocol());
        socket.end();
      },
    );
    socket.on("error", () => resolve("refused"));
  });
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error("It did not happen within 20 seconds.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
