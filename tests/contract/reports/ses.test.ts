import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Mail } from "@pos/core/office/mail/index.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { createSesMailer } from "@pos/functions/mail/ses.ts";
import { simpleParser } from "mailparser";
import { afterEach, describe, expect, test } from "vitest";
import { PLAIN_OF, plainReport } from "./support.ts";

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

const MAIL: Mail = {
  ...reportMail(plainReport(), PLAIN_OF, "ZH_HANS"),
  merchantId: "mer_01J00000000000000000000000",
  from: "The Shop <reports@shop.example>",
  to: "owner@shop.example",
  messageId: "<one@shop.example>",
  sentAt: "2026-06-15T20:00:00.000Z",
};

interface Asked {
  readonly url: string;
  readonly body: {
    readonly FromEmailAddress: string;
    readonly Destination: { readonly ToAddresses: string[] };
    readonly Content: { readonly Raw: { readonly Data: string } };
  };
}

/** An endpoint that answers every request alike, or hangs up. */
async function startEndpoint(answer: { status: number; type?: string } | "hang up") {
  const asked: Asked[] = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ url: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString()) });
    if (answer === "hang up") return request.socket.destroy();
    response.writeHead(answer.status, {
      "content-type": "application/json",
      ...(answer.type ? { "x-amzn-errortype": answer.type } : {}),
    });
    response.end(JSON.stringify(answer.status === 200 ? { MessageId: "0100" } : { message: "as it is" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function mailerAt(endpoint: string) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return createSesMailer({ endpoint, region: "eu-west-1", credentials });
}

describe("ses", () => {
  test("gets the whole mail, once", async () => {
    const { asked, endpoint } = await startEndpoint({ status: 200 });
    expect(await mailerAt(endpoint).send(MAIL)).toEqual({ is: "sent" });
    expect(asked).toHaveLength(1);
    const { url, body } = asked[0] as Asked;
    expect(url).toBe("/v2/email/outbound-emails");
    expect(body.FromEmailAddress).toBe("The Shop <reports@shop.example>");
    expect(body.Destination.ToAddresses).toEqual(["owner@shop.example"]);
    const parsed = await simpleParser(Buffer.from(body.Content.Raw.Data, "base64"));
    expect(parsed.subject).toBe("日报 · High Street · 2026-06-15");
    expect(parsed.messageId).toBe("<one@shop.example>");
    expect(parsed.attachments).toHaveLength(1);
  });

  test.each([
    [400, "MessageRejected", "refused"],
    [400, "BadRequestException", "refused"],
    [429, "TooManyRequestsException", "again"],
    [400, "MailFromDomainNotVerifiedException", "again"],
    [403, "AccessDeniedException", "again"],
    [503, "ServiceUnavailable", "again"],
    [500, "InternalServiceErrorException", "unknown"],
  ] as const)("%i %s: %s, and not tried again behind our back", async (status, type, is) => {
    const { asked, endpoint } = await startEndpoint({ status, type });
    expect((await mailerAt(endpoint).send(MAIL)).is).toBe(is);
    expect(asked).toHaveLength(1);
  });

  test("hangs up with the mail in its hands: unknown", async () => {
    const { asked, endpoint } = await startEndpoint("hang up");
    expect((await mailerAt(endpoint).send(MAIL)).is).toBe("unknown");
    expect(asked).toHaveLength(1);
  });

  test("is not there: again", async () => {
    const { endpoint } = await startEndpoint({ status: 200 });
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect((await mailerAt(endpoint).send(MAIL)).is).toBe("again");
  });
});
