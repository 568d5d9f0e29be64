import { pageTitle } from "@pos/web/i18n/server.ts";
import { ImportPage } from "@pos/web/import/import-page.tsx";
import { AddressPage } from "@pos/web/session/address-page.tsx";

export const generateMetadata = () => pageTitle("nav.import");

export default function Page() {
  return (
    <AddressPage>
      <ImportPage />
    </AddressPage>
  );
}
