import type { SESv2Client, SESv2ClientConfig } from "@aws-sdk/client-sesv2";
import type { Mailer, MailOutcome } from "@pos/core/office/mail/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import { mimeOf } from "./mime.ts";

/**
 * Sends mails through Amazon SES. SES replaces the Message-ID, so duplicates are recognizable only by their other
 * headers.
 */
export function createSesMailer(config: SESv2ClientConfig = {}): Mailer {
  let client: SESv2Client | undefined;
  return {
    async send(mail) {
      // Loaded on first use: it is larger than the rest of the mail code.
      const { SESv2Client, SendEmailCommand } = await import("@aws-sdk/client-sesv2");
      client ??= new SESv2Client({ ...SETTINGS, ...config });
      const Data = await mimeOf(mail);
      const command = new SendEmailCommand({
        FromEmailAddress: oneLine(mail.from),
        Destination: { ToAddresses: [mail.to] },
        Content: { Raw: { Data } },
      });
      try {
        await client.send(command);
        return { is: "sent" };
      } catch (error) {
        return outcomeOf(error as SesError);
      }
    },
  };
}

/** Automatic retries could send a mail twice without any record of it. */
const SETTINGS = { maxAttempts: 1, requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000 } } as const;

interface SesError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** SES rejects the mail itself. All other errors are transient or can be fixed by an operator. */
const FOR_GOOD = new Set(["MessageRejected", "BadRequestException", "InvalidParameterValue", "NotFoundException"]);
const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function outcomeOf({ name, message, code, $metadata }: SesError): MailOutcome {
  const detail = `${name}: ${message}`.slice(0, DETAIL_CHARACTERS_MAX);
  const status = $metadata?.httpStatusCode;
  if (FOR_GOOD.has(name)) return { is: "refused", detail };
  if (status !== undefined && status !== 500 && status >= 400) return { is: "again", detail };
  if (name === "CredentialsProviderError" || NOT_CONNECTED.has(code ?? "")) return { is: "again", detail };
  return { is: "unknown", detail };
}

const DETAIL_CHARACTERS_MAX = 300;
