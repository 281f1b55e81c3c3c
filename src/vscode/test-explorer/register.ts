/** Puts the topologies of the workspace into VS Code's Test Explorer: what they expect of themselves can be run there. */
import * as vscode from 'vscode';
import type { Documents } from '../documents';
import type { MakeLongRun } from '../long-runs';
import { TestFiles } from './files';
import { TestRunner } from './runner';

export interface TestExplorer extends vscode.Disposable {
  readonly controller: vscode.TestController;
}

export function registerTestExplorer(documents: Documents, makeLongRun: MakeLongRun): TestExplorer {
  const controller = vscode.tests.createTestController('topology', 'Topology');
  const files = new TestFiles(controller, documents);
  const runner = new TestRunner({ controller, files, documents, makeLongRun });
  controller.resolveHandler = (item) => (item ? files.resolve(item) : files.discover());
  controller.refreshHandler = (token) => files.discover(token);
  const { Run } = vscode.TestRunProfileKind;
  const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) => runner.run(request, token);
  controller.createRunProfile(vscode.l10n.t('Check'), Run, run, true, undefined, true);
  const parts = vscode.Disposable.from(runner, files, controller);
  return { controller, dispose: () => parts.dispose() };
}
