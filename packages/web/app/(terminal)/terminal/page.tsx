import { pageTitle } from "@pos/web/i18n/server.ts";
import { Terminal } from "@pos/web/terminal/terminal.tsx";
import type { Metadata } from "next";

export function generateMetadata(): Promise<Metadata> {
  return pageTitle("terminal.title");
}

export default function TerminalPage() {
  return <Terminal />;
}
