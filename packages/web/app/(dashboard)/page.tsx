import { HomePage } from "@pos/web/home/home-page.tsx";
import { pageTitle } from "@pos/web/i18n/server.ts";

export const generateMetadata = () => pageTitle("nav.home");

export default function Page() {
  return <HomePage />;
}
