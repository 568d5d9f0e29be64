import { cleanCardCode, isCardCode, lastFourOf } from "@pos/core/selling/stored-value/model.ts";
import { GiftCardAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { requestDocument } from "../api-client.ts";
import { takenOf } from "../cart/cart.ts";
import { paidByGiftCard } from "../cart/tender.ts";
import { useCounter } from "../use-device.tsx";

/** A gift card that the server found, with its code. Amounts are minor units. */
export interface FoundCard {
  readonly code: string;
  readonly id: string;
  readonly lastFour: string;
  readonly balance: number;
}

/** A gift card that the server could not be asked about: its code is well made. */
export interface UnseenCard {
  readonly code: string;
  readonly lastFour: string;
  /** What it may pay, until the server can be asked again. */
  readonly most: number;
}

export interface CardSearch {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly problem: string | undefined;
  readonly isAsking: boolean;
  readonly card: FoundCard | UnseenCard | undefined;
  /** Asks the server for the card with the code that was typed or scanned. */
  readonly find: (scanned?: string) => Promise<void>;
}

/** The server cannot be asked: a card may pay up to the merchant's limit then. */
const AWAY: ReadonlySet<string> = new Set(["NETWORK", "UNAVAILABLE", "DEADLINE_EXCEEDED"]);

/** A gift card is found by its code, and only by the server: it alone knows what the card holds. */
export function useCard(): CardSearch {
  const { t, refusal } = useI18n();
  const { device, operator, settings } = useCounter("operator");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const [card, setCard] = useState<CardSearch["card"]>(undefined);
  const find = async (scanned = typed) => {
    setTyped(scanned);
    const code = cleanCardCode(scanned);
    if (!isCardCode(code)) return setProblem(refusal({ code: "INVALID_GIFT_CARD" }));
    setAsking(true);
    const answer = await requestDocument(device.client, GiftCardAtTerminalDocument, { code }, operator.token);
    setAsking(false);
    if ("failure" in answer) {
      if (answer.failure.code === "TOO_MANY_REQUESTS") return setProblem(t("giftCards.throttled"));
      const { giftCardOfflineMax: limit = 0 } = settings;
      if (limit === 0 || !AWAY.has(answer.failure.code)) return setProblem(t("giftCards.offline"));
      const { byGiftCard } = await device.outbox().waiting();
      const most = limit - byGiftCard - paidByGiftCard(takenOf(device.state().cart));
      if (most > 0) return setCard({ code, lastFour: lastFourOf(code), most });
      return setProblem(t("giftCards.offlineLimit"));
    }
    const found = answer.data.giftCard;
    if (found === null) return setProblem(refusal({ code: "UNKNOWN_GIFT_CARD" }));
    if (found.isBlocked === true) return setProblem(refusal({ code: "GIFT_CARD_BLOCKED" }));
    setCard({ code, id: found.id, lastFour: found.lastFour, balance: found.balance?.amount ?? 0 });
  };
  return {
    ...{ typed, problem, isAsking, card, find },
    setTyped(text) {
      setTyped(text);
      setProblem(undefined);
    },
  };
}
