import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { FapiaoPage } from "./fapiao-page.tsx";

export const generateMetadata = () => pageTitle("nav.fapiao");

export default function Page() {
  return (
    <AddressPage>
      <FapiaoPage />
    </AddressPage>
  );
}
