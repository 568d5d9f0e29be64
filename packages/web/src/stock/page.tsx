import { pageTitle } from "@pos/web/i18n/server.ts";
import { StockPage } from "@pos/web/stock/stock-page.tsx";

export const generateMetadata = () => pageTitle("nav.stock");

export default function Page() {
  return <StockPage />;
}
