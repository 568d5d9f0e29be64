"use client";

import { Alert, Button, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { CustomerDialog } from "@pos/web/components/customer-dialog.tsx";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { usePages } from "@pos/web/components/use-pages.ts";
import { StoreCredit } from "@pos/web/gift-cards/store-credit.tsx";
import { CustomerDetailDocument, type CustomerDetailQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SaleTable } from "@pos/web/sales/sale-table.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPencil, IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { CustomerAccount } from "./customer-account.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { CustomerLayaways } from "./layaways.tsx";
import { CustomerStatement } from "./statement.tsx";

type Detail = NonNullable<CustomerDetailQuery["customer"]>;

export function CustomerPage({ id }: { readonly id: string }) {
  const { variables, pagingOf } = usePages(useAddress(LIST_POSITION));
  const [state, refetch] = useQuery({
    query: CustomerDetailDocument,
    variables: { id, ...variables },
    requestPolicy: "cache-and-network",
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ customer }) => (customer === null ? <NotFound /> : <CustomerView customer={customer} pagingOf={pagingOf} />)}
    </QueryResult>
  );
}

interface CustomerViewProps {
  readonly customer: Detail;
  readonly pagingOf: ReturnType<typeof usePages>["pagingOf"];
}

function CustomerView({ customer, pagingOf }: CustomerViewProps) {
  const { t } = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const [dialog, setDialog] = useState<"edit" | "erase" | undefined>(undefined);
  const { name, email, phone, note, createdAt, erasedAt, sales } = customer;
  const isErased = erasedAt !== null;
  const zone = location.timeZone;
  const inGroups = useCustomerGroups().flatMap(({ id, label }) => (customer.groupIds.includes(id) ? label : []));
  return (
    <Stack gap="lg">
      <div>
        <BackLink href="/customers" label={t("nav.customers")} />
        <PageHeader title={name ?? t("sales.erased")}>
          {!isErased && isPermitted("customer:erase") && (
            <Button
              variant="default"
              leftSection={<IconUserOff size={16} aria-hidden="true" />}
              onClick={() => setDialog("erase")}
            >
              {t("customers.erase")}
            </Button>
          )}
          {!isErased && isPermitted("customer:write") && (
            <Button leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => setDialog("edit")}>
              {t("common.edit")}
            </Button>
          )}
        </PageHeader>
        {isErased && (
          <Alert variant="light" color="gray" mb="md">
            {t("customers.erasedNote")} <DateTime instant={erasedAt} zone={zone} />
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Panel title={t("customers.person")}>
            <Facts
              facts={[
                [t("customers.email"), email ?? "–"],
                [t("customers.phone"), phone ?? "–"],
                [t("customers.note"), note ?? "–"],
                [t("customers.taxExemption"), customer.taxExemption ?? "–"],
                [t("groups.title"), inGroups.join(", ") || "–"],
                [t("customers.since"), <DateTime key="since" instant={createdAt} zone={zone} />],
                [t("sales.id"), <IdCopy key="id" id={customer.id} />],
              ]}
            />
          </Panel>
          <Totals totals={customer.totals} />
          <CustomerAccount customer={customer} />
        </SimpleGrid>
      </div>
      <StoreCredit customerId={customer.id} isErased={isErased} />
      {isPermitted("sale:quote") && <CustomerLayaways id={customer.id} />}
      {isOnAccount(customer) && <CustomerStatement id={customer.id} />}
      <Stack gap="md" className="screen-only">
        <Title order={2} size="h4">
          {t("customers.history")}
        </Title>
        {sales === null || sales.nodes.length === 0 ? (
          <Text c="dimmed">{t("customers.noSales")}</Text>
        ) : (
          <SaleTable isOfCustomer sales={sales.nodes} paging={pagingOf(sales.pageInfo, sales.rowCount)} />
        )}
      </Stack>
      {dialog === "edit" && <CustomerDialog customer={customer} onClose={() => setDialog(undefined)} />}
      {dialog === "erase" && <EraseDialog customer={customer} onClose={() => setDialog(undefined)} />}
    </Stack>
  );
}

/** Whether there is anything to state of what is bought on account. */
function isOnAccount({ account: { owed, limit } }: Detail): boolean {
  return limit !== null || owed.amount !== 0;
}

function Totals({ totals: { saleCount, refundCount, grossSales, refunds } }: { readonly totals: Detail["totals"] }) {
  const { t, format } = useI18n();
  return (
    <Panel title={t("customers.totals")}>
      <Facts
        areFigures
        facts={[
          [t("customers.saleCount"), format.decimal(saleCount)],
          [t("customers.grossSales"), format.money(grossSales)],
          [t("customers.refundCount"), format.decimal(refundCount)],
          [t("customers.refunds"), format.money(refunds)],
          [
            t("customers.net"),
            <strong key="net">{format.money({ ...grossSales, amount: grossSales.amount - refunds.amount })}</strong>,
          ],
        ]}
      />
    </Panel>
  );
}
