import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import { can, covering, parseToken, type StaffCaller } from "@pos/core/people/access/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { credentialOf, knownBy } from "@pos/functions/api/context.ts";
import { sessionIn } from "@pos/functions/api/cookie.ts";
import type { Reach } from "@pos/functions/api/origin.ts";
import { type Html, html } from "@pos/functions/mail/html.ts";
import { type KeptFile, type KeptMail, listMails, type MailRow, readMail } from "@pos/functions/mail/mailbox.ts";
import { CSP_REPORT_DIRECTIVES, CSP_REPORT_HEADER } from "./csp-reports.ts";
import { MAILBOX_STYLE, MAILBOX_WORDS, type MailboxWords } from "./mailbox-view.ts";

/**
 * The mails stored on this machine. A signed-in owner or manager reads those of the own merchant, and of the locations that
 * the role covers. How the request came, from this machine or by a proxy, gives no right.
 */
export interface MailboxAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}
export type MailboxPage = (path: string, headers: IncomingHttpHeaders) => Promise<MailboxAnswer>;

export interface MailboxPageOptions {
  readonly table: Table;
  readonly clock: Clock;
  /** How clients reach the host. */
  readonly reach: Reach;
}

/** `/mail`, `/mail/MERCHANT/ID`, and behind that `/body` and `/file/N`. */
export function createMailboxPage(options: MailboxPageOptions): MailboxPage {
  return async (path, headers) => {
    const words = MAILBOX_WORDS[prefersChinese(headers["accept-language"]) ? "zh" : "en"];
    const reader = await readerOf(options, headers);
    if (!reader) return shown(words, { status: 403, title: words.title, body: signInFirst(words) });
    if (path === "/mail" || path === "/mail/") return listPage(options.table, reader, words);
    const match = /^\/mail\/(mer_[0-9A-Z]{26})\/([0-9a-f]{32})(?:\/(body|file\/(\d{1,2})))?$/.exec(path);
    const [, merchantId = "", id = "", part, index = ""] = match ?? [];
    const found = merchantId === reader.merchantId ? await readMail(options.table, merchantId, id) : undefined;
    const mail = found && maySee(reader, found) ? found : undefined;
    if (!mail) return shown(words, { status: 404, title: words.title, body: html`<p>${words.notThere}</p>` });
    if (part === undefined) return mailPage(mail, words);
    if (part === "body") return bodyPage(mail);
    const file = mail.attachments[Number(index)];
    return file
      ? fileAnswer(file)
      : shown(words, { status: 404, title: words.title, body: html`<p>${words.notThere}</p>` });
  };
}

/** Who reads; undefined: the request brings no session that may. Another site's page cannot embed or read the mails. */
async function readerOf(
  { table, clock, reach }: MailboxPageOptions,
  headers: IncomingHttpHeaders,
): Promise<StaffCaller | undefined> {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return undefined;
  const session = sessionIn(singleHeaders(headers), reach);
  const token = session === undefined ? undefined : parseToken(session);
  const known = token && (await knownBy(table, credentialOf(token), clock.now()));
  return known?.caller.kind === "staff" && can(known.caller, "report:schedule") ? known.caller : undefined;
}

function singleHeaders(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return { cookie: headers.cookie, "x-forwarded-proto": String(headers["x-forwarded-proto"] ?? "") };
}

/** A mail of no location, or of before the location was stored, may be about the whole business. */
function maySee({ role, coverage }: StaffCaller, { locationId }: Pick<MailRow, "locationId">): boolean {
  return locationId === undefined ? role === "OWNER" && coverage === "all" : covering(coverage, locationId);
}

function signInFirst(words: MailboxWords): Html {
  return html`<p>${words.signInFirst}</p><p><a href="/sign-in?to=/mail">${words.signIn}</a></p>`;
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

async function listPage(table: Table, reader: StaffCaller, words: MailboxWords): Promise<MailboxAnswer> {
  const rows = (await listMails(table, reader.merchantId)).filter((row) => maySee(reader, row));
  const items = rows.map(
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
  ...CSP_REPORT_HEADER,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};
const STYLE_HASH = createHash("sha256").update(MAILBOX_STYLE).digest("base64");
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ${CSP_REPORT_DIRECTIVES}`;
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
