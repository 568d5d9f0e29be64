import { pageTitle } from "@pos/web/i18n/server.ts";
import { ProductsPage } from "@pos/web/products/products-page.tsx";

export const generateMetadata = () => pageTitle("nav.products");

export default function Page() {
  return <ProductsPage />;
}
