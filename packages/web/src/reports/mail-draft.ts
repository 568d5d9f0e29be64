import { asciiAddress } from "@pos/core/base/email.ts";
import type { MailLanguage } from "@pos/web/graphql/generated/graphql.ts";

export interface MailDraft {
  readonly recipients: readonly string[];
  /** What is in the field and was not ended with Enter yet: it counts, too. */
  readonly typed: string;
  readonly language: MailLanguage;
}

export const RECIPIENTS_MAX = 20;
const BETWEEN = /[,;\s，；、]+/;

/** All addresses, also those that were only typed; each once. */
export function recipientsOf({ recipients, typed }: MailDraft): string[] {
  const byAddress = new Map<string, string>();
  for (const address of [...recipients, ...typed.split(BETWEEN)])
    if (address !== "" && !byAddress.has(address.toLowerCase())) byAddress.set(address.toLowerCase(), address);
  return [...byAddress.values()];
}

/** What is wrong with the recipients; the addresses that are none. */
export type RecipientsProblem =
  | { readonly is: "none" | "tooMany" }
  | { readonly is: "wrong"; readonly addresses: readonly string[] };

export function recipientsProblem(draft: MailDraft): RecipientsProblem | undefined {
  const recipients = recipientsOf(draft);
  if (recipients.length === 0) return { is: "none" };
  const addresses = recipients.filter((recipient) => asciiAddress(recipient) === undefined);
  if (addresses.length > 0) return { is: "wrong", addresses };
  return recipients.length > RECIPIENTS_MAX ? { is: "tooMany" } : undefined;
}
