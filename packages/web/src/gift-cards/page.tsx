import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { GIFT_CARDS_ADDRESS } from "./address.ts";
import { GiftCardsPage } from "./gift-cards-page.tsx";
import { giftCardQueries } from "./queries.ts";

export const generateMetadata = () => pageTitle("nav.giftCards");

const readAddress = createLoader(GIFT_CARDS_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => giftCardQueries(session, address)}>
      <GiftCardsPage />
    </AddressPage>
  );
}
