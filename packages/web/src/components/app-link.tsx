"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

/** A link within the dashboard. Its page is fetched when the user is about to follow it, not when it becomes visible. */
export function AppLink({ href, ...props }: Omit<ComponentProps<typeof Link>, "href"> & { readonly href: string }) {
  const router = useRouter();
  const prepare = () => router.prefetch(href);
  return <Link href={href} prefetch={false} onPointerEnter={prepare} onFocus={prepare} {...props} />;
}
