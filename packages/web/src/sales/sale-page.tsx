"use client";

import { Alert, Anchor, Box, Button, Grid, Group, Stack, Text } from "@mantine/core";
import { giftDocument, receiptDocument } from "@pos/core/receipt/document.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { receiptWriting } from "@pos/messages/receipt-writing.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { useMailsOnTheirWay } from "@pos/web/components/use-mails-on-their-way.ts";
import { SaleDetailDocument, type SaleDetailQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { EReceiptPanel } from "@pos/web/receipt/e-receipt-panel.tsx";
import { FapiaoDialog } from "@pos/web/receipt/fapiao-dialog.tsx";
import { isInChina } from "@pos/web/receipt/in-china.ts";
import { receiptOfSale, refundsOfSale } from "@pos/web/receipt/of-sale.ts";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { paperLanguage, shopOf } from "@pos/web/receipt/shop.ts";
import { useCopies } from "@pos/web/receipt/use-copies.ts";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconArrowBackUp, IconCancel } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { RefundList } from "./refund-list.tsx";
import type { SaleDetail } from "./sale-detail.ts";
import { SaleFacts } from "./sale-facts.tsx";
import classes from "./sale-page.module.css";
import { SaleVoided } from "./sale-voided.tsx";

/** Loaded when it is opened. */
const RefundDialog = dynamic(() => import("./refund-dialog.tsx").then((module) => module.RefundDialog), { ssr: false });
const PaymentStates = dynamic(() => import("./payment-states.tsx").then((module) => module.PaymentStates), {
  ssr: false,
});
const VoidDialog = dynamic(() => import("./void-dialog.tsx").then((module) => module.VoidDialog), { ssr: false });

export function SalePage({ id }: { readonly id: string }) {
  const [state, refetch] = useQuery({
    query: SaleDetailDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  useMailsOnTheirWay(state.data?.sale?.receipt.mails ?? [], () => refetch({ requestPolicy: "network-only" }));
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ sale, me }) =>
        sale === null || me === null ? <NotFound /> : <SaleView sale={sale} merchant={me.merchant} />
      }
    </QueryResult>
  );
}

type Merchant = NonNullable<SaleDetailQuery["me"]>["merchant"];

function SaleView({ sale, merchant }: { readonly sale: SaleDetail; readonly merchant: Merchant }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const [isRefunding, setRefunding] = useState(false);
  const [isVoiding, setVoiding] = useState(false);
  const { copyNumber = 1, countCopy } = useCopies(sale.receipt.copies);
  const { copy, gift } = usePapers(sale, merchant, copyNumber);
  const hasLeft = refundableLines(sale).some(({ left }) => left > 0);
  return (
    <>
      <BackLink href="/sales" label={t("nav.sales")} />
      <Box className="screen-only">
        <PageHeader title={t("sales.receiptTitle", { number: sale.receiptNumber })}>
          <PrintButton document={copy} gift={gift} label={t("receipt.printCopy")} onPrint={() => countCopy(sale.id)} />
          {isPermitted("sale:void") && sale.isVoidable && (
            <Button
              variant="default"
              leftSection={<IconCancel size={16} aria-hidden="true" />}
              onClick={() => setVoiding(true)}
            >
              {t("void.action")}
            </Button>
          )}
          {isPermitted("refund:create") && (
            <Button
              leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
              disabled={!hasLeft}
              onClick={() => setRefunding(true)}
            >
              {t("refund.action")}
            </Button>
          )}
        </PageHeader>
      </Box>
      <Notices sale={sale} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <div className={classes.paper}>
            <ReceiptPaper document={copy} />
          </div>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} className="screen-only">
          <Stack gap="lg">
            <Panel title={t("sales.facts")}>
              <SaleFacts sale={sale} />
            </Panel>
            <OnlinePanel sale={sale} merchant={merchant} />
            <Panel title={t("sales.refunds")}>
              {sale.refunds.length === 0 ? (
                <Text c="dimmed">{t("sales.noRefunds")}</Text>
              ) : (
                <RefundList refunds={sale.refunds} zone={sale.location.timeZone} />
              )}
              {!hasLeft && sale.void === null && (
                <Group mt="sm">
                  <Text size="sm" c="dimmed">
                    {t("refund.nothingLeft")}
                  </Text>
                </Group>
              )}
            </Panel>
          </Stack>
        </Grid.Col>
      </Grid>
      {isVoiding && <VoidDialog sale={sale} onClose={() => setVoiding(false)} />}
      {isRefunding && <RefundDialog sale={sale} onClose={() => setRefunding(false)} />}
    </>
  );
}

/** What is not as with every other sale. */
function Notices({ sale }: { readonly sale: SaleDetail }) {
  return (
    <>
      <SaleVoided sale={sale} />
      <SaleExceptions sale={sale} />
      {isPaidForSure(sale) || <PaymentStates sale={sale} />}
    </>
  );
}

/** As almost every sale is. */
function isPaidForSure({ payments, paymentOutcomes }: SaleDetail): boolean {
  return paymentOutcomes.length === 0 && payments.every(({ state }) => state === "CAPTURED");
}

function OnlinePanel({ sale, merchant }: { readonly sale: SaleDetail; readonly merchant: Merchant }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const [isAsking, setAsking] = useState(false);
  const { id, receiptNumber, customerId, receipt: state, total } = sale;
  const mayReadCustomers = isPermitted("customer:read");
  if (state.link === null) return null;
  return (
    <Panel
      title={t("eReceipt.title")}
      action={
        isInChina({ country: merchant.country, currency: total.currency }) && (
          <Button variant="default" size="xs" mih={44} onClick={() => setAsking(true)}>
            {t("fapiao.ask")}
          </Button>
        )
      }
    >
      <EReceiptPanel
        receipt={{
          ...{ factId: id, receiptNumber, state },
          customerId: mayReadCustomers ? (customerId ?? undefined) : undefined,
        }}
        mayRenew={isPermitted("receipt:renew-link")}
      />
      {isAsking && <FapiaoDialog factId={id} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

/** The sale's papers in the shop's language, with what came back since. */
function usePapers(sale: SaleDetail, { name, country }: Merchant, copyNumber: number) {
  return useMemo(() => {
    const { currency } = sale.total;
    const { timeZone, receipt: settings } = sale.location;
    const shop = shopOf(settings);
    const writing = receiptWriting({ language: paperLanguage(settings), country, currency, timeZone });
    const receipt = receiptOfSale(sale, name);
    return {
      copy: receiptDocument(receipt, shop, writing, {
        ...{ isCopy: true, copyNumber, refunds: refundsOfSale(sale) },
        ...(sale.receipt.link === null ? {} : { link: sale.receipt.link }),
      }),
      gift: () => giftDocument(receipt, shop, writing),
    };
  }, [sale, name, country, copyNumber]);
}

function SaleExceptions({ sale }: { readonly sale: SaleDetail }) {
  const { t, code } = useI18n();
  if (sale.exceptions.length === 0) return null;
  return (
    <Alert color="orange" variant="light" mb="md" title={t("sales.exceptions")} className="screen-only">
      <Stack gap={4}>
        {sale.exceptions.map((exception) => (
          <Text key={exception.code} size="sm">
            {code("exception", exception.code)}
          </Text>
        ))}
        <Anchor component={AppLink} href="/exceptions" size="sm" c="inherit" td="underline">
          {t("nav.exceptions")}
        </Anchor>
      </Stack>
    </Alert>
  );
}
