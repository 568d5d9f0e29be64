import { pageTitle } from "@pos/web/i18n/server.ts";
import { ReportsPage } from "@pos/web/reports/reports-page.tsx";

export const generateMetadata = () => pageTitle("nav.reports");

export default function Page() {
  return <ReportsPage />;
}
