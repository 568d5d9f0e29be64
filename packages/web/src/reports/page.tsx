import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { createLoader, type SearchParams } from "nuqs/server";
import { REPORTS_ADDRESS } from "./address.ts";
import { reportQueries } from "./queries.ts";
import { ReportsPage } from "./reports-page.tsx";

export const generateMetadata = () => pageTitle("nav.reports");

const readAddress = createLoader(REPORTS_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <AddressPage queries={(session) => reportQueries(session, address)}>
      <ReportsPage />
    </AddressPage>
  );
}
