"use client";

import { minorDigits } from "@pos/core/base/money.ts";
import { receiptDocument } from "@pos/core/receipt/document.ts";
import type { Receipt, ReceiptOrigin } from "@pos/core/receipt/model.ts";
import { receiptWriting } from "@pos/messages/receipt-writing.ts";
import { now } from "@pos/web/clock.ts";
import type { PaperSettingsFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { paperLanguage, shopOf } from "@pos/web/receipt/shop.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { useMemo, useState } from "react";
import type { Typed } from "./typed.ts";

/** A sale of one article on the paper of the settings as they are typed. */
export function ReceiptPreview({ typed, currency }: { readonly typed: Typed; readonly currency: string }) {
  const { t } = useI18n();
  const { location } = useSession();
  const [occurredAt] = useState(now);
  const description = t("business.sample");
  const document = useMemo(() => {
    const { name: locationName, timeZone } = location;
    const origin = { occurredAt, timeZone, currency, merchantName: typed.name.trim(), locationName };
    const paper = paperOf(typed);
    const place = { language: paperLanguage(paper), country: typed.country, currency, timeZone };
    return receiptDocument({ ...origin, ...sampleSale(description, currency) }, shopOf(paper), receiptWriting(place));
  }, [typed, currency, location, occurredAt, description]);
  return <ReceiptPaper document={document} />;
}

const SAMPLE_PRICE = 10;

/** What is typed, as the server would have it. */
function paperOf({ header, address, phone, taxNumber, footer, logo, receiptLanguage }: Typed): PaperSettingsFragment {
  const given = (text: string) => text.trim() || null;
  const texts = {
    header: given(header),
    address: given(address),
    phone: given(phone),
    taxNumber: given(taxNumber),
    footer: given(footer),
  };
  return { ...texts, logo, language: receiptLanguage };
}

function sampleSale(description: string, currency: string): Omit<Receipt, keyof ReceiptOrigin> {
  const amount = SAMPLE_PRICE * 10 ** minorDigits(currency);
  return {
    receiptNumber: "C1-1",
    pricesIncludeTax: true,
    lines: [{ description, quantity: "1", unitPrice: String(SAMPLE_PRICE), gross: amount, discounts: [] }],
    ...{ discounts: [], taxes: [], payments: [{ method: "CARD", amount }] },
    ...{ taxTotal: 0, rounding: 0, total: amount, changeDue: 0 },
  };
}
