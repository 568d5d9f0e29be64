"use client";

import { Alert, Progress, Stack, Table, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId, now } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { RecordStockTakeDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useMutation } from "urql";
import { asPostings, countedRows, differenceOf, type TakeDraft, withPosted } from "./take-draft.ts";
import { Difference } from "./take-table.tsx";

/** The differences before they are recorded, and the recording. */
export function TakeReview({
  draft,
  setDraft,
  onClose,
  onPosted,
}: {
  readonly draft: TakeDraft;
  readonly setDraft: (draft: TakeDraft) => void;
  readonly onClose: () => void;
  readonly onPosted: () => void;
}) {
  const { t } = useI18n();
  const post = usePosting(setDraft);
  const rows = countedRows(draft);
  const differing = rows.filter((row) => differenceOf(row) !== 0);
  const done = draft.postings.filter(({ isDone }) => isDone).length;
  const { form, errors } = useSubmitForm({
    // The draft is kept apart from the form: closing loses nothing.
    initialValues: {},
    send: () => post(draft),
    onSaved() {
      notifications.show({ message: t("take.posted", { count: differing.length }), color: "pine" });
      onPosted();
    },
  });
  return (
    <SubmitDialog form={form} title={t("take.review")} size="lg" onClose={onClose} action={t("take.post")}>
      <Text size="sm">{t("take.summary", { counted: rows.length, differing: differing.length })}</Text>
      {differing.length > 0 ? <DifferenceTable rows={differing} /> : <Alert>{t("take.noDifference")}</Alert>}
      <Textarea
        label={t("stock.note")}
        description={t("stock.noteHelp")}
        autosize
        maxLength={500}
        data-path="note"
        error={errors.note}
        value={draft.note}
        disabled={draft.postings.length > 0}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      {draft.postings.length > 1 && (
        <Stack gap={4}>
          <Text size="sm">{t("take.parts", { done, count: draft.postings.length })}</Text>
          <Progress value={(done / draft.postings.length) * 100} aria-label={t("take.review")} />
        </Stack>
      )}
    </SubmitDialog>
  );
}

function DifferenceTable({ rows }: { readonly rows: ReturnType<typeof countedRows> }) {
  const { t, format } = useI18n();
  return (
    <Table.ScrollContainer minWidth={0} maxHeight="40vh" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("products.product")}</Table.Th>
            <Table.Th ta="end">{t("take.expected")}</Table.Th>
            <Table.Th ta="end">{t("take.counted")}</Table.Th>
            <Table.Th ta="end">{t("take.difference")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.variantId}>
              <Table.Td>{row.title}</Table.Td>
              <Table.Td ta="end">{format.decimal(row.expected)}</Table.Td>
              <Table.Td ta="end">{format.decimal(row.counted)}</Table.Td>
              <Table.Td ta="end">
                <Difference row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Records one posting after the other. What is recorded is marked in the draft, and the rest is sent again after a failure. */
function usePosting(setDraft: (draft: TakeDraft) => void) {
  const { location } = useSession();
  const [, record] = useMutation(RecordStockTakeDocument);
  /** @returns the answer that it ended with: the first that did not record, else the last; an empty one if all was recorded before */
  return async (draft: TakeDraft) => {
    let current = asPostings(draft, { now: now(), newId: () => newId("adj") });
    setDraft(current);
    let answer: Awaited<ReturnType<typeof record>> | undefined;
    for (const { id, occurredAt, rows, isDone } of current.postings) {
      if (isDone) continue;
      const lines = rows.map(({ variantId, counted, expected }) => ({ variant: { id: variantId }, counted, expected }));
      const note = draft.note.trim() === "" ? {} : { note: draft.note.trim() };
      answer = await record({ input: { id, locationId: location.id, occurredAt, ...note, lines } });
      const { userErrors = [], stockAdjustment } = answer.data?.recordStockTake ?? {};
      if (!stockAdjustment) {
        // Nothing of it is recorded: the counts can be changed before the next attempt.
        if (userErrors.length > 0) setDraft({ ...current, postings: current.postings.filter((each) => each.isDone) });
        return answer;
      }
      current = withPosted(current, id);
      setDraft(current);
    }
    return answer ?? { data: {} };
  };
}
