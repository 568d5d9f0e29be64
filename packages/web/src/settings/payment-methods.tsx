"use client";

import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Panel } from "@pos/web/components/panel.tsx";
import {
  type PaymentMethodRowFragment,
  PaymentMethodsDocument,
  UpdatePaymentMethodDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { PaymentMethodDialog } from "./payment-method-dialog.tsx";

const FRESH = { additionalTypenames: ["OwnPaymentMethod"] };

/** The merchant's own ways to pay: what is settled elsewhere, for example meal vouchers. */
export function PaymentMethods() {
  const { t } = useI18n();
  const [{ data }] = useQuery({ query: PaymentMethodsDocument, context: FRESH });
  const [edited, setEdited] = useState<PaymentMethodRowFragment | "new" | undefined>(undefined);
  const methods = data?.paymentMethods ?? [];
  return (
    <Panel title={t("methods.title")}>
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t("methods.lead")}
        </Text>
        {methods.map((method) => (
          <MethodRow key={method.id} method={method} onEdit={() => setEdited(method)} />
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setEdited("new")}
          >
            {t("methods.create")}
          </Button>
        </Group>
      </Stack>
      {edited !== undefined && (
        <PaymentMethodDialog {...(edited === "new" ? {} : { method: edited })} onClose={() => setEdited(undefined)} />
      )}
    </Panel>
  );
}

function MethodRow({ method, onEdit }: { readonly method: PaymentMethodRowFragment; readonly onEdit: () => void }) {
  const { t, refusal } = useI18n();
  const [{ fetching }, update] = useMutation(UpdatePaymentMethodDocument);
  const { id, name, chineseName, isActive, givesChange, asksReference, version } = method;
  const toggle = async () => {
    const { data } = await update({ input: { paymentMethodId: id, version, isEnded: isActive } });
    const [refused] = data?.updatePaymentMethod.userErrors ?? [];
    if (refused) notifications.show({ message: refusal({ code: refused.code }), color: "red" });
  };
  const traits = [
    ...(chineseName === null ? [] : [chineseName]),
    ...(givesChange ? [t("methods.givesChange")] : []),
    ...(asksReference ? [t("methods.asksReference")] : []),
  ];
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {!isActive && (
            <Badge color="gray" tt="none">
              {t("methods.ended")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {traits.join(" · ")}
        </Text>
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" aria-label={t("methods.editOf", { name })} onClick={onEdit}>
          {t("common.edit")}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={fetching}
          aria-label={t(isActive ? "methods.endOf" : "methods.resumeOf", { name })}
          onClick={() => void toggle()}
        >
          {t(isActive ? "methods.end" : "methods.resume")}
        </Button>
      </Group>
    </Group>
  );
}
