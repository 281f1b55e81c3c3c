/**
 * `Topology: Cut Link`: try what happens without a link, on top of the chosen scenario and without writing it into the
 * file. Choosing it again mends it.
 */
import * as vscode from 'vscode';
import type { Link } from '../../language/topology';
import { type Start, startOf } from '../../scene/what-if';
import { canBeCut } from '../experiments';
import { tryOutChange } from '../session';
import { type Command, findTarget, openPanel, say } from './command';

interface Item extends vscode.QuickPickItem {
  readonly link: Link;
}

/** The argument is a playground's request (`uri` and `node`: its links alone), or names the two ends (`a` and `b`). */
export const cutLink: Command = async (context, argument) => {
  const { uri, node, a, b } = (argument ?? {}) as Partial<Record<'uri' | 'node' | 'a' | 'b', unknown>>;
  const target = await findTarget(context, uri);
  if (!target) return;
  const { topology } = target.checked.compilation;
  const links = canBeCut(topology, typeof node === 'string' ? node : undefined);
  if (links.length === 0)
    return say(vscode.l10n.t('{name} has no link yet. Write one such as: link alice -- bob', { name: target.name }));
  const start = startOf(context.panels.get(target.document.uri)?.session.runs.scenario);
  const link = a === undefined ? await pickLink(links, start) : links.find((other) => joins(other, a, b));
  if (a !== undefined && !link)
    throw new Error(
      vscode.l10n.t('{name} has no link between {a} and {b}.', { name: target.name, a: String(a), b: String(b) }),
    );
  if (!link) return;
  const panel = openPanel(context, target);
  const isCut = startOf(panel.session.runs.scenario).cut.has(link.index);
  const change = { kind: isCut ? 'restore' : 'cut', a: link.a.name, b: link.b.name } as const;
  panel.choose(tryOutChange(panel.session, change).choice);
};

async function pickLink(links: readonly Link[], start: Start): Promise<Link | undefined> {
  const items = links.map((link): Item => {
    const kind = link.service ? vscode.l10n.t('over {service}', { service: link.service.name }) : '';
    const description = start.cut.has(link.index) ? vscode.l10n.t('cut: choose it to mend it') : kind;
    return { label: `${link.a.name} – ${link.b.name}`, description, link };
  });
  const placeHolder = vscode.l10n.t('Choose what is cut; this is not saved in the file');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Cut Link'), placeHolder }))?.link;
}

function joins({ a, b }: Link, one: unknown, other: unknown): boolean {
  return (a.name === one && b.name === other) || (a.name === other && b.name === one);
}
