"use client";

import { AppShell, Box, Button, Group, Stack } from "@mantine/core";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { FailureNotice } from "@pos/web/components/failure.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { errorCode } from "@pos/web/graphql/client.ts";
import { SessionDocument, type SessionQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LiveProvider } from "@pos/web/session/live.tsx";
import { type Session, SessionContext } from "@pos/web/session/session.tsx";
import { IconMapPin } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { useQuery } from "urql";
import { ConnectionBadge } from "./connection.tsx";
import { keepCookie, LOCATION_COOKIE } from "./cookies.ts";
import classes from "./dashboard.module.css";
import { LocationSwitch } from "./location-switch.tsx";
import { BottomNavigation, SideNavigation } from "./navigation.tsx";
import { SettingsMenu } from "./settings-menu.tsx";
import { useSignOut } from "./sign-out.ts";

export interface DashboardProps {
  /** The location that was looked at last. */
  readonly chosenLocation: string | undefined;
  readonly children: ReactNode;
}

/** The frame of every page: who is signed in, which location it is about, where else to go. */
export function Dashboard({ chosenLocation, children }: DashboardProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState(chosenLocation);
  const [{ data, error, fetching }, refetch] = useQuery({ query: SessionDocument });
  const session = useMemo(
    () =>
      sessionOf(data, chosen, (id) => {
        keepCookie(LOCATION_COOKIE, id);
        setChosen(id);
      }),
    [data, chosen],
  );
  return (
    <SessionContext value={session}>
      <LiveProvider isSignedIn={session !== undefined}>
        <a href="#content" className={classes.skip}>
          {t("common.skip")}
        </a>
        <AppShell
          header={{ height: 56 }}
          navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: true } }}
          footer={{ height: { base: 60, sm: 0 } }}
          padding={{ base: "md", sm: "xl" }}
        >
          <AppShell.Header className={`${classes.header} screen-only`}>
            {session !== undefined && (
              <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
                <LocationSwitch />
                <Group gap="xs" wrap="nowrap">
                  <ConnectionBadge />
                  <SettingsMenu />
                </Group>
              </Group>
            )}
          </AppShell.Header>
          <AppShell.Navbar className={`${classes.navbar} screen-only`}>
            <SideNavigation />
          </AppShell.Navbar>
          <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
            <Box maw={1180} mx="auto">
              <StorageNotice mb="md" />
              {session !== undefined ? (
                children
              ) : error !== undefined && errorCode(error) !== "UNAUTHENTICATED" ? (
                <FailureNotice error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
              ) : data?.locations?.length === 0 && !fetching ? (
                <NoLocation />
              ) : (
                <PageSkeleton />
              )}
            </Box>
          </AppShell.Main>
          <AppShell.Footer hiddenFrom="sm" className={`${classes.footer} screen-only`}>
            <BottomNavigation />
          </AppShell.Footer>
        </AppShell>
      </LiveProvider>
    </SessionContext>
  );
}

function sessionOf(
  data: SessionQuery | undefined,
  chosen: string | undefined,
  chooseLocation: (id: string) => void,
): Session | undefined {
  const { me, locations } = data ?? {};
  const location = locations?.find(({ id }) => id === chosen) ?? locations?.[0];
  if (!me || !locations || location === undefined) return undefined;
  return { me, locations, location, chooseLocation };
}

function NoLocation() {
  const { t } = useI18n();
  const signOut = useSignOut();
  return (
    <Stack>
      <EmptyState icon={<IconMapPin />} title={t("location.noneTitle")} text={t("location.noneText")}>
        <Button variant="default" onClick={() => void signOut()}>
          {t("signOut.action")}
        </Button>
      </EmptyState>
    </Stack>
  );
}
