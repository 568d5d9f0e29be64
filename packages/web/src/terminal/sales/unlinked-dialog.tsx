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
import { RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { type MoneyMethod, MoneyMethods } from "../account/money-methods.tsx";
import { requestDocument } from "../api-client.ts";
import { type Cart, customerOfCart, withCustomer } from "../cart/cart.ts";
import { ChooseCustomer } from "../cart/customer-dialog.tsx";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { GivenBack, PrintSlip } from "./refund-result.tsx";
import {
  givenBack,
  priceUnlinked,
  type UnlinkedRefund,
  unlinkedInput,
  unlinkedSlip,
  unlinkedWrittenOff,
} from "./unlinked.ts";

/** The goods in the cart come back without a receipt: by a permission, of a customer who is named. */
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
  const [made] = useState(() => ({ id: newId("ref"), paymentId: newId("pay"), occurredAt: now() }));
  const [done, setDone] = useState<Done | undefined>(undefined);
  const { cart } = state;
  if (done !== undefined) return <Refunded {...done} onClose={onClose} />;
  const priced = priceUnlinked(cart, settings, made.occurredAt);
  if (priced === undefined) return null;
  if (cart.customer !== undefined) return <UnlinkedForm {...{ cart, priced, made }} onDone={setDone} />;
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

type Made = Parameters<typeof unlinkedInput>[1];

interface Done {
  readonly slip: ReturnType<typeof unlinkedSlip>;
  readonly writtenOff: ReturnType<typeof unlinkedWrittenOff>;
}

function UnlinkedForm({
  cart,
  priced,
  made,
  onDone,
}: {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly made: Made;
  readonly onDone: (done: Done) => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const [method, setMethod] = useState<MoneyMethod>("CASH");
  const [reason, setReason] = useState("");
  const [writtenOff, setWrittenOff] = useState(ALL_RESTOCKED);
  const { send, isBusy, problem } = useSend(made, onDone);
  const isOffline = useOffline();
  const amount = format.money({ amount: givenBack(priced, method, settings), currency: settings.currency });
  const isReady = !isBusy && !isOffline && reason.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady) void send({ cart, priced, method, writtenOff, reason: reason.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text fw={600}>{t("terminal.cart.customerIs", { name: cart.customer?.name ?? "" })}</Text>
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
          {!isOffline && problem !== undefined && <Alert color="red">{problem}</Alert>}
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

/** Sends the refund. The server has to decide it: nothing of it waits on the device. */
function useSend(made: Made, onDone: (done: Done) => void) {
  const { t, refusal } = useI18n();
  const { device, operator, settings } = useCounter("settings");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const send = async (refund: UnlinkedRefund) => {
    setBusy(true);
    setProblem(undefined);
    const input = unlinkedInput(refund, made, settings);
    const answer = await requestDocument(device.client, RefundSaleDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer)
      return setProblem(t(`terminal.unlinked.${answer.failure.code === "FORBIDDEN" ? "notAllowed" : "unanswered"}`));
    const { userErrors } = answer.data.refundSale;
    // The device has the prices of a moment ago.
    if (userErrors.some(({ code }) => code === "PAYMENT_MISMATCH"))
      return setProblem(t("terminal.unlinked.priceChanged"));
    if (userErrors.length > 0) return setProblem(userErrors.map(refusal).join(" "));
    device.clearSale();
    const slip = unlinkedSlip(refund, made.occurredAt, operator, settings);
    onDone({ slip, writtenOff: unlinkedWrittenOff(refund) });
  };
  return { send, isBusy, problem };
}

function Refunded({ slip, writtenOff, onClose }: Done & { readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Stack gap="md">
      <Alert
        color="pine"
        role="status"
        icon={<IconCheck aria-hidden="true" />}
        title={t("terminal.refund.done")}
        data-testid="unlinked-done"
      >
        <GivenBack refund={{ ...slip, writtenOff }} />
      </Alert>
      <PrintSlip slip={slip} />
      <Button size="xl" onClick={onClose} data-autofocus>
        {t("terminal.refund.close")}
      </Button>
    </Stack>
  );
}
