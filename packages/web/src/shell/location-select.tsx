"use client";

import { NativeSelect } from "@mantine/core";
import { mayLeave } from "@pos/web/components/leaving.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { allLocations } from "@pos/web/session/known.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconMapPin } from "@tabler/icons-react";
import { usePathname } from "next/navigation";

/** The pages that are about one location, whatever was chosen; all others keep that all are chosen. */
const PAGES_OF_ONE = /^\/(stock\/|import|quotes|sales\/parked|sales\/refunds)/;

/** Loaded where there are several locations. */
export default function LocationSelect() {
  const { t } = useI18n();
  const { locations, location, isAll, chooseLocation } = useSession();
  const all = allLocations(location.id);
  const isOfAll = !PAGES_OF_ONE.test(usePathname());
  const choose = async (id: string) => {
    if (await mayLeave()) chooseLocation(id);
  };
  return (
    <NativeSelect
      aria-label={t("location.choose")}
      leftSection={<IconMapPin size={18} stroke={1.7} />}
      data={[
        ...(isOfAll ? [{ value: all, label: t("common.allLocations") }] : []),
        ...locations.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={isAll && isOfAll ? all : location.id}
      onChange={(event) => void choose(event.currentTarget.value)}
      w={{ base: 200, sm: 280 }}
    />
  );
}
