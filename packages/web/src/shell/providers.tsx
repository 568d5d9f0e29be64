"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { GraphqlProvider } from "@pos/web/graphql/provider.tsx";
import type { Wording } from "@pos/web/i18n/languages.ts";
import { I18nProvider } from "@pos/web/i18n/provider.tsx";
import type { Dictionary } from "@pos/web/i18n/translate.ts";
import { theme } from "@pos/web/theme/theme.ts";
import { type ReactNode, useCallback } from "react";

export interface ProvidersProps {
  readonly wording: Wording;
  readonly dictionary: Dictionary;
  /** Style elements that are made while the page runs need it too. */
  readonly nonce: string;
  readonly children: ReactNode;
}

/** What every page of the browser can use: words, colours, the API, dialogs and messages. */
export function Providers({ wording, dictionary, nonce, children }: ProvidersProps) {
  const getStyleNonce = useCallback(() => nonce, [nonce]);
  // Where the library that locks scrolling behind a dialog looks for it.
  if (typeof window !== "undefined") (window as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
  return (
    <I18nProvider wording={wording} dictionary={dictionary}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={getStyleNonce}>
        <ModalsProvider>
          <Notifications position="bottom-center" />
          <GraphqlProvider>{children}</GraphqlProvider>
        </ModalsProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
