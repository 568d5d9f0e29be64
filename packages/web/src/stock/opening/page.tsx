import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { OpeningPage } from "@pos/web/stock/opening-page.tsx";

export const generateMetadata = () => pageTitle("opening.title");

export default function Page() {
  return (
    <AddressPage>
      <OpeningPage />
    </AddressPage>
  );
}
