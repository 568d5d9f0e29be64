"use client";

import { Button, Divider, Group, Input, Select, TextInput } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import { typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCatalog } from "../use-catalog.ts";
import { useCounter } from "../use-device.tsx";
import { addOpenLine, type Department } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";

interface Closing {
  /** With the key of the new line. */
  readonly onAdded: (key: string) => void;
  readonly onClose: () => void;
}

export function OpenLineDialog({ isOpen, ...closing }: Closing & { readonly isOpen: boolean }) {
  return isOpen ? <OpenLineForm {...closing} /> : null;
}

/** Goods that are not in the catalogue: an amount in a department, or what they are, what they cost, and how they are taxed. */
function OpenLineForm({ onAdded, onClose }: Closing) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const { currency, taxCodes, defaultTaxCodeId } = settings;
  const departments = useCatalog().index?.departments ?? NONE;
  const [name, setName] = useState("");
  const [price, setPrice] = useState("");
  const [taxCodeId, setTaxCodeId] = useState(defaultTaxCodeId);
  const [hasFractions, setFractions] = useState(false);
  const kind = { kind: "money", currency, hasFractions } as const;
  const typed = typedDecimal(price, kind);
  const unitPrice = typed === undefined || parsePrice(typed) === undefined ? undefined : typed;
  const add = (goods: { readonly name: string; readonly taxCodeId: string; readonly categoryId?: string }) => {
    if (unitPrice === undefined) return;
    const key = crypto.randomUUID();
    device.changeCart(addOpenLine(device.state().cart, { ...goods, unitPrice }, key));
    onAdded(key);
    onClose();
  };
  const isWrong = name.trim() === "" || unitPrice === undefined;
  // A description is one line: the contract takes no control characters.
  const submit = () => !isWrong && add({ name: name.trim().replace(/\s+/g, " "), taxCodeId });
  const hasDepartments = departments.length > 0;
  const amount = (
    <>
      <NumberTextInput
        {...{ kind, label: t("terminal.line.price"), size: "lg", required: true, value: price, onChange: setPrice }}
        data-autofocus={hasDepartments || undefined}
      />
      <FractionSwitch currency={currency} isOn={hasFractions} onChange={setFractions} />
    </>
  );
  return (
    <CartDialog title={t("terminal.open.title")} onClose={onClose} onSubmit={submit} isWrong={isWrong}>
      {hasDepartments && (
        <>
          {amount}
          <DepartmentKeys
            departments={departments}
            isDisabled={unitPrice === undefined}
            onChoose={({ id: categoryId, name: department, taxCodeId: code }) =>
              add({ name: department, taxCodeId: code, categoryId })
            }
          />
          <Divider label={t("terminal.open.other")} />
        </>
      )}
      <TextInput
        label={t("terminal.open.name")}
        size="lg"
        autoComplete="off"
        data-autofocus={!hasDepartments || undefined}
        required
        maxLength={LIMITS.nameCharactersMax}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!hasDepartments && amount}
      <Select
        label={t("terminal.open.taxCode")}
        size="lg"
        allowDeselect={false}
        data={taxCodes.map((code) => ({ value: code.id, label: taxLabel(code, format) }))}
        value={taxCodeId}
        onChange={(chosen) => setTaxCodeId(chosen ?? defaultTaxCodeId)}
      />
    </CartDialog>
  );
}

const NONE: readonly Department[] = [];

/** A key for each: the amount that was typed is sold in it. */
function DepartmentKeys({
  departments,
  isDisabled,
  onChoose,
}: {
  readonly departments: readonly Department[];
  readonly isDisabled: boolean;
  readonly onChoose: (department: Department) => void;
}) {
  const { t } = useI18n();
  return (
    <Input.Wrapper label={t("terminal.open.departments")} description={t("terminal.open.departmentsHelp")}>
      <Group gap="xs" mt={6} role="group" aria-label={t("terminal.open.departments")}>
        {departments.map((department) => (
          <Button
            key={department.id}
            size="lg"
            variant="default"
            disabled={isDisabled}
            onClick={() => onChoose(department)}
          >
            {department.name}
          </Button>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
