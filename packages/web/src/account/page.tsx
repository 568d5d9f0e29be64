import { AccountPage } from "@pos/web/account/account-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";

export const generateMetadata = () => pageTitle("account.title");

export default function Page() {
  return <AccountPage />;
}
