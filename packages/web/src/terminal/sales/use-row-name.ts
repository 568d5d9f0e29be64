import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { MoneyRow } from "../outbox/row.ts";

/** What a row is in a list, and above what became of it. */
export function useRowName(): (row: MoneyRow) => string {
  const { t } = useI18n();
  return (row) => {
    if ("payment" in row) {
      const { customerName: name, deposit } = row.payment.slip;
      if (deposit === undefined) return t("terminal.account.of", { name });
      return t(deposit.isGivenBack ? "layaway.backOf" : "layaway.depositOf", { number: deposit.number });
    }
    const { receiptNumber: number } = row.refund;
    if (number === undefined) return t("terminal.unlinked.action");
    return t(row.kind === "void" ? "terminal.void.of" : "terminal.refund.of", { number });
  };
}
