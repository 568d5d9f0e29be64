import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { SALES_ADDRESS } from "./address.ts";
import { saleQueries } from "./queries.ts";
import { SalesPage } from "./sales-page.tsx";

export const generateMetadata = () => pageTitle("nav.sales");

const readAddress = createLoader(SALES_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => saleQueries(session, address)}>
      <SalesPage />
    </AddressPage>
  );
}
