"use client";

import { Button, Stack, Text } from "@mantine/core";
import { Panel } from "@pos/web/components/panel.tsx";
import { StoreCreditDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useQuery } from "urql";
import { ValueHistory } from "./value-history.tsx";

/** Loaded when it is opened. */
const AdjustCreditDialog = dynamic(
  () => import("./adjust-credit-dialog.tsx").then((module) => module.AdjustCreditDialog),
  { ssr: false },
);

const SHOWN = 20;

/** What a customer has as store credit, what moved it last, and changing it by hand. */
export function StoreCredit({ customerId, isErased }: { readonly customerId: string; readonly isErased: boolean }) {
  const { t, format } = useI18n();
  const isPermitted = usePermission();
  const [isAdjusting, setAdjusting] = useState(false);
  const [{ data }] = useQuery({
    query: StoreCreditDocument,
    variables: { customerId, first: SHOWN },
    requestPolicy: "cache-and-network",
    pause: !isPermitted("gift-card:read"),
  });
  const credit = data?.storeCredit;
  if (!credit) return null;
  return (
    <Panel
      title={t("method.STORE_CREDIT")}
      action={
        !isErased &&
        isPermitted("gift-card:adjust") && (
          <Button variant="default" size="xs" className="screen-only" onClick={() => setAdjusting(true)}>
            {t("giftCards.adjust")}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Text fw={650} size="lg" className="figures" data-testid="store-credit">
          {format.money(credit.balance)}
        </Text>
        {credit.history.nodes.length > 0 && <ValueHistory events={credit.history.nodes} />}
      </Stack>
      {isAdjusting && <AdjustCreditDialog credit={credit} onClose={() => setAdjusting(false)} />}
    </Panel>
  );
}
