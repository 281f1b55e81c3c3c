/**
 * What all topologies of the workspace declare. Open ones are asked of the documents; others are read when somebody looks
 * for something, and again only if they have changed since.
 */
import * as vscode from 'vscode';
import { type Declared, declaredIn } from '../editor/symbols';
import { parse } from '../language/tree';
import type { Documents } from './documents';

export const MAXIMUM_FILES = 500;
export const MAXIMUM_BYTES = 1_000_000;

/** Of all files that are not open together: reading them takes a second or two, once. */
const MAXIMUM_BYTES_IN_ALL = 10_000_000;

/** A workspace may be on another machine: it is asked for so many files at once. */
const READ_AT_ONCE = 16;

export interface DeclaredInFile extends Declared {
  readonly uri: vscode.Uri;
}

interface State {
  readonly uri: vscode.Uri;
  readonly mtime: number;
  readonly size: number;
}

interface Known extends State {
  readonly declared: Declared;
}

export class WorkspaceFiles {
  readonly #known = new Map<string, Known>();
  readonly #documents: Documents;
  /** Files are parsed one by one, each in a task of its own: whatever else the host has to do comes in between. */
  #turn: Promise<void> = Promise.resolve();

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
    const states = await inTurn(uris, stateOf, token);
    const files = withinLimits(states.filter(({ uri }) => !opened.has(uri.toString())));
    const present = new Set(files.map(({ uri }) => uri.toString()));
    for (const key of this.#known.keys())
      if (!present.has(key) && !token.isCancellationRequested) this.#known.delete(key);
    const declared = await inTurn(files, (file) => this.#declaredIn(file, token), token);
    return [...found, ...declared];
  }

  async #declaredIn(file: State, token: vscode.CancellationToken): Promise<DeclaredInFile | undefined> {
    const { uri, mtime, size } = file;
    const key = uri.toString();
    const known = this.#known.get(key);
    if (known?.mtime === mtime && known.size === size) return { uri, ...known.declared };
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    this.#turn = this.#turn.then(nextTask);
    await this.#turn;
    if (token.isCancellationRequested) return undefined;
    const declared = declaredIn(parse(text));
    this.#known.set(key, { ...file, declared });
    return { uri, ...declared };
  }
}

async function stateOf(uri: vscode.Uri): Promise<State> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return { uri, mtime, size };
}

/** By their names, so that it is always the same ones that are left out. */
function withinLimits(files: readonly State[]): readonly State[] {
  let leftBytes = MAXIMUM_BYTES_IN_ALL;
  const byName = [...files].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  return byName.filter(({ size }) => {
    const fits = size <= MAXIMUM_BYTES && size <= leftBytes;
    if (fits) leftBytes -= size;
    return fits;
  });
}

/** What is gone by now, or cannot be read, is left out. */
async function inTurn<From, To>(
  all: readonly From[],
  work: (each: From) => Promise<To | undefined>,
  token: vscode.CancellationToken,
): Promise<readonly To[]> {
  const done: To[] = [];
  for (let first = 0; first < all.length && !token.isCancellationRequested; first += READ_AT_ONCE) {
    const some = all.slice(first, first + READ_AT_ONCE);
    const results = await Promise.all(some.map((each) => work(each).catch(() => undefined)));
    done.push(...results.flatMap((result) => result ?? []));
  }
  return done;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
