import { once } from "node:events";
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { localTime } from "@pos/core/base/time.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  credentialsOf,
  homeOf,
  pos,
  post,
  type Started,
  signInOwner,
  startHost,
  stopHost,
} from "../../support/processes.ts";

/** Reports as people see them: the running host, the command, the mailbox's page, a mail server that is set. */
const home = homeOf("reports");
const shop = join(home, "shop");
let host: Started;

beforeAll(async () => {
  host = await startHost(shop);
}, 60_000);
afterAll(async () => {
  await stopHost(host);
  rmSync(shop, { recursive: true, force: true });
});

const yesterday = () =>
  localTime(new Date(Date.parse(systemClock.now()) - 86_400_000).toISOString(), "Europe/London").day;

describe("reports: processes", () => {
  test("a report that is sent by hand while the shop is open is in the mailbox", async () => {
    const { locationId } = credentialsOf(shop);
    const day = yesterday();
    const wanted = ["--location", locationId, "--date", day, "--language", "zh"];
    const { code, stdout, stderr } = await pos(
      ...([shop, "report", "send", ...wanted] as const),
      ...["--to", "owner@shop.example", "--to", "books@shop.example"],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trim().split("\n").sort()).toEqual(["books@shop.example: SENT", "owner@shop.example: SENT"]);
    const cookie = `pos_session=${await signInOwner(host.url, credentialsOf(shop))}`;
    const read = async (path: string) => (await fetch(`${host.url}${path}`, { headers: { cookie } })).text();
    const page = await read("/mail");
    const links = [...page.matchAll(/href="(\/mail\/[^"]+)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(2);
    expect(page).toContain(`日报`);
    const body = await read(`${links[0]}/body`);
    expect(body).toContain("当日账目核对无误");
  });

  test.each([
    [["--location", "NOWHERE", "--date", "2026-06-15", "--to", "a@b.example"], 1, "There is no location NOWHERE."],
    [["--location", "X", "--date", "15.6.2026"], 2, "--date takes a day as YYYY-MM-DD."],
    [["--date", "2026-06-15"], 2, "--location CODE|ID is missing."],
    [["--location", "X", "--date", "2026-06-15", "--to", "a@b\nBcc: c"], 2, "is no mail address"],
    [["--location", "X", "--date", "2026-06-15", "--language", "fr"], 2, '--language takes en, zh, not "fr"'],
    [["--location", "X", "--date"], 2, "'--date <value>' argument missing"],
    [["--cc", "x"], 2, "Unknown option '--cc'"],
  ] as const)("report send %j is answered with a sentence", async (words, code, sentence) => {
    const ran = await pos(shop, "report", "send", ...words);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(sentence);
  });

  test("a report asked for through the API goes out by the mail server that is set, when the host starts", async () => {
    const mails: ParsedMail[] = [];
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], closeTimeout: 100 },
      async onData(stream, _, callback) {
        mails.push(await simpleParser(stream));
        callback();
      },
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    const { port } = server.server.address() as AddressInfo;
    const { locationId } = credentialsOf(shop);
    const owner = await signInOwner(host.url, credentialsOf(shop));
    const input = {
      ...{ id: systemClock.newId("rsn"), locationId, report: "DAILY", day: yesterday(), language: "EN" },
      recipients: ["owner@shop.example"],
    };
    const asked = await post(
      host.url,
      owner,
      "mutation ($input: SendReportInput!) { sendReport(input: $input) { replayed userErrors { code } } }",
      { input },
    );
    expect(asked.data.sendReport).toEqual({ replayed: false, userErrors: [] });
    await stopHost(host);
    host = await startHost(shop, {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "The Shop <reports@shop.example>",
    });
    const until = performance.now() + 15_000;
    while (mails.length === 0 && performance.now() < until) await systemClock.sleep(50);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.from?.text).toBe('"The Shop" <reports@shop.example>');
    expect((await fetch(`${host.url}/mail`)).status).toBe(404);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }, 60_000);
});
