/** The stretch that is played again and again: the whole run, or from one step to another, as the user marks them. */
import type { Frame, Loop, SteppingChoice } from '../src/scene/scene';

export function createLoop(shown: () => Frame | undefined, choose: (change: Partial<SteppingChoice>) => void) {
  const position = () => shown()?.position ?? 0;
  const loop = () => shown()?.stepping?.loop;
  return {
    toggle: () => choose({ loop: loop() ? undefined : whole }),
    /** An end that would come before its beginning is forgotten. */
    from(start = position()): void {
      const to = loop()?.to;
      choose({ loop: { from: start, to: to !== undefined && to > start ? to : undefined } });
    },
    to(end = position()): void {
      const from = loop()?.from ?? 0;
      if (end > 0) choose({ loop: { from: from < end ? from : 0, to: end } });
    },
  };
}

const whole: Loop = { from: 0, to: undefined };
