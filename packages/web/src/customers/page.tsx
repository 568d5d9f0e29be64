import { CustomersPage } from "@pos/web/customers/customers-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";

export const generateMetadata = () => pageTitle("nav.customers");

export default function Page() {
  return <CustomersPage />;
}
