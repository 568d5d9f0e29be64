import { pageTitle } from "@pos/web/i18n/server.ts";
import { TerminalsPage } from "@pos/web/terminals/terminals-page.tsx";

export const generateMetadata = () => pageTitle("nav.terminals");

export default function Page() {
  return <TerminalsPage />;
}
