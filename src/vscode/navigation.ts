/** From a name to its other places: going to where it is declared, listing and marking where it is used, renaming it. */
import * as vscode from 'vscode';
import { statementRangeAt } from '../editor/blocks';
import { declarationsOf, type NameInFile, nameAt, spanOfName, usesOf } from '../editor/names';
import { rename, renameableAt } from '../editor/rename';
import type { Tree } from '../language/tree';
import type { Documents } from './documents';
import { fromPosition, toRange, toRangeOfLines } from './places';

export function registerNavigation(documents: Documents): vscode.Disposable {
  const treeOf = (document: vscode.TextDocument): Tree | undefined => documents.compilation(document)?.tree;
  const named = (document: vscode.TextDocument, position: vscode.Position) => {
    const tree = treeOf(document);
    const name = tree && nameAt(tree, fromPosition(position));
    return name && { tree, name };
  };
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider('topology', {
      provideDefinition(document, position) {
        const found = named(document, position);
        return (
          found &&
          declarationsOf(found.tree, found.name).map((target) => ({
            originSelectionRange: toRange(spanOfName(found.name)),
            targetUri: document.uri,
            targetRange: toRangeOfLines(statementRangeAt(found.tree, target.line)),
            targetSelectionRange: toRange(spanOfName(target)),
          }))
        );
      },
    }),
    languages.registerReferenceProvider('topology', {
      provideReferences(document, position, { includeDeclaration }) {
        const found = named(document, position);
        const uses = found && usesOf(found.tree, found.name);
        return uses
          ?.filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
          .map((use) => new vscode.Location(document.uri, toRange(spanOfName(use))));
      },
    }),
    languages.registerDocumentHighlightProvider('topology', {
      provideDocumentHighlights(document, position) {
        const found = named(document, position);
        return found && usesOf(found.tree, found.name).map(highlight);
      },
    }),
    languages.registerRenameProvider('topology', {
      prepareRename(document, position) {
        const tree = treeOf(document);
        if (!tree) return undefined;
        const { span, placeholder } = accepted(renameableAt(tree, fromPosition(position)));
        return { range: toRange(span), placeholder };
      },
      provideRenameEdits(document, position, newName) {
        const tree = treeOf(document);
        if (!tree) return undefined;
        const edit = new vscode.WorkspaceEdit();
        const edits = accepted(rename(tree, fromPosition(position), newName));
        edit.set(
          document.uri,
          edits.map(({ span, text }) => vscode.TextEdit.replace(toRange(span), text)),
        );
        return edit;
      },
    }),
  );
}

function highlight(use: NameInFile): vscode.DocumentHighlight {
  const { Read, Write } = vscode.DocumentHighlightKind;
  return new vscode.DocumentHighlight(toRange(spanOfName(use)), use.isDeclaration ? Write : Read);
}

/** VS Code shows the message of an error beside the name. */
function accepted<T extends object>(result: T | { readonly refused: string }): T {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}
