import { pageTitle } from "@pos/web/i18n/server.ts";
import { TakePage } from "@pos/web/stock/take-page.tsx";

export const generateMetadata = () => pageTitle("take.title");

export default function Page() {
  return <TakePage />;
}
