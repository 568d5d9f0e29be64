import { pageTitle } from "@pos/web/i18n/server.ts";
import { PromotionsPage } from "@pos/web/promotions/promotions-page.tsx";

export const generateMetadata = () => pageTitle("nav.promotions");

export default function Page() {
  return <PromotionsPage />;
}
