import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import {
  BATCH_CALLS_MAX,
  BEACON_BYTES_MAX,
  type Message,
  type Outcome,
  Queue,
  WAITING_CALLS_MAX,
  type World,
} from "../../snippet/src/queue";

const BYTES_MAX = 6 * 1024;
const OK: Outcome = { status: 200, retryAfterSeconds: 0 };

class FakeStorage {
  private readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (name: string) => this.items.get(name) ?? null;
  setItem = (name: string, value: string) => void this.items.set(name, value);
  removeItem = (name: string) => void this.items.delete(name);
}

class FakeWorld implements World {
  readonly sent: string[][] = [];
  readonly beacons: string[][] = [];
  readonly warnings: string[] = [];
  readonly pauses: number[] = [];
  answers: Outcome[] = [];
  takesBeacons = true;
  time = 1_000_000;
  private tasks: (() => void)[] = [];

  constructor(readonly storage: FakeStorage | null = new FakeStorage()) {}

  send = async (batch: Message[]) => {
    this.sent.push(batch.map((message) => message.messageId));
    return this.answers.shift() ?? OK;
  };
  beacon = (batch: Message[]) => {
    this.beacons.push(batch.map((message) => message.messageId));
    return this.takesBeacons;
  };
  later = (task: () => void, ms: number) => {
    this.pauses.push(ms);
    this.tasks.push(task);
  };
  now = () => this.time;
  warn = (text: string) => void this.warnings.push(text);

  async pass() {
    const due = this.tasks;
    this.tasks = [];
    for (const task of due) {
      task();
    }
    for (let i = 0; i < 50; i++) {
      await Promise.resolve();
    }
  }
}

function fill(queue: Queue, count: number, first = 0) {
  for (let i = first; i < first + count; i++) {
    queue.add({ messageId: `m${i}` });
  }
}

describe("what a page says", () => {
  it("is gathered and sent in order", async () => {
    const world = new FakeWorld();
    const queue = new Queue(world, "a");
    fill(queue, 3);
    await world.pass();
    expect(world.sent).toEqual([["m0", "m1", "m2"]]);
    expect(queue.size).toBe(0);
    expect(world.storage?.length).toBe(0);
  });

  it("is sent in batches of the most calls", async () => {
    const world = new FakeWorld();
    fill(new Queue(world, "a"), BATCH_CALLS_MAX + 1);
    await world.pass();
    expect(world.sent.map((batch) => batch.length)).toEqual([BATCH_CALLS_MAX, 1]);
  });

  it.each([0, 408, 429, 500, 503])("is sent again, in order, after status %i", async (status) => {
    const world = new FakeWorld();
    world.answers = [{ status, retryAfterSeconds: 0 }];
    const queue = new Queue(world, "a");
    fill(queue, 2);
    await world.pass();
    expect(queue.size).toBe(2);
    fill(queue, 1, 2);
    await world.pass();
    expect(world.sent).toEqual([
      ["m0", "m1"],
      ["m0", "m1", "m2"],
    ]);
  });

  it("is not sent again when it was refused", async () => {
    const world = new FakeWorld();
    world.answers = [{ status: 401, retryAfterSeconds: 0 }];
    const queue = new Queue(world, "a");
    fill(queue, 1);
    await world.pass();
    expect(queue.size).toBe(0);
    expect(world.warnings).toEqual(["1 calls were refused with status 401"]);
  });

  it("waits longer after each failure, and as long as it is told", async () => {
    const world = new FakeWorld();
    const down = { status: 0, retryAfterSeconds: 0 };
    world.answers = [down, down, down, { status: 429, retryAfterSeconds: 7 }];
    const queue = new Queue(world, "a");
    fill(queue, 1);
    for (let i = 0; i < 4; i++) {
      await world.pass();
    }
    const [, first = 0, second = 0, third = 0, told = 0] = world.pauses;
    expect(first).toBeLessThanOrEqual(1_000);
    expect(second).toBeGreaterThanOrEqual(1_000);
    expect(third).toBeGreaterThanOrEqual(2_000);
    expect(told).toBe(7_000);
  });

  it("survives the page and is taken over by a later one", async () => {
    const world = new FakeWorld();
    fill(new Queue(world, "a"), 2);
    const second = new FakeWorld(world.storage);
    expect(new Queue(second, "b").size).toBe(0);
    second.time += 30_001;
    const queue = new Queue(second, "c");
    expect(queue.size).toBe(2);
    await second.pass();
    expect(second.sent).toEqual([["m0", "m1"]]);
    expect(second.storage?.length).toBe(0);
  });

  it("is handed to the browser when the page goes, as much as it takes", () => {
    const world = new FakeWorld();
    const queue = new Queue(world, "a");
    queue.add({ messageId: "small" });
    queue.add({ messageId: "large", text: "x".repeat(BEACON_BYTES_MAX) });
    queue.leave();
    expect(world.beacons).toEqual([["small"]]);
    expect(queue.size).toBe(1);
    world.takesBeacons = false;
    queue.leave();
    expect(queue.size).toBe(1);
  });

  it("is kept up to a limit, then the oldest goes", () => {
    const world = new FakeWorld();
    const queue = new Queue(world, "a");
    fill(queue, WAITING_CALLS_MAX);
    expect(world.warnings).toEqual([]);
    fill(queue, 1, WAITING_CALLS_MAX);
    expect(queue.size).toBe(WAITING_CALLS_MAX);
    expect(world.warnings).toHaveLength(1);
  });

  it("needs no storage", async () => {
    const world = new FakeWorld(null);
    fill(new Queue(world, "a"), 1);
    await world.pass();
    expect(world.sent).toEqual([["m0"]]);
  });
});

describe("the script", () => {
  it("is small", async () => {
    const outDir = mkdtempSync(join(tmpdir(), "snippet"));
    const configFile = fileURLToPath(new URL("../../snippet/vite.config.ts", import.meta.url));
    await build({ configFile, mode: "page", logLevel: "silent", build: { outDir, emptyOutDir: true } });
    expect(gzipSync(readFileSync(join(outDir, "beckon.js"))).length).toBeLessThan(BYTES_MAX);
  });
});
