import { AddressPage } from "@pos/web/session/address-page.tsx";
import { recordMetadata } from "@pos/web/session/record-page.ts";
import { MovementsPage } from "@pos/web/stock/movements-page.tsx";

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  return recordMetadata("stock", await params);
}

export default async function Page({ params }: PageProps) {
  return (
    <AddressPage>
      <MovementsPage id={(await params).id} />
    </AddressPage>
  );
}
