import { describe, expect, it } from "vitest";
import { durationInWords, formatDuration, parseDuration } from "../../src/definition/duration";
import {
  ago,
  bytes,
  change,
  compact,
  count,
  dayAndTime,
  initials,
  percent,
  plural,
  span,
} from "../../src/ui/format";

describe("numbers", () => {
  it("are grouped, and short from ten thousand", () => {
    expect(count(1234567)).toBe("1,234,567");
    expect(compact(9999)).toBe("9,999");
    expect(compact(12_408)).toBe("12.4K");
    expect(compact(1_250_000)).toBe("1.3M");
  });

  it("as shares have a sensible precision", () => {
    expect(percent(0, 0)).toBe("–");
    expect(percent(0, 10)).toBe("0 %");
    expect(percent(1, 5000)).toBe("< 0.1 %");
    expect(percent(41, 500)).toBe("8.2 %");
    expect(percent(47, 100)).toBe("47 %");
  });

  it("agree with their noun", () => {
    expect(plural(1, "person", "people")).toBe("1 person");
    expect(plural(0, "person", "people")).toBe("0 people");
    expect(plural(1200, "step")).toBe("1,200 steps");
  });

  it("are compared with before", () => {
    expect(change(110, 100)).toEqual({ text: "10 %", direction: "up" });
    expect(change(97, 100)).toEqual({ text: "3.0 %", direction: "down" });
    expect(change(5, 5)).toEqual({ text: "no change", direction: "same" });
    expect(change(5, 0)).toEqual({ text: "new", direction: "up" });
  });

  it("of bytes have units", () => {
    expect([bytes(12), bytes(2048), bytes(3_500_000)]).toEqual(["12 B", "2.0 KB", "3.3 MB"]);
  });
});

describe("times", () => {
  const now = Date.parse("2026-03-14T12:00:00Z");
  const earlier = (seconds: number) => new Date(now - seconds * 1000).toISOString();

  it("are said as people say them", () => {
    expect(ago(earlier(2), now, "UTC")).toBe("just now");
    expect(ago(earlier(59), now, "UTC")).toBe("59 s ago");
    expect(ago(earlier(60), now, "UTC")).toBe("1 min ago");
    expect(ago(earlier(3 * 3600), now, "UTC")).toBe("3 h ago");
    expect(ago(earlier(2 * 86_400), now, "UTC")).toBe("2 d ago");
    expect(ago(earlier(40 * 86_400), now, "UTC")).toBe("2 Feb");
    expect(ago(earlier(400 * 86_400), now, "UTC")).toBe("7 Feb 2025");
    expect(ago(earlier(-7200), now, "UTC")).toBe("in 2 h");
  });

  it("follow the zone of the workspace, not of the browser", () => {
    expect(dayAndTime("2026-03-14T23:30:00Z", "Asia/Kathmandu")).toBe("15 Mar 2026, 05:15");
  });

  it("between two instants are short", () => {
    expect(span("2026-03-14T12:00:00Z", "2026-03-16T16:00:00Z")).toBe("2 d 4 h");
    expect(span("2026-03-14T12:00:00Z", "2026-03-14T12:00:12Z")).toBe("12 s");
    expect(span("2026-03-14T12:00:00Z", "2026-03-14T13:00:00Z")).toBe("1 h");
  });
});

describe("durations", () => {
  it("are one whole number and one unit", () => {
    expect(parseDuration("7d")).toEqual({ amount: 7, unit: "d" });
    expect(formatDuration({ amount: 48, unit: "h" })).toBe("48h");
    for (const wrong of ["", "0d", "7", "1.5h", "7 d", "d7", "-1d"]) expect(parseDuration(wrong)).toBeNull();
  });

  it("read as words", () => {
    expect(durationInWords("1d")).toBe("1 day");
    expect(durationInWords("30m")).toBe("30 minutes");
    expect(durationInWords("90m")).toBe("90 minutes");
    expect(durationInWords("24h")).toBe("1 day");
    expect(durationInWords("2w")).toBe("14 days");
    expect(durationInWords("soon")).toBe("soon");
  });
});

describe("initials", () => {
  it("come from the name or the address", () => {
    expect(initials("Hana Ibrahim")).toBe("HI");
    expect(initials("ops@acme.test")).toBe("OA");
    expect(initials("4711")).toBe("47");
  });
});
