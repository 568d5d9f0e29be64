"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { SimilarSkusDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useEffect, useState } from "react";
import { useClient } from "urql";

const ASKED_AT_ONCE = 20;
const TYPING_MILLISECONDS = 500;

/**
 * Articles whose SKU differs from one of these in case or width alone: allowed, and worth a warning.
 * @param exceptId the variant itself
 * @returns by SKU, the other article's SKU and title
 */
export function useSimilarSkus(skus: readonly string[], exceptId?: string): ReadonlyMap<string, string> {
  const client = useClient();
  const [asked] = useDebouncedValue(JSON.stringify(skus), TYPING_MILLISECONDS);
  const [similar, setSimilar] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    const wanted = (JSON.parse(asked) as string[]).map((sku) => sku.trim()).filter((sku) => sku !== "");
    const ask = async () => {
      const found = new Map<string, string>();
      for (let from = 0; from < wanted.length && isCurrent; from += ASKED_AT_ONCE) {
        const part = wanted.slice(from, from + ASKED_AT_ONCE);
        const { data } = await client.query(SimilarSkusDocument, { skus: part }, { requestPolicy: "network-only" });
        for (const { sku, variant } of data?.similarSkus ?? [])
          if (variant.id !== exceptId) found.set(sku, `${variant.sku} (${variant.title})`);
      }
      if (isCurrent) setSimilar(found);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [asked, client, exceptId]);
  return similar;
}
