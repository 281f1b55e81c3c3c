/**
 * `Topology: Simulate Lookup`: pick a host and a resource, and see in the playground what the index answers and where the
 * transfer would go, as a flow that is not saved.
 */
import * as vscode from 'vscode';
import type { Host, Topology } from '../../language/topology';
import { currentWords } from '../current-words';
import { canLookUp, type LookupTrial, lookupFlow, resourcesOf } from '../experiments';
import { type Command, findTarget, openPanel, say } from './command';

/** The argument is `{ host, resource }`, by name. */
export const simulateLookup: Command = async (context, argument) => {
  const target = await findTarget(context);
  if (!target) return;
  const { topology } = target.checked.compilation;
  const trial = isTrial(argument) ? argument : await pickTrial(topology, target.name);
  const flow = trial && lookupFlow(topology, trial);
  if (!flow) return;
  const panel = openPanel(context, target);
  panel.choose({ trial, flow: flow.name });
  panel.seek(1);
};

async function pickTrial(topology: Topology, name: string): Promise<LookupTrial | undefined> {
  const hosts = topology.hosts.filter(canLookUp);
  const resources = resourcesOf(topology);
  if (hosts.length === 0)
    say(vscode.l10n.t('No host in {name} can ask: let one run client or peer software.', { name }));
  else if (resources.length === 0)
    say(vscode.l10n.t('Nothing can be found in {name} yet: let a host share something, such as "song.mp3".', { name }));
  else {
    const host = await pickHost(hosts);
    const resource = host && (await pickResource(resources, host, topology));
    return host && resource ? { host, resource } : undefined;
  }
  return undefined;
}

async function pickHost(hosts: readonly Host[]): Promise<string | undefined> {
  const items = hosts.map(({ name, software }) => ({
    label: name,
    description: software.map(({ service, kind }) => `${service.name} ${kind}`).join(', '),
  }));
  const placeHolder = vscode.l10n.t('Who looks something up?');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Simulate Lookup (1/2)'), placeHolder }))
    ?.label;
}

async function pickResource(
  resources: readonly string[],
  asker: string,
  { hosts }: Topology,
): Promise<string | undefined> {
  const holders = (wanted: string) =>
    hosts.filter(({ shares }) => shares.some(({ resource }) => resource === wanted)).map(({ name }) => name);
  const items = resources.map((resource) => ({
    label: resource,
    description:
      holders(resource).length > 0
        ? vscode.l10n.t('shared by {hosts}', { hosts: currentWords().formats.list(holders(resource)) })
        : vscode.l10n.t('shared by nobody'),
  }));
  const placeHolder = vscode.l10n.t('What does {asker} look up?', { asker });
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Simulate Lookup (2/2)'), placeHolder }))
    ?.label;
}

function isTrial(value: unknown): value is LookupTrial {
  if (typeof value !== 'object' || value === null) return false;
  const { host, resource } = value as Partial<LookupTrial>;
  return typeof host === 'string' && typeof resource === 'string';
}
