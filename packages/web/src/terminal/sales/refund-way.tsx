"use client";

import { SegmentedControl, Stack } from "@mantine/core";
import { CARD_CODE_BYTES, cleanCardCode, isCardCode, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { randomBytes } from "@pos/web/clock.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { CodeField } from "../stored-value/code-field.tsx";
import type { RefundWay } from "./refund-rule.ts";

const WAYS = ["asPaid", "giftCard", "storeCredit"] as const;

/** @returns what was chosen; undefined for a card while its code is not one yet */
export function useRefundWay() {
  const [to, setTo] = useState<RefundWay["to"]>("asPaid");
  const [typed, setTyped] = useState("");
  // Made once: sent again after a lost answer, it is the same refund.
  const [made] = useState(() => newCardCode(randomBytes(CARD_CODE_BYTES)));
  const code = cleanCardCode(typed);
  const isWrong = to === "giftCard" && code !== "" && !isCardCode(code);
  const onCard: RefundWay =
    code === "" ? { to: "giftCard", code: made, isNew: true } : { to: "giftCard", code, isNew: false };
  const way: RefundWay = to === "giftCard" ? onCard : { to };
  return { way, isWrong, fields: { to, setTo, typed, setTyped, isWrong } };
}

type Fields = ReturnType<typeof useRefundWay>["fields"];

export function RefundWayFields({
  to,
  setTo,
  typed,
  setTyped,
  isWrong,
  hasCustomer,
}: Fields & { readonly hasCustomer: boolean }) {
  const { t, refusal } = useI18n();
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t("giftCards.refundWay")}
        size="md"
        fullWidth
        value={to}
        data={WAYS.filter((value) => hasCustomer || value !== "storeCredit").map((value) => ({
          value,
          label: t(`giftCards.refund.${value}`),
        }))}
        onChange={(value) => setTo(WAYS.find((one) => one === value) ?? "asPaid")}
      />
      {to === "giftCard" && (
        <CodeField
          isFirst
          value={typed}
          error={isWrong && cleanCardCode(typed).length >= 16 ? refusal({ code: "INVALID_GIFT_CARD" }) : undefined}
          help={t("giftCards.newHelp")}
          onChange={setTyped}
        />
      )}
    </Stack>
  );
}
