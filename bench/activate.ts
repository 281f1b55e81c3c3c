/** Loads and activates dist/extension.js once, with a `vscode` that accepts anything, and prints the milliseconds. */
import { createRequire, Module } from 'node:module';
import { resolve } from 'node:path';

/** Can be called, constructed, extended, read, written and walked through; there is nothing in it. */
const anything: object = new Proxy(class {}, {
  get: (_, name) => (name === Symbol.iterator ? () => [][Symbol.iterator]() : name === 'then' ? undefined : anything),
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});
/** The bundle reads its copy of a module through the prototype. */
const vscode: unknown = Object.create(anything, { env: { value: { language: 'en' } } });

const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load.call(loader, request, ...rest));

const extension = resolve('dist/extension.js');
const startMs = performance.now();
const { activate }: { activate(context: unknown): Promise<unknown> } = createRequire(extension)(extension);
void activate({ extension: { id: 'it' }, extensionUri: anything, subscriptions: [] }).then(() =>
  console.log(performance.now() - startMs),
);
