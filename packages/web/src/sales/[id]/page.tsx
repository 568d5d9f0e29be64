import { pageTitle } from "@pos/web/i18n/server.ts";
import { SalePage } from "@pos/web/sales/sale-page.tsx";

export const generateMetadata = () => pageTitle("sales.one");

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <SalePage id={(await params).id} />;
}
