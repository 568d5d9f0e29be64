"use client";

import { Badge, Group, Modal, Stack, Text } from "@mantine/core";
import { ReceiptAsPdfDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PdfButton } from "@pos/web/receipt/pdf-button.tsx";
import { useClient } from "urql";
import { RefundList } from "./refund-list.tsx";
import type { Unlinked } from "./unlinked-export.ts";

/** A refund without a sale, and its slip. */
export function UnlinkedDetails({ refund, onClose }: { readonly refund: Unlinked; readonly onClose: () => void }) {
  const { t, code } = useI18n();
  const client = useClient();
  const { id, customer, exceptions, location } = refund;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("unlinked.action")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack gap="md">
        {customer?.name && <Text>{t("unlinked.of", { name: customer.name })}</Text>}
        <RefundList refunds={[refund]} zone={location.timeZone} />
        {exceptions.length > 0 && (
          <Group gap={6}>
            {exceptions.map(({ code: name }) => (
              <Badge key={name} variant="light" color="orange" tt="none">
                {code("exception", name)}
              </Badge>
            ))}
          </Group>
        )}
        <PdfButton
          name={id}
          load={async () => (await client.query(ReceiptAsPdfDocument, { factId: id })).data?.receipt?.content}
        />
      </Stack>
    </Modal>
  );
}
