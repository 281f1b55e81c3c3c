/** The state of a document for what must not flicker while its author types. */
import type * as vscode from 'vscode';
import type { Checked } from '../analysis/check';
import { isBeingTyped, withRolesOf } from '../editor/steady';
import type { Documents } from './documents';

export type SteadyView = (document: vscode.TextDocument) => Checked | undefined;

/** Remembers, for each document, how it was when its author had last finished a line. One view for all that shows roles. */
export function steadyView(documents: Documents): SteadyView {
  const settled = new WeakMap<vscode.TextDocument, Checked>();
  const views = new WeakMap<Checked, Checked>();
  return (document) => {
    const checked = documents.get(document);
    const before = settled.get(document);
    if (checked && before && isBeingTyped(checked, before)) {
      const view = views.get(checked) ?? withRolesOf(checked, before);
      views.set(checked, view);
      return view;
    }
    if (checked) settled.set(document, checked);
    return checked;
  };
}
