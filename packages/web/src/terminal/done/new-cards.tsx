"use client";

import { Alert, Stack, Text } from "@mantine/core";
import { cardDocument } from "@pos/core/receipt/document.ts";
import { shownCardCode } from "@pos/core/selling/stored-value/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { IconGiftCard } from "@tabler/icons-react";
import { useMemo } from "react";
import type { SoldCard } from "../cart/cart.ts";
import { madeAt } from "../device/receipt.ts";
import { papersOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";

/** The codes of cards that were made here: the only time that they are shown, and printed for their bearers. */
export function NewCards({ cards, occurredAt }: NewCardsProps) {
  return cards.map((card) => <NewCard key={card.code} card={card} occurredAt={occurredAt} />);
}

interface NewCardsProps {
  readonly cards: readonly SoldCard[];
  readonly occurredAt: string;
}

function NewCard({ card, occurredAt }: { readonly card: SoldCard; readonly occurredAt: string }) {
  const { t, format } = useI18n();
  const { settings, operator } = useCounter("settings");
  const { code, amount } = card;
  const document = useMemo(() => {
    const { shop, writing } = papersOf(settings);
    const made = madeAt(settings, { occurredAt, operatorNumber: operator.number });
    return cardDocument({ ...made, code, amount }, shop, writing);
  }, [settings, operator, occurredAt, code, amount]);
  return (
    <Alert
      color="pine"
      variant="light"
      icon={<IconGiftCard aria-hidden="true" />}
      title={`${t("giftCards.made")} · ${format.money({ amount, currency: settings.currency })}`}
    >
      <Stack gap="sm">
        <Text fz={24} fw={700} className="figures" data-testid="card-code">
          {shownCardCode(code)}
        </Text>
        <Text size="sm">{t("giftCards.madeHelp")}</Text>
        <PrintButton document={document} label={t("giftCards.print")} size="md" />
      </Stack>
    </Alert>
  );
}
