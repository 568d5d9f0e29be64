"use client";

import { Textarea } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import { withNote } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";

export function NoteDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <NoteForm onClose={onClose} /> : null;
}

function NoteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const [note, setNote] = useState(state.cart.note ?? "");
  const submit = () => {
    // A note is one line: the contract takes no control characters.
    device.changeCart(withNote(device.state().cart, note.replace(/\s+/g, " ")));
    onClose();
  };
  return (
    <CartDialog title={t("terminal.note.title")} onClose={onClose} onSubmit={submit}>
      <Textarea
        aria-label={t("terminal.note.title")}
        description={t("terminal.note.help")}
        size="lg"
        minRows={2}
        data-autofocus
        maxLength={LIMITS.noteCharactersMax}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CartDialog>
  );
}
