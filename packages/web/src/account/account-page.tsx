"use client";

import { Button, SimpleGrid, Stack, Text } from "@mantine/core";
import { mayLeave } from "@pos/web/components/leaving.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { AccountDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSignOut } from "@pos/web/session/sign-out.ts";
import { IconLogout } from "@tabler/icons-react";
import { useQuery } from "urql";
import { PasswordForm } from "./password-form.tsx";
import { PinForm } from "./pin-form.tsx";
import { ProfileForm } from "./profile-form.tsx";

const FRESH = { additionalTypenames: ["OwnAccount"] };

/** What people change of themselves. */
export function AccountPage() {
  const { t } = useI18n();
  const signOut = useSignOut();
  const leave = async () => {
    if (await mayLeave()) await signOut();
  };
  const [state, refetch] = useQuery({ query: AccountDocument, requestPolicy: "cache-and-network", context: FRESH });
  return (
    <>
      <PageHeader title={t("account.title")} lead={t("account.lead")} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ me }) =>
          me?.account && (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <ProfileForm account={me.account} />
              <PasswordForm account={me.account} />
              <PinForm account={me.account} />
              <Panel title={t("signOut.action")}>
                <Stack gap="md" align="flex-start">
                  <Text size="sm" c="dimmed">
                    {t("account.signOutText")}
                  </Text>
                  <Button
                    variant="default"
                    leftSection={<IconLogout size={16} aria-hidden="true" />}
                    onClick={() => void leave()}
                  >
                    {t("signOut.action")}
                  </Button>
                </Stack>
              </Panel>
            </SimpleGrid>
          )
        }
      </QueryResult>
    </>
  );
}
