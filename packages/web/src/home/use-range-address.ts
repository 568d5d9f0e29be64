"use client";

import type { Address } from "@pos/web/components/use-address.ts";
import type { RangeAddress } from "@pos/web/figures/address.ts";
import { COMPARISONS, PERIODS } from "@pos/web/figures/range.ts";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

/** `useAddress` of the period, without the library: the first load of the start page has no room for it (decision 0020). */
export function useRangeAddress(): Address<RangeAddress> {
  const router = useRouter();
  const pathname = usePathname();
  const known = useSearchParams();
  return {
    state: {
      period: PERIODS.find((one) => one === known.get("period")) ?? "today",
      from: known.get("from"),
      to: known.get("to"),
      compare: COMPARISONS.find((one) => one === known.get("compare")) ?? null,
    },
    set(changes, how = "replace") {
      const next = new URLSearchParams(known);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || (name === "period" && value === "today")) next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      router[how](query === "" ? pathname : `${pathname}?${query}`, { scroll: how === "push" });
    },
  };
}
