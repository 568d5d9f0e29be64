import { NotFound } from "@pos/web/components/not-found.tsx";
import { Preload } from "@pos/web/session/preload.tsx";
import { pageChoices, pageSession } from "@pos/web/session/server.ts";
import { Dashboard } from "@pos/web/shell/dashboard.tsx";
import { frameQueries } from "@pos/web/shell/queries.ts";

/** An address without a page. Who is signed in keeps the frame, so that other pages can be reached. */
export default async function NotFoundPage() {
  const [choices, session] = await Promise.all([pageChoices(), pageSession()]);
  if (session)
    return (
      <Preload queries={frameQueries}>
        <Dashboard choices={choices}>
          <NotFound />
        </Dashboard>
      </Preload>
    );
  return (
    <main>
      <NotFound />
    </main>
  );
}
