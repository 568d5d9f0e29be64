"use client";

import { Alert } from "@mantine/core";
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
  const texts = [
    ...(me.isPinShort ? [t("home.shortPin")] : []),
    ...(others.length > 0 ? [t("home.shortPins", { names: others.map(({ name }) => name).join(", ") })] : []),
  ];
  return texts.map((text) => (
    <Alert key={text} color="yellow" variant="light" mb="md" role="status">
      {text}
    </Alert>
  ));
}
