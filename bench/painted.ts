/** How long the webview takes from a message to the frame in which what it says has been painted. */
import type { ToWebview } from '../src/protocol/messages';
import type { Panel } from '../test/webview/panel';
import { median } from './measure';

const warmUp = 8;
const runs = 30;

/** The median over messages that are made in turn. */
export async function untilPainted(panel: Panel, make: (number: number) => ToWebview, count = runs): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < warmUp + count; number += 1) {
    const ms = await paintedAfterMs(panel, JSON.stringify(make(number)));
    if (number >= warmUp) times.push(ms);
  }
  return median(times);
}

/** The frame after the message has been handled is painted before the next task, which a message channel gives. */
function paintedAfterMs(panel: Panel, message: string): Promise<number> {
  return panel.page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const painted = new MessageChannel();
        let startMs = 0;
        painted.port1.onmessage = () => done(performance.now() - startMs);
        const handled = () => requestAnimationFrame(() => painted.port2.postMessage(undefined));
        setTimeout(() => {
          startMs = performance.now();
          window.addEventListener('message', handled, { once: true });
          window.postMessage(JSON.parse(text), '*');
        }, 30);
      }),
    message,
  );
}
