import { Beckon } from "./client";

/// What a page loads with a script tag. Calls that were made before it arrived wait in `beckon.q`.
///
///     <script async src="https://HOST/beckon.js" data-write-key="…" data-auto-page></script>

type Call = [name: "identify" | "track" | "page" | "reset", ...given: never[]];

declare global {
  interface Window {
    beckon?: Beckon | { q?: Call[] };
  }
}

const tag = document.currentScript as HTMLScriptElement | null;
const writeKey = tag?.dataset.writeKey;

if (tag && writeKey) {
  const before = window.beckon;
  const beckon = new Beckon({
    writeKey,
    host: tag.dataset.host ?? new URL(tag.src).origin,
    autoPage: "autoPage" in tag.dataset,
  });
  window.beckon = beckon;
  if (before && "q" in before) {
    for (const [name, ...given] of before.q ?? []) {
      (beckon[name] as (...all: never[]) => void)(...given);
    }
  }
} else {
  // biome-ignore lint/suspicious/noConsole: whoever installs the script looks there
  console.error("Beckon: Expected data-write-key on the script tag; it is under Settings → Keys.");
}
