import { QuotePage } from "@pos/web/quotes/quote-page.tsx";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { recordMetadata } from "@pos/web/session/record-page.ts";

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  return recordMetadata("quotes", await params);
}

export default async function Page({ params }: PageProps) {
  return (
    <AddressPage>
      <QuotePage id={(await params).id} />
    </AddressPage>
  );
}
