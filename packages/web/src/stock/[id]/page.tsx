import { pageTitle } from "@pos/web/i18n/server.ts";
import { MovementsPage } from "@pos/web/stock/movements-page.tsx";

export const generateMetadata = () => pageTitle("stock.movements");

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <MovementsPage id={(await params).id} />;
}
