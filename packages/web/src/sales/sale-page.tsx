"use client";

import { Alert, Anchor, Box, Button, Grid, Group, Stack, Text } from "@mantine/core";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { SaleDetailDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconArrowBackUp, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { Receipt } from "./receipt.tsx";
import { RefundDialog } from "./refund-dialog.tsx";
import { RefundList } from "./refund-list.tsx";
import type { SaleDetail } from "./sale-detail.ts";
import { SaleFacts } from "./sale-facts.tsx";

export function SalePage({ id }: { readonly id: string }) {
  const [state, refetch] = useQuery({
    query: SaleDetailDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ sale }) => (sale === null ? <NotFound /> : <SaleView sale={sale} />)}
    </QueryResult>
  );
}

function SaleView({ sale }: { readonly sale: SaleDetail }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const [isRefunding, setRefunding] = useState(false);
  const hasLeft = refundableLines(sale).some(({ left }) => left > 0);
  return (
    <>
      <Anchor component={AppLink} href="/sales" size="sm" className="screen-only">
        ← {t("nav.sales")}
      </Anchor>
      <Box className="screen-only">
        <PageHeader title={t("sales.receiptTitle", { number: sale.receiptNumber })}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t("common.print")}
          </Button>
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
      <SaleExceptions sale={sale} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Receipt sale={sale} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} className="screen-only">
          <Stack gap="lg">
            <Panel title={t("sales.facts")}>
              <SaleFacts sale={sale} />
            </Panel>
            <Panel title={t("sales.refunds")}>
              {sale.refunds.length === 0 ? (
                <Text c="dimmed">{t("sales.noRefunds")}</Text>
              ) : (
                <RefundList refunds={sale.refunds} zone={sale.location.timeZone} />
              )}
              {!hasLeft && (
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
      {isRefunding && <RefundDialog sale={sale} onClose={() => setRefunding(false)} />}
    </>
  );
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
