/**
 * What all topologies of the workspace declare. Open ones are asked of the documents; others are read when somebody looks
 * for something, and again only if they have changed since.
 */
import * as vscode from 'vscode';
import { type Declared, declaredIn } from '../editor/symbols';
import { parse } from '../language/tree';
import type { Documents } from './documents';

const MAXIMUM_FILES = 500;
const MAXIMUM_BYTES = 1_000_000;

/** A workspace may be on another machine: it is asked for so many files at once. */
const READ_AT_ONCE = 16;

export interface DeclaredInFile extends Declared {
  readonly uri: vscode.Uri;
}

interface Known {
  readonly mtime: number;
  readonly size: number;
  readonly declared: Declared | undefined;
}

export class WorkspaceFiles {
  #known: ReadonlyMap<string, Known> = new Map();
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** As far as they have been read when nobody waits any more. */
  async declared(token: vscode.CancellationToken): Promise<readonly DeclaredInFile[]> {
    const open = this.#documents.all();
    const opened = new Set(open.map(({ uri }) => uri.toString()));
    const found = open.flatMap((document) => {
      const tree = this.#documents.compilation(document)?.tree;
      return tree ? [{ uri: document.uri, ...declaredIn(tree) }] : [];
    });
    const uris = await vscode.workspace.findFiles('**/*.topo', undefined, MAXIMUM_FILES, token);
    const closed = uris.filter((uri) => !opened.has(uri.toString()));
    const known = new Map<string, Known>();
    for (let first = 0; first < closed.length && !token.isCancellationRequested; first += READ_AT_ONCE) {
      const some = closed.slice(first, first + READ_AT_ONCE);
      const read = await Promise.all(some.map((uri) => readIfChanged(uri, this.#known.get(uri.toString()))));
      for (const [place, uri] of some.entries()) {
        const file = read[place];
        if (file) known.set(uri.toString(), file);
        if (file?.declared) found.push({ uri, ...file.declared });
      }
    }
    if (!token.isCancellationRequested) this.#known = known;
    return found;
  }
}

/** Undefined if the file is gone. */
async function readIfChanged(uri: vscode.Uri, known: Known | undefined): Promise<Known | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    if (known?.mtime === mtime && known.size === size) return known;
    if (size > MAXIMUM_BYTES) return { mtime, size, declared: undefined };
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { mtime, size, declared: declaredIn(parse(text)) };
  } catch {
    return undefined;
  }
}
