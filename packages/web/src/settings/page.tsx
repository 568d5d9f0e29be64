import { pageTitle } from "@pos/web/i18n/server.ts";
import { SettingsPage } from "@pos/web/settings/settings-page.tsx";

export const generateMetadata = () => pageTitle("nav.business");

export default function Page() {
  return <SettingsPage />;
}
