import { pageTitle } from "@pos/web/i18n/server.ts";
import { LimitsPage } from "@pos/web/limits/limits-page.tsx";

export const generateMetadata = () => pageTitle("nav.limits");

export default function Page() {
  return <LimitsPage />;
}
