import { type Keep, keep, uuid } from "./identity";
import { type Message, type Outcome, Queue, type World } from "./queue";

const VERSION = "0.1.0";
const ANONYMOUS = "beckon_anonymous_id";
const USER = "beckon_user_id";
const KEEPALIVE_BYTES_MAX = 60_000;

export type Traits = Record<string, unknown>;

export interface Options {
  writeKey: string;
  /// Where Beckon is, such as https://beckon.example.com.
  host: string;
  /// Tell of every page that is shown, also where a script changes the address.
  autoPage?: boolean;
}

/// One visitor of this site. Every call returns at once; what it says is sent soon, and again until it has arrived.
export class Beckon {
  private readonly keep: Keep = keep();
  private readonly queue: Queue;

  constructor(private readonly options: Options) {
    this.queue = new Queue(this.world(), uuid());
    addEventListener("online", () => void this.queue.flush());
    addEventListener("pagehide", () => this.queue.leave());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        this.queue.leave();
      }
    });
    if (options.autoPage) {
      this.pageByPage();
    }
  }

  /// Who the visitor is; what they did before is theirs then.
  identify(userId: string | number, traits: Traits = {}): void {
    const before = this.userId();
    const now = String(userId);
    if (before && before !== now) {
      this.keep.set(ANONYMOUS, uuid());
    }
    this.keep.set(USER, now);
    this.say("identify", { traits });
  }

  /// What the visitor did.
  track(event: string, properties: Traits = {}): void {
    this.say("track", { event, properties });
  }

  /// Which page the visitor sees; the one that is shown unless told otherwise.
  page(name?: string, properties: Traits = {}): void {
    this.say("page", { ...(name && { name }), properties: { ...shown(), ...properties } });
  }

  /// The visitor logs out: whoever comes next is somebody else.
  reset(): void {
    this.keep.set(USER, "");
    this.keep.set(ANONYMOUS, uuid());
  }

  userId(): string {
    return this.keep.get(USER);
  }

  anonymousId(): string {
    const known = this.keep.get(ANONYMOUS);
    if (known) {
      return known;
    }
    const made = uuid();
    this.keep.set(ANONYMOUS, made);
    return made;
  }

  /// Sends what waits now.
  flush(): Promise<void> {
    return this.queue.flush();
  }

  private say(type: string, what: Traits): void {
    const userId = this.userId();
    this.queue.add({
      type,
      ...(userId && { userId }),
      anonymousId: this.anonymousId(),
      messageId: uuid(),
      timestamp: new Date().toISOString(),
      context: context(),
      ...what,
    });
  }

  private pageByPage(): void {
    let last = "";
    const look = () => {
      if (location.href !== last) {
        last = location.href;
        this.page();
      }
    };
    for (const name of ["pushState", "replaceState"] as const) {
      const change = history[name];
      history[name] = (...given: Parameters<typeof change>) => {
        change.apply(history, given);
        setTimeout(look);
      };
    }
    addEventListener("popstate", () => setTimeout(look));
    look();
  }

  private world(): World {
    const url = `${this.options.host.replace(/\/+$/, "")}/v1/b`;
    const body = (batch: Message[]) =>
      JSON.stringify({ writeKey: this.options.writeKey, sentAt: new Date().toISOString(), batch });
    return {
      send: (batch) => post(url, body(batch)),
      beacon: (batch) => navigator.sendBeacon?.(url, body(batch)) ?? false,
      later: (task, ms) => void setTimeout(task, ms),
      now: () => Date.now(),
      storage: storage(),
      warn,
    };
  }
}

async function post(url: string, body: string): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      // Plain text needs no question beforehand.
      headers: { "content-type": "text/plain" },
      keepalive: body.length < KEEPALIVE_BYTES_MAX,
      credentials: "omit",
    });
    if (answer.ok) {
      const { dropped = [] } = await answer.json().catch(() => ({}));
      for (const { reason } of dropped) {
        warn(reason);
      }
    }
    return { status: answer.status, retryAfterSeconds: Number(answer.headers.get("retry-after")) || 0 };
  } catch {
    return { status: 0, retryAfterSeconds: 0 };
  }
}

function warn(text: string): void {
  // biome-ignore lint/suspicious/noConsole: whoever installs the script looks there
  console.warn(`Beckon: ${text}`);
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function shown(): Record<string, string> {
  const { pathname, search, href } = location;
  return {
    url: href.split("#")[0] ?? href,
    path: pathname,
    search,
    title: document.title,
    referrer: document.referrer,
  };
}

function context(): Traits {
  const campaign: Record<string, string> = {};
  new URLSearchParams(location.search).forEach((value, name) => {
    if (name.startsWith("utm_")) {
      campaign[name === "utm_campaign" ? "name" : name.slice(4)] = value;
    }
  });
  return {
    channel: "browser",
    library: { name: "beckon.js", version: VERSION },
    page: shown(),
    userAgent: navigator.userAgent,
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(Object.keys(campaign).length > 0 && { campaign }),
  };
}
