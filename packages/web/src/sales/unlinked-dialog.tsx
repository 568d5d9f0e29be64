"use client";

import { ActionIcon, Checkbox, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CustomerFilter } from "@pos/web/components/customer-filter.tsx";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { VariantField } from "@pos/web/components/variant-field.tsx";
import { UnlinkedSettingsDocument, type UnlinkedSettingsQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "urql";
import { WrittenOffChoice } from "./refund-dialog.tsx";
import { METHODS_BACK } from "./unlinked-rule.ts";
import { type UnlinkedInHand, useUnlinked } from "./use-unlinked.ts";

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Goods come back without a receipt: what the terminal does with a cart, at a desk. */
export function UnlinkedDialog(props: DialogProps) {
  const [{ data }] = useQuery({ query: UnlinkedSettingsDocument, requestPolicy: "cache-and-network" });
  return data === undefined ? null : <UnlinkedForm {...props} settings={data} />;
}

function UnlinkedForm({ settings, onClose, onDone }: DialogProps & { readonly settings: UnlinkedSettingsQuery }) {
  const { t, format, code } = useI18n();
  const { location, me } = useSession();
  const isPermitted = usePermission();
  const refund = useUnlinked(settings, () => {
    notifications.show({ message: t("refund.done"), color: "pine" });
    onClose();
    onDone();
  });
  const { values, errors, change, field } = refund;
  const total = format.money({ amount: refund.amount, currency: me.currency });
  return (
    <SubmitDialog
      form={refund.form}
      title={t("unlinked.action")}
      onClose={onClose}
      action={t("refund.submit", { amount: total })}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        {t("unlinked.lead", { location: location.name })}
      </Text>
      <Goods refund={refund} />
      {refund.lines.length > 0 && <WrittenOffChoice refund={refund} />}
      {isPermitted("customer:read") && (
        <CustomerFilter
          value={values.customer?.id ?? null}
          name={values.customer?.name}
          onChange={(_, customer) => change({ customer: customer ?? null }, "customerId", "method")}
          inForm={{ "data-path": "customerId", required: refund.isCustomerNeeded, error: errors.customerId }}
        />
      )}
      <TextInput label={t("refund.reason")} required maxLength={500} autoComplete="off" {...field("reason")} />
      <Select
        label={t("refund.back")}
        required
        data={METHODS_BACK.map((way) => ({ value: way, label: code("method", way) }))}
        data-path="method"
        value={values.method}
        error={errors.method}
        onChange={(chosen) => change({ method: METHODS_BACK.find((way) => way === chosen) ?? null }, "method")}
      />
      <Group justify="space-between">
        <Text>{t("refund.total")}</Text>
        <Text fw={650} size="lg" className="figures" data-testid="unlinked-total">
          {total}
        </Text>
      </Group>
    </SubmitDialog>
  );
}

function Goods({ refund }: { readonly refund: UnlinkedInHand }) {
  const { t, format } = useI18n();
  const { currency } = useSession().me;
  return (
    <Stack gap="sm">
      <VariantField label={t("unlinked.add")} onChoose={refund.add} data-path="goods" error={refund.errors.goods} />
      {refund.lines.map(({ line, quantity, isOff, writeOff }) => {
        const { id, title, unitPrice } = line.variant;
        return (
          <Group key={id} justify="space-between" wrap="nowrap" align="start" data-testid="unlinked-line">
            <div>
              <Text size="sm">{title}</Text>
              <Text size="xs" c="dimmed" className="figures">
                {format.unitPrice({ price: unitPrice, currency })}
              </Text>
              {refund.lines.length > 1 && (
                <Checkbox
                  mt={6}
                  label={t("refund.writeOff")}
                  aria-label={t("refund.writeOffLine", { line: title })}
                  checked={isOff}
                  onChange={(event) => writeOff(event.currentTarget.checked)}
                />
              )}
            </div>
            <Group gap="xs" wrap="nowrap" align="start">
              <NumberTextInput
                kind={QUANTITY}
                isBare
                aria-label={t("refund.quantityOf", { line: title })}
                w={110}
                {...quantity}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t("unlinked.remove", { line: title })}
                onClick={() => refund.remove(line)}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          </Group>
        );
      })}
    </Stack>
  );
}
