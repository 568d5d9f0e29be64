import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { CUSTOMERS_ADDRESS } from "./address.ts";
import { CustomersPage } from "./customers-page.tsx";
import { customerQueries } from "./queries.ts";

export const generateMetadata = () => pageTitle("nav.customers");

const readAddress = createLoader(CUSTOMERS_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => customerQueries(session, address)}>
      <CustomersPage />
    </AddressPage>
  );
}
