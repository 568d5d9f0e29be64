import { Readable } from "node:stream";
import type { Mail, Mailer, MailOutcome } from "@pos/core/office/mail/index.ts";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { parseSender } from "../platform/mail-address.ts";
import { mimeOf } from "./mime.ts";

export interface SmtpOptions {
  /** smtp: with TLS where the server offers it; smtps: TLS from the first byte. */
  readonly url: URL;
  /** For a whole exchange. */
  readonly deadlineMilliseconds?: number;
}

const DEADLINE_MILLISECONDS = 120_000;
const STEP_MILLISECONDS = 30_000;
const WHY_MILLISECONDS = 100;

/** Hands mails to a mail server, one connection a mail: after each it is known what became of it, or known that it is not. */
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
    // Asked for by the connection once the server has said "go on" to DATA, and not before.
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
    // It ends after every error too, which then has said why.
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
    // A password does not go over a network in the clear.
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
 * An answer is certain: 4xx is to be tried again, 5xx to a recipient or to the mail itself is for good; of the server's other
 * refusals (signing in, the greeting) somebody may mend the cause. Without an answer nothing was taken as long as the mail
 * itself had not begun.
 */
function outcomeOf({ message, responseCode, command }: SmtpError, dataHasBegun: boolean): MailOutcome {
  const detail = message.slice(0, DETAIL_CHARACTERS_MAX);
  if (responseCode === undefined || responseCode === 0) return { is: dataHasBegun ? "unknown" : "again", detail };
  const isOfMail = dataHasBegun || command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
  return { is: responseCode >= 500 && isOfMail ? "refused" : "again", detail };
}

const DETAIL_CHARACTERS_MAX = 300;
