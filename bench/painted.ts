/** How long the webview takes from a message to the frame in which what it says has been painted. */
import type { ToWebview } from '../src/protocol/messages';
import type { Panel } from '../test/webview/panel';
import { median } from './measure';

const warmUp = 8;
const runs = 30;

/** In milliseconds. */
export interface Painted {
  readonly afterMs: number;
  /** Without the wait for the screen, which takes a new picture sixty times a second. */
  readonly workMs: number;
}

/** The medians over messages that are made in turn. */
export async function untilPainted(panel: Panel, make: (number: number) => ToWebview, count = runs): Promise<Painted> {
  const times: Painted[] = [];
  for (let number = 0; number < warmUp + count; number += 1) {
    const painted = await paintedAfter(panel, JSON.stringify(make(number)));
    if (number >= warmUp) times.push(painted);
  }
  return { afterMs: median(times.map(({ afterMs }) => afterMs)), workMs: median(times.map(({ workMs }) => workMs)) };
}

/** The frame after the message has been handled is painted before the next task, which a message channel gives. */
function paintedAfter(panel: Panel, message: string): Promise<Painted> {
  return panel.page.evaluate(
    (text) =>
      new Promise<Painted>((done) => {
        const painted = new MessageChannel();
        let startMs = 0;
        let waitMs = 0;
        painted.port1.onmessage = () => {
          const afterMs = performance.now() - startMs;
          done({ afterMs, workMs: afterMs - waitMs });
        };
        const handled = () => {
          const handledMs = performance.now();
          requestAnimationFrame((frameMs) => {
            waitMs = Math.max(0, frameMs - handledMs);
            painted.port2.postMessage(undefined);
          });
        };
        setTimeout(() => {
          startMs = performance.now();
          window.addEventListener('message', handled, { once: true });
          window.postMessage(JSON.parse(text), '*');
        }, 30);
      }),
    message,
  );
}
