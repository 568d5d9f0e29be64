import type { StockReason } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";

/** A usual reason in words; a newer server may have one without a message. */
export function reasonText({ t }: I18n, code: string): string {
  return t.has(`stock.reason.${code}`) ? (t as (key: string) => string)(`stock.reason.${code}`) : code;
}

/** The reasons to choose from when goods are removed or added; the first is proposed. */
export const REASONS = {
  gone: ["DAMAGED", "EXPIRED", "LOST", "OWN_USE", "CORRECTION"],
  found: ["RECEIVED", "FOUND", "CORRECTION"],
} as const satisfies { readonly [way: string]: readonly StockReason[] };

/** Why goods moved: a usual reason, what was written, or both. */
export function whyMoved(
  i18n: I18n,
  {
    kind,
    reason,
    reasonCode,
  }: { readonly kind: string; readonly reason: string | null; readonly reasonCode: string | null },
): string {
  const what = kindText(i18n, kind);
  const why = [reasonCode === null ? undefined : reasonText(i18n, reasonCode), reason ?? undefined];
  const stated = why.filter((text) => text !== undefined);
  if (kind === "stockAdjustment" && stated.length > 0) return stated.join(" · ");
  return [what, ...stated].join(" · ");
}

const KINDS = {
  sale: "stock.kind.sale",
  refund: "stock.kind.refund",
  void: "stock.kind.void",
  stockAdjustment: "stock.kind.stockAdjustment",
  openingStock: "stock.kind.openingStock",
} as const;

function kindText({ t }: I18n, kind: string): string {
  return kind in KINDS ? t(KINDS[kind as keyof typeof KINDS]) : kind;
}
