"use client";

import { Alert, Anchor, Group, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { OpeningNoticeDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";

const SKUS_MAX = 100;

/** Leads from a product whose stock was never recorded at the location to where it is. */
export function OpeningNotice({
  product: { name, variants },
}: {
  readonly product: { readonly name: string; readonly variants: readonly { sku: string; stocked: boolean }[] };
}) {
  const { t } = useI18n();
  const { location } = useSession();
  const mayRecord = usePermission()("stock:write");
  const skus = variants.filter(({ stocked }) => stocked).map(({ sku }) => sku);
  const [{ data }] = useQuery({
    query: OpeningNoticeDocument,
    variables: { locationId: location.id, skus: skus.slice(0, SKUS_MAX) },
    requestPolicy: "cache-and-network",
    pause: !mayRecord || skus.length === 0,
  });
  const levels = data?.stockLevels?.nodes;
  if (!mayRecord || levels === undefined || levels.length > 0 || skus.length === 0) return null;
  return (
    <Alert color="blue" variant="light">
      <Group gap="xs">
        <Text size="sm">{t("opening.notice", { location: location.name })}</Text>
        <Anchor component={AppLink} href={`/stock/opening?search=${encodeURIComponent(name)}`} size="sm">
          {t("opening.noticeLink")}
        </Anchor>
      </Group>
    </Alert>
  );
}
