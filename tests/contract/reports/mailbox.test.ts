import { present } from "@pos/core/base/result.ts";
import type { Mail, MailLanguage } from "@pos/core/office/mail/index.ts";
import { createMailbox, listMails, MAILS_KEPT, readMail } from "@pos/functions/mail/mailbox.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { createHttpHost, type HttpHost } from "@pos/host/node/http.ts";
import { createMailboxPage } from "@pos/host/node/mailbox-page.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Api, signInOwner, startApi } from "../../support/api.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { PLAIN_OF, plainReport } from "./support.ts";

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
    from: "POS <pos@localhost>",
    to: "owner@shop.example",
    messageId: `<${number}@localhost>`,
    sentAt: new Date(Date.parse("2026-06-15T20:00:00.000Z") + number * 1000).toISOString(),
    ...change,
  };
}

async function serve(isPrivate = true): Promise<string> {
  host = createHttpHost({
    handler: async () => ({ status: 404, headers: new Map(), cookies: [], body: "" }),
    ...{ log: () => {}, host: "127.0.0.1", port: 0, pages: new Map() },
    mailbox: createMailboxPage({ table: shop.table, clock: shop.clock, isPrivate }),
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

describe("mailbox: its page", () => {
  test("lists mails newest first and refreshes itself; shows an opened mail in a sandboxed frame", async () => {
    const url = await serve();
    expect(await (await fetch(`${url}/mail`)).text()).toContain("No mail yet.");
    const mailbox = createMailbox(shop.table);
    await mailbox.send(mail(1));
    await mailbox.send(mail(2, { subject: "<script>alert(1)</script>" }));
    const list = await fetch(`${url}/mail`);
    expect(list.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self'/,
    );
    const page = await list.text();
    expect(page).toContain('<meta http-equiv="refresh" content="10">');
    expect(page).not.toContain("<script");
    const links = [...page.matchAll(/href="(\/mail\/[^"]+)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(2);
    expect(page.indexOf("&lt;script&gt;")).toBeLessThan(page.indexOf("Daily report, High Street"));

    const opened = await (await fetch(url + links[1])).text();
    expect(opened).toContain(`<iframe sandbox src="${links[1]}/body"`);
    expect(opened).toContain("&lt;1@localhost&gt;");
    const body = await fetch(`${url}${links[1]}/body`);
    expect(body.headers.get("content-security-policy")).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const html = await body.text();
    expect(html).toMatch(/<img src="data:image\/png;base64,/);
    expect(html).not.toContain("cid:");
    const file = await fetch(`${url}${links[1]}/file/0`);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''report-HIGH-ST-2026-06-15.csv");
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    for (const path of [
      "/mail/x",
      `${links[1]}/file/7`,
      `/mail/${shop.merchantId}/${"0".repeat(32)}`,
      "/mail/../mail/x",
    ])
      expect((await fetch(url + path)).status, path).toBe(404);
    expect((await fetch(`${url}/mail`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${url}/mailer`)).status).toBe(404);
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "邮箱"],
    ["en-GB,en;q=0.9,zh;q=0.1", "en", "Mailbox"],
    ["de", "en", "Mailbox"],
    ["en;q=0.2, zh-TW", "zh-Hans", "邮箱"],
  ])("speaks the reader's language (%s)", async (accepted, language, title) => {
    const url = await serve();
    const page = await (await fetch(`${url}/mail`, { headers: { "accept-language": accepted } })).text();
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });

  test("is for programs of this machine alone: not for a page that comes by another name or from elsewhere", async () => {
    const url = await serve();
    const { port } = new URL(url);
    expect((await fetch(`${url}/mail`, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await fetch(`${url}/mail`, { headers: { "sec-fetch-site": "none" } })).status).toBe(200);
    const page = createMailboxPage({ table: shop.table, clock: shop.clock, isPrivate: true });
    for (const name of ["evil.example", `evil.example:${port}`, "localhost.evil.example", "127.0.0.1.evil.example", ""])
      expect((await page("/mail", { host: name })).status, name).toBe(403);
    for (const name of ["localhost", `127.0.0.1:${port}`, `[::1]:${port}`])
      expect((await page("/mail", { host: name })).status, name).toBe(200);
  });

  test("over a network is the signed-in owner's, who sees the own shop's mails only", async () => {
    const url = await serve(false);
    api = await startApi(shop);
    const owner = await signInOwner(api, shop);
    const other = await createShop({ engine: shop.engine, seed: 5, variants: 1 });
    const mailbox = createMailbox(shop.table);
    await mailbox.send(mail(1));
    await mailbox.send(mail(2, { merchantId: other.merchantId, subject: "the neighbour's" }));
    const [neighbours] = await listMails(shop.table, other.merchantId);
    expect((await fetch(`${url}/mail`)).status).toBe(403);
    expect((await fetch(`${url}/mail`, { headers: { cookie: "pos_session=nonsense" } })).status).toBe(403);
    const cookie = `other=1; pos_session=${owner}`;
    const seen = await (await fetch(`${url}/mail`, { headers: { cookie } })).text();
    expect(seen).toContain("Daily report, High Street");
    expect(seen).not.toContain("the neighbour");
    const path = `/mail/${other.merchantId}/${present(neighbours, "a mail").id}`;
    expect((await fetch(url + path, { headers: { cookie } })).status).toBe(404);
    const manager = await signInStaff(api, shop);
    expect((await fetch(`${url}/mail`, { headers: { cookie: `pos_session=${manager}` } })).status).toBe(403);
  });
});

async function signInStaff(of: Api, { staff }: Shop): Promise<string> {
  const { email, password } = staff.MANAGER;
  const { data } = await of.call("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
    variables: { input: { email, password } },
  });
  return data.signIn.token;
}
