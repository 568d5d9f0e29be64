"use client";

import { Stack, Text, Title } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import { LayawaysOfCustomerDocument, type LayawaysOfCustomerQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";

type Layaway = NonNullable<LayawaysOfCustomerQuery["quotes"]>["nodes"][number];

/** What a customer has paid in parts and not collected yet, at the location that is chosen. */
export function CustomerLayaways({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const { location } = useSession();
  const columns = useColumns();
  const variables = { locationId: location.id, customerId: id };
  const [{ data }] = useQuery({
    query: LayawaysOfCustomerDocument,
    variables,
    requestPolicy: "cache-and-network",
  });
  const layaways = data?.quotes?.nodes ?? [];
  if (layaways.length === 0) return null;
  const title = t("layaway.at", { location: location.name });
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        {title}
      </Title>
      <DataTable caption={title} columns={columns} rows={layaways} keyOf={(layaway) => layaway.id} />
    </Stack>
  );
}

function useColumns(): readonly Column<Layaway>[] {
  const i18n = useI18n();
  const { t, format } = i18n;
  const zone = useSession().location.timeZone;
  return [
    { key: "number", label: t("layaway.number"), onPhone: "title" as const, cell: ({ number }) => number },
    {
      ...{ key: "items", label: t("layaway.items") },
      cell: ({ lines }) => lines.map(({ description }) => description).join(", "),
    },
    {
      ...{ key: "deposits", label: t("layaway.deposits") },
      cell: ({ deposits }) =>
        deposits.map((deposit) => (
          <Text key={deposit.id} size="sm" className="figures">
            {[
              format.dateTime(deposit.occurredAt, zone),
              deposit.payments.map((payment) => methodName(i18n, payment)).join(", "),
              format.money(deposit.total),
            ].join(" · ")}
          </Text>
        )),
    },
    {
      ...{ key: "total", label: t("layaway.total"), align: "end" as const },
      cell: ({ total }) => format.money(total),
    },
    {
      ...{ key: "deposited", label: t("layaway.held"), align: "end" as const, onPhone: "value" as const },
      cell: ({ deposited }) => format.money(deposited),
    },
    {
      ...{ key: "open", label: t("layaway.open"), align: "end" as const },
      cell: ({ open }) => format.money(open),
    },
  ];
}
