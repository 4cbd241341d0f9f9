import { useEffect, useRef, useState } from "react";
import { type ActivityFilter, openActivityStream } from "@/api/activity";
import type { Activity } from "@/api/types";

const KEPT = 400;
const SECONDS = 60;

export type Live = {
  arrived: Activity[];
  waiting: number;
  skipped: number;
  connected: boolean;
  perSecond: number[];
};

/**
 * What has arrived since the page was opened. While paused, arrivals are kept aside and counted;
 * `perSecond` counts them over the last minute, oldest first.
 */
export function useLive(workspace: number, filter: ActivityFilter, paused: boolean): Live {
  const [live, setLive] = useState<Live>(nothing);
  const aside = useRef<Activity[]>([]);
  const batch = useRef<Activity[]>([]);
  const pausedNow = useRef(paused);
  pausedNow.current = paused;

  useEffect(() => {
    setLive(nothing);
    aside.current = [];
    batch.current = [];
    let skipped = 0;
    let second = 0;
    const close = openActivityStream(workspace, filter, {
      onActivity: (activity) => {
        second++;
        (pausedNow.current ? aside : batch).current.unshift(activity);
      },
      onSkipped: (count) => {
        skipped += count;
        second += count;
      },
      onState: (connected) => setLive((now) => ({ ...now, connected })),
    });
    const flush = setInterval(() => {
      const add = pausedNow.current ? [] : [...batch.current, ...aside.current];
      if (!pausedNow.current) aside.current = [];
      batch.current = [];
      aside.current.length = Math.min(aside.current.length, KEPT);
      setLive((now) =>
        add.length === 0 && now.waiting === aside.current.length
          ? now
          : {
              ...now,
              arrived: [...add, ...now.arrived].slice(0, KEPT),
              waiting: aside.current.length,
              skipped,
            },
      );
    }, 250);
    const minute = setInterval(() => {
      const counted = second;
      second = 0;
      setLive((now) => ({ ...now, perSecond: [...now.perSecond.slice(1), counted] }));
    }, 1000);
    return () => {
      close();
      clearInterval(flush);
      clearInterval(minute);
    };
  }, [workspace, filter]);

  return live;
}

const nothing: Live = {
  arrived: [],
  waiting: 0,
  skipped: 0,
  connected: false,
  perSecond: Array.from({ length: SECONDS }, () => 0),
};
