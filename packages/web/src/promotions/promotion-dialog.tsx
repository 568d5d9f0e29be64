"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { PERCENT } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreatePromotionDocument,
  type PromotionRowFragment,
  UpdatePromotionDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { ConditionFields } from "./condition-fields.tsx";
import { draftOf, moneyKind, ruleOf } from "./draft.ts";
import { RewardFields } from "./reward-fields.tsx";

/** A new promotion, which is switched off at first, or another rule for one. */
export function PromotionDialog({
  promotion,
  isCopy = false,
  onClose,
}: {
  /** Absent: an empty new one. */
  readonly promotion?: PromotionRowFragment;
  /** A new one like the promotion. */
  readonly isCopy?: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const { currency } = useSession().me;
  const changed = isCopy ? undefined : promotion;
  const [id] = useState(() => changed?.id ?? newId("prm"));
  const [, create] = useMutation(CreatePromotionDocument);
  const [, update] = useMutation(UpdatePromotionDocument);
  const draft = draftOf(promotion, currency);
  const fields = useSubmitForm({
    // A coupon's code is one promotion's.
    initialValues: isCopy ? { ...draft, name: t("promotions.copyOf", { name: draft.name }), couponCode: "" } : draft,
    check: ({ name, kind, percent, amount, unitPrice, minimumAmount }) => ({
      name: checks.filled(name),
      percent: kind === "PERCENT" ? checks.number(percent, PERCENT) : undefined,
      amount: kind === "AMOUNT" || kind === "BUNDLE" ? checks.number(amount, moneyKind(currency)) : undefined,
      unitPrice: kind === "FIXED_PRICE" ? checks.number(unitPrice, moneyKind(currency, true)) : undefined,
      minimumAmount: checks.optionalNumber(minimumAmount, moneyKind(currency)),
    }),
    send: (typed) => {
      const rule = ruleOf(typed, currency);
      return changed === undefined
        ? create({ input: { ...rule, id, kind: typed.kind, isEnabled: false } })
        : update({ input: { ...rule, promotionId: id, version: changed.version } });
    },
    onSaved(_, { name }) {
      const message = changed === undefined ? t("promotions.created", { name: name.trim() }) : t("common.saved");
      notifications.show({ message, color: "pine" });
      onClose();
    },
    ...(changed === undefined ? {} : { onUnchanged: onClose }),
  });
  return (
    <SubmitDialog
      form={fields.form}
      title={t(changed === undefined ? "promotions.create" : "promotions.edit")}
      onClose={onClose}
      action={changed === undefined ? t("common.create") : t("common.save")}
      size="lg"
    >
      <TextInput
        label={t("promotions.name")}
        description={t("promotions.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...fields.field("name")}
      />
      <RewardFields fields={fields} currency={currency} isNew={changed === undefined} />
      <ConditionFields fields={fields} currency={currency} />
    </SubmitDialog>
  );
}
