import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { PRODUCTS_ADDRESS } from "./address.ts";
import { ProductsPage } from "./products-page.tsx";
import { productQueries } from "./queries.ts";

export const generateMetadata = () => pageTitle("nav.products");

const readAddress = createLoader(PRODUCTS_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => productQueries(session, address)}>
      <ProductsPage />
    </AddressPage>
  );
}
