"use client";

import { Box, Button, Group, Stack } from "@mantine/core";
import { useRememberedAddress } from "@pos/web/components/back-link.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { FailureNotice } from "@pos/web/components/failure.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { errorCode } from "@pos/web/graphql/client.ts";
import { SessionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { ShopLocale, useI18n } from "@pos/web/i18n/provider.tsx";
import { type Choices, knownSession, LOCATION_COOKIE, PAGE_SIZE_COOKIE } from "@pos/web/session/known.ts";
import { LiveProvider } from "@pos/web/session/live.tsx";
import { type Session, SessionContext } from "@pos/web/session/session.tsx";
import { useSignOut } from "@pos/web/session/sign-out.ts";
import { IconMapPin } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { ConnectionBadge } from "./connection.tsx";
import { keepCookie } from "./cookies.ts";
import classes from "./dashboard.module.css";
import { LocationSwitch } from "./location-switch.tsx";
import { BottomNavigation, SideNavigation } from "./navigation.tsx";
import { SearchButton } from "./search/search-button.tsx";
import { keepFrameWhileServerIsAway } from "./steady-fetch.ts";

export interface DashboardProps {
  readonly choices: Choices;
  readonly children: ReactNode;
}

/** The frame of every page: who is signed in, which location it is about, where else to go. */
export function Dashboard({ choices, children }: DashboardProps) {
  const { t } = useI18n();
  useRememberedAddress();
  useEffect(keepFrameWhileServerIsAway, []);
  const [chosen, setChosen] = useState(choices);
  const [{ data, error, fetching }, refetch] = useQuery({ query: SessionDocument });
  const session = useMemo((): Session | undefined => {
    const known = knownSession(data, chosen);
    const chooseLocation = (id: string) => {
      keepCookie(LOCATION_COOKIE, id);
      setChosen((before) => ({ ...before, location: id }));
    };
    const choosePageSize = (size: number) => {
      keepCookie(PAGE_SIZE_COOKIE, String(size));
      setChosen((before) => ({ ...before, pageSize: String(size) }));
    };
    return known && { ...known, chooseLocation, choosePageSize };
  }, [data, chosen]);
  return (
    <ShopLocale shop={session && { ...session.me.merchant, currency: session.me.currency }}>
      <SessionContext value={session}>
        <LiveProvider isSignedIn={session !== undefined}>
          <a href="#content" className={`${classes.skip} screen-only`}>
            {t("common.skip")}
          </a>
          <div className={classes.shell}>
            <header className={`${classes.header} screen-only`}>
              {session !== undefined && (
                <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
                  <Group gap="md" wrap="nowrap" miw={0}>
                    <Brand />
                    <LocationSwitch />
                  </Group>
                  <Group gap="xs" wrap="nowrap">
                    <SearchButton />
                    <ConnectionBadge />
                    <AccountMenu />
                  </Group>
                </Group>
              )}
            </header>
            <div className={`${classes.navbar} screen-only`}>
              <SideNavigation />
            </div>
            <main id="content" tabIndex={-1} className={classes.main}>
              <Box maw={1760} mx="auto">
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
            </main>
            <div className={`${classes.footer} screen-only`}>
              <BottomNavigation />
            </div>
          </div>
        </LiveProvider>
      </SessionContext>
    </ShopLocale>
  );
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
