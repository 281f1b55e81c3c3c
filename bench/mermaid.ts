/**
 * A keystroke beside Mermaid's: how long the same network takes as a flowchart, in the same browser, from the text to the
 * painted picture. Mermaid makes the whole picture anew; it has neither run nor checked anything.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Diagram } from '../src/scene/scene';
import { openBlankPage, startBrowser, stopBrowser } from '../test/webview/panel';
import { keystrokesOf, versionsOf } from './keystrokes';
import { median } from './measure';
import { keystroke } from './panel';
import type { Figure } from './report';

const sizes = [
  { hosts: 100, lines: 400, runs: 7 },
  { hosts: 1000, lines: 2000, runs: 1 },
];

/** To be this many times as fast. */
const goal = 10;

export async function* mermaidFigures(): AsyncGenerator<Figure> {
  for (const { hosts, lines, runs } of sizes) {
    const versions = versionsOf({ lines, hosts });
    const message = keystrokesOf(versions)(0);
    if (message.type !== 'picture') throw new Error('A keystroke makes a picture.');
    const name = `${hosts.toLocaleString('en')} hosts`;
    const { hostMs, paintMs } = await keystroke(versions);
    const theirs = await mermaidMs(message.picture.diagram, runs);
    yield { what: `keystroke → painted, ${name}`, value: hostMs + paintMs, unit: 'ms' };
    yield { what: `the same as a flowchart of Mermaid, ${name}`, value: theirs, unit: 'ms' };
    yield { what: `faster than Mermaid, ${name}`, value: theirs / (hostMs + paintMs), unit: 'times', atLeast: goal };
  }
}

async function mermaidMs(diagram: Diagram, runs: number): Promise<number> {
  await startBrowser();
  try {
    const page = await openBlankPage();
    await page.addScriptTag({
      content: readFileSync(resolve('bench/mermaid/node_modules/mermaid/dist/mermaid.min.js'), 'utf8'),
    });
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) times.push(await renderedAfterMs(page, flowchart(diagram, run)));
    // The first one loads and compiles; it counts only where one takes so long that there is no other.
    return median(runs > 1 ? times.slice(1) : times);
  } finally {
    await stopBrowser();
  }
}

/** One name differs each time, as after a keystroke. */
function flowchart({ nodes, edges }: Diagram, run: number): string {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const boxes = nodes.map(({ label }, index) => `  n${index}["${label}${index === 0 ? run : ''}"]`);
  const lines = edges.map(({ from, to }) => `  n${place.get(from)} --- n${place.get(to)}`);
  return ['flowchart TD', ...boxes, ...lines].join('\n');
}

interface Mermaid {
  initialize(settings: unknown): void;
  render(id: string, text: string): Promise<{ svg: string }>;
}

function renderedAfterMs(page: Page, text: string): Promise<number> {
  return page.evaluate(async (source) => {
    const { mermaid } = window as unknown as { mermaid: Mermaid };
    mermaid.initialize({ startOnLoad: false, maxEdges: 100_000, maxTextSize: 10_000_000 });
    const startMs = performance.now();
    const { svg } = await mermaid.render('network', source);
    document.body.innerHTML = svg;
    await new Promise<void>((done) => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => done();
      requestAnimationFrame(() => painted.port2.postMessage(undefined));
    });
    return performance.now() - startMs;
  }, text);
}
