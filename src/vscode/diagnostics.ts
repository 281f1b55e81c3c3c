/**
 * Squiggles: the diagnostics of a file as VS Code shows them. Adds nothing to what the language and the analysis say.
 */
import * as vscode from 'vscode';
import type { Diagnostic, Severity } from '../language/source';
import type { Documents } from './documents';
import { toRange } from './places';

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export function registerDiagnostics(documents: Documents): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('topology');
  return vscode.Disposable.from(
    collection,
    documents.onDidClose(({ uri }) => collection.delete(uri)),
    documents.onDidCheck((document) => {
      const found = documents.get(document)?.diagnostics ?? [];
      collection.set(
        document.uri,
        found.map((diagnostic) => toEditor(diagnostic, document.uri)),
      );
    }),
  );
}

function toEditor(diagnostic: Diagnostic, uri: vscode.Uri): vscode.Diagnostic {
  const { code, severity, message, span, related } = diagnostic;
  const shown = new vscode.Diagnostic(toRange(span), message, severities[severity]);
  shown.source = 'topology';
  shown.code = code;
  shown.relatedInformation = related.map(
    (place) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(place.span)), place.message),
  );
  return shown;
}
