"use client";

import { Anchor, Box, Button, Grid } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { quoteDocument } from "@pos/core/receipt/document.ts";
import { receiptWriting } from "@pos/messages/receipt-writing.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { type Fact, Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import {
  CancelQuoteDocument,
  QuoteAsPdfDocument,
  QuoteDetailDocument,
  type QuoteDetailQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { quotationOf } from "@pos/web/receipt/of-quote.ts";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { PdfButton } from "@pos/web/receipt/pdf-button.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { paperLanguage, shopOf } from "@pos/web/receipt/shop.ts";
import { IconCancel } from "@tabler/icons-react";
import { useMemo } from "react";
import { useClient, useMutation, useQuery } from "urql";
import { QuoteState } from "./state-badge.tsx";

type Detail = NonNullable<QuoteDetailQuery["quote"]>;
type Merchant = NonNullable<QuoteDetailQuery["me"]>["merchant"];

export function QuotePage({ id }: { readonly id: string }) {
  const [state, refetch] = useQuery({
    query: QuoteDetailDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ quote, me }) =>
        quote === null || me === null ? <NotFound /> : <QuoteView quote={quote} merchant={me.merchant} />
      }
    </QueryResult>
  );
}

function QuoteView({ quote, merchant }: { readonly quote: Detail; readonly merchant: Merchant }) {
  const { t } = useI18n();
  const client = useClient();
  const { cancel, isCancelling } = useCancel(quote);
  const paper = usePaper(quote, merchant);
  const title = t("quotes.number", { number: quote.number });
  return (
    <>
      <BackLink href="/quotes" label={t("nav.quotes")} />
      <Box className="screen-only">
        <PageHeader title={title}>
          {quote.state === "OPEN" && (
            <Button
              variant="default"
              leftSection={<IconCancel size={16} aria-hidden="true" />}
              loading={isCancelling}
              onClick={() => void cancel()}
            >
              {t("quotes.cancel")}
            </Button>
          )}
          <PdfButton
            name={title}
            load={async () => (await client.query(QuoteAsPdfDocument, { id: quote.id })).data?.receipt?.content}
          />
          <PrintButton document={paper} label={t("quotes.print")} />
        </PageHeader>
      </Box>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <ReceiptPaper document={paper} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} className="screen-only">
          <Panel title={t("quotes.facts")}>
            <QuoteFacts quote={quote} />
          </Panel>
        </Grid.Col>
      </Grid>
    </>
  );
}

function QuoteFacts({ quote }: { readonly quote: Detail }) {
  const { t, format } = useI18n();
  const { location, terminal, operator, operatorId, customer, customerId, note, cancelledAt, saleId } = quote;
  const zone = location.timeZone;
  const facts: readonly (Fact | undefined)[] = [
    [t("sales.state"), <QuoteState key="state" state={quote.state} />],
    [t("sales.total"), <Money key="total" value={quote.total} />],
    [t("quotes.validUntil"), format.date(quote.validUntil)],
    saleId === null
      ? undefined
      : [
          t("sales.one"),
          <Anchor key="sale" component={AppLink} href={`/sales/${saleId}`}>
            {t("quotes.toSale")}
          </Anchor>,
        ],
    cancelledAt === null
      ? undefined
      : [t("quotes.cancelledAt"), <DateTime key="cancelled" instant={cancelledAt} zone={zone} />],
    [t("quotes.madeAt"), [location.name, terminal?.name].filter(Boolean).join(", ")],
    [t("sales.when"), <DateTime key="when" instant={quote.createdAt} zone={zone} />],
    [
      t("sales.operator"),
      operatorId === null ? t("sales.nobody") : (operator?.name ?? <IdCopy key="operator" id={operatorId} />),
    ],
    customerId === null
      ? undefined
      : [
          t("sales.customer"),
          <Anchor key="customer" component={AppLink} href={`/customers/${customerId}`}>
            {customer?.name ?? t("sales.erased")}
          </Anchor>,
        ],
    note === null ? undefined : [t("sales.note"), note],
    [t("sales.id"), <IdCopy key="id" id={quote.id} />],
  ];
  return <Facts facts={facts.filter((fact) => fact !== undefined)} />;
}

function useCancel({ id, number }: Detail) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const tell = useOutcome();
  const [{ fetching }, send] = useMutation(CancelQuoteDocument);
  async function cancel(): Promise<void> {
    const question = { title: t("quotes.cancelTitle", { number }), text: t("quotes.cancelText") };
    if (!(await confirm({ ...question, action: t("quotes.cancel") }))) return;
    const result = await send({ input: { quoteId: id } });
    if (tell(result, result.data?.cancelQuote.userErrors))
      notifications.show({ message: t("quotes.cancelled", { number }), color: "pine" });
  }
  return { cancel, isCancelling: fetching };
}

/** In the shop's language, as the counter prints it. */
function usePaper(quote: Detail, { name, country }: Merchant) {
  return useMemo(() => {
    const { timeZone, receipt: settings } = quote.location;
    const { currency } = quote.total;
    const writing = receiptWriting({ language: paperLanguage(settings), country, currency, timeZone });
    return quoteDocument(quotationOf(quote, name), shopOf(settings), writing);
  }, [quote, name, country]);
}
