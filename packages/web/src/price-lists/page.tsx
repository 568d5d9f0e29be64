import { pageTitle } from "@pos/web/i18n/server.ts";
import { PriceListsPage } from "./price-lists-page.tsx";

export const generateMetadata = () => pageTitle("nav.priceLists");

export default function Page() {
  return <PriceListsPage />;
}
