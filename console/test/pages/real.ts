/**
 * Starts two real servers by the door of the project, each on a free port and a folder that is deleted afterwards:
 * one that nobody has set up, one with demo content and an owner.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    servers: Servers;
  }
}

/** Where the servers are, and who owns the one with demo content. */
export type Servers = { fresh: string; demo: string; email: string; password: string };

const DOOR = fileURLToPath(new URL("../../../beckon", import.meta.url));
const OWNER = { email: "maya@northlight.example", password: "correct horse battery" };
const START_SECONDS_MAX = 120;
const STOP_SECONDS_MAX = 20;

type Running = { url: string; process: ChildProcess };

function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Expected ${what} within ${seconds} s.`)), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function start(folder: string, ...more: string[]): Promise<Running> {
  const args = ["serve", "--data", folder, "--port", "0", ...more];
  const process = spawn(DOOR, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ready = new Promise<Running>((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString("utf8");
      const url = /^ +Console +(http\S+)$/m.exec(said)?.[1];
      if (url && said.includes("Stop with")) resolve({ url, process });
    };
    process.stdout.on("data", hear);
    process.stderr.on("data", hear);
    process.on("error", reject);
    process.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${said.slice(-2000)}`)));
  });
  return within(START_SECONDS_MAX, `a server (${args.join(" ")})`, ready).catch((error) => {
    process.kill("SIGKILL");
    throw error;
  });
}

async function stop({ process }: Running): Promise<void> {
  const ended = new Promise<void>((resolve) => process.on("exit", () => resolve()));
  process.kill("SIGTERM");
  await within(STOP_SECONDS_MAX, "the server to stop", ended).catch(() => process.kill("SIGKILL"));
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "beckon-pages-"));
  const owner = join(folder, "owner.json");
  writeFileSync(owner, JSON.stringify({ members: [{ name: "Maya Lind", role: "owner", ...OWNER }] }));
  const starting = [
    start(join(folder, "demo"), "--demo", "--bootstrap", owner),
    start(join(folder, "fresh")),
  ];
  const teardown = async () => {
    const running = await Promise.allSettled(starting);
    await Promise.all(running.map((one) => (one.status === "fulfilled" ? stop(one.value) : null)));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [demo, fresh] = await Promise.all(starting);
    project.provide("servers", { demo: demo?.url ?? "", fresh: fresh?.url ?? "", ...OWNER });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
