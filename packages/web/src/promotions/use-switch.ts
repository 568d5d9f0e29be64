"use client";

import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { type PromotionRowFragment, UpdatePromotionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** Switches promotions on and off, and ends them. */
export function usePromotionSwitch() {
  const { t } = useI18n();
  const confirm = useConfirm();
  const showOutcome = useOutcome();
  const [, update] = useMutation(UpdatePromotionDocument);

  async function change(
    { id, version }: PromotionRowFragment,
    changes: { readonly isEnabled?: boolean; readonly endNow?: boolean },
    message: string,
  ): Promise<void> {
    const result = await update({ input: { promotionId: id, version, ...changes } });
    if (showOutcome(result, result.data?.updatePromotion.userErrors)) notifications.show({ message, color: "pine" });
  }

  return {
    setEnabled: (promotion: PromotionRowFragment, isEnabled: boolean) =>
      change(promotion, { isEnabled }, t(isEnabled ? "promotions.isOn" : "promotions.isOff", { name: promotion.name })),
    async end(promotion: PromotionRowFragment): Promise<void> {
      const { name } = promotion;
      const question = {
        title: t("promotions.endTitle", { name }),
        text: t("promotions.endText"),
        action: t("promotions.endNow"),
      };
      if (await confirm(question)) await change(promotion, { endNow: true }, t("promotions.ended", { name }));
    },
  };
}
