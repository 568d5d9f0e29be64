import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@pos/web/theme/theme.css";
import { ColorSchemeScript } from "@mantine/core";
import { LANGUAGE_TAGS } from "@pos/messages/languages.ts";
import { getI18n } from "@pos/web/i18n/server.ts";
import { EarlyScript } from "@pos/web/shell/early/early-script.tsx";
import { Providers } from "@pos/web/shell/providers.tsx";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  const name = t("common.product");
  return { title: { default: name, template: `%s · ${name}` } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f2" },
    { media: "(prefers-color-scheme: dark)", color: "#121816" },
  ],
};

/** What all pages have: the language, the colours and the nonce of the request. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [{ language, locale }, messages, sent] = await Promise.all([getI18n(), getMessages(), headers()]);
  const nonce = sent.get("x-nonce") ?? "";
  return (
    <html lang={LANGUAGE_TAGS[language]} suppressHydrationWarning>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
        <EarlyScript nonce={nonce} />
      </head>
      <body>
        <Providers locale={locale} messages={messages} nonce={nonce}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
