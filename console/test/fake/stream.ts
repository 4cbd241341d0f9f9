import type { IncomingMessage, ServerResponse } from "node:http";
import type { Activity } from "../../src/api/types";
import type { World } from "./world";

export function activityStream(
  world: World,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
  response.write(": hello\n\n");
  const [types, name, person] = [query.getAll("type"), query.get("name") ?? "", query.get("person") ?? ""];
  const listener = (a: Activity) => {
    if (types.length > 0 && !types.includes(a.type)) return;
    if (!a.name.includes(name) || (person !== "" && a.person?.cio_id !== person)) return;
    if (query.get("failed") === "true" && !a.failed) return;
    response.write(`event: activity\nid: ${a.id}\ndata: ${JSON.stringify(a)}\n\n`);
  };
  world.listeners.add(listener);
  request.on("close", () => world.listeners.delete(listener));
}
