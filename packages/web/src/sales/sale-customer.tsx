"use client";

import { Anchor, Button, Stack, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconUserEdit, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { SaleCustomerDialog } from "./sale-customer-dialog.tsx";
import type { SaleDetail } from "./sale-detail.ts";

/** Whose a sale is, and the way to put it on another customer. */
export function SaleCustomer({ sale }: { readonly sale: SaleDetail }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const [isChoosing, setChoosing] = useState(false);
  const { customerId, customer } = sale;
  const isNobodys = customerId === null;
  return (
    <>
      <Stack gap={2} align="flex-start">
        {isNobodys ? t("sales.noCustomer") : <CustomerLink id={customerId} customer={customer} />}
        {isPermitted("sale:attribute") && (
          <Button
            size="compact-sm"
            variant="subtle"
            ml={-8}
            leftSection={isNobodys ? <IconUserPlus size={15} /> : <IconUserEdit size={15} />}
            onClick={() => setChoosing(true)}
          >
            {t(isNobodys ? "sales.addCustomer" : "sales.changeCustomer")}
          </Button>
        )}
      </Stack>
      {isChoosing && <SaleCustomerDialog sale={sale} onClose={() => setChoosing(false)} />}
    </>
  );
}

/** Who put the sale on whom, and when. */
export function CustomerChanges({ sale }: { readonly sale: SaleDetail }) {
  const { t } = useI18n();
  return (
    <Stack gap={2}>
      {sale.customerChanges.map(({ id, recordedAt, operator, customerId, customer }) => {
        const who = operator?.name ?? t("sales.nobody");
        const name = customer?.name ?? t("sales.erased");
        return (
          <Text key={id} size="sm">
            {customerId === null ? t("sales.customerRemovedBy", { who }) : t("sales.customerAddedBy", { who, name })}
            {" · "}
            <DateTime instant={recordedAt} zone={sale.location.timeZone} />
          </Text>
        );
      })}
    </Stack>
  );
}

/** The id alone where the customer is unknown, or may not be read. */
function CustomerLink({ id, customer }: { readonly id: string; readonly customer: SaleDetail["customer"] }) {
  const { t } = useI18n();
  if (customer === null) return <IdCopy id={id} />;
  return (
    <Anchor component={AppLink} href={`/customers/${id}`}>
      {customer.name ?? t("sales.erased")}
    </Anchor>
  );
}
