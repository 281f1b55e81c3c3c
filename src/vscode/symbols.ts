/** The outline of a file, which breadcrumbs and sticky lines use as well, and the search for symbols in all files. */
import * as vscode from 'vscode';
import { type DeclaredSymbol, isSought, type OutlineKind, type OutlineSymbol, outlineOf } from '../editor/symbols';
import type { Documents } from './documents';
import { toRangeOfLines } from './places';
import { WorkspaceFiles } from './workspace-files';

/** More than anybody reads, and few enough to be sent in no time. */
const MAXIMUM_FOUND = 5_000;

export function registerSymbols(documents: Documents): vscode.Disposable {
  const files = new WorkspaceFiles(documents);
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      'topology',
      {
        provideDocumentSymbols(document) {
          const tree = documents.compilation(document)?.tree;
          return tree && outlineOf(tree).map(documentSymbol);
        },
      },
      { label: 'Topology' },
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query, token) {
        const found: vscode.SymbolInformation[] = [];
        for (const { uri, title = '', symbols } of await files.declared(token)) {
          const sought = symbols.filter(({ name }) => isSought(name, query));
          found.push(...sought.slice(0, MAXIMUM_FOUND - found.length).map((symbol) => inFile(symbol, title, uri)));
        }
        return found;
      },
    }),
  );
}

const kinds: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  title: vscode.SymbolKind.Package,
  service: vscode.SymbolKind.Module,
  host: vscode.SymbolKind.Variable,
  group: vscode.SymbolKind.Array,
  device: vscode.SymbolKind.Interface,
  flow: vscode.SymbolKind.Function,
  exercise: vscode.SymbolKind.Class,
  step: vscode.SymbolKind.Event,
  block: vscode.SymbolKind.Operator,
  scenario: vscode.SymbolKind.Enum,
  change: vscode.SymbolKind.EnumMember,
  expectations: vscode.SymbolKind.Namespace,
  expectation: vscode.SymbolKind.Boolean,
};

function documentSymbol({ name, detail, kind, range, selection, children }: OutlineSymbol): vscode.DocumentSymbol {
  const [whole, own] = [toRangeOfLines(range), toRangeOfLines(selection)];
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], whole, own);
  symbol.children = children.map(documentSymbol);
  return symbol;
}

function inFile({ name, kind, selection }: DeclaredSymbol, title: string, uri: vscode.Uri): vscode.SymbolInformation {
  return new vscode.SymbolInformation(name, kinds[kind], title, new vscode.Location(uri, toRangeOfLines(selection)));
}
