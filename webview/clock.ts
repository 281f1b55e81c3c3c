/** The one clock of the page: whoever moves subscribes, and it stands still while nobody does. */

/** Called once a frame; returns whether it wants another. */
export type Tick = (nowMs: number) => boolean;

export interface Clock {
  start(tick: Tick): void;
}

export function createClock(): Clock {
  const ticks = new Set<Tick>();
  let requested = false;
  const run = (nowMs: number) => {
    requested = false;
    for (const tick of [...ticks]) if (!tick(nowMs)) ticks.delete(tick);
    request();
  };
  const request = () => {
    if (requested || ticks.size === 0) return;
    requested = true;
    requestAnimationFrame(run);
  };
  return {
    start(tick) {
      ticks.add(tick);
      request();
    },
  };
}
