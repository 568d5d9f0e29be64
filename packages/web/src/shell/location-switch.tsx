"use client";

import { Group, Select, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconMapPin } from "@tabler/icons-react";

/** Which location the pages speak of. With a single one there is nothing to choose. */
export function LocationSwitch() {
  const { t } = useI18n();
  const { locations, location, chooseLocation } = useSession();
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
    <Select
      aria-label={t("location.choose")}
      leftSection={<IconMapPin size={18} stroke={1.7} />}
      data={locations.map(({ id, name }) => ({ value: id, label: name }))}
      value={location.id}
      allowDeselect={false}
      searchable={locations.length > 10}
      onChange={(id) => id !== null && chooseLocation(id)}
      w={{ base: 200, sm: 280 }}
    />
  );
}
