import { Badge, Group, Text } from "@mantine/core";
import type { DeliveryStatus } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export interface MailStatusProps {
  readonly recipient: string;
  readonly status: DeliveryStatus;
  /** What the mail server answered. */
  readonly detail: string | null;
}

/** Who gets a mail, and how far it got. */
export function MailStatus({ recipient, status, detail }: MailStatusProps) {
  const { t } = useI18n();
  return (
    <Group gap={8}>
      <Text size="sm" inherit>
        {recipient}
      </Text>
      <Badge variant="light" color={colorOf(status)} tt="none" title={detail ?? undefined}>
        {t(`reports.status.${status}`)}
      </Badge>
    </Group>
  );
}

function colorOf(status: DeliveryStatus): string {
  if (status === "SENT") return "pine";
  return status === "REFUSED" || status === "EXPIRED" ? "red" : "yellow";
}
