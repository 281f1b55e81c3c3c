/** How soon a panel that is opened shows its first picture, and what a thousand edits leave behind in its memory. */
import type { Page } from 'playwright-core';
import { createTestHost } from '../test/webview/host';
import { openPanel, startBrowser, stopBrowser } from '../test/webview/panel';
import { generate } from './generate';
import { keystrokesOf, versionsOf } from './keystrokes';
import { median, medianMs } from './measure';
import type { Figure } from './report';

const openings = 9;
const edits = 1000;

export async function* openingFigures(): AsyncGenerator<Figure> {
  const text = generate({ lines: 400, hosts: 100 });
  await startBrowser();
  try {
    const hostMs = medianMs(() => JSON.stringify(createTestHost(text).picture()));
    const times: number[] = [];
    for (let run = 0; run < openings; run += 1) times.push(await firstPictureMs(text));
    yield {
      what: 'first picture of the opened panel, 100 hosts',
      value: hostMs + median(times),
      unit: 'ms',
      goal: 300,
    };
    const growth = await growthOver(edits);
    yield {
      what: `memory of the webview after ${edits.toLocaleString('en')} edits more`,
      value: growth,
      unit: 'kB',
      goal: 100,
    };
  } finally {
    await stopBrowser();
  }
}

/** From the start of the page until the frame with the first picture has been painted. */
async function firstPictureMs(text: string): Promise<number> {
  const panel = await openPanel({ text, reducedMotion: false, before: noteFirstPicture });
  const firstMs = () => (window as unknown as { firstMs?: number }).firstMs;
  await panel.page.waitForFunction(firstMs);
  const ms = (await panel.page.evaluate(firstMs)) ?? Number.NaN;
  await panel.close();
  return ms;
}

function noteFirstPicture(): void {
  const painted = new MessageChannel();
  painted.port1.onmessage = () => Object.assign(window, { firstMs: performance.now() });
  const handled = () => requestAnimationFrame(() => painted.port2.postMessage(undefined));
  window.addEventListener('message', handled, { once: true });
}

/** What has been collected is not counted, nor what is only ever made once: as many edits come before. */
async function growthOver(count: number): Promise<number> {
  const versions = versionsOf({ lines: 400, hosts: 100 });
  const panel = await openPanel({ text: versions[0], reducedMotion: false });
  const make = keystrokesOf(versions);
  const pictures = [make(0), make(1)].map((message) => JSON.stringify(message));
  await edit(panel.page, pictures, 0, count);
  const before = await heapBytes(panel.page);
  await edit(panel.page, pictures, count, count);
  const after = await heapBytes(panel.page);
  await panel.close();
  return (after - before) / 1000;
}

/** Every other picture lacks a host, so that something comes and goes in the graph too; each is painted. */
function edit(page: Page, pictures: readonly string[], first: number, count: number): Promise<void> {
  return page.evaluate(
    async ({ texts, from, to }) => {
      for (let number = from; number < to; number += 1) {
        const message = JSON.parse(texts[number % texts.length] ?? '');
        message.picture.revision = 10 + number;
        if (number % 2 === 0) message.picture.diagram.nodes.pop();
        const nodes = new Set(message.picture.diagram.nodes.map(({ id }: { id: string }) => id));
        message.picture.diagram.edges = message.picture.diagram.edges.filter(
          (edge: { from: string; to: string }) => nodes.has(edge.from) && nodes.has(edge.to),
        );
        window.postMessage(message, '*');
        await new Promise((painted) => requestAnimationFrame(painted));
      }
    },
    { texts: pictures, from: first, to: first + count },
  );
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
