import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** A password or PIN. A refused one is marked for screen readers too, which the library's own input leaves out. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useI18n();
  const isInvalid = props.error !== undefined && props.error !== false && props.error !== null;
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": t("common.showSecret") }}
      {...props}
      {...(isInvalid ? { "aria-invalid": true } : {})}
    />
  );
}
