/**
 * From a keystroke to the picture, at 100 hosts: what the extension does in its own process, then what the built webview
 * does in a browser until the frame with the new picture has been painted. The wait for the keyboard to pause is not in it.
 */
import { analyse } from '../src/analysis/analyse';
import { compile } from '../src/language/compile';
import type { ToWebview } from '../src/protocol/messages';
import { budgets, type Checked, check, compiled } from '../src/vscode/check';
import { pictureOf } from '../src/vscode/picture';
import { edit, openSession, type Session, seek } from '../src/vscode/session';
import { openPanel, type Panel, startBrowser, stopBrowser } from '../test/webview/panel';
import { generate } from './generate';
import { assertInOrder, edited } from './language';
import { median, medianMs } from './measure';
import type { Figure } from './report';

const goalMs = 50;

export async function* panelFigures(): AsyncGenerator<Figure> {
  const text = generate({ lines: 400, hosts: 100 });
  assertInOrder(text);
  const texts = [text, edited(text, 'takes 20ms', 'takes 2ms')];
  const { topology } = compile(text);
  yield { what: 'run and analyse a file with 100 hosts', value: medianMs(() => runAndAnalyse(topology)), unit: 'ms' };
  const hostMs = medianMs(keystrokesOf(texts));
  yield { what: 'keystroke → message to the panel, 100 hosts', value: hostMs, unit: 'ms' };
  const paintMs = await untilPainted(texts);
  yield { what: 'message → painted in Chromium, 100 hosts', value: paintMs, unit: 'ms' };
  yield { what: 'keystroke → painted, 100 hosts', value: hostMs + paintMs, unit: 'ms', goal: goalMs };
}

function runAndAnalyse(topology: ReturnType<typeof compile>['topology']) {
  return analyse(topology, { maxSteps: budgets.typing });
}

/** One run is one keystroke: the text changes, the session follows, the picture is made and turned into a message. */
function keystrokesOf(texts: readonly string[]): (number: number) => string {
  let session = open(texts[0] ?? '');
  return (number) => {
    const { latest } = session;
    session = edit(session, checked(texts[(number + 1) % 2] ?? '', number, latest));
    return JSON.stringify(messageOf(session, number));
  };
}

function open(text: string): Session {
  return seek(openSession(checked(text, 0)), 5);
}

function checked(text: string, version: number, previous?: Checked): Checked {
  return check(compiled(text, version, previous), previous);
}

function messageOf(session: Session, revision: number): ToWebview {
  const facts = { revision, uri: 'file:///campus.topo', fileName: 'campus.topo', missing: false };
  return { type: 'picture', picture: pictureOf(session, facts) };
}

const paints = 40;
const warmUpPaints = 10;

async function untilPainted(texts: readonly string[]): Promise<number> {
  await startBrowser();
  try {
    const panel = await openPanel({ text: texts[0] ?? '', reducedMotion: false });
    const times: number[] = [];
    let session = open(texts[0] ?? '');
    for (let number = 1; number <= warmUpPaints + paints; number++) {
      session = edit(session, checked(texts[number % 2] ?? '', number, session.latest));
      const ms = await paintedAfterMs(panel, JSON.stringify(messageOf(session, number + 1)));
      if (number > warmUpPaints) times.push(ms);
    }
    await panel.close();
    return median(times);
  } finally {
    await stopBrowser();
  }
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
