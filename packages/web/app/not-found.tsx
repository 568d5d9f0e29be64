import { NotThere } from "@pos/web/components/not-there.tsx";

export default function NotFound() {
  return (
    <main>
      <NotThere />
    </main>
  );
}
