"use client";

import { Badge, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { byCode } from "@pos/core/base/code-order.ts";
import { now } from "@pos/web/clock.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  RevokeTerminalDocument,
  type TerminalRowFragment,
  TerminalsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconDeviceTablet, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { ActivationDialog } from "./activation-dialog.tsx";
import { CreateTerminalDialog } from "./create-dialog.tsx";

const FRESH = { additionalTypenames: ["Terminal"] };

export function TerminalsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { locations } = useSession();
  const confirm = useConfirm();
  const tell = useOutcome();
  const [state, refetch] = useQuery({ query: TerminalsDocument, requestPolicy: "cache-and-network", context: FRESH });
  const [, revokeTerminal] = useMutation(RevokeTerminalDocument);
  const [isCreating, setCreating] = useState(false);
  const [pairing, setPairing] = useState<TerminalRowFragment | undefined>(undefined);

  async function revoke({ id, name, version }: TerminalRowFragment) {
    const question = {
      title: t("terminals.revokeTitle", { name }),
      text: t("terminals.revokeText"),
      action: t("terminals.revoke"),
    };
    if (!(await confirm(question))) return;
    const result = await revokeTerminal({ input: { terminalId: id, version } });
    if (tell(result, result.data?.revokeTerminal.userErrors))
      notifications.show({ message: t("terminals.revoked", { name }), color: "pine" });
  }

  const actions = { pair: setPairing, revoke: (terminal: TerminalRowFragment) => void revoke(terminal) };
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("terminals.create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("nav.terminals")} lead={t("terminals.lead")}>
        {create}
      </PageHeader>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ terminals }) =>
          terminals === null || terminals.length === 0 ? (
            <EmptyState icon={<IconDeviceTablet />} title={t("terminals.emptyTitle")} text={t("terminals.emptyText")}>
              {create}
            </EmptyState>
          ) : (
            <DataTable
              name="terminals"
              caption={t("nav.terminals")}
              columns={columns(i18n, locations.length > 1, actions)}
              rows={terminals.toSorted(byCode)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
      {isCreating && (
        <CreateTerminalDialog
          onClose={() => setCreating(false)}
          onCreated={(terminal) => {
            setCreating(false);
            setPairing(terminal);
          }}
        />
      )}
      {pairing !== undefined && <ActivationDialog terminal={pairing} onClose={() => setPairing(undefined)} />}
    </>
  );
}

interface Actions {
  readonly pair: (terminal: TerminalRowFragment) => void;
  readonly revoke: (terminal: TerminalRowFragment) => void;
}

function columns({ t, format }: I18n, withLocation: boolean, actions: Actions): Column<TerminalRowFragment>[] {
  return [
    { key: "name", label: t("terminals.name"), onPhone: "title", cell: ({ name }) => name, sortBy: ({ name }) => name },
    { key: "code", isShort: true, label: t("terminals.code"), cell: ({ code }) => code, sortBy: ({ code }) => code },
    ...(withLocation
      ? [
          {
            key: "location",
            onPhone: "plain" as const,
            label: t("common.location"),
            cell: ({ location }: TerminalRowFragment) => location.name,
          },
        ]
      : []),
    {
      key: "state",
      label: t("sales.state"),
      onPhone: "value",
      cell: (terminal) => <TerminalState terminal={terminal} />,
    },
    {
      key: "seen",
      isShort: true,
      label: t("terminals.seen"),
      cell: ({ seenAt }) => (seenAt === null ? "–" : <span suppressHydrationWarning>{format.ago(seenAt, now())}</span>),
    },
    {
      key: "actions",
      onPhone: "plain",
      label: t("common.actions"),
      align: "end",
      cell: (terminal) =>
        terminal.kind === "SELLING" &&
        terminal.revokedAt === null && (
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" onClick={() => actions.pair(terminal)}>
              {t("terminals.pair")}
            </Button>
            <Button size="xs" variant="subtle" color="red" onClick={() => actions.revoke(terminal)}>
              {t("terminals.revoke")}
            </Button>
          </Group>
        ),
    },
  ];
}

function TerminalState({ terminal: { kind, activatedAt, revokedAt } }: { readonly terminal: TerminalRowFragment }) {
  const { t } = useI18n();
  const [color, key] =
    revokedAt !== null
      ? (["red", "terminals.stateRevoked"] as const)
      : kind === "IMPORT"
        ? (["gray", "terminals.stateImport"] as const)
        : activatedAt === null
          ? (["yellow", "terminals.stateNew"] as const)
          : (["pine", "terminals.statePaired"] as const);
  return (
    <Badge variant="light" color={color} tt="none">
      {t(key)}
    </Badge>
  );
}
