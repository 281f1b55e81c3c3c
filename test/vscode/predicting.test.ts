// Predict mode from the command palette: on, off, and what the editor does not tell meanwhile.

import * as vscode from 'vscode';
import { equal } from './expect';
import { activated, closeAll, hybrid, openText, pictureOf, run, until } from './helpers';

describe('predicting', () => {
  before(activated);
  afterEach(closeAll);

  it('begins and ends with the command', async () => {
    const { document } = await openText(hybrid);
    await run('predict');
    equal(Array.isArray((await pictureOf(document.uri)).frame.questions), true);
    await run('predict');
    equal((await pictureOf(document.uri)).frame.questions, undefined);
  });

  it('keeps the hints in the editor silent until it ends', async () => {
    const { document } = await openText(hybrid);
    const hints = async () => {
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.length;
    };
    await until('hints', async () => (await hints()) > 0);
    await run('predict');
    equal(await hints(), 0);
    await run('predict');
    equal((await hints()) > 0, true);
  });
});
