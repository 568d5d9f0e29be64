import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { EXCEPTIONS_ADDRESS } from "./address.ts";
import { ExceptionsPage } from "./exceptions-page.tsx";
import { exceptionQueries } from "./queries.ts";

export const generateMetadata = () => pageTitle("nav.exceptions");

const readAddress = createLoader(EXCEPTIONS_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => exceptionQueries(session, address)}>
      <ExceptionsPage />
    </AddressPage>
  );
}
