/**
 * From a keystroke to the picture: what the extension does in its own process, then what the built webview
 * does in a browser until the frame with the new picture has been painted. The wait for the keyboard to pause is not in it.
 */
import { analyse } from '../src/analysis/analyse';
import { compile } from '../src/language/compile';
import type { ToWebview } from '../src/protocol/messages';
import { budgets, type Checked, check, compiled } from '../src/vscode/check';
import { pictureOf } from '../src/vscode/picture';
import { edit, openSession, type Session, seek } from '../src/vscode/session';
import { openPanel, startBrowser, stopBrowser } from '../test/webview/panel';
import { generate } from './generate';
import { assertInOrder, edited } from './language';
import { medianMs } from './measure';
import { untilPainted } from './painted';
import type { Figure } from './report';

const sizes = [
  { hosts: 100, lines: 400, goal: 50 },
  { hosts: 1000, lines: 2000, goal: 150 },
];

export async function* panelFigures(): AsyncGenerator<Figure> {
  for (const { hosts, lines, goal } of sizes) {
    const text = generate({ lines, hosts });
    assertInOrder(text);
    const texts = [text, edited(text, 'takes 20ms', 'takes 2ms')];
    const { topology } = compile(text);
    const name = `${hosts.toLocaleString('en')} hosts`;
    yield { what: `run and analyse a file with ${name}`, value: medianMs(() => runAndAnalyse(topology)), unit: 'ms' };
    const hostMs = medianMs(keystrokesOf(texts));
    yield { what: `keystroke → message to the panel, ${name}`, value: hostMs, unit: 'ms' };
    const paint = await paintMs(texts);
    yield { what: `message → painted in Chromium, ${name}`, value: paint, unit: 'ms' };
    yield { what: `keystroke → painted, ${name}`, value: hostMs + paint, unit: 'ms', goal };
  }
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

async function paintMs(texts: readonly string[]): Promise<number> {
  await startBrowser();
  try {
    const panel = await openPanel({ text: texts[0] ?? '', reducedMotion: false });
    let session = open(texts[0] ?? '');
    const ms = await untilPainted(panel, (number) => {
      session = edit(session, checked(texts[(number + 1) % 2] ?? '', number + 1, session.latest));
      return messageOf(session, number + 2);
    });
    await panel.close();
    return ms;
  } finally {
    await stopBrowser();
  }
}
