/**
 * Squiggles: the diagnostics of a file as VS Code shows them, in its language. Adds nothing to what the language and the
 * analysis say but the way to an explanation.
 */
import * as vscode from 'vscode';
import type { Diagnostic, DiagnosticCode, Severity } from '../language/source';
import { isCode } from './commands/explain-diagnostic';
import { editorWords } from './current-editor-words';
import type { Documents } from './documents';
import { toRange } from './places';

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** `extensionId` is what VS Code hands a link to. */
export function registerDiagnostics(documents: Documents, extensionId: string): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('topology');
  return vscode.Disposable.from(
    collection,
    vscode.window.registerUriHandler({ handleUri }),
    documents.onDidClose(({ uri }) => collection.delete(uri)),
    documents.onDidCheck((document) => {
      const found = documents.get(document)?.diagnostics ?? [];
      collection.set(
        document.uri,
        found.map((diagnostic) => toEditor(diagnostic, document.uri, extensionId)),
      );
    }),
  );
}

/** The code that a shown diagnostic has in the language. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/**
 * Where following the code leads: to its page, shown as it is meant to be read. A hover opens no `command:` here, but it does
 * open what VS Code hands to an extension.
 */
function explanationOf(code: DiagnosticCode, extensionId: string): vscode.Uri {
  return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path: `/${code}` });
}

/** A link may come from anywhere. */
function handleUri({ path }: vscode.Uri): void {
  const code = path.slice(1);
  if (isCode(code)) vscode.commands.executeCommand('topology.explainDiagnostic', code);
}

function toEditor(diagnostic: Diagnostic, uri: vscode.Uri, extensionId: string): vscode.Diagnostic {
  const { code, severity, message, span, related } = diagnostic;
  const words = editorWords();
  const shown = new vscode.Diagnostic(toRange(span), words.message(message), severities[severity]);
  shown.source = 'topology';
  shown.code = { value: code, target: explanationOf(code, extensionId) };
  shown.relatedInformation = related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, toRange(place.span)),
        words.related(place.message),
      ),
  );
  return shown;
}
