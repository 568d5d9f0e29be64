"use client";

import { Select } from "@mantine/core";
import { BulkBar } from "@pos/web/components/bulk-bar.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { useUndo } from "@pos/web/components/undo.tsx";
import { useBulk } from "@pos/web/components/use-bulk.ts";
import { type CustomerRowFragment, PatchCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

interface CustomerBulkProps {
  readonly customers: readonly CustomerRowFragment[];
  readonly onDone: () => void;
}

/** Puts many customers into a group at once, after a question; it can be taken back. */
export function CustomerBulk({ customers, onDone }: CustomerBulkProps) {
  const { t } = useI18n();
  const groups = useCustomerGroups().filter(({ endedAt }) => endedAt === null);
  const confirm = useConfirm();
  const offerUndo = useUndo();
  const { progress, run } = useBulk();
  const [, patch] = useMutation(PatchCustomerDocument);
  const send = async (customerId: string, version: number, groupIds: readonly string[]) => {
    const { data, error } = await patch({ input: { customerId, version, groupIds: [...groupIds] } });
    const answer = data?.patchCustomer;
    return { error, refused: answer?.userErrors, version: answer?.customer?.version ?? version };
  };
  async function add(groupId: string, name: string) {
    const count = customers.length;
    const question = {
      title: t("groups.addTitle", { count, name }),
      text: t("groups.addText"),
      action: t("groups.addTo"),
    };
    if (!(await confirm(question))) return;
    const others = customers.filter(({ groupIds }) => !groupIds.includes(groupId));
    const done = await run(others, ({ id, version, groupIds }) => send(id, version, [...groupIds, groupId]));
    onDone();
    if (done.length === 0) return;
    const undo = async () => {
      await run(done, ({ row, changed }) => send(row.id, changed.version, row.groupIds));
    };
    offerUndo({ id: "bulk", title: t("groups.added", { count: done.length }), undo });
  }
  return (
    <BulkBar count={customers.length} progress={progress} onClear={onDone}>
      <Select
        size="xs"
        w={190}
        aria-label={t("groups.addTo")}
        placeholder={t("groups.addTo")}
        searchable
        nothingFoundMessage={t("products.notFoundTitle")}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        // It is a command: nothing stays chosen.
        value={null}
        onChange={(id, option) => id !== null && void add(id, option?.label ?? "")}
      />
    </BulkBar>
  );
}
