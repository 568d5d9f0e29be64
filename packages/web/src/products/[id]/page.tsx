import { pageTitle } from "@pos/web/i18n/server.ts";
import { ProductPage } from "@pos/web/products/product-page.tsx";

export const generateMetadata = () => pageTitle("products.one");

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <ProductPage id={(await params).id} />;
}
