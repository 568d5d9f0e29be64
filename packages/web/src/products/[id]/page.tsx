import { ProductPage } from "@pos/web/products/product-page.tsx";
import { recordMetadata } from "@pos/web/session/record-page.ts";

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  return recordMetadata("products", await params);
}

export default async function Page({ params }: PageProps) {
  return <ProductPage id={(await params).id} />;
}
