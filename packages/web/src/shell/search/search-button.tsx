"use client";

import { Kbd, Text, UnstyledButton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { isSearchAsked, recordForSearch } from "@pos/web/shell/early/search-keys.ts";
import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import classes from "./search-button.module.css";

const SearchPalette = dynamic(() => import("./search-palette.tsx").then((module) => module.SearchPalette), {
  ssr: false,
});

/**
 * Opens the search over everything, from any page: by `/`, by Ctrl K, or by a click. Its code is loaded then;
 * what is typed meanwhile is recorded for its field, as is what was typed before the page's program was there.
 */
export function SearchButton() {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    recordForSearch();
    setOpen(true);
  };
  useHotkeys([
    ["/", open, { usePhysicalKeys: false }],
    ["mod+K", open],
  ]);
  // After the keys are heard, so that none falls between.
  useEffect(() => {
    if (isSearchAsked()) setOpen(true);
  }, []);
  return (
    <>
      <UnstyledButton className={classes.button} onClick={open} aria-haspopup="dialog" aria-keyshortcuts="/ Control+K">
        <IconSearch size={18} stroke={1.7} aria-hidden="true" />
        <Text span size="sm" className={classes.label}>
          {t("search.open")}
        </Text>
        <Kbd size="xs" className={classes.key} aria-hidden="true">
          /
        </Kbd>
      </UnstyledButton>
      {isOpen && <SearchPalette onClose={() => setOpen(false)} />}
    </>
  );
}
