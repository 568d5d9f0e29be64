"use client";

import { newId } from "@pos/web/clock.ts";
import { useUndo } from "@pos/web/components/undo.tsx";
import { SetSaleCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useRef } from "react";
import { useMutation } from "urql";
import type { SaleDetail } from "./sale-detail.ts";

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** Puts a sale on a customer, or on none, and offers to take that back. */
export function useSaleCustomer(sale: SaleDetail, onDone: () => void) {
  const { t } = useI18n();
  const undo = useUndo();
  const [result, send] = useMutation(SetSaleCustomerDocument);
  // An id for each choice: sent again after a lost answer, it is the same change.
  const ids = useRef(new Map<string, string>());
  const { id: saleId, receiptNumber: number, customerId: before } = sale;

  async function choose(customer: Chosen | undefined): Promise<void> {
    const key = customer?.id ?? "";
    const id = ids.current.get(key) ?? newId("att");
    ids.current.set(key, id);
    const { data } = await send({ input: { id, saleId, customerId: customer?.id ?? null } });
    if (!data?.setSaleCustomer.change) return;
    undo({
      id: saleId,
      title: customer
        ? t("sales.customerSet", { number, name: customer.name })
        : t("sales.customerRemoved", { number }),
      undo: async () => void (await send({ input: { id: newId("att"), saleId, customerId: before } })),
    });
    onDone();
  }
  return { choose, result };
}
