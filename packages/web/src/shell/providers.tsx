"use client";

import { MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { Confirmations } from "@pos/web/components/confirm.tsx";
import { GraphqlProvider } from "@pos/web/graphql/provider.tsx";
import { I18nProvider, useI18n } from "@pos/web/i18n/provider.tsx";
import { theme } from "@pos/web/theme/theme.ts";
import type { AbstractIntlMessages } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { handOverEarlyInput } from "./early/hand-over.ts";
import { Toasts } from "./toasts.tsx";

export interface ProvidersProps {
  readonly locale: string;
  readonly messages: AbstractIntlMessages;
  /** Style elements that are made while the page runs need it too. */
  readonly nonce: string;
  readonly children: ReactNode;
}

/** What every page of the browser can use: words, colours, the API, dialogs and messages. */
export function Providers({ locale, messages, nonce, children }: ProvidersProps) {
  // A refresh brings the nonce of its own request; the browser goes on with that of the document.
  const [nonceOfDocument] = useState(nonce);
  const getStyleNonce = useCallback(() => nonceOfDocument, [nonceOfDocument]);
  useEffect(handOverEarlyInput, []);
  // Where the library that locks scrolling behind a dialog looks for it.
  if (typeof window !== "undefined") (window as { __webpack_nonce__?: string }).__webpack_nonce__ = nonceOfDocument;
  return (
    <I18nProvider locale={locale} messages={messages}>
      <Themed getStyleNonce={getStyleNonce}>
        <GraphqlProvider>{children}</GraphqlProvider>
        <Confirmations />
        <Toasts />
      </Themed>
    </I18nProvider>
  );
}

interface ThemedProps {
  readonly getStyleNonce: () => string;
  readonly children: ReactNode;
}

/** The theme, with the names of buttons that show no text. */
function Themed({ getStyleNonce, children }: ThemedProps) {
  const { t } = useI18n();
  const close = t("common.close");
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { "aria-label": close } } } },
      }),
    [close],
  );
  return (
    <MantineProvider theme={named} defaultColorScheme="auto" getStyleNonce={getStyleNonce}>
      {children}
    </MantineProvider>
  );
}
