"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconFilter } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { Filters } from "./filters.tsx";
import classes from "./folded-filters.module.css";

/** What narrows a list: on a phone the first field, and behind a button the rest. */
export function FoldedFilters({
  first,
  count,
  children,
}: {
  readonly first: ReactNode;
  /** How many of the rest hold. */
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Filters className={classes.bar ?? ""}>
      {first}
      <Button
        className={classes.toggle ?? ""}
        variant={count > 0 ? "light" : "default"}
        leftSection={<IconFilter size={16} aria-hidden="true" />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t("common.filters", { count })}
      </Button>
      <div id={id} className={classes.rest} data-open={isOpen || undefined}>
        {children}
      </div>
    </Filters>
  );
}
