/**
 * Pages are fetched in parts while the frame stays. The router answers a part that fails by loading the whole page, which a
 * browser replaces by its own error page when the server is away. So such a part is asked for again until the server answers:
 * the frame stays, shows the page's skeleton, and goes on by itself.
 */
export function keepFrameWhileServerIsAway(): () => void {
  const original = window.fetch;
  const steady: typeof fetch = async (input, init) => {
    if (!isPagePart(init)) return original(input, init);
    for (;;) {
      const response = await original(input, init).catch((error: unknown) => {
        if (init?.signal?.aborted || !(error instanceof TypeError)) throw error;
        return undefined;
      });
      if (response !== undefined && !AWAY.has(response.status)) return response;
      await pause();
    }
  };
  window.fetch = steady;
  return () => {
    if (window.fetch === steady) window.fetch = original;
  };
}

/** A gateway, or a host that starts or ends, in place of the page. */
const AWAY = new Set([502, 503, 504]);
const PAUSE_MILLISECONDS = 1_000;

function isPagePart(init: RequestInit | undefined): boolean {
  if (init?.headers === undefined) return false;
  const headers = new Headers(init.headers);
  // What is fetched in advance is dropped when it fails.
  return headers.has("rsc") && !headers.has("next-router-prefetch");
}

/** Until the browser is online again, or a second has passed. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(over, PAUSE_MILLISECONDS);
    function over() {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      resolve();
    }
    window.addEventListener("online", over);
  });
}
