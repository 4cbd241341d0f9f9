/// What waits to be sent: kept in storage, so that nothing is lost when the network or the page goes away.
///
/// Calls carry a messageId, so that sending one twice does no harm.

export interface Message {
  messageId: string;
  [field: string]: unknown;
}

/// How a batch went.
export interface Outcome {
  /// 0 when nobody answered
  status: number;
  retryAfterSeconds: number;
}

export interface World {
  send(batch: Message[]): Promise<Outcome>;
  /// Hands a batch to the browser, which sends it after the page has gone; false if it will not.
  beacon(batch: Message[]): boolean;
  later(task: () => void, ms: number): void;
  now(): number;
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | null;
  warn(text: string): void;
}

export const BATCH_CALLS_MAX = 50;
export const WAITING_CALLS_MAX = 1_000;
export const BEACON_BYTES_MAX = 60_000;
const GATHER_MS = 300;
const RETRY_MS_FIRST = 1_000;
const RETRY_MS_MAX = 60_000;
const ABANDONED_MS = 30_000;
const PREFIX = "beckon_queue_";

export class Queue {
  private waiting: Message[] = [];
  private sending = false;
  private planned = false;
  private failures = 0;

  constructor(
    private readonly world: World,
    private readonly tab: string,
  ) {
    this.adopt();
  }

  add(message: Message): void {
    this.waiting.push(message);
    if (this.waiting.length > WAITING_CALLS_MAX) {
      this.waiting.shift();
      this.world.warn(`more than ${WAITING_CALLS_MAX} calls wait; the oldest is given up`);
    }
    this.save();
    this.plan(GATHER_MS);
  }

  get size(): number {
    return this.waiting.length;
  }

  /// Sends what waits now, however long ago the last attempt failed.
  async flush(): Promise<void> {
    if (this.sending || this.waiting.length === 0) {
      return;
    }
    this.sending = true;
    const batch = this.waiting.slice(0, BATCH_CALLS_MAX);
    const outcome = await this.world.send(batch);
    this.sending = false;
    if (outcome.status === 0 || outcome.status === 408 || outcome.status === 429 || outcome.status >= 500) {
      this.failures++;
      this.plan(this.pause(outcome));
      return;
    }
    this.failures = 0;
    this.forget(batch);
    if (outcome.status >= 400) {
      this.world.warn(`${batch.length} calls were refused with status ${outcome.status}`);
    }
    await this.flush();
  }

  /// The page goes away: whatever the browser takes is its matter now.
  leave(): void {
    let batch: Message[] = [];
    let bytes = 0;
    for (const message of this.waiting) {
      const size = JSON.stringify(message).length * 2;
      if (bytes + size > BEACON_BYTES_MAX) {
        break;
      }
      batch = [...batch, message];
      bytes += size;
    }
    if (batch.length > 0 && this.world.beacon(batch)) {
      this.forget(batch);
    }
  }

  private pause(outcome: Outcome): number {
    if (outcome.retryAfterSeconds > 0) {
      return outcome.retryAfterSeconds * 1_000;
    }
    const doubled = Math.min(RETRY_MS_MAX, RETRY_MS_FIRST * 2 ** (this.failures - 1));
    return doubled * (0.5 + Math.random() / 2);
  }

  private plan(ms: number): void {
    if (!this.planned) {
      this.planned = true;
      this.world.later(() => {
        this.planned = false;
        void this.flush();
      }, ms);
    }
  }

  private forget(batch: Message[]): void {
    const done = new Set(batch);
    this.waiting = this.waiting.filter((message) => !done.has(message));
    this.save();
  }

  private save(): void {
    const { storage } = this.world;
    try {
      if (this.waiting.length === 0) {
        storage?.removeItem(PREFIX + this.tab);
      } else {
        storage?.setItem(PREFIX + this.tab, JSON.stringify({ at: this.world.now(), calls: this.waiting }));
      }
    } catch {
      // Full, or forbidden: what waits is kept in this page only.
    }
  }

  /// Takes over what pages have left that are gone.
  private adopt(): void {
    const { storage } = this.world;
    if (!storage) {
      return;
    }
    const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
    for (const name of names.filter((each) => each.startsWith(PREFIX))) {
      try {
        const left = JSON.parse(storage.getItem(name) ?? "{}");
        if (this.world.now() - left.at > ABANDONED_MS || left.at > this.world.now()) {
          this.waiting.push(...left.calls);
          storage.removeItem(name);
        }
      } catch {
        storage.removeItem(name);
      }
    }
    if (this.waiting.length > 0) {
      this.save();
      this.plan(GATHER_MS);
    }
  }
}
