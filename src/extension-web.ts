/** Entry in VS Code in the browser: long runs are made in slices. */
import { activateWith } from './vscode/activate';
import { runInSlices } from './vscode/long-runs';

export const activate = activateWith(runInSlices);
