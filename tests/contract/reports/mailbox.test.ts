import { present } from "@pos/core/base/result.ts";
import type { Mail, MailLanguage } from "@pos/core/office/mail/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { staffKey } from "@pos/core/people/staff/index.ts";
import { DIRECT, type Reach } from "@pos/functions/api/origin.ts";
import { createMailbox, listMails, readMail } from "@pos/functions/mail/mailbox.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { createHttpHost, type HttpHost } from "@pos/host/node/http.ts";
import { createMailboxPage } from "@pos/host/node/mailbox-page.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Api, activate, signInOperator, signInOwner, startApi } from "../../support/api.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import { PLAIN_OF, plainReport } from "./support.ts";

const MAILS_KEPT = 500;

let shop: Shop;
let host: HttpHost | undefined;
let api: Api | undefined;

beforeEach(async () => {
  shop = await createShop({ variants: 1, secrets: true });
});
afterEach(async () => {
  await host?.close(0);
  await api?.close();
  host = undefined;
  api = undefined;
});

function mail(number: number, change: Partial<Mail> = {}, language: MailLanguage = "EN"): Mail {
  return {
    ...reportMail(plainReport(), PLAIN_OF, language),
    merchantId: shop.merchantId,
    locationId: shop.locationId,
    from: "POS <pos@localhost>",
    to: "owner@shop.example",
    messageId: `<${number}@localhost>`,
    sentAt: new Date(Date.parse("2026-06-15T20:00:00.000Z") + number * 1000).toISOString(),
    ...change,
  };
}

async function serve(reach: Reach = DIRECT): Promise<string> {
  host = createHttpHost({
    handler: async () => ({ status: 404, headers: new Map(), cookies: [], body: "" }),
    ...{ log: () => {}, host: "127.0.0.1", port: 0, pages: new Map() },
    mailbox: createMailboxPage({ table: shop.table, clock: shop.clock, reach }),
  });
  const { url } = await host.start();
  host.markReady();
  return url;
}

describe("mailbox", () => {
  test("keeps the last 500 mails, each once, with what hangs on it", async () => {
    const mailbox = createMailbox(shop.table);
    const plain = mail(0, { html: "<p>", images: [], attachments: [] });
    for (let number = 0; number < MAILS_KEPT + 3; number++)
      await mailbox.send({ ...plain, ...{ messageId: `<${number}@localhost>`, sentAt: mail(number).sentAt } });
    await mailbox.send({ ...plain, messageId: "<502@localhost>" });
    const rows = await listMails(shop.table, shop.merchantId);
    expect(rows).toHaveLength(MAILS_KEPT);
    expect(rows[0]?.sentAt).toBe(mail(MAILS_KEPT + 2).sentAt);
    const items = await shop.table.query({ pk: `${shop.merchantId}#MAILBOX`, limit: 1000 });
    expect(items.items).toHaveLength(MAILS_KEPT);
    const last = present(rows.at(-1), "the oldest");
    expect(last.sentAt).toBe(mail(3).sentAt);
    expect(await readMail(shop.table, shop.merchantId, last.id)).toMatchObject({ text: plain.text });
  });

  test("a mail that is too large for an item loses its files and not its text", async () => {
    const content = Buffer.alloc(600_000, 97);
    await createMailbox(shop.table).send(
      mail(1, { attachments: [{ name: "all.csv", contentType: "text/csv", content }] }),
    );
    const [row] = await listMails(shop.table, shop.merchantId);
    const kept = present(await readMail(shop.table, shop.merchantId, present(row, "a mail").id), "the mail");
    expect(kept.attachments).toEqual([{ name: "all.csv (too large to keep)", contentType: "text/csv", content: "" }]);
    expect(kept.html).toContain("Daily report");
  });
});

/** A client of the page that is signed in. */
async function signedIn(url: string, token?: string) {
  api ??= await startApi(shop);
  const cookie = `other=1; pos_session=${token ?? (await signInOwner(api, shop))}`;
  return (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
    fetch(url + path, { ...init, headers: { cookie, ...init.headers } });
}

describe("mailbox: its page", () => {
  test("lists mails newest first and refreshes itself; shows an opened mail in a sandboxed frame", async () => {
    const url = await serve();
    const get = await signedIn(url);
    expect(await (await get("/mail")).text()).toContain("No mail yet.");
    const mailbox = createMailbox(shop.table);
    await mailbox.send(mail(1));
    await mailbox.send(mail(2, { subject: "<script>alert(1)</script>" }));
    const list = await get("/mail");
    expect(list.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self'/,
    );
    const page = await list.text();
    expect(page).toContain('<meta http-equiv="refresh" content="10">');
    expect(page).not.toContain("<script");
    const links = [...page.matchAll(/href="(\/mail\/[^"]+)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(2);
    expect(page.indexOf("&lt;script&gt;")).toBeLessThan(page.indexOf("Daily report, High Street"));

    const opened = await (await get(String(links[1]))).text();
    expect(opened).toContain(`<iframe sandbox src="${links[1]}/body"`);
    expect(opened).toContain("&lt;1@localhost&gt;");
    const body = await get(`${links[1]}/body`);
    expect(body.headers.get("content-security-policy")).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const html = await body.text();
    expect(html).toContain('class="bar"');
    const file = await get(`${links[1]}/file/0`);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''report-HIGH-ST-2026-06-15.csv");
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    for (const path of [
      "/mail/x",
      `${links[1]}/file/7`,
      `/mail/${shop.merchantId}/${"0".repeat(32)}`,
      "/mail/../mail/x",
    ])
      expect((await get(path)).status, path).toBe(404);
    expect((await get("/mail", { method: "POST" })).status).toBe(404);
    expect((await get("/mailer")).status).toBe(404);
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "邮箱"],
    ["en-GB,en;q=0.9,zh;q=0.1", "en", "Mailbox"],
    ["de", "en", "Mailbox"],
    ["en;q=0.2, zh-TW", "zh-Hans", "邮箱"],
  ])("speaks the reader's language (%s)", async (accepted, language, title) => {
    const url = await serve();
    const page = await (await fetch(`${url}/mail`, { headers: { "accept-language": accepted } })).text();
    expect(page).toContain('<a href="/sign-in?to=/mail">');
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  test("A9: /mail: 403 and no mail when no session came, by whatever host and proxy the request came", async () => {
    await createMailbox(shop.table).send(mail(1));
    const forwarded = {
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "127.0.0.1",
      "x-forwarded-proto": "http",
      forwarded: "for=127.0.0.1;host=localhost",
      via: "1.1 localhost",
    };
    const [row] = await listMails(shop.table, shop.merchantId);
    const opened = `/mail/${shop.merchantId}/${present(row, "a mail").id}`;
    for (const reach of REACHES) {
      const page = createMailboxPage({ table: shop.table, clock: shop.clock, reach });
      for (const host of ["127.0.0.1:4000", "localhost", "[::1]:4000", "evil.example"])
        for (const headers of [{ host }, { host, ...forwarded }])
          for (const path of ["/mail", "/mail/", opened, `${opened}/body`, `${opened}/file/0`]) {
            const answer = await page(path, headers);
            expect([path, answer.status]).toEqual([path, 403]);
            expect(String(answer.body)).not.toContain("Daily report");
          }
    }
  });

  test("A9: /mail: shows an owner or manager the own merchant's mails, whatever was forwarded", async () => {
    const url = await serve();
    const other = await createShop({ engine: shop.engine, seed: 5, variants: 1 });
    const mailbox = createMailbox(shop.table);
    await mailbox.send(mail(1));
    await mailbox.send(mail(2, { merchantId: other.merchantId, subject: "the neighbour's" }));
    const [neighbours] = await listMails(shop.table, other.merchantId);
    const foreign = `/mail/${other.merchantId}/${present(neighbours, "a mail").id}`;
    api = await startApi(shop);
    for (const role of ["OWNER", "MANAGER"] as const) {
      const get = await signedIn(url, await signInStaff(api, shop, role));
      for (const headers of [
        {},
        { "x-forwarded-for": "203.0.113.7", "x-forwarded-host": "evil.example", via: "1.1 x" },
      ]) {
        const seen = await (await get("/mail", { headers })).text();
        expect(seen).toContain("Daily report, High Street");
        expect(seen).not.toContain("the neighbour");
        for (const path of [foreign, `${foreign}/body`, `${foreign}/file/0`])
          expect((await get(path, { headers })).status).toBe(404);
      }
    }
  });

  test("A9: /mail: 403 when the session is a cashier's, an operator's, none, planted or another site's", async () => {
    const url = await serve();
    api = await startApi(shop);
    const owner = await signInOwner(api, shop);
    const terminal = await activate(api, owner, present(shop.terminals[0], "a terminal").id);
    const refused: readonly Record<string, string>[] = [
      { cookie: `pos_session=${await signInStaff(api, shop, "CASHIER")}` },
      { cookie: `pos_session=${terminal}` },
      { cookie: `pos_session=${await signInOperator(api, shop, terminal)}` },
      { cookie: "pos_session=nonsense" },
      { cookie: `pos_session=${owner}; pos_session=${owner}` },
      { cookie: `pos_session=${owner}`, "sec-fetch-site": "cross-site" },
      { cookie: `pos_session=${owner}`, "sec-fetch-site": "same-site" },
      { authorization: `Bearer ${owner}` },
    ];
    for (const headers of refused) expect((await fetch(`${url}/mail`, { headers })).status).toBe(403);
    const cookie = `pos_session=${owner}`;
    expect((await fetch(`${url}/mail`, { headers: { cookie, "sec-fetch-site": "none" } })).status).toBe(200);
    await api.call("mutation { signOut { userErrors { code } } }", { token: owner });
    expect((await fetch(`${url}/mail`, { headers: { cookie } })).status).toBe(403);
  });

  test("A9: /mail: shows a location-limited manager the covered locations' mails, and none of the whole business", async () => {
    const url = await serve();
    const mailbox = createMailbox(shop.table);
    const location = { id: shop.clock.newId("loc"), code: "TWO", name: "Two", timeZone: "Europe/London" };
    const elsewhere = done(await createLocation(shop.owner, location));
    await mailbox.send(mail(1, { subject: "of this shop" }));
    await mailbox.send(mail(2, { subject: "of another shop", locationId: elsewhere.id }));
    const { locationId: _, ...ofNone } = mail(3, { subject: "of the whole business" });
    await mailbox.send(ofNone);
    api = await startApi(shop);
    const all = await (await (await signedIn(url))("/mail")).text();
    for (const subject of ["of this shop", "of another shop", "of the whole business"]) expect(all).toContain(subject);
    const { table, merchantId, staff } = shop;
    const token = await signInStaff(api, shop, "MANAGER");
    const get = await signedIn(url, token);
    const manager = await (await get("/mail")).text();
    expect(manager).toContain("of another shop");
    expect(manager).not.toContain("of the whole business");
    const item = present(await table.get(staffKey(merchantId, staff.MANAGER.id)), "the manager");
    await table.write({ op: "put", item: { ...item, coverage: [shop.locationId] } });
    const limited = await (await get("/mail")).text();
    expect(limited).toContain("of this shop");
    expect(limited).not.toContain("of another shop");
    expect(limited).not.toContain("of the whole business");
    for (const { id, locationId } of await listMails(table, merchantId))
      for (const part of ["", "/body", "/file/0"])
        expect((await get(`/mail/${merchantId}/${id}${part}`)).status).toBe(locationId === shop.locationId ? 200 : 404);
  });
});

const REACHES: readonly Reach[] = [
  DIRECT,
  { scheme: "https", isHostForwarded: false },
  { scheme: "forwarded", isHostForwarded: true },
];

async function signInStaff(of: Api, { staff }: Shop, role: "OWNER" | "MANAGER" | "CASHIER"): Promise<string> {
  const { email, password } = staff[role];
  const { data } = await of.call("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
    variables: { input: { email, password } },
  });
  return data.signIn.token;
}
