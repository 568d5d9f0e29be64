import { CategoriesPage } from "@pos/web/categories/categories-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";
import { AddressPage } from "@pos/web/session/address-page.tsx";

export const generateMetadata = () => pageTitle("nav.categories");

export default function Page() {
  return (
    <AddressPage>
      <CategoriesPage />
    </AddressPage>
  );
}
