"use client";

import { CloseButton, Combobox, InputBase, useCombobox } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface CreatableSelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Called with what was typed when the user chooses to create it. */
  readonly onCreate: (text: string) => void;
  /** Called with a text in the field that is no choice: the form creates it when it is sent, or must not be sent. */
  readonly onUnknown?: (text: string | undefined) => void;
  /** The form creates what is typed and left. */
  readonly isCreatedOnSave?: boolean;
  /** Of the field in its form. */
  readonly path: string;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

const CREATE = "$create";

/** A searchable choice that offers to create what was typed. What is typed and no choice stays, as new or as an error. */
export function CreatableSelect(props: CreatableSelectProps) {
  const { label, placeholder, choices, value, onChange, onCreate, onUnknown, disabled = false } = props;
  const { t } = useI18n();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const chosen = choices.find((choice) => choice.value === value);
  /** What is typed; undefined while the field shows the choice. */
  const [text, setText] = useState<string | undefined>(undefined);
  const sought = (text ?? "").trim();

  function type(typed: string | undefined) {
    setText(typed);
    onUnknown?.(typed?.trim() || undefined);
  }
  function choose(next: string | null) {
    type(undefined);
    onChange(next);
    combobox.closeDropdown();
  }
  function submit(option: string) {
    if (option !== CREATE) return choose(option);
    combobox.closeDropdown();
    type(undefined);
    onCreate(sought);
  }
  function leave() {
    combobox.closeDropdown();
    if (text === undefined) return;
    const same = choices.find((choice) => isCalled(choice, sought));
    if (sought === "") choose(null);
    else if (same) choose(same.value);
  }
  const isNew = sought !== "" && !choices.some((choice) => isCalled(choice, sought)) && !combobox.dropdownOpened;
  const note = useNote(isNew ? sought : undefined, props);
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target>
        <InputBase
          data-path={props.path}
          label={label}
          placeholder={placeholder}
          disabled={disabled}
          value={text ?? chosen?.label ?? ""}
          inputWrapperOrder={["label", "input", "description", "error"]}
          {...note}
          maxLength={200}
          autoComplete="off"
          {...clearing(value !== null && !disabled, t("common.remove", { name: label }), () => choose(null))}
          onChange={(event) => {
            type(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Options choices={choices} sought={sought} value={value} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What is written under the field about a text that is no choice, or its error. */
function useNote(unknown: string | undefined, { isCreatedOnSave = false, error }: CreatableSelectProps) {
  const { t } = useI18n();
  if (unknown === undefined) return { error };
  if (!isCreatedOnSave) return { error: t("common.unknownChoice", { text: unknown }) };
  return { error, description: t("common.createdOnSave", { text: unknown }) };
}

/** What the field shows at its end: a button that clears it, where it has a value. */
function clearing(hasValue: boolean, label: string, clear: () => void) {
  return {
    rightSectionPointerEvents: hasValue ? "all" : "none",
    rightSection: hasValue ? <CloseButton size="sm" aria-label={label} onClick={clear} /> : <Combobox.Chevron />,
  } as const;
}

function isCalled({ label }: Choice, text: string): boolean {
  return label.toLowerCase() === text.toLowerCase();
}

interface OptionsProps extends Pick<CreatableSelectProps, "choices" | "value"> {
  readonly sought: string;
}

function Options({ choices, sought, value }: OptionsProps) {
  const { t } = useI18n();
  const found = choices.filter(({ label }) => label.toLowerCase().includes(sought.toLowerCase()));
  return (
    <Combobox.Options mah={240} style={{ overflowY: "auto" }}>
      {found.map((choice) => (
        <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value}>
          {choice.label}
        </Combobox.Option>
      ))}
      {sought !== "" && !choices.some((choice) => isCalled(choice, sought)) && (
        <Combobox.Option value={CREATE}>
          <IconPlus size={14} aria-hidden="true" /> {t("common.createNamed", { name: sought })}
        </Combobox.Option>
      )}
      {sought === "" && choices.length === 0 && <Combobox.Empty>{t("common.typeToCreate")}</Combobox.Empty>}
    </Combobox.Options>
  );
}
