/**
 * `Topology: Take Host Offline`: try what happens without a host (or a switch), on top of the chosen scenario and without
 * writing it into the file. Choosing it again brings it back.
 */
import * as vscode from 'vscode';
import type { Node, Scenario } from '../../language/topology';
import { startOf, toggled } from '../../scene/what-if';
import { canFail } from '../experiments';
import { findScenario } from '../runs';
import { type Command, findTarget, openPanel, say } from './command';

/** The argument is the host's name. */
export const takeHostOffline: Command = async (context, argument) => {
  const target = await findTarget(context);
  if (!target) return;
  const { topology } = target.checked.compilation;
  const nodes = canFail(topology);
  if (nodes.length === 0)
    return say(
      vscode.l10n.t('{name} has no host yet. Begin with a line such as: host alice, bob', { name: target.name }),
    );
  const session = context.panels.get(target.document.uri)?.session;
  const node = typeof argument === 'string' ? argument : await pickNode(nodes, session?.runs.scenario);
  if (node === undefined) return;
  if (!topology.nodeByName.has(node))
    throw new Error(vscode.l10n.t('{name} has no host called {node}.', { name: target.name, node }));
  const panel = openPanel(context, target);
  const { scenario, whatIf } = panel.session.choice;
  panel.choose({ whatIf: toggled(topology, findScenario(topology, scenario), whatIf, node) });
};

async function pickNode(nodes: readonly Node[], scenario: Scenario | undefined): Promise<string | undefined> {
  const { offline } = startOf(scenario);
  const items = nodes.map(({ name, kind }) => ({
    label: name,
    description: offline.has(name) ? vscode.l10n.t('offline: choose it to bring it back') : kind === 'host' ? '' : kind,
  }));
  const placeHolder = vscode.l10n.t('Choose who is offline; this is not saved in the file');
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Take Host Offline'), placeHolder });
  return picked?.label;
}
