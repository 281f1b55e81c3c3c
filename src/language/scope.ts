/**
 * The names of a file while it is linked, and the list of what is wrong with it. Looking up a name that is not there
 * reports it, with the closest name that is.
 */
import type { DiagnosticCode, Fix, Related } from './source';
import { type Diagnostic, diagnostic, type Span } from './source';
import { asString } from './stray-characters';
import { closest } from './suggest';
import type { Reference, Word } from './syntax';
import type { Flow, Host, Node, Scenario, Service, Software } from './topology';
import { quote, shorten } from './wording';
import { statementWords } from './words';

/** A name with an array of one, or a group. A broken one was declared with an error: nothing more is said about it. */
export interface NamedNodes {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly isGroup: boolean;
  readonly isBroken: boolean;
}

/** Suggestions compare with every name; a statement full of unknown names does not get one each. */
const maximumSuggestions = 50;

/** Lists of this many nodes and more are kept, not made again for each line. */
const largeList = 1_000;

/** What somebody referred to, where there is no such thing. */
interface Unknown {
  readonly code: DiagnosticCode;
  readonly known: Iterable<string>;
  /** What is wrong, as a whole sentence. */
  readonly message: string;
  /** What to do about it where no known name is close. */
  readonly wayOut: string;
}

export class Scope {
  readonly diagnostics: Diagnostic[] = [];
  readonly services = new Map<string, Service>();
  readonly nodes = new Map<string, NamedNodes>();
  readonly flows = new Map<string, Flow>();
  readonly scenarios = new Map<string, Scenario>();
  /** Services without a declaration, by the pattern that the software of their hosts speaks for. */
  readonly likelyPatterns = new Map<string, string>();
  /** Software of hosts whose declaration could not be read in full: what is missing there is not held against them. */
  readonly doubtfulSoftware = new Set<readonly Software[]>();
  /** What the names that the current statement has looked up mean. */
  readonly uses = new Set<NamedNodes>();
  /** The current statement depends on more than those names: on all hosts or links of the file. */
  isFarReaching = false;
  private suggestions = 0;
  /** By their references: a thousand lines that name the same large group have one list of it. */
  private readonly largeLists = new Map<string, readonly Node[]>();
  /** Hosts, services and resources stay the same for as long as this scope is used, so their suggestions do too. */
  private readonly remembered = new Map<string, string | undefined>();

  report(
    code: DiagnosticCode,
    span: Span,
    message: string,
    more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
  ): void {
    this.diagnostics.push(diagnostic(code, span, message, more));
  }

  /** Each statement has its own share of suggestions, so that what is reported there does not depend on the others. */
  startStatement(): void {
    this.suggestions = 0;
    this.uses.clear();
    this.isFarReaching = false;
  }

  /** Hosts and devices that a reference means; empty where it means none, which is then reported. */
  resolve(reference: Reference, line: number, likely: 'host' | 'switch' = 'host'): readonly Node[] {
    const { name, range } = reference;
    const named = this.nodes.get(name.text);
    if (!named) {
      this.reportUnknownNode(name, line, likely);
      return [];
    }
    this.uses.add(named);
    if (named.isBroken || range === undefined || (range === 'all' && named.isGroup)) return named.nodes;
    if (!named.isGroup || range === 'all') {
      this.reportNoGroup(reference, line, named);
      return named.nodes;
    }
    this.checkRange(reference, range, named.nodes.length, line);
    const members = (): readonly Node[] => named.nodes.slice(Math.max(0, range.first - 1), range.last);
    return range.last - range.first < largeList ? members() : this.shared(keyOf(reference), members);
  }

  resolveAll(references: readonly Reference[], line: number, likely?: 'host' | 'switch'): readonly Node[] {
    const [only] = references;
    if (only && references.length === 1) return this.resolve(only, line, likely);
    const lists = references.map((reference) => this.resolve(reference, line, likely));
    const union = (): readonly Node[] => [...new Set(lists.flat())];
    const isLarge = lists.some((list) => list.length >= largeList);
    return isLarge ? this.shared(references.map(keyOf).join(), union) : union();
  }

  private shared(key: string, make: () => readonly Node[]): readonly Node[] {
    const known = this.largeLists.get(key) ?? make();
    this.largeLists.set(key, known);
    return known;
  }

  /** Whether these names still mean the same. */
  stillMeans(uses: readonly NamedNodes[]): boolean {
    return uses.every((named) => this.nodes.get(named.name) === named);
  }

  /** As `resolveAll`, for places where a device makes no sense. */
  resolveHosts(references: readonly Reference[], line: number): readonly Host[] {
    const nodes = this.resolveAll(references, line);
    if (nodes.every(isHost)) return nodes;
    for (const reference of references) {
      const device = this.nodes.get(reference.name.text)?.nodes.find((node) => node.kind !== 'host');
      if (!device) continue;
      const span = { line, start: reference.start, end: reference.end };
      const message = `${quote(device.name)} is a ${device.kind}: it passes messages on, but neither asks nor answers. Name the host behind it.`;
      this.report('unknown-host', span, message, { related: [{ message: 'declared here', span: device.span }] });
    }
    return nodes.filter(isHost);
  }

  service(word: Word, line: number): Service | undefined {
    const service = this.services.get(word.text);
    if (service) return service;
    const node = this.nodes.get(word.text)?.nodes[0];
    const name = quote(word.text);
    this.reportUnknown(word, line, {
      code: 'unknown-service',
      known: this.services.keys(),
      message: node ? `${name} is a ${node.kind}, not a service.` : `There is no service ${name}.`,
      wayOut: node
        ? 'Name a service here.'
        : `Declare it on a line of its own: service ${shorten(word.text)} uses ${this.likelyPatterns.get(word.text) ?? 'request'}`,
    });
    return undefined;
  }

  flow(word: Word, line: number): Flow | undefined {
    const flow = this.flows.get(word.text);
    if (!flow) this.reportUnknownBlock('flow', word, line, this.flows.keys());
    return flow;
  }

  scenario(word: Word, line: number): Scenario | undefined {
    const scenario = this.scenarios.get(word.text);
    if (!scenario) this.reportUnknownBlock('scenario', word, line, this.scenarios.keys());
    return scenario;
  }

  resource(word: Word, line: number, resources: ReadonlySet<string>): void {
    if (resources.has(word.text)) return;
    this.reportUnknown(word, line, {
      code: 'unknown-resource',
      known: resources,
      message: `No host shares ${quote(word.text)}.`,
      wayOut: `Write behind the host that has it: shares "${shorten(word.text)}"`,
    });
  }

  /** The second of two declarations with one name; says whether the name is taken. */
  reportDuplicate(taken: { readonly span: Span } | undefined, what: string, name: string, span: Span): boolean {
    if (!taken) return false;
    const message = `There is a ${what} ${quote(name)} already. Choose another name, or remove one of the two.`;
    this.report('duplicate-name', span, message, { related: [{ message: 'first declared here', span: taken.span }] });
    return true;
  }

  private reportUnknownNode(name: Word, line: number, likely: 'host' | 'switch'): void {
    const what = likely === 'host' ? 'host' : 'host or switch';
    const [message, wayOut] = this.services.has(name.text)
      ? [`${quote(name.text)} is a service, not a host.`, 'Name a host that runs it.']
      : statementWords.has(name.text)
        ? [`${quote(name.text)} is a word of the language, not a host.`, 'Name a host here.']
        : [
            `There is no ${what} ${quote(name.text)}.`,
            `Declare it on a line of its own: ${likely} ${shorten(name.text)}`,
          ];
    this.reportUnknown(name, line, { code: 'unknown-host', known: this.nodes.keys(), message, wayOut });
  }

  private reportUnknownBlock(what: 'flow' | 'scenario', word: Word, line: number, known: Iterable<string>): void {
    this.reportUnknown(word, line, {
      code: `unknown-${what}`,
      known,
      message: `There is no ${what} ${quote(word.text)}.`,
      wayOut: `Declare it on a line of its own: ${what} "${shorten(word.text)}" {`,
    });
  }

  private reportUnknown(word: Word, line: number, { code, known, message, wayOut }: Unknown): void {
    const span = { line, start: word.start, end: word.end };
    const better = this.suggestions++ < maximumSuggestions ? this.suggestionFor(word.text, code, known) : undefined;
    const isName = code === 'unknown-host' || code === 'unknown-service';
    const text = isName ? (better ?? '') : asString(`"${better}"`);
    const fixes = better === undefined ? [] : [{ title: `Change to “${better}”`, edits: [{ span, text }] }];
    const hint = better === undefined ? wayOut : `Did you mean ${quote(better)}?`;
    this.report(code, span, `${message} ${hint}`, { fixes });
  }

  private suggestionFor(word: string, code: DiagnosticCode, known: Iterable<string>): string | undefined {
    if (code === 'unknown-flow' || code === 'unknown-scenario') return closest(word, known);
    const key = `${code} ${word}`;
    if (!this.remembered.has(key)) this.remembered.set(key, closest(word, known));
    return this.remembered.get(key);
  }

  private checkRange(
    reference: Reference,
    { first, last }: { readonly first: number; readonly last: number },
    count: number,
    line: number,
  ): void {
    if (first >= 1 && last <= count && first <= last) return;
    const span = { line, start: reference.start, end: reference.end };
    const name = reference.name.text;
    if (first > last) {
      const better = `${name}[${last}..${first}]`;
      const fixes = [{ title: `Write ${better}`, edits: [{ span, text: better }] }];
      this.report('bad-group', span, `The smaller number stands first: write ${better}.`, { fixes });
    } else {
      const which = count === 1 ? 'one member alone, number 1' : `the members 1 to ${count}`;
      this.report('bad-group', span, `${quote(name)} has ${which}.`);
    }
  }

  private reportNoGroup(reference: Reference, line: number, named: NamedNodes): void {
    const span = { line, start: reference.name.end, end: reference.end };
    const node = named.nodes[0];
    const name = shorten(reference.name.text);
    const what = node?.kind ?? 'host';
    const message = `${quote(name)} is one ${what}, not a group: write ${name}, or declare it as a group, such as ${what} ${name}[10].`;
    const related = node ? [{ message: 'declared here', span: node.span }] : [];
    const fixes = [{ title: `Write ${name}`, edits: [{ span, text: '' }] }];
    this.report('bad-group', span, message, { related, fixes });
  }
}

export function isHost(node: Node): node is Host {
  return node.kind === 'host';
}

function keyOf({ name, range }: Reference): string {
  return range === undefined || range === 'all' ? name.text : `${name.text}[${range.first}..${range.last}]`;
}
