import { asked } from "@pos/web/graphql/asked.ts";
import { ElectronicReceiptDocument, type ElectronicReceiptQuery } from "@pos/web/graphql/generated/graphql.ts";
import { askApi } from "@pos/web/graphql/server.ts";
import { getI18n } from "@pos/web/i18n/server.ts";
import type { Metadata } from "next";
import { cache } from "react";
import { EReceipt } from "./e-receipt.tsx";
import { NoReceipt } from "./no-receipt.tsx";

const ask = cache(async (token: string) => {
  const { language } = await getI18n();
  return askApi(asked(ElectronicReceiptDocument, { token, language: language === "zh" ? "ZH_HANS" : "EN" }));
});

export interface EReceiptParams {
  readonly params: Promise<{ readonly token: string }>;
}

/** No search engine lists a receipt whose link it was given. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("eReceipt.title"), robots: { index: false, follow: false }, referrer: "no-referrer" };
}

/** The page of a link to an e-receipt: for everyone who has it, without signing in. */
export default async function EReceiptPage({ params }: EReceiptParams) {
  const { token } = await params;
  const answer = await ask(token);
  const { electronicReceipt } = (answer?.data ?? {}) as Partial<ElectronicReceiptQuery>;
  if (electronicReceipt) {
    const { merchantName, paper, offersFapiao, fapiaoStatus: status } = electronicReceipt;
    const fapiaoStatus = offersFapiao ? status : undefined;
    return <EReceipt {...{ merchantName, token, fapiaoStatus }} html={paper.content} />;
  }
  return <NoReceipt reason={electronicReceipt === null && answer?.errors === undefined ? "unknown" : "busy"} />;
}
