"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { askQuestion, openQuestion, type Question, watchQuestions } from "./questions.ts";

const ConfirmDialog = lazy(() => import("./confirm-dialog.tsx"));

/** Asks the user to confirm an action. Resolves to their choice. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  return askQuestion;
}

/** Where questions are shown, once a page. */
export function Confirmations() {
  const question = useSyncExternalStore(watchQuestions, openQuestion, () => undefined);
  if (question === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmDialog question={question} onAnswer={question.answer} />
    </Suspense>
  );
}
