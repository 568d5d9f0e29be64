import { pageTitle } from "@pos/web/i18n/server.ts";
import { LocationsPage } from "@pos/web/locations/locations-page.tsx";

export const generateMetadata = () => pageTitle("nav.locations");

export default function Page() {
  return <LocationsPage />;
}
