import { ExceptionsPage } from "@pos/web/exceptions/exceptions-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";

export const generateMetadata = () => pageTitle("nav.exceptions");

export default function Page() {
  return <ExceptionsPage />;
}
