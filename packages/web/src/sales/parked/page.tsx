import { pageTitle } from "@pos/web/i18n/server.ts";
import { ParkedPage } from "@pos/web/sales/parked-page.tsx";
import { AddressPage } from "@pos/web/session/address-page.tsx";

export const generateMetadata = () => pageTitle("sales.parked");

export default function Page() {
  return (
    <AddressPage>
      <ParkedPage />
    </AddressPage>
  );
}
