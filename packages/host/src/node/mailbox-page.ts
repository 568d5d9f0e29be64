import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { requestContext } from "@pos/functions/api/context.ts";
import { SESSION_COOKIE } from "@pos/functions/api/cookie.ts";
import { type Html, html } from "@pos/functions/mail/html.ts";
import {
  type KeptFile,
  type KeptMail,
  listMails,
  MAILS_KEPT,
  type MailRow,
  readMail,
} from "@pos/functions/mail/mailbox.ts";
import { MAILBOX_STYLE, MAILBOX_WORDS, type MailboxWords } from "./mailbox-view.ts";

/** The mails stored on this machine, for its user; over a network, for a signed-in owner only. */
export interface MailboxAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}
export type MailboxPage = (path: string, headers: IncomingHttpHeaders) => Promise<MailboxAnswer>;

export interface MailboxPageOptions {
  readonly table: Table;
  readonly clock: Clock;
  /** Only programs on this machine reach the host, and no proxy is in front of it. */
  readonly isPrivate: boolean;
}

/** `/mail`, `/mail/MERCHANT/ID`, and behind that `/body` and `/file/N`. */
export function createMailboxPage(options: MailboxPageOptions): MailboxPage {
  return async (path, headers) => {
    const words = MAILBOX_WORDS[prefersChinese(headers["accept-language"]) ? "zh" : "en"];
    const merchantIds = await readableMerchants(options, headers);
    if (!merchantIds) return shown(words, { status: 403, title: words.title, body: html`<p>${words.ownersOnly}</p>` });
    if (path === "/mail" || path === "/mail/") return listPage(options.table, merchantIds, words);
    const match = /^\/mail\/(mer_[0-9A-Z]{26})\/([0-9a-f]{32})(?:\/(body|file\/(\d{1,2})))?$/.exec(path);
    const [, merchantId = "", id = "", part, index = ""] = match ?? [];
    const mail = match && merchantIds.includes(merchantId) ? await readMail(options.table, merchantId, id) : undefined;
    if (!mail) return shown(words, { status: 404, title: words.title, body: html`<p>${words.notThere}</p>` });
    if (part === undefined) return mailPage(mail, words);
    if (part === "body") return bodyPage(mail);
    const file = mail.attachments[Number(index)];
    return file
      ? fileAnswer(file)
      : shown(words, { status: 404, title: words.title, body: html`<p>${words.notThere}</p>` });
  };
}

/** Whose mails may be read; undefined if none. A page of another origin can reach a loopback address by its own host name. */
async function readableMerchants(
  { table, clock, isPrivate }: MailboxPageOptions,
  headers: IncomingHttpHeaders,
): Promise<string[] | undefined> {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return undefined;
  if (isPrivate) {
    if (!/^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? "")) return undefined;
    const ids: string[] = [];
    for await (const id of allMerchants(table)) ids.push(id);
    return ids;
  }
  const cookie = (headers.cookie ?? "").split(/; */).find((text) => text.startsWith(`${SESSION_COOKIE}=`));
  if (cookie === undefined) return undefined;
  const authorization = `Bearer ${cookie.slice(SESSION_COOKIE.length + 1)}`;
  const { caller } = await requestContext({ table, clock }, { headers: { authorization } } as never);
  return caller.kind === "staff" && caller.role === "OWNER" ? [caller.merchantId] : undefined;
}

function prefersChinese(accepted = ""): boolean {
  const languages = accepted
    .split(",")
    .map((entry) => {
      const [tag = "", weight = "q=1"] = entry.split(";");
      return { tag: tag.trim().toLowerCase(), weight: Number(weight.trim().replace("q=", "")) || 0 };
    })
    .filter(({ tag }) => tag.startsWith("zh") || tag.startsWith("en"))
    .sort((a, b) => b.weight - a.weight);
  return languages[0]?.tag.startsWith("zh") ?? false;
}

async function listPage(table: Table, merchantIds: readonly string[], words: MailboxWords): Promise<MailboxAnswer> {
  const rows: MailRow[] = [];
  for (const merchantId of merchantIds) rows.push(...(await listMails(table, merchantId)));
  rows.sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  const items = rows
    .slice(0, MAILS_KEPT)
    .map(
      ({ merchantId, id, subject, to, sentAt }) =>
        html`<li><a href="/mail/${merchantId}/${id}"><strong>${subject}</strong><span>${to}</span><time datetime="${sentAt}">${words.time(sentAt)}</time></a></li>`,
    );
  const body = items.length === 0 ? html`<p class="empty">${words.empty}</p>` : html`<ul class="mails">${items}</ul>`;
  return shown(words, { title: words.title, body: html`<p>${words.about}</p>${body}`, refresh: true });
}

function mailPage(mail: KeptMail, words: MailboxWords): MailboxAnswer {
  const at = `/mail/${mail.merchantId}/${mail.id}`;
  const files = mail.attachments.map(
    ({ name, content }, index) =>
      html`<li><a href="${at}/file/${index}" download="${name}">${name}</a> ${words.size(content.length * 0.75)}</li>`,
  );
  const body = html`<p><a href="/mail">← ${words.all}</a></p>
<dl><dt>${words.from}</dt><dd>${mail.from}</dd><dt>${words.to}</dt><dd>${mail.to}</dd><dt>${words.at}</dt><dd>${words.time(mail.sentAt)}</dd><dt>Message-ID</dt><dd>${mail.messageId}</dd></dl>
${files.length === 0 ? html`` : html`<h2>${words.files}</h2><ul class="files">${files}</ul>`}
<iframe sandbox src="${at}/body" title="${mail.subject}"></iframe>
<details><summary>${words.plainText}</summary><pre>${mail.text}</pre></details>`;
  return shown(words, { title: mail.subject, body });
}

/** What a mail holds runs nothing, loads nothing, and is shown in a frame of our own page only. */
const BODY_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

function bodyPage(mail: KeptMail): MailboxAnswer {
  const pictures = new Map(mail.images.map((image) => [`cid:${image.name}`, dataUri(image)]));
  const body = mail.html.replace(/(src=")(cid:[^"]+)(")/g, (_, before: string, cid: string, after: string) =>
    [before, pictures.get(cid) ?? "", after].join(""),
  );
  const headers = { ...COMMON, "content-type": "text/html; charset=utf-8", "content-security-policy": BODY_POLICY };
  return { status: 200, headers, body };
}

function dataUri({ contentType, content }: KeptFile): string {
  return contentType === "image/png" ? `data:image/png;base64,${content}` : "";
}

function fileAnswer({ name, content }: KeptFile): MailboxAnswer {
  const headers = {
    ...COMMON,
    "content-type": "application/octet-stream",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
  };
  return { status: 200, headers, body: Buffer.from(content, "base64") };
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

const COMMON = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};
const STYLE_HASH = createHash("sha256").update(MAILBOX_STYLE).digest("base64");
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const REFRESH_SECONDS = 10;

function shown(
  words: MailboxWords,
  page: { readonly status?: number; readonly title: string; readonly body: Html; readonly refresh?: boolean },
): MailboxAnswer {
  const refresh = page.refresh ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : html``;
  const content = html`<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh}<title>${page.title}</title>`;
  const body = `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
${content.text}
<style>${MAILBOX_STYLE}</style>
</head>
<body><main><h1>${html`${page.title}`.text}</h1>
${page.body.text}
</main></body>
</html>
`;
  const headers = { ...COMMON, "content-type": "text/html; charset=utf-8", "content-security-policy": PAGE_POLICY };
  return { status: page.status ?? 200, headers, body };
}
