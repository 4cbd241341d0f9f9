/** The first event in every language that people bring along, with the real address and keys. */
import type { NewKeys } from "@/api/types";

export type SnippetLanguage = "curl" | "node" | "python" | "browser" | "segment";

export const SNIPPET_LANGUAGES: readonly {
  value: SnippetLanguage;
  label: string;
  kind: "track" | "write";
}[] = [
  { value: "curl", label: "curl", kind: "track" },
  { value: "node", label: "Node", kind: "track" },
  { value: "python", label: "Python", kind: "track" },
  { value: "browser", label: "Browser", kind: "write" },
  { value: "segment", label: "Segment", kind: "write" },
];

export function snippet(language: SnippetLanguage, baseUrl: string, keys: Partial<NewKeys>): string {
  const site = keys.site_id ?? "YOUR_SITE_ID";
  const api = keys.api_key ?? "YOUR_API_KEY";
  const write = keys.write_key ?? "YOUR_WRITE_KEY";
  switch (language) {
    case "curl":
      return `curl -X PUT ${baseUrl}/api/v1/customers/1 \\
  -u ${site}:${api} -H 'Content-Type: application/json' \\
  -d '{"email": "ada@example.com", "first_name": "Ada"}'

curl -X POST ${baseUrl}/api/v1/customers/1/events \\
  -u ${site}:${api} -H 'Content-Type: application/json' \\
  -d '{"name": "signed_up", "data": {"plan": "trial"}}'`;
    case "node":
      return `// npm install customerio-node@5.2.0
import { TrackClient } from "customerio-node";

const beckon = new TrackClient("${site}", "${api}", {
  url: "${baseUrl}/api/v1",
});

await beckon.identify("1", { email: "ada@example.com", first_name: "Ada" });
await beckon.track("1", { name: "signed_up", data: { plan: "trial" } });`;
    case "python":
      return `# pip install customerio
from customerio import CustomerIO

beckon = CustomerIO("${site}", "${api}")
beckon.base_url = "${baseUrl}/api/v1"

beckon.identify(id="1", email="ada@example.com", first_name="Ada")
beckon.track(customer_id="1", name="signed_up", plan="trial")`;
    case "browser":
      return `<script>
  // What is said before the script has arrived waits here.
  window.beckon = { q: [
    ["identify", "1", { email: "ada@example.com", first_name: "Ada" }],
    ["track", "signed_up", { plan: "trial" }],
  ] };
</script>
<script async src="${baseUrl}/beckon.js" data-write-key="${write}" data-auto-page></script>

<!-- later, anywhere: beckon.track("ordered", { amount: 12.5 }) -->`;
    case "segment":
      return `// npm install @segment/analytics-node
import { Analytics } from "@segment/analytics-node";

const beckon = new Analytics({ writeKey: "${write}", host: "${baseUrl}", path: "/v1/batch" });

beckon.identify({ userId: "1", traits: { email: "ada@example.com", first_name: "Ada" } });
beckon.track({ userId: "1", event: "signed_up", properties: { plan: "trial" } });`;
  }
}
