/**
 * From a keystroke to the picture: what the extension does in its own process, then what the built webview does in a
 * browser until the frame with the new picture has been painted. The wait for the keyboard to pause is not in it.
 */
import { analyse } from '../src/analysis/analyse';
import { compile } from '../src/language/compile';
import { budgets } from '../src/vscode/check';
import { openPanel, startBrowser, stopBrowser } from '../test/webview/panel';
import { keystrokesOf, type Versions, versionsOf } from './keystrokes';
import { medianMs } from './measure';
import { untilPainted } from './painted';
import type { Figure } from './report';

const sizes = [
  { hosts: 100, lines: 400, goal: 50 },
  { hosts: 1000, lines: 2000, goal: 150 },
];

export async function* panelFigures(): AsyncGenerator<Figure> {
  for (const { hosts, lines, goal } of sizes) {
    const versions = versionsOf({ lines, hosts });
    const { topology } = compile(versions[0]);
    const name = `${hosts.toLocaleString('en')} hosts`;
    const runMs = medianMs(() => analyse(topology, { maxSteps: budgets.typing }));
    yield { what: `run and analyse a file with ${name}`, value: runMs, unit: 'ms' };
    const { hostMs, paintMs } = await keystroke(versions);
    yield { what: `keystroke → message to the panel, ${name}`, value: hostMs, unit: 'ms' };
    yield { what: `message → painted in Chromium, ${name}`, value: paintMs, unit: 'ms' };
    yield { what: `keystroke → painted, ${name}`, value: hostMs + paintMs, unit: 'ms', goal };
  }
}

export async function keystroke(versions: Versions): Promise<{ hostMs: number; paintMs: number }> {
  const make = keystrokesOf(versions);
  const hostMs = medianMs((number) => JSON.stringify(make(number)));
  await startBrowser();
  try {
    const panel = await openPanel({ text: versions[0], reducedMotion: false });
    const { afterMs: paintMs } = await untilPainted(panel, keystrokesOf(versions));
    await panel.close();
    return { hostMs, paintMs };
  } finally {
    await stopBrowser();
  }
}
