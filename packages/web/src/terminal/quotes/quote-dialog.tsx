"use client";

import { Alert, Stack, Text } from "@mantine/core";
import { dayAfter, localTime } from "@pos/core/base/time.ts";
import { quoteDocument } from "@pos/core/receipt/document.ts";
import { newId, now } from "@pos/web/clock.ts";
import { DayField } from "@pos/web/components/day-field.tsx";
import { CreateQuoteDocument, type QuoteOnPaperFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { quotationOf } from "@pos/web/receipt/of-quote.ts";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { useState } from "react";
import { requestDocument } from "../api-client.ts";
import { CartDialog } from "../cart/cart-dialog.tsx";
import { papersOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { quoteInput } from "./quote-cart.ts";

/** Saves the cart as a quote, and prints it; the next customer begins with an empty one. */
export function QuoteDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <QuoteForm onClose={onClose} /> : null;
}

const USUAL_DAYS = 14;
const DAYS_MAX = 365;

function QuoteForm({ onClose }: { readonly onClose: () => void }) {
  const { t, refusal } = useI18n();
  const { device, operator, state, settings } = useCounter("cart");
  const sale = usePrice()?.sale;
  const today = localTime(now(), settings.terminal.location.timeZone).day;
  // Made once: sent again after a lost answer, it is the same quote.
  const [id] = useState(() => newId("quo"));
  const [validUntil, setValidUntil] = useState(() => dayAfter(today, USUAL_DAYS));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [quote, setQuote] = useState<QuoteOnPaperFragment | undefined>(undefined);
  if (quote !== undefined) return <QuoteMade quote={quote} onClose={onClose} />;
  const submit = async () => {
    if (isBusy || sale === undefined) return;
    setBusy(true);
    const input = quoteInput(device.state().cart, sale, { id, validUntil });
    const answer = await requestDocument(device.client, CreateQuoteDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer) return setProblem(t("quotes.offline"));
    const { quote: made, userErrors } = answer.data.createQuote;
    if (made === null) return setProblem(userErrors.map(refusal).join(" "));
    device.clearSale();
    setQuote(made);
  };
  const isWrong = isBusy || validUntil === "" || sale === undefined;
  return (
    <CartDialog title={t("quotes.save")} onClose={onClose} onSubmit={() => void submit()} isWrong={isWrong}>
      <Text>
        {state.cart.customer === undefined
          ? t("quotes.anyone")
          : t("terminal.cart.customerIs", { name: state.cart.customer.name })}
      </Text>
      <DayField
        label={t("quotes.validUntil")}
        description={t("quotes.validUntilHelp")}
        size="lg"
        min={today}
        max={dayAfter(today, DAYS_MAX)}
        value={validUntil}
        onChange={setValidUntil}
      />
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
    </CartDialog>
  );
}

function QuoteMade({ quote, onClose }: { readonly quote: QuoteOnPaperFragment; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { shop, writing } = papersOf(settings);
  const document = quoteDocument(quotationOf(quote, settings.merchantName), shop, writing);
  return (
    <CartDialog title={t("quotes.number", { number: quote.number })} onClose={onClose} onSubmit={onClose}>
      <Stack gap="md">
        <Text role="status">
          {t("quotes.saved", { total: format.money(quote.total), day: format.date(quote.validUntil) })}
        </Text>
        <PrintButton document={document} label={t("quotes.print")} size="lg" fullWidth />
      </Stack>
    </CartDialog>
  );
}
