/**
 * After the name of each host, where it is declared: the role that the flows make it take, and in the tooltip what
 * makes it so. A group has one hint for all its members.
 */
import * as vscode from 'vscode';
import type { HostRoles } from '../analysis/analysis';
import type { Documents } from './documents';

/** As many lines of evidence as fit a tooltip; the rest is counted. */
const EVIDENCE_SHOWN = 8;

export function registerInlayHints(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provideInlayHints = (document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] => {
    const declarations = byDeclaration(documents.get(document)?.analysis.roles ?? []);
    return [...declarations.values()].flatMap((members) => hintFor(members, document, range));
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidCheck(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider('topology', {
      onDidChangeInlayHints: changed.event,
      provideInlayHints,
    }),
  );
}

/** The members of a group share the place of their declaration. */
function byDeclaration(roles: readonly HostRoles[]): Map<string, HostRoles[]> {
  const declarations = new Map<string, HostRoles[]>();
  for (const role of roles) {
    const { line, start } = role.host.span;
    const members = declarations.get(`${line}:${start}`);
    if (members) members.push(role);
    else declarations.set(`${line}:${start}`, [role]);
  }
  return declarations;
}

function hintFor(
  members: readonly HostRoles[],
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.InlayHint[] {
  const span = members[0]?.host.span;
  const roles = rolesInWords(members);
  if (!span || roles.length === 0) return [];
  const position = endOfName(document, span.line, span.end);
  if (!range.contains(position)) return [];
  const hint = new vscode.InlayHint(position, roles.join(' · '), vscode.InlayHintKind.Type);
  hint.paddingLeft = true;
  hint.tooltip = tooltip(members);
  return [hint];
}

/** `client of music`, `server of music`: each role of any member once. */
function rolesInWords(members: readonly HostRoles[]): readonly string[] {
  const words = members.flatMap(({ exercisedByService }) =>
    exercisedByService.flatMap(({ service, role }) => {
      const single = role === 'both' ? ['client', 'server'] : [role];
      return single.map((name) => (service === undefined ? name : `${name} of ${service}`));
    }),
  );
  return [...new Set(words)];
}

/** The size of a group belongs to its name: `peer[100]`. */
function endOfName(document: vscode.TextDocument, line: number, end: number): vscode.Position {
  const size = /^\s*\[[^\]]*\]/.exec(document.lineAt(line).text.slice(end));
  return new vscode.Position(line, end + (size?.[0].length ?? 0));
}

function tooltip(members: readonly HostRoles[]): vscode.MarkdownString {
  const evidence = members.flatMap(({ host, evidence: { exercised } }) =>
    exercised.map(({ role, text, span }) => `${role}: ${host.name} ${text} (line ${span.line + 1})`),
  );
  const lines = [...new Set(evidence)];
  const more = lines.length - EVIDENCE_SHOWN;
  const shown = more > 0 ? [...lines.slice(0, EVIDENCE_SHOWN), `and ${more} more`] : lines;
  // appendText shows whatever names and messages hold as it is written.
  return new vscode.MarkdownString().appendText(shown.join('\n'));
}
