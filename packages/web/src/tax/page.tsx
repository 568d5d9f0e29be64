import { pageTitle } from "@pos/web/i18n/server.ts";
import { TaxPage } from "@pos/web/tax/tax-page.tsx";

export const generateMetadata = () => pageTitle("nav.tax");

export default function Page() {
  return <TaxPage />;
}
