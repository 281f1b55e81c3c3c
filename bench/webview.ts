/** The built webview with very many nodes: how fast a step is painted, and how smoothly messages move. */
import type { ToWebview } from '../src/protocol/messages';
import { openPanel, type Panel, startBrowser, stopBrowser } from '../test/webview/panel';
import { type Synthetic, synthetic } from '../test/webview/synthetic';
import { median } from './measure';
import { untilPainted } from './painted';
import type { Figure } from './report';

const moving = 20;

export async function* webviewFigures(): AsyncGenerator<Figure> {
  await startBrowser();
  try {
    for (const { hosts, stepGoal, framesGoal } of [
      { hosts: 1000, stepGoal: 16, framesGoal: 60 },
      { hosts: 10_000, stepGoal: undefined, framesGoal: 30 },
    ]) {
      const { panel, scene } = await open(hosts);
      const name = hosts.toLocaleString('en');
      let position = 0;
      const next = (messages: number) => {
        position += 1;
        return scene.frame(panel.host.revision(), position, messages);
      };
      const { afterMs, workMs } = await untilPainted(panel, () => next(1), hosts > 1000 ? 8 : undefined);
      const goal = stepGoal && { goal: stepGoal };
      yield { what: `step → painted, ${name} hosts`, value: afterMs, unit: 'ms', ...goal };
      yield { what: '  without the wait for the screen', value: workMs, unit: 'ms', ...goal };
      const rates: number[] = [];
      for (let run = 0; run < 3; run += 1) rates.push(await frameRate(panel, next(moving)));
      const frames = { value: median(rates), unit: 'fps', atLeast: framesGoal } as const;
      yield { what: `${moving} messages moving, ${name} hosts`, ...frames };
      await panel.close();
    }
  } finally {
    await stopBrowser();
  }
}

async function open(hosts: number): Promise<{ panel: Panel; scene: Synthetic }> {
  const panel = await openPanel({
    text: 'host a, b\nlink a -- b\nflow "f" {\n a -> b : "hi"\n}',
    reducedMotion: false,
  });
  const scene = synthetic(panel.host.picture(), hosts);
  await panel.send(scene.picture(panel.host.revision()));
  await panel.page.waitForFunction(
    (position) => document.querySelector('.position')?.textContent === position,
    'step 0 of 1,000',
    { timeout: 120_000 },
  );
  return { panel, scene };
}

/** Frames a second from the first to the last in which something moves. */
async function frameRate(panel: Panel, frame: ToWebview): Promise<number> {
  return panel.page.evaluate(
    (message) =>
      new Promise<number>((done) => {
        const motion = document.querySelector<HTMLElement>('.motion');
        const times: number[] = [];
        const watch = (nowMs: number) => {
          const progress = Number(motion?.dataset.progress);
          if (progress > 0) times.push(nowMs);
          if (progress < 1 || times.length < 2) requestAnimationFrame(watch);
          else done((1000 * (times.length - 1)) / ((times.at(-1) ?? 0) - (times[0] ?? 0)));
        };
        window.postMessage(message, '*');
        setTimeout(() => requestAnimationFrame(watch), 50);
      }),
    JSON.parse(JSON.stringify(frame)),
  );
}
