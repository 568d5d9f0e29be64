import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString } from "nuqs/server";

export const GIFT_CARDS_ADDRESS = { ...LIST_POSITION, search: parseAsString };

export type GiftCardsAddress = inferParserType<typeof GIFT_CARDS_ADDRESS>;
