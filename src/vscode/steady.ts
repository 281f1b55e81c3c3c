/** The state of a document for what must not flicker while its author types. */
import type * as vscode from 'vscode';
import type { Checked } from '../analysis/check';
import { rolesWhileTyping, type ShownRoles } from '../editor/steady';
import type { Documents } from './documents';

export type SteadyView = (document: vscode.TextDocument) => Checked | undefined;

/** Remembers, for each document, what was shown last. One view for all that shows roles. */
export function steadyView(documents: Documents): SteadyView {
  const latest = new WeakMap<vscode.TextDocument, ShownRoles>();
  return (document) => {
    const checked = documents.get(document);
    if (!checked) return undefined;
    const shown = rolesWhileTyping(checked, latest.get(document));
    latest.set(document, shown);
    return shown.view;
  };
}
