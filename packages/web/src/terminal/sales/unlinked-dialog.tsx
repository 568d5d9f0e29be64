"use client";

import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { newId, now } from "@pos/web/clock.ts";
import {
  ALL_RESTOCKED,
  areWrittenOff,
  isWrittenOff,
  type WrittenOff,
  writeAllOff,
  writeLineOff,
} from "@pos/web/components/written-off.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useState } from "react";
import { MoneyMethods } from "../account/money-methods.tsx";
import type { MoneyMethod } from "../account/money-way.ts";
import { type Cart, customerOfCart, withCustomer } from "../cart/cart.ts";
import { ChooseCustomer } from "../cart/customer-dialog.tsx";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow } from "../outbox/row.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { RefundOutcome, RefundResult } from "./refund-result.tsx";
import { givenBack, newUnlinked, priceUnlinked } from "./unlinked.ts";

/** The goods in the cart come back without a receipt: by a permission, of a customer who is named where the shop asks for one. */
export function UnlinkedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminal.unlinked.action")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {isPermitted("refund:unlinked") ? (
        <UnlinkedSteps onClose={onClose} />
      ) : (
        <Alert color="yellow" role="status">
          {t("terminal.unlinked.notAllowed")}
        </Alert>
      )}
    </Modal>
  );
}

function UnlinkedSteps({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state, settings } = useCounter("cart");
  const [pricedAt] = useState(now);
  const [settled, setSettled] = useState<Settled<RefundRow> | undefined>(undefined);
  const [isChoosing, setChoosing] = useState(settings.refundNeedsCustomer === true);
  const { cart } = state;
  if (settled !== undefined && settled.status !== "refused")
    return (
      <Stack gap="md">
        <RefundOutcome settled={settled} />
        <Button size="xl" onClick={onClose} data-autofocus>
          {t("terminal.refund.close")}
        </Button>
      </Stack>
    );
  const priced = priceUnlinked(cart, settings, pricedAt);
  if (priced === undefined) return null;
  if (!isChoosing || cart.customer !== undefined)
    return (
      <UnlinkedForm
        {...{ cart, priced, pricedAt, refused: settled }}
        onChooseCustomer={() => setChoosing(true)}
        onSettled={setSettled}
      />
    );
  return (
    <Stack gap="md">
      <Text fw={600}>{t("terminal.unlinked.chooseCustomer")}</Text>
      <ChooseCustomer
        hasCustomer={false}
        onChoose={(found) => {
          if (found !== undefined) device.changeCart(withCustomer(device.state().cart, customerOfCart(found)));
        }}
      />
    </Stack>
  );
}

function UnlinkedForm({
  cart,
  priced,
  pricedAt,
  refused,
  onChooseCustomer,
  onSettled,
}: {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly pricedAt: string;
  readonly refused: Settled<RefundRow> | undefined;
  readonly onChooseCustomer: () => void;
  readonly onSettled: (settled: Settled<RefundRow> | undefined) => void;
}) {
  const { t, format } = useI18n();
  const { device, operator, settings } = useCounter("settings");
  const [method, setMethod] = useState<MoneyMethod>("CASH");
  const [reason, setReason] = useState("");
  const [writtenOff, setWrittenOff] = useState(ALL_RESTOCKED);
  const [isBusy, setBusy] = useState(false);
  const isOffline = useOffline();
  const amount = format.money({ amount: givenBack(priced, method, settings), currency: settings.currency });
  const isReady = !isBusy && !isOffline && reason.trim() !== "";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isReady) return;
    setBusy(true);
    const made = { id: newId("ref"), occurredAt: pricedAt, operator, settings };
    onSettled(await device.refund(newUnlinked({ cart, priced, method, writtenOff, reason: reason.trim() }, made)));
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {cart.customer === undefined ? (
          <Button variant="light" size="md" onClick={onChooseCustomer}>
            {t("terminal.unlinked.addCustomer")}
          </Button>
        ) : (
          <Text fw={600}>{t("terminal.cart.customerIs", { name: cart.customer.name })}</Text>
        )}
        <Text size="sm">{t("terminal.unlinked.explain")}</Text>
        <Goods {...{ priced, writtenOff }} onWriteOff={setWrittenOff} />
        <TextInput
          label={t("terminal.refund.reason")}
          required
          size="md"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <MoneyMethods chosen={method} onChoose={setMethod} />
        <div aria-live="assertive">
          {isOffline && <Alert color="yellow">{t("terminal.unlinked.offline")}</Alert>}
          {!isOffline && !isBusy && refused && <NotDone refused={refused} />}
        </div>
        <Button type="submit" size="xl" loading={isBusy} disabled={!isReady}>
          {t("terminal.refund.action", { amount })}
        </Button>
      </Stack>
    </form>
  );
}

/** What comes back at which price, and which of it is damaged. */
function Goods({
  priced,
  writtenOff,
  onWriteOff,
}: {
  readonly priced: PricedSale;
  readonly writtenOff: WrittenOff;
  readonly onWriteOff: (writtenOff: WrittenOff) => void;
}) {
  const { t, format } = useI18n();
  const { currency } = useCounter("settings").settings;
  const lines = priced.lines.map((goods, index) => ({ ...goods, line: index + 1 }));
  const areOff = areWrittenOff(writtenOff, lines);
  return (
    <Stack gap="xs">
      {lines.map(({ line, description: name, total, ...counted }) => (
        <div key={line}>
          <Group justify="space-between" wrap="nowrap">
            <Text>{`${format.quantity(counted)} × ${name}`}</Text>
            <Text className="figures">{format.money({ amount: total, currency })}</Text>
          </Group>
          {lines.length > 1 && (
            <Checkbox
              size="md"
              label={t("terminal.refund.damaged")}
              aria-label={t("terminal.refund.damagedLine", { name })}
              checked={isWrittenOff(writtenOff, line)}
              onChange={(event) => onWriteOff(writeLineOff(writtenOff, line, event.currentTarget.checked))}
            />
          )}
        </div>
      ))}
      <Checkbox
        size="md"
        label={t(lines.length > 1 ? "terminal.refund.writeOffAll" : "terminal.refund.writeOff")}
        checked={areOff ?? false}
        indeterminate={areOff === undefined}
        onChange={() => onWriteOff(writeAllOff(areOff !== true))}
      />
    </Stack>
  );
}

function NotDone({ refused }: { readonly refused: Settled<RefundRow> }) {
  const { t } = useI18n();
  const refusals = refused.status === "refused" ? refused.refusals : [];
  // The device has the prices of a moment ago.
  if (refusals.some(({ code }) => code === "PAYMENT_MISMATCH"))
    return <Alert color="red">{t("terminal.unlinked.priceChanged")}</Alert>;
  return <RefundResult settled={refused} />;
}
