"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

const keyOf = (path: string) => `pos-list:${path}`;

/** Keeps in the tab with which filters and page each list was shown last. */
export function useRememberedAddress(): void {
  const path = usePathname();
  const query = useSearchParams().toString();
  useEffect(() => {
    sessionStorage.setItem(keyOf(path), query);
  }, [path, query]);
}

const never = () => () => {};

/** Leads from a record back to its list, as the list was left. */
export function BackLink({ href, label }: { readonly href: string; readonly label: string }) {
  const query = useSyncExternalStore(
    never,
    () => sessionStorage.getItem(keyOf(href)) ?? "",
    () => "",
  );
  return (
    <Anchor component={AppLink} href={query === "" ? href : `${href}?${query}`} size="sm" className="screen-only">
      ← {label}
    </Anchor>
  );
}
