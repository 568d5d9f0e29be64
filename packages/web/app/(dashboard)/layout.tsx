import { LOCATION_COOKIE } from "@pos/web/shell/cookies.ts";
import { Dashboard } from "@pos/web/shell/dashboard.tsx";
import { cookies } from "next/headers";
import type { ReactNode } from "react";

export default async function DashboardLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies();
  return <Dashboard chosenLocation={jar.get(LOCATION_COOKIE)?.value}>{children}</Dashboard>;
}
