"use client";

import { Badge, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  type PromotionRowFragment,
  type PromotionState,
  PromotionsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconDiscount, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { BasketDialog } from "./basket-dialog.tsx";
import { PromotionDialog } from "./promotion-dialog.tsx";
import { ruleText } from "./rule-text.ts";
import { usePromotionSwitch } from "./use-switch.ts";

const STATES: readonly PromotionState[] = ["ACTIVE", "SCHEDULED", "OFF", "ENDED"];
const COLOURS = { ACTIVE: "pine", SCHEDULED: "orange", OFF: "gray", ENDED: "gray" } as const;
const FRESH = { additionalTypenames: ["Promotion"] };

type Open =
  | { readonly what: "new" }
  | { readonly what: "edit" | "copy" | "test"; readonly promotion: PromotionRowFragment };

export function PromotionsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { currency } = useSession().me;
  const [shown, setShown] = useState<PromotionState | null>(null);
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const switching = usePromotionSwitch();
  const [state, refetch] = useQuery({
    query: PromotionsDocument,
    variables: { state: shown },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const close = () => setOpen(undefined);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpen({ what: "new" })}>
      {t("promotions.create")}
    </Button>
  );
  const table = { i18n, currency, open: setOpen, ...switching };
  return (
    <>
      <PageHeader title={t("nav.promotions")} lead={t("promotions.lead")}>
        {create}
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("promotions.state")}
          value={shown ?? ""}
          data={[
            { value: "", label: t("promotions.all") },
            ...STATES.map((value) => ({ value, label: t(`promotions.states.${value}`) })),
          ]}
          onChange={(value) => setShown(STATES.find((one) => one === value) ?? null)}
        />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ promotions }) =>
          promotions === null || promotions.length === 0 ? (
            <EmptyState icon={<IconDiscount />} title={t("promotions.emptyTitle")} text={t("promotions.emptyText")}>
              {create}
            </EmptyState>
          ) : (
            <DataTable
              name="promotions"
              caption={t("nav.promotions")}
              columns={columns(table)}
              rows={promotions}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
      {open?.what === "new" && <PromotionDialog onClose={close} />}
      {(open?.what === "edit" || open?.what === "copy") && (
        <PromotionDialog promotion={open.promotion} isCopy={open.what === "copy"} onClose={close} />
      )}
      {open?.what === "test" && <BasketDialog promotion={open.promotion} onClose={close} />}
    </>
  );
}

interface TableParts extends ReturnType<typeof usePromotionSwitch> {
  readonly i18n: I18n;
  readonly currency: string;
  readonly open: (open: Open) => void;
}

function columns({ i18n, currency, ...actions }: TableParts): Column<PromotionRowFragment>[] {
  const { t, format } = i18n;
  const day = (value: string | null) => (value === null ? "…" : format.day(value));
  return [
    {
      key: "name",
      label: t("promotions.name"),
      onPhone: "title",
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: "does",
      label: t("promotions.does"),
      onPhone: "plain",
      cell: (promotion) => (
        <Stack gap={0}>
          <Text size="sm">{ruleText(promotion, currency, i18n)}</Text>
          {promotion.couponCode !== null && (
            <Text size="xs" c="dimmed">
              {t("promotions.couponUses", { code: promotion.couponCode, count: promotion.couponUses ?? 0 })}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      key: "when",
      label: t("promotions.when"),
      cell: ({ startsOn, endsOn }) =>
        startsOn === null && endsOn === null ? t("promotions.always") : `${day(startsOn)} – ${day(endsOn)}`,
    },
    {
      key: "state",
      label: t("promotions.state"),
      cell: ({ state }) => (
        <Badge variant="light" color={COLOURS[state]} tt="none">
          {t(`promotions.states.${state}`)}
        </Badge>
      ),
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (promotion) => <Actions promotion={promotion} {...actions} />,
    },
  ];
}

function Actions({
  promotion,
  open,
  setEnabled,
  end,
}: Omit<TableParts, "i18n" | "currency"> & { readonly promotion: PromotionRowFragment }) {
  const { t } = useI18n();
  const button = { size: "xs", variant: "default" } as const;
  const isOver = promotion.state === "ENDED";
  return (
    <Group gap="xs" justify="flex-end">
      {!isOver && (
        <Button {...button} onClick={() => void setEnabled(promotion, !promotion.isEnabled)}>
          {t(promotion.isEnabled ? "promotions.switchOff" : "promotions.switchOn")}
        </Button>
      )}
      <Button {...button} onClick={() => open({ what: "test", promotion })}>
        {t("promotions.test")}
      </Button>
      {!isOver && (
        <Button {...button} onClick={() => open({ what: "edit", promotion })}>
          {t("common.edit")}
        </Button>
      )}
      <Button {...button} onClick={() => open({ what: "copy", promotion })}>
        {t("promotions.duplicate")}
      </Button>
      {!isOver && (
        <Button size="xs" variant="subtle" color="red" onClick={() => void end(promotion)}>
          {t("promotions.endNow")}
        </Button>
      )}
    </Group>
  );
}
