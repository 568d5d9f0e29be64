import { HomePage } from "@pos/web/home/home-page.tsx";
import { homeQueries } from "@pos/web/home/queries.ts";
import { pageTitle } from "@pos/web/i18n/server.ts";
import { type PageParameters, Preload } from "@pos/web/session/preload.tsx";

export const generateMetadata = () => pageTitle("nav.home");

export default function Page({ searchParams }: { readonly searchParams: Promise<PageParameters> }) {
  return (
    <Preload queries={homeQueries} parameters={searchParams}>
      <HomePage />
    </Preload>
  );
}
