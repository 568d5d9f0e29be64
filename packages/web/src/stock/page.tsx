import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { STOCK_ADDRESS } from "./address.ts";
import { stockQueries } from "./queries.ts";
import { StockPage } from "./stock-page.tsx";

export const generateMetadata = () => pageTitle("nav.stock");

const readAddress = createLoader(STOCK_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => stockQueries(session, address)}>
      <StockPage />
    </AddressPage>
  );
}
