import { Readable } from "node:stream";
import type { Mail, Mailer, MailOutcome } from "@pos/core/office/mail/index.ts";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { parseSender } from "../platform/mail-address.ts";
import { mimeOf } from "./mime.ts";

export interface SmtpOptions {
  /** smtp: TLS if the server offers it; smtps: TLS from the first byte. */
  readonly url: URL;
  /** For the whole exchange. */
  readonly deadlineMilliseconds?: number;
}

const DEADLINE_MILLISECONDS = 120_000;
const STEP_MILLISECONDS = 30_000;
const WHY_MILLISECONDS = 100;

/**
 * Sends mails through a mail server with one connection per mail, so that the outcome of each mail is known or known to
 * be unknown.
 */
export function createSmtpMailer({ url, deadlineMilliseconds = DEADLINE_MILLISECONDS }: SmtpOptions): Mailer {
  return {
    async send(mail) {
      const raw = await mimeOf(mail);
      return exchange(url, mail, raw, deadlineMilliseconds);
    },
  };
}

function exchange(url: URL, mail: Mail, raw: Buffer, deadlineMilliseconds: number): Promise<MailOutcome> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection(optionsOf(url));
    // The connection requests the body only after the server has accepted DATA.
    let dataHasBegun = false;
    const content = new Readable({
      read() {
        dataHasBegun = true;
        this.push(raw);
        this.push(null);
      },
    });
    let isSettled = false;
    const settle = (outcome: MailOutcome) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(deadline);
      if (outcome.is === "sent") connection.quit();
      else connection.close();
      resolve(outcome);
    };
    const fail = (error: Error) => settle(outcomeOf(error as SmtpError, dataHasBegun));
    const deadline = setTimeout(
      () => fail(new Error(`No end after ${deadlineMilliseconds / 1000} seconds`)),
      deadlineMilliseconds,
    );
    connection.on("error", fail);
    // The connection also ends after every error, which is reported first.
    connection.on("end", () => setTimeout(() => fail(new Error("The connection ended")), WHY_MILLISECONDS));
    const send = () => {
      const envelope = { from: parseSender(mail.from)?.address ?? mail.from, to: mail.to, size: raw.length };
      connection.send(envelope, content, (error) => (error ? fail(error) : settle({ is: "sent" })));
    };
    connection.connect((error?: Error) => {
      if (error) return fail(error);
      if (url.username === "") return send();
      const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
      connection.login({ credentials }, (refusal) => (refusal ? fail(refusal) : send()));
    });
  });
}

function optionsOf(url: URL) {
  const isImplicit = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return {
    host,
    port: url.port === "" ? (isImplicit ? 465 : 587) : Number(url.port),
    secure: isImplicit,
    // A password must not be sent unencrypted.
    requireTLS: !isImplicit && url.username !== "" && !isLoopback(host),
    connectionTimeout: STEP_MILLISECONDS,
    greetingTimeout: STEP_MILLISECONDS,
    socketTimeout: STEP_MILLISECONDS,
    dnsTimeout: STEP_MILLISECONDS,
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * A response is definite: 4xx is retried, 5xx for a recipient or the mail is permanent; other rejections (sign-in,
 * greeting) can be fixed by an operator. Without a response nothing was accepted, unless the body was being sent.
 */
function outcomeOf({ message, responseCode, command }: SmtpError, dataHasBegun: boolean): MailOutcome {
  const detail = message.slice(0, DETAIL_CHARACTERS_MAX);
  if (responseCode === undefined || responseCode === 0) return { is: dataHasBegun ? "unknown" : "again", detail };
  const isOfMail = dataHasBegun || command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
  return { is: responseCode >= 500 && isOfMail ? "refused" : "again", detail };
}

const DETAIL_CHARACTERS_MAX = 300;
