import { pageTitle } from "@pos/web/i18n/server.ts";
import { UnlinkedPage } from "@pos/web/sales/unlinked-page.tsx";
import { AddressPage } from "@pos/web/session/address-page.tsx";

export const generateMetadata = () => pageTitle("unlinked.title");

export default function Page() {
  return (
    <AddressPage>
      <UnlinkedPage />
    </AddressPage>
  );
}
