import { present } from "@pos/core/base/result.ts";
import type { ReceiptSending } from "@pos/core/office/mail/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { Html, html } from "../../mail/html.ts";
import { block, footer, heading, page } from "../../mail/layout.ts";
import type { MailContent } from "../../mail/report-mail.ts";
import { mailTexts } from "../../mail/translate.ts";
import { oneLine } from "../../platform/mail-address.ts";
import { paperOrder } from "./order.ts";
import { renderForMail } from "./papers.ts";

/** The paper that a mail job sends, as a mail. @throws if there is no such document: a fact is never removed */
export async function receiptMail(context: Context, { factId, link, language }: ReceiptSending): Promise<MailContent> {
  const request = { factId, format: "HTML" as const, language: language ?? null };
  const reader = { context, count: () => undefined, linkTo: () => Promise.resolve(undefined) };
  const order = present(await paperOrder(request, reader), "the document of a mail job");
  const paper = await renderForMail(order);
  const { t, tag } = mailTexts(paper.language, order.origin.currency);
  const shop = oneLine(order.origin.merchantName);
  const subject = t("mail.receiptSubject", { shop });
  const online = link === undefined ? [] : [html`<a href="${link}">${t("mail.receiptOnline")}</a>`];
  const body = [
    heading(shop, t("mail.receiptTitle"), ""),
    block(new Html(paper.html)),
    ...online.map((anchor) => block(anchor)),
    footer(t("mail.receiptFooter", { shop })),
  ];
  return {
    ...{ subject, language: paper.language, images: [], attachments: [paper.attachment] },
    html: page({ language: tag, title: subject, preview: subject, body }),
    text: [paper.text, ...(link === undefined ? [] : [t("mail.receiptOnline"), link, ""])].join("\n"),
  };
}
