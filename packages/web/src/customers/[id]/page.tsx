import { CustomerPage } from "@pos/web/customers/customer-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";

export const generateMetadata = () => pageTitle("customers.one");

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <CustomerPage id={(await params).id} />;
}
