"use client";

import { Group, Text } from "@mantine/core";
import { useSession } from "@pos/web/session/session.tsx";
import { IconMapPin } from "@tabler/icons-react";
import { lazy, Suspense } from "react";

const LocationSelect = lazy(() => import("./location-select.tsx"));

/** Which location the pages speak of. With a single one there is nothing to choose. */
export function LocationSwitch() {
  const { locations, location } = useSession();
  if (locations.length === 1) {
    return (
      <Group gap={8} wrap="nowrap" miw={0}>
        <IconMapPin size={18} stroke={1.7} aria-hidden="true" />
        <Text fw={600} truncate>
          {location.name}
        </Text>
      </Group>
    );
  }
  return (
    <Suspense fallback={<Text fw={600}>{location.name}</Text>}>
      <LocationSelect />
    </Suspense>
  );
}
