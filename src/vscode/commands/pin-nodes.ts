/**
 * `Topology: Pin Nodes` and `Topology: Unpin Nodes`: where nodes are in the playground is written into the file, for the
 * selected node or for all, in one edit that can be undone; or it is taken out of the file, and they can be dragged again.
 */
import * as vscode from 'vscode';
import { type LinesEdit, pinEdits, unpinEdits } from '../../editor/pins';
import { networkOf, type Session } from '../session';
import { type Command, type Context, findTarget, panelOf, say, type Target } from './command';

/** The argument is a playground's request: `nodes` are drawn ids, undefined is all. Otherwise the selected node is meant. */
interface Request {
  readonly uri?: unknown;
  readonly nodes?: readonly string[] | undefined;
}

export const pinNodes: Command = async (context, argument) => {
  const target = await findTarget(context, (argument as Request | undefined)?.uri);
  if (!target) return;
  const { session } = panelOf(context, target);
  const places = placesOf(session, wantedIn(session, argument));
  const edits = pinEdits(target.checked.compilation, places);
  if (edits.length === 0) return say(vscode.l10n.t('Nothing to pin: the file says so already.'));
  await apply(context, target, edits);
};

export const unpinNodes: Command = async (context, argument) => {
  const target = await findTarget(context, (argument as Request | undefined)?.uri);
  if (!target) return;
  const session = context.panels.get(target.document.uri)?.session;
  const wanted = session && wantedIn(session, argument);
  const names = wanted && new Set(placesOf(session, wanted).keys());
  const edits = unpinEdits(target.checked.compilation, names);
  if (edits.length === 0) return say(vscode.l10n.t('Nothing is pinned: no place stands in the file.'));
  await apply(context, target, edits);
};

/** The drawn ids; undefined are all. */
function wantedIn({ selected }: Session, argument: unknown): readonly string[] | undefined {
  const request = argument as Request | undefined;
  if (request && typeof request === 'object') return request.nodes;
  return selected === undefined ? undefined : [selected];
}

/** By the name that the file declares: of a group the middle of its members, where they are drawn each. */
function placesOf(session: Session, wanted: readonly string[] | undefined): Map<string, { x: number; y: number }> {
  const network = networkOf(session);
  const names = new Set(
    (wanted ?? network.nodes.map(({ id }) => id)).flatMap((id) => {
      const { first, bundle } = network.nodeById.get(id) ?? {};
      // Hosts that are only alike have no name in common.
      return first && (bundle === undefined || bundle.isGroup) ? [first.group ?? first.name] : [];
    }),
  );
  const places = new Map<string, { x: number; y: number; count: number }>();
  for (const { id, x, y } of session.diagram.nodes) {
    const first = network.nodeById.get(id)?.first;
    const name = first?.group ?? first?.name;
    if (name === undefined || !names.has(name)) continue;
    const sum = places.get(name) ?? { x: 0, y: 0, count: 0 };
    places.set(name, { x: sum.x + x, y: sum.y + y, count: sum.count + 1 });
  }
  return new Map([...places].map(([name, { x, y, count }]) => [name, { x: x / count, y: y / count }]));
}

async function apply({ documents, panels }: Context, { document, name }: Target, edits: readonly LinesEdit[]) {
  const changes = new vscode.WorkspaceEdit();
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  for (const { first, last, lines } of edits) {
    const range = new vscode.Range(first, 0, last, document.lineAt(last).text.length);
    changes.replace(document.uri, range, lines.join(end));
  }
  if (!(await vscode.workspace.applyEdit(changes)))
    throw new Error(vscode.l10n.t('{name} could not be changed.', { name }));
  const now = documents.get(document);
  if (now) panels.get(document.uri)?.update(now);
}
