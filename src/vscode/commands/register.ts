/** The table of commands. An error in one is shown to the user and logged; none is swallowed. */
import * as vscode from 'vscode';
import { checkExpectations } from './check-expectations';
import { chooseScenario } from './choose-scenario';
import type { Command, Context } from './command';
import { cutLink } from './cut-link';
import { explainDiagnostic } from './explain-diagnostic';
import { newFromExample } from './new-from-example';
import { openPlayground } from './open-playground';
import * as pins from './pin-nodes';
import { predict } from './predict';
import { present } from './present';
import { runFlow, runInFull } from './run-flow';
import { saveScenario } from './save-scenario';
import { showTranscript } from './show-transcript';
import { simulateLookup } from './simulate-lookup';
import * as stepping from './step';
import { takeHostOffline } from './take-host-offline';

const commands: Readonly<Record<string, Command>> = {
  openPlayground,
  runFlow,
  runInFull,
  ...stepping,
  chooseScenario,
  simulateLookup,
  takeHostOffline,
  cutLink,
  saveScenario,
  ...pins,
  present,
  predict,
  showTranscript,
  checkExpectations,
  explainDiagnostic,
  newFromExample,
  // In the file that is loaded behind the activation anyway.
  compareArchitectures: async (context, argument) =>
    (await import('../language-features')).compareArchitectures(context, argument),
};

export function registerCommands(context: Context, log: vscode.LogOutputChannel): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`topology.${name}`, async (argument: unknown) => {
      try {
        await command(context, argument);
      } catch (error) {
        log.error(`topology.${name}`, error);
        vscode.window.showErrorMessage(`Topology: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
