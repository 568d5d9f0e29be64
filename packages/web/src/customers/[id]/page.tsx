import { CustomerPage } from "@pos/web/customers/customer-page.tsx";
import { AddressPage } from "@pos/web/session/address-page.tsx";
import { recordMetadata } from "@pos/web/session/record-page.ts";

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  return recordMetadata("customers", await params);
}

export default async function Page({ params }: PageProps) {
  return (
    <AddressPage>
      <CustomerPage id={(await params).id} />
    </AddressPage>
  );
}
