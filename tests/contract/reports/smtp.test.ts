import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";
import { present } from "@pos/core/base/result.ts";
import {
  createReportSchedule,
  deliveriesOf,
  LEASE_MILLISECONDS,
  listSendings,
  type Mail,
  type MailLanguage,
} from "@pos/core/office/mail/index.ts";
import { sendReports } from "@pos/functions/jobs/reports.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { createSmtpMailer } from "@pos/functions/mail/smtp.ts";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, done } from "../../support/shop.ts";
import { PLAIN_OF, plainReport } from "./support.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Received {
  readonly url: URL;
  readonly mails: { readonly raw: string; readonly parsed: ParsedMail; readonly to: string[]; readonly from: string }[];
}

/** A mail server that accepts everything by default. */
async function startServer(options: SMTPServerOptions = {}): Promise<Received> {
  const mails: Received["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.onAuth ? ["STARTTLS"] : ["AUTH", "STARTTLS"],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks);
        const { rcptTo, mailFrom } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        mails.push({
          raw: raw.toString(),
          parsed: await simpleParser(raw),
          to: rcptTo.map(({ address }) => address),
          from,
        });
        callback();
      });
    },
    ...options,
  });
  // A client that hangs up is no trouble of the server's.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: new URL(`smtp://127.0.0.1:${port}`), mails };
}

function mailIn(language: MailLanguage, change: Partial<Mail> = {}): Mail {
  return {
    ...reportMail(plainReport(), PLAIN_OF, language),
    merchantId: "mer_01J00000000000000000000000",
    from: "The Shop <reports@shop.example>",
    to: "owner@shop.example",
    messageId: "<one@shop.example>",
    sentAt: "2026-06-15T20:00:00.000Z",
    ...change,
  };
}

describe("smtp: a mail arrives", () => {
  test.each([
    ["EN", "Daily report, High Street, 2026-06-15", "en", "Sales with tax"],
    ["ZH_HANS", "日报 · High Street · 2026-06-15", "zh-Hans", "含税销售额"],
  ] as const)("whole, in %s", async (language, subject, tag, word) => {
    const { url, mails } = await startServer();
    expect(await createSmtpMailer({ url }).send(mailIn(language))).toEqual({ is: "sent" });
    const { raw, parsed, to, from } = present(mails[0], "the mail");
    expect({ to, from }).toEqual({ to: ["owner@shop.example"], from: "reports@shop.example" });
    expect(parsed.subject).toBe(subject);
    expect(parsed.messageId).toBe("<one@shop.example>");
    expect(parsed.date).toEqual(new Date("2026-06-15T20:00:00.000Z"));
    expect(parsed.from?.value).toEqual([{ name: "The Shop", address: "reports@shop.example" }]);
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(parsed.headers.get("content-language")).toBe(tag);
    expect(parsed.text).toContain(word);
    expect(parsed.html).toContain(`<html lang="${tag}">`);
    expect(parsed.html).toContain(word);
    // Headers are ASCII whatever the language, and no line is longer than mail servers take.
    const headers = raw.slice(0, raw.indexOf("\r\n\r\n"));
    expect(headers).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);

    const [file, ...others] = parsed.attachments;
    expect(others).toEqual([]);
    // The bars are cells with a background: nothing is loaded, and each has its figure.
    expect(parsed.html).not.toContain("<img");
    expect(parsed.html).toMatch(/10:00<\/td>.*class="bar" style="width:100%.*£/);
    expect(file).toMatchObject({ contentType: "text/csv", filename: "report-HIGH-ST-2026-06-15.csv" });
    const csv = present(file, "a file").content.toString();
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(csv).toContain("SKU-1,Mug,12,1230.00\r\n");
  });

  test("signed in, where the address holds a name and a password", async () => {
    const seen: unknown[] = [];
    const { url, mails } = await startServer({
      onAuth({ username, password }, { secure }, callback) {
        seen.push({ username, password, secure });
        callback(null, { user: username });
      },
    });
    url.username = "me%40shop.example";
    url.password = "pass%20word";
    expect(await createSmtpMailer({ url }).send(mailIn("EN"))).toEqual({ is: "sent" });
    expect(seen).toEqual([{ username: "me@shop.example", password: "pass word", secure: false }]);
    expect(mails).toHaveLength(1);
  });

  test.each([
    ["smtp", { disabledCommands: ["AUTH"] }],
    ["smtps", { secure: true }],
  ] as const)("by %s not at all where no authority signed the server's certificate", async (scheme, options) => {
    const { url, mails } = await startServer(options as SMTPServerOptions);
    const mailer = createSmtpMailer({ url: new URL(url.href.replace("smtp:", `${scheme}:`)) });
    const outcome = await mailer.send(mailIn("EN"));
    expect(outcome).toMatchObject({ is: "again", detail: expect.stringMatching(/certificate/i) });
    expect(mails).toHaveLength(0);
  });
});

describe("smtp: outcome of a mail", () => {
  const refusal = (code: number) => Object.assign(new Error(`answer ${code}`), { responseCode: code });

  test.each([
    ["a recipient that is not there", 550, "onRcptTo", "refused"],
    ["a recipient whose mailbox is full for now", 452, "onRcptTo", "again"],
    ["a sender that is not taken", 553, "onMailFrom", "refused"],
    ["a server that is busy", 451, "onMailFrom", "again"],
    ["a server that accepts no connection now", 421, "onConnect", "again"],
    ["a server that accepts no connection", 554, "onConnect", "again"],
  ] as const)("%s (%i)", async (_, code, at, is) => {
    const { url, mails } = await startServer({
      [at]: (_address: unknown, ...rest: unknown[]) => (rest.at(-1) as (error: Error) => void)(refusal(code)),
    });
    const outcome = await createSmtpMailer({ url }).send(mailIn("EN"));
    expect(outcome).toMatchObject({ is, detail: expect.stringContaining(`answer ${code}`) });
    expect(mails).toHaveLength(0);
  });

  test("a wrong password is retried, since the setting may be corrected", async () => {
    const { url } = await startServer({ onAuth: (_, __, callback) => callback(refusal(535)) });
    url.username = "me";
    url.password = "wrong";
    expect((await createSmtpMailer({ url }).send(mailIn("EN"))).is).toBe("again");
  });

  test.each([
    ["for good", 554, "refused"],
    ["for now", 451, "again"],
  ] as const)("a mail that is refused %s once it was read", async (_, code, is) => {
    const { url } = await startServer({
      onData(stream, __, callback) {
        stream.resume();
        stream.on("end", () => callback(refusal(code)));
      },
    });
    expect((await createSmtpMailer({ url }).send(mailIn("EN"))).is).toBe(is);
  });

  test("no server listens: again", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const outcome = await createSmtpMailer({ url: new URL(`smtp://127.0.0.1:${port}`) }).send(mailIn("EN"));
    expect(outcome).toMatchObject({ is: "again", detail: expect.stringContaining("ECONNREFUSED") });
  });

  test.each([
    ["hangs up before the mail", "MAIL", "again"],
    ["hangs up when it has the mail", "DOT", "unknown"],
    ["is silent before the mail", "silent MAIL", "again"],
    ["is silent after the mail", "silent DOT", "unknown"],
  ] as const)("a server that %s: %s → %s", async (_, when, is) => {
    const url = await startRude(when);
    const outcome = await createSmtpMailer({ url, deadlineMilliseconds: 1_000 }).send(mailIn("EN"));
    expect(outcome.is).toBe(is);
  });
});

/** A server that speaks just enough, and stops. */
async function startRude(when: string): Promise<URL> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let isData = false;
    socket.write("220 rude ESMTP\r\n");
    const stop = () => (when.startsWith("silent") ? undefined : socket.destroy());
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      if (isData) {
        if (text.endsWith("\r\n.\r\n")) stop();
        return;
      }
      if (text.startsWith("MAIL") && when.endsWith("MAIL")) return stop();
      isData = text.startsWith("DATA");
      socket.write(text.startsWith("EHLO") ? "250 rude\r\n" : isData ? "354 go on\r\n" : "250 ok\r\n");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return new URL(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe("smtp: the scheduler over a real mail server", () => {
  const statusesOf = async (shop: Awaited<ReturnType<typeof scheduledShop>>) => {
    const page = present(await listSendings(shop.owner, shop.locationId, { limit: 10 }), "sendings");
    const [{ sending } = { sending: undefined }] = page.sendings;
    const deliveries = await deliveriesOf(shop.table, shop.merchantId, present(sending, "a sending").id);
    return Object.fromEntries(deliveries.map(({ recipient, status }) => [recipient, status]));
  };

  async function scheduledShop(recipients: string[]) {
    const shop = await createShop({ variants: 1 });
    done(
      await createReportSchedule(shop.owner, {
        ...{ id: shop.clock.newId("rsc"), locationId: shop.locationId, report: "DAILY", reportedDay: "SAME_DAY" },
        ...{ timeOfDay: "21:00", recipients, language: "ZH_HANS" },
      }),
    );
    await sellLive(shop.operator(0), makeSale(shop));
    await drain(shop);
    shop.clock.advance(Date.parse("2026-06-15T20:00:00.000Z") - Date.parse(shop.clock.now()));
    return shop;
  }

  test("three runs at once: each recipient gets one mail, and the one that is refused is shown", async () => {
    const recipients = ["owner@shop.example", "gone@shop.example", "books@shop.example"];
    const shop = await scheduledShop(recipients);
    const { url, mails } = await startServer({
      onRcptTo({ address }, _, callback) {
        callback(address.startsWith("gone") ? Object.assign(new Error("unknown"), { responseCode: 550 }) : null);
      },
    });
    const context = { table: shop.table, clock: shop.clock, mailer: createSmtpMailer({ url }), from: "r@shop.example" };
    await Promise.all([sendReports(context), sendReports(context), sendReports(context)]);
    await sendReports(context);
    expect(mails.flatMap(({ to }) => to).sort()).toEqual(["books@shop.example", "owner@shop.example"]);
    expect(await statusesOf(shop)).toEqual({
      "owner@shop.example": "SENT",
      "books@shop.example": "SENT",
      "gone@shop.example": "REFUSED",
    });
  });

  test("a server that takes a mail and hangs up: it comes once more with the same Message-ID when the lease has passed", async () => {
    const shop = await scheduledShop(["owner@shop.example"]);
    const moods = new Set(["rude"]);
    const hangUps: (() => void)[] = [];
    const { url, mails } = await startServer({
      onData(stream, _, callback) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", async () => {
          const raw = Buffer.concat(chunks);
          mails.push({ raw: raw.toString(), parsed: await simpleParser(raw), to: [], from: "" });
          if (moods.has("rude")) for (const hangUp of hangUps) hangUp();
          else callback();
        });
      },
    });
    const relay = createServer((client) => {
      const up = new URL(url.href);
      const server = connect(Number(up.port), "127.0.0.1");
      client.pipe(server).pipe(client);
      client.on("error", () => {});
      server.on("error", () => {});
      hangUps.push(() => client.destroy());
    }).listen(0, "127.0.0.1");
    await once(relay, "listening");
    closing.push(() => new Promise((resolve) => relay.close(() => resolve())));
    const through = new URL(`smtp://127.0.0.1:${(relay.address() as AddressInfo).port}`);
    const context = {
      ...{ table: shop.table, clock: shop.clock, from: "r@shop.example" },
      mailer: createSmtpMailer({ url: through }),
    };
    await sendReports(context);
    expect(await statusesOf(shop)).toEqual({ "owner@shop.example": "UNKNOWN" });
    await sendReports(context);
    expect(mails).toHaveLength(1);
    moods.clear();
    shop.clock.advance(LEASE_MILLISECONDS);
    await sendReports(context);
    await sendReports(context);
    expect(await statusesOf(shop)).toEqual({ "owner@shop.example": "SENT" });
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(1);
  });
});
