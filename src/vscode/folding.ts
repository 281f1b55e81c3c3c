/** What can be folded away in an editor, and how its selection grows. */
import * as vscode from 'vscode';
import { type Fold, foldsOf } from '../editor/folding';
import { selectionsAt } from '../editor/selection';
import type { Documents } from './documents';
import { fromPosition, toRangeOfLines } from './places';

export function registerFolding(documents: Documents): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerFoldingRangeProvider('topology', {
      provideFoldingRanges(document) {
        const tree = documents.compilation(document)?.tree;
        return tree && foldsOf(tree).map(({ start, end, kind }) => new vscode.FoldingRange(start, end, kinds[kind]));
      },
    }),
    vscode.languages.registerSelectionRangeProvider('topology', {
      provideSelectionRanges(document, positions) {
        const tree = documents.compilation(document)?.tree;
        return tree && selectionsAt(tree, positions.map(fromPosition)).flatMap((ranges) => chain(ranges) ?? []);
      },
    }),
  );
}

const kinds: Readonly<Record<Fold['kind'], vscode.FoldingRangeKind | undefined>> = {
  block: undefined,
  comment: vscode.FoldingRangeKind.Comment,
  region: vscode.FoldingRangeKind.Region,
};

type Ranges = ReturnType<typeof selectionsAt>[number];

/** Each range knows the next larger one. */
function chain(ranges: Ranges): vscode.SelectionRange | undefined {
  return ranges.reduceRight<vscode.SelectionRange | undefined>(
    (parent, range) => new vscode.SelectionRange(toRangeOfLines(range), parent),
    undefined,
  );
}
