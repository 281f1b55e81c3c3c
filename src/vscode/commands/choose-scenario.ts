/** `Topology: Choose Scenario`: what goes wrong while the flows run. */
import * as vscode from 'vscode';
import type { Scenario } from '../../language/topology';
import { type Command, findTarget, openPanel, say } from './command';

interface Item extends vscode.QuickPickItem {
  readonly scenario: string | undefined;
}

/** The argument is the scenario's name, or null for none. */
export const chooseScenario: Command = async (context, argument) => {
  const target = await findTarget(context);
  if (!target) return;
  const { scenarios } = target.checked.compilation.topology;
  const current = context.panels.get(target.document.uri)?.picture.scenario;
  if (scenarios.length === 0 && current === undefined) return say(noScenario(target.name));
  const given = typeof argument === 'string' || argument === null ? { scenario: argument ?? undefined } : undefined;
  const picked = given ?? (await pickScenario(scenarios, current));
  if (picked) openPanel(context, target).choose({ scenario: picked.scenario, whatIf: [] });
};

async function pickScenario(scenarios: readonly Scenario[], current: string | undefined): Promise<Item | undefined> {
  const names = [undefined, ...scenarios.map(({ name }) => name)];
  const items = names.map((scenario) => ({
    label: scenario ?? vscode.l10n.t('Everything works'),
    description: scenario === current ? vscode.l10n.t('shown now') : '',
    scenario,
  }));
  const placeHolder = vscode.l10n.t('Choose what goes wrong while the flows run');
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Choose Scenario'), placeHolder });
}

function noScenario(name: string): string {
  return vscode.l10n.t('{name} has no scenario yet. Begin one with a line such as: {line}, or use Take Host Offline.', {
    name,
    line: 'scenario "power cut" {',
  });
}
