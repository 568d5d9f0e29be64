import { cleanCardCode, isCardCode } from "@pos/core/selling/stored-value/model.ts";
import { GiftCardAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { requestDocument } from "../api-client.ts";
import { useCounter } from "../use-device.tsx";

/** A gift card that the server found, with its code. Amounts are minor units. */
export interface FoundCard {
  readonly code: string;
  readonly id: string;
  readonly lastFour: string;
  readonly balance: number;
}

export interface CardSearch {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly problem: string | undefined;
  readonly isAsking: boolean;
  readonly card: FoundCard | undefined;
  /** Asks the server for the card with the code that was typed or scanned. */
  readonly find: (scanned?: string) => Promise<void>;
}

/** A gift card is found by its code, and only by the server: it alone knows what the card holds. */
export function useCard(): CardSearch {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const [card, setCard] = useState<FoundCard | undefined>(undefined);
  const find = async (scanned = typed) => {
    setTyped(scanned);
    const code = cleanCardCode(scanned);
    if (!isCardCode(code)) return setProblem(refusal({ code: "INVALID_GIFT_CARD" }));
    setAsking(true);
    const answer = await requestDocument(device.client, GiftCardAtTerminalDocument, { code }, operator.token);
    setAsking(false);
    if ("failure" in answer) {
      const isThrottled = answer.failure.code === "TOO_MANY_REQUESTS";
      return setProblem(t(isThrottled ? "giftCards.throttled" : "giftCards.offline"));
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
