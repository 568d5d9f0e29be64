"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useEffectEvent, useRef } from "react";
import { askQuestion, type Question } from "./questions.ts";

/** A form with input that leaving would lose. */
interface Guard {
  readonly question: () => Question;
  /** Empties the form, or closes its dialog. */
  readonly discard: () => void;
}

/** The part of the browser's Navigation API that is used here. */
interface Navigation extends EventTarget {
  readonly traverseTo: (key: string) => void;
}
interface NavigateEvent extends Event {
  readonly navigationType: string;
  readonly destination: { readonly key: string };
}

/** In the order in which they were filled. */
const guards = new Set<Guard>();

/**
 * To be called before a page leaves what is on the screen by itself: by a choice in a menu, or a found page. Asks the user
 * when a form would lose its input.
 * @returns whether nothing is lost by leaving
 */
export async function mayLeave(): Promise<boolean> {
  const last = [...guards].at(-1);
  return last === undefined || ask(last, [...guards]);
}

async function ask(asking: Guard, discarded: readonly Guard[]): Promise<boolean> {
  if (!(await askQuestion(asking.question()))) return false;
  // At once, so that what the user wanted to do goes on without a second question.
  for (const guard of discarded) remove(guard);
  for (const guard of discarded) guard.discard();
  return true;
}

/**
 * Back, Forward, a link and closing the tab do not lose what was entered: the user is asked first. A browser without the
 * Navigation API does not ask at Back and Forward.
 * @param asked what is asked, where it is not about discarding input
 * @returns asks about this form alone, to close it: by a button, or Escape
 */
export function useLeaveGuard(isDirty: boolean, discard: () => void, asked: Partial<Question> = {}): () => void {
  const { t } = useI18n();
  const guard = useRef<Guard | undefined>(undefined);
  const question = useEffectEvent(() => ({
    ...{ title: t("common.discardTitle"), text: t("common.discardText") },
    ...{ action: t("common.discard"), cancel: t("common.keep"), ...asked },
  }));
  const end = useEffectEvent(discard);
  useEffect(() => {
    if (!isDirty) return;
    const own: Guard = { question: () => question(), discard: () => end() };
    guard.current = own;
    add(own);
    return () => {
      guard.current = undefined;
      remove(own);
    };
  }, [isDirty]);
  return () => {
    if (guard.current === undefined) discard();
    else void ask(guard.current, [guard.current]);
  };
}

function add(guard: Guard): void {
  guards.add(guard);
  if (guards.size > 1) return;
  navigation()?.addEventListener("navigate", onNavigate);
  window.addEventListener("beforeunload", onUnload);
  window.addEventListener("click", onClick, true);
}

function remove(guard: Guard): void {
  guards.delete(guard);
  if (guards.size > 0) return;
  navigation()?.removeEventListener("navigate", onNavigate);
  window.removeEventListener("beforeunload", onUnload);
  window.removeEventListener("click", onClick, true);
}

function navigation(): Navigation | undefined {
  return (window as unknown as { readonly navigation?: Navigation }).navigation;
}

function onUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Back and Forward. */
function onNavigate(event: Event): void {
  const { navigationType, destination, cancelable } = event as NavigateEvent;
  if (navigationType !== "traverse" || !cancelable) return;
  event.preventDefault();
  void mayLeave().then((isLeft) => isLeft && navigation()?.traverseTo(destination.key));
}

/** A link that opens another page in this tab. The router would follow it without asking. */
function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const opensElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || opensElsewhere || !isOtherPage(link)) return;
  event.preventDefault();
  event.stopPropagation();
  void mayLeave().then((isLeft) => isLeft && link.click());
}

function isOtherPage(link: HTMLAnchorElement): boolean {
  const { origin, pathname, search } = window.location;
  const isHere = link.target === "" || link.target === "_self";
  return (
    isHere &&
    !link.hasAttribute("download") &&
    link.origin === origin &&
    link.pathname + link.search !== pathname + search
  );
}
