import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { getI18n } from "@pos/web/i18n/server.ts";
import { SignIn } from "@pos/web/sign-in/sign-in.tsx";
import type { Metadata } from "next";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<{ to?: string }> }) {
  const { to } = await searchParams;
  return (
    <>
      <StorageNotice />
      <SignIn to={typeof to === "string" ? to : undefined} />
    </>
  );
}
