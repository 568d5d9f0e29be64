"use client";

import { AdjustStoreCreditDocument, type StoreCreditQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useMutation } from "urql";
import { AdjustDialog } from "./adjust-dialogs.tsx";

/** Changes what a customer has as store credit by hand. */
export function AdjustCreditDialog({
  credit: { customerId, balance },
  onClose,
}: {
  readonly credit: NonNullable<StoreCreditQuery["storeCredit"]>;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const { location } = useSession();
  const [, send] = useMutation(AdjustStoreCreditDocument);
  return (
    <AdjustDialog
      title={t("giftCards.adjustCredit")}
      balance={balance}
      send={(id, change) => send({ input: { id, customerId, locationId: location.id, ...change } })}
      onClose={onClose}
    />
  );
}
