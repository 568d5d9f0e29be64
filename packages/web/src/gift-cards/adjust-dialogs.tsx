"use client";

import { SegmentedControl, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  AdjustGiftCardDocument,
  type AdjustGiftCardInput,
  type GiftCardRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { type OperationResult, useMutation } from "urql";

interface DialogProps {
  readonly card: GiftCardRowFragment;
  readonly onClose: () => void;
}

function useCardChange({ id: giftCardId }: GiftCardRowFragment) {
  const { location } = useSession();
  const [, send] = useMutation(AdjustGiftCardDocument);
  return (id: string, change: Pick<AdjustGiftCardInput, "amount" | "isBlocked" | "reason">) =>
    send({ input: { id, giftCardId, locationId: location.id, ...change } });
}

const WAYS = ["add", "take"] as const;
type Way = (typeof WAYS)[number];

export function AdjustCardDialog({ card, onClose }: DialogProps) {
  const { t } = useI18n();
  const { lastFour, balance } = card;
  const title = t("giftCards.adjustTitle", { lastFour });
  return <AdjustDialog title={title} balance={balance} send={useCardChange(card)} onClose={onClose} />;
}

interface AdjustProps {
  readonly title: string;
  readonly balance: GiftCardRowFragment["balance"];
  /** Sends it under an id that is made once: sent again after a lost answer, it is the same change. */
  readonly send: (id: string, change: { readonly amount: number; readonly reason: string }) => Promise<OperationResult>;
  readonly onClose: () => void;
}

/** Puts money on a card or a store credit or takes some off it, by hand and with a reason. */
export function AdjustDialog({ title, balance, send, onClose }: AdjustProps) {
  const { t, format } = useI18n();
  const checks = useChecks();
  const { currency } = useSession().me;
  const kind = { kind: "money", currency } as const;
  const [id] = useState(() => newId("vad"));
  const [initialValues] = useState<{ way: Way; amount: string; reason: string }>({
    way: "add",
    amount: "",
    reason: "",
  });
  const { form, field, values, setFieldValue } = useSubmitForm({
    initialValues,
    check: ({ amount, reason }) => ({
      amount:
        checks.number(amount, kind) ?? (typedScaled(amount, kind) === 0 ? t("refusal.INVALID_AMOUNT") : undefined),
      reason: checks.filled(reason),
    }),
    send({ way, amount, reason }) {
      const typed = typedScaled(amount, kind) ?? 0;
      return send(id, { amount: way === "add" ? typed : -typed, reason: reason.trim() });
    },
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={title} onClose={onClose} action={t("giftCards.adjust")}>
      {balance && <Text size="sm">{t("giftCards.balanceIs", { amount: format.money(balance) })}</Text>}
      <SegmentedControl
        aria-label={t("giftCards.wayLabel")}
        fullWidth
        value={values.way}
        data={WAYS.map((value) => ({ value, label: t(`giftCards.way.${value}`) }))}
        onChange={(value) => setFieldValue("way", WAYS.find((one) => one === value) ?? "add")}
      />
      <NumberTextInput kind={kind} label={t("giftCards.amount")} required data-autofocus {...field("amount")} />
      <Textarea label={t("refund.reason")} required autosize maxLength={500} {...field("reason")} />
    </SubmitDialog>
  );
}

/** Blocks a card, or releases it, with a reason. */
export function BlockCardDialog({ card, onClose }: DialogProps) {
  const { t } = useI18n();
  const checks = useChecks();
  const change = useCardChange(card);
  const [id] = useState(() => newId("vad"));
  const { lastFour } = card;
  const isBlocked = card.isBlocked !== true;
  const [initialValues] = useState({ reason: "" });
  const { form, field } = useSubmitForm({
    initialValues,
    check: ({ reason }) => ({ reason: checks.filled(reason) }),
    send: ({ reason }) => change(id, { isBlocked, reason: reason.trim() }),
    onSaved() {
      notifications.show({ message: t(isBlocked ? "giftCards.isBlocked" : "giftCards.isReleased"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={form}
      title={t(isBlocked ? "giftCards.blockTitle" : "giftCards.unblockTitle", { lastFour })}
      onClose={onClose}
      action={t(isBlocked ? "giftCards.block" : "giftCards.unblock")}
      {...(isBlocked ? { actionColor: "red.9" } : {})}
    >
      <Text size="sm">{t(isBlocked ? "giftCards.blockText" : "giftCards.unblockText")}</Text>
      <Textarea label={t("refund.reason")} required autosize maxLength={500} data-autofocus {...field("reason")} />
    </SubmitDialog>
  );
}
