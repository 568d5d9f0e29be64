import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { QUOTES_ADDRESS } from "./address.ts";
import { quoteQueries } from "./queries.ts";
import { QuotesPage } from "./quotes-page.tsx";

export const generateMetadata = () => pageTitle("nav.quotes");

const readAddress = createLoader(QUOTES_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => quoteQueries(session, address)}>
      <QuotesPage />
    </AddressPage>
  );
}
