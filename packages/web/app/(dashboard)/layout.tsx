import { signInAddress } from "@pos/web/graphql/sign-in-address.ts";
import { Preload } from "@pos/web/session/preload.tsx";
import { isMissingRecord } from "@pos/web/session/record-page.ts";
import { isDocument, isSignedOut, pageChoices } from "@pos/web/session/server.ts";
import { Dashboard } from "@pos/web/shell/dashboard.tsx";
import { frameQueries } from "@pos/web/shell/queries.ts";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";

export default async function DashboardLayout({ children }: { readonly children: ReactNode }) {
  const [choices, sent, isOut] = await Promise.all([pageChoices(), headers(), isSignedOut()]);
  const path = sent.get("x-path") ?? "/";
  if (isOut) redirect(signInAddress(path));
  if ((await isDocument()) && (await isMissingRecord(path))) notFound();
  return (
    <Preload queries={frameQueries}>
      <Dashboard choices={choices}>{children}</Dashboard>
    </Preload>
  );
}
