import { SalePage } from "@pos/web/sales/sale-page.tsx";
import { recordMetadata } from "@pos/web/session/record-page.ts";

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  return recordMetadata("sales", await params);
}

export default async function Page({ params }: PageProps) {
  return <SalePage id={(await params).id} />;
}
