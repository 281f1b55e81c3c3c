// Runs too long to wait for: they show how far they have come, can be left, and keep nobody from working.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, openText, pictureOf, replace, run, until } from './helpers';

const long = 'host a, b\nflow "long" {\n  repeat 60000 {\n    a -> b : "hello"\n  }\n}\n';

describe('a long run', () => {
  before(activated);
  afterEach(closeAll);

  it('is listed around the step that is shown', async () => {
    const { document } = await openText(long);
    await run('openPlayground');
    await run('runInFull');
    const { frame, steps } = await pictureOf(document.uri);
    equal([frame.count, steps[0]?.index], [120_000, 0]);
    equal(steps.length < 5000, true);
    await run('lastStep');
    const last = await pictureOf(document.uri);
    equal([last.frame.position, last.steps.at(-1)?.index], [120_000, 119_999]);
    await run('stepBack');
    equal((await pictureOf(document.uri)).frame.position, 119_999);
  });

  it('lets others work meanwhile, and says how far it is', async () => {
    await openText(long);
    const reports: string[] = [];
    let turns = 0;
    const progress = await following(async ({ report }) => {
      reports.push(report);
    });
    const isOver = run('runInFull').then(() => true);
    while (!(await Promise.race([isOver, soon()]))) turns += 1;
    progress.dispose();
    equal(turns > 3, true, `${turns} turns`);
    equal(
      reports.some((report) => /^“long”: [\d,]+ steps, .+ simulated$/.test(report)),
      true,
      reports.join(),
    );
  });

  it('is made under the scenario that is chosen, too', async () => {
    const { document } = await openText(
      `${long}scenario "no b" {\n  offline b\n}\nscenario "slow" {\n  set a up 1Mbps\n}\n`,
    );
    await run('openPlayground');
    const send = async (message: object) =>
      (await activated()).receive(document.uri, { ...message, revision: (await pictureOf(document.uri)).revision });
    await send({ type: 'chooseScenario', scenario: 'slow' });
    const before = await pictureOf(document.uri);
    equal([before.canRunAnyway, before.frame.count], [true, 0]);
    await send({ type: 'runAnyway' });
    await until('the run', async () => (await pictureOf(document.uri)).frame.count === 120_000);
    equal((await pictureOf(document.uri)).canRunAnyway, false);
  });

  it('can be cancelled, and leaves everything as it was', async () => {
    const { document } = await openText(long);
    await run('openPlayground');
    const progress = await following(async ({ cancel }) => cancel());
    await run('runInFull');
    progress.dispose();
    const { canRunAnyway, frame } = await pictureOf(document.uri);
    equal([canRunAnyway, frame.count], [true, 0]);
  });

  it('ends when the file is edited', async () => {
    const editor = await openText(long);
    await run('openPlayground');
    const progress = await following(async () => {
      await replace(editor, 'repeat 60000', 'repeat 2');
    });
    await run('runInFull');
    progress.dispose();
    const picture = await until('the edited file', async () => {
      const now = await pictureOf(editor.document.uri);
      return now.frame.count === 4 && now;
    });
    equal(picture.canRunAnyway, false);
  });
});

interface Sign {
  readonly report: string;
  readonly cancel: () => void;
}

/** Sees what the notification of a run says, in the user's place. */
async function following(see: (sign: Sign) => Promise<void>): Promise<vscode.Disposable> {
  const { withProgress } = vscode.window;
  const source = new vscode.CancellationTokenSource();
  const cancel = () => source.cancel();
  const replaced: typeof withProgress = (_, task) =>
    task({ report: ({ message = '' }) => void see({ report: message, cancel }) }, source.token);
  Object.assign(vscode.window, { withProgress: replaced });
  return new vscode.Disposable(() => Object.assign(vscode.window, { withProgress }));
}

/** After whatever else waits for its turn. */
function soon(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 0));
}
