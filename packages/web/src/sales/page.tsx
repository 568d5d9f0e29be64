import { pageTitle } from "@pos/web/i18n/server.ts";
import { SalesPage } from "@pos/web/sales/sales-page.tsx";

export const generateMetadata = () => pageTitle("nav.sales");

export default function Page() {
  return <SalesPage />;
}
