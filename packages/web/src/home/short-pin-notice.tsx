"use client";

import { Alert } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { HomeShortPinsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";

/** PINs from before owners and managers needed six digits go on working: the owner sees whose, a manager their own. */
export function ShortPinNotice() {
  const { t } = useI18n();
  const { me } = useSession();
  const isPermitted = usePermission();
  const [{ data }] = useQuery({ query: HomeShortPinsDocument, pause: !isPermitted("staff:write") });
  const others = (data?.staffPage?.nodes ?? []).filter(({ id, isPinShort }) => isPinShort && id !== me.staffId);
  const names = others.map(({ name }) => name).join(t("staff.separator"));
  const notices = [
    ...(me.isPinShort ? [{ text: t("home.shortPin"), href: "/account", action: t("account.title") }] : []),
    ...(others.length > 0 ? [{ text: t("home.shortPins", { names }), href: "/staff", action: t("nav.staff") }] : []),
  ];
  return notices.map(({ text, href, action }) => (
    <Alert key={href} color="yellow" variant="light" mb="md" role="status">
      {text} <AppLink href={href}>{action}</AppLink>
    </Alert>
  ));
}
