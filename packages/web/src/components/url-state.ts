"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";

export interface UrlState {
  readonly get: (name: string) => string | undefined;
  /** Null takes a name out. Changed filters begin at the first page; `push` makes the step one to go back from. */
  readonly set: (changes: Readonly<Record<string, string | null>>, how?: "push" | "replace") => void;
}

/** Filters and the position in a list are in the address: it can be bookmarked, shared and gone back to. */
export function useUrlState(): UrlState {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  return {
    get: (name) => parameters.get(name) ?? undefined,
    set(changes, how = "replace") {
      const next = new URLSearchParams(parameters);
      for (const cursor of ["after", "before"]) next.delete(cursor);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      router[how](query === "" ? pathname : `${pathname}?${query}`, { scroll: how === "push" });
    },
  };
}
