/** Entry in VS Code on the desktop: long runs are made in a worker thread. */
import { runInWorker } from './desktop/run-in-worker';
import { activateWith } from './vscode/activate';

export type { PlaygroundApi } from './vscode/api';

export const activate = activateWith(runInWorker);
