"use client";

import { type Column, DataTable, type DataTableProps } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { Money } from "@pos/web/components/money.tsx";
import type { GiftCardEventRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";

type Event = GiftCardEventRowFragment;

/** What moved an account of stored value, the newest first. */
export function ValueHistory({
  events,
  paging,
}: {
  readonly events: readonly Event[];
  /** Absent: these are all that are shown. */
  readonly paging?: NonNullable<DataTableProps<Event>["paging"]>;
}) {
  const i18n = useI18n();
  const { location } = useSession();
  return (
    <DataTable
      caption={i18n.t("giftCards.history")}
      columns={columns(i18n, location.timeZone)}
      rows={events}
      keyOf={({ id }) => id}
      hrefOf={({ id, kind }) => (kind === "SALE" ? `/sales/${id}` : undefined)}
      {...(paging === undefined ? {} : { paging })}
    />
  );
}

function columns({ t }: I18n, zone: string): Column<Event>[] {
  return [
    {
      key: "what",
      label: t("giftCards.what"),
      onPhone: "title",
      cell: ({ kind, receiptNumber }) =>
        receiptNumber === null ? t(`giftCards.kind.${kind}`) : t("sales.receiptTitle", { number: receiptNumber }),
    },
    {
      key: "when",
      label: t("giftCards.when"),
      isShort: true,
      cell: ({ occurredAt, location }) => <DateTime instant={occurredAt} zone={location?.timeZone ?? zone} />,
    },
    { key: "location", label: t("giftCards.location"), onPhone: "hidden", cell: ({ location }) => location?.name },
    { key: "operator", label: t("sales.operator"), onPhone: "hidden", cell: ({ operator }) => operator?.name },
    {
      key: "reason",
      label: t("refund.reason"),
      onPhone: "plain",
      cell: ({ reason, isBlocked }) =>
        [...(isBlocked === null ? [] : [t(isBlocked ? "giftCards.blocked" : "giftCards.unblocked")]), reason]
          .filter(Boolean)
          .join(" · "),
    },
    {
      key: "amount",
      label: t("giftCards.amount"),
      align: "end",
      onPhone: "value",
      cell: ({ amount }) => (amount.amount === 0 ? null : <Money value={amount} />),
    },
  ];
}
