import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { StaffPage } from "@pos/web/staff/staff-page.tsx";

export const generateMetadata = () => pageTitle("nav.staff");

export default function Page() {
  return (
    <AddressPage>
      <StaffPage />
    </AddressPage>
  );
}
