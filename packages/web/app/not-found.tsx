import { NotFound } from "@pos/web/components/not-found.tsx";

export default function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
