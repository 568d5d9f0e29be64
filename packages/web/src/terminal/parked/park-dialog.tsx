"use client";

import { Alert, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { ParkSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { requestDocument } from "../api-client.ts";
import { CartDialog } from "../cart/cart-dialog.tsx";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { parkInput } from "./parked-cart.ts";
import { parkedChanged } from "./use-parked.ts";

/** Parks the cart under a label; the next customer begins with an empty one. */
export function ParkDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <ParkForm onClose={onClose} /> : null;
}

const LABEL_CHARACTERS_MAX = 200;

function ParkForm({ onClose }: { readonly onClose: () => void }) {
  const { t, refusal } = useI18n();
  const { device, operator, state } = useCounter("cart");
  const total = usePrice()?.sale.total;
  // Made once: sent again after a lost answer, it is the same parked sale.
  const [id] = useState(() => newId("prk"));
  const [label, setLabel] = useState(state.cart.customer?.name ?? "");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    const input = parkInput(device.state().cart, { id, label, ...(total === undefined ? {} : { total }) });
    const answer = await requestDocument(device.client, ParkSaleDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer) return setProblem(t("terminal.park.offline"));
    const { userErrors } = answer.data.parkSale;
    if (userErrors.length > 0) return setProblem(userErrors.map(refusal).join(" "));
    device.clearSale();
    notifications.show({ message: t("terminal.park.done"), color: "pine" });
    parkedChanged();
    onClose();
  };
  return (
    <CartDialog title={t("terminal.park.title")} onClose={onClose} onSubmit={() => void submit()} isWrong={isBusy}>
      <TextInput
        label={t("terminal.park.label")}
        description={t("terminal.park.labelHelp")}
        size="lg"
        data-autofocus
        autoComplete="off"
        maxLength={LABEL_CHARACTERS_MAX}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
    </CartDialog>
  );
}
