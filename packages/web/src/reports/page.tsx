import { pageTitle } from "@pos/web/i18n/server.ts";
import { reportQueries } from "@pos/web/reports/queries.ts";
import { ReportsPage } from "@pos/web/reports/reports-page.tsx";
import { type PageParameters, Preload } from "@pos/web/session/preload.tsx";

export const generateMetadata = () => pageTitle("nav.reports");

export default function Page({ searchParams }: { readonly searchParams: Promise<PageParameters> }) {
  return (
    <Preload queries={reportQueries} parameters={searchParams}>
      <ReportsPage />
    </Preload>
  );
}
