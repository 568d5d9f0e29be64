import { RANGE_ADDRESS } from "@pos/web/figures/address.ts";
import { HomePage } from "@pos/web/home/home-page.tsx";
import { homeQueries } from "@pos/web/home/queries.ts";
import { pageTitle } from "@pos/web/i18n/server.ts";
import { Preload } from "@pos/web/session/preload.tsx";
import { createLoader, type SearchParams } from "nuqs/server";

export const generateMetadata = () => pageTitle("nav.home");

const readAddress = createLoader(RANGE_ADDRESS);

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const address = await readAddress(searchParams);
  return (
    <Preload queries={(session) => homeQueries(session, address)}>
      <HomePage />
    </Preload>
  );
}
