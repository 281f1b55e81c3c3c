/**
 * The names of a file while it is linked, and the list of what is wrong with it. Looking up a name that is not there
 * reports it, with the closest name that is.
 */
import { declareNode, declareService, likelyFault, rename, writeBlock } from './declaration-fixes';
import { checkRange, reportNoGroup } from './group-references';
import { letShare } from './host-fixes';
import { likelyAmong, onlyServiceOf } from './likely';
import type { Places } from './places';
import type { DiagnosticCode, Fix, Related } from './source';
import { type Diagnostic, diagnostic, type Span } from './source';
import { asString } from './stray-characters';
import { looksLike, type Suggestion, suggestion } from './suggest';
import type { Reference, Word } from './syntax';
import {
  type Exercise,
  type Flow,
  type Host,
  isHost,
  type Node,
  type Scenario,
  type Service,
  type Software,
} from './topology';
import { article, quote, shorten } from './wording';
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

/** What else would be said of a host that is missing, behind its name: ` : server runs web server`. */
type Traits = (missing: Reference) => string;

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
  /** The same as fixes. */
  readonly fixes: readonly Fix[];
}

export class Scope {
  readonly diagnostics: Diagnostic[] = [];
  readonly services = new Map<string, Service>();
  readonly nodes = new Map<string, NamedNodes>();
  readonly flows = new Map<string, Flow>();
  readonly scenarios = new Map<string, Scenario>();
  readonly exercises = new Map<string, Exercise>();
  /** Services without a declaration, by the pattern that the software of their hosts speaks for. */
  readonly likelyPatterns = new Map<string, string>();
  /** Software of hosts whose declaration could not be read in full: what is missing there is not held against them. */
  readonly doubtfulSoftware = new Set<readonly Software[]>();
  /** What the names that the current statement has looked up mean. */
  readonly uses = new Set<NamedNodes>();
  /** The current statement depends on more than those names: on all hosts or links of the file. */
  isFarReaching = false;
  /** Where what is expected together with the current expectation begins, and whether a blank line is above it. */
  firstExpectation: { readonly line: number; readonly start: number; readonly isApart: boolean } | undefined;
  /** Some of the current statement's lines make no step. */
  lacksSteps = false;
  /** A step between two hosts of this file, if there are two that can talk to each other. */
  exampleStep: () => string | undefined = () => undefined;
  /** How often fixes have given a name anew, by what is named and its name. */
  private readonly given = {
    host: new Map<string, number>(),
    service: new Map(),
    flow: new Map(),
    scenario: new Map(),
    exercise: new Map(),
  };
  /** Flows and scenarios that fixes have written, so that each is written once. */
  private readonly written = new Map<string, readonly Fix[]>();
  /** What is most likely meant where something is missing. */
  readonly likely = likelyAmong(this.nodes);
  private suggestions = 0;
  /** By their references: a thousand lines that name the same large group have one list of it. */
  private readonly largeLists = new Map<string, readonly Node[]>();
  /** Hosts, services and resources stay the same for as long as this scope is used, so their suggestions do too. */
  private readonly remembered = new Map<string, Suggestion | undefined>();

  constructor(readonly places: Places) {}

  report(
    code: DiagnosticCode,
    span: Span,
    message: string,
    more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
  ): void {
    this.diagnostics.push(diagnostic(code, span, message, more));
  }

  /** Flows, scenarios and exercises are entered anew with every version of the file. */
  startFile(): void {
    this.flows.clear();
    this.scenarios.clear();
    this.exercises.clear();
    this.given.flow.clear();
    this.given.scenario.clear();
    this.given.exercise.clear();
    this.written.clear();
    this.diagnostics.length = 0;
  }

  /** Each statement has its own share of suggestions, so that what is reported there does not depend on the others. */
  startStatement(): void {
    this.suggestions = 0;
    this.uses.clear();
    this.isFarReaching = false;
    this.lacksSteps = false;
  }

  /**
   * Hosts and devices that a reference means; empty where it means none, which is then reported. `traits` is how a host
   * that is missing would be declared, behind its name.
   */
  resolve(
    reference: Reference,
    line: number,
    likely: 'host' | 'switch' = 'host',
    traits: Traits = noTraits,
  ): readonly Node[] {
    const { name, range } = reference;
    const named = this.nodes.get(name.text);
    if (!named) {
      this.reportUnknownNode(reference, line, likely, traits);
      return [];
    }
    this.uses.add(named);
    if (named.isBroken || range === undefined || (range === 'all' && named.isGroup)) return named.nodes;
    if (!named.isGroup || range === 'all') {
      reportNoGroup(this, reference, line, named.nodes[0]);
      return named.nodes;
    }
    checkRange(this, reference, line, named.nodes);
    const members = (): readonly Node[] => named.nodes.slice(Math.max(0, range.first - 1), range.last);
    return range.last - range.first < largeList ? members() : this.shared(keyOf(reference), members);
  }

  isTaken(name: string): boolean {
    return this.nodes.has(name);
  }

  /** As much of what a reference means as there is, without a report. */
  membersOf({ name, range }: Reference): readonly Node[] {
    const nodes = this.nodes.get(name.text)?.nodes ?? [];
    return typeof range === 'object' ? nodes.slice(Math.max(0, range.first - 1), range.last) : nodes;
  }

  resolveAll(
    references: readonly Reference[],
    line: number,
    likely?: 'host' | 'switch',
    traits?: Traits,
  ): readonly Node[] {
    const [only] = references;
    if (only && references.length === 1) return this.resolve(only, line, likely, traits);
    const lists = references.map((reference) => this.resolve(reference, line, likely, traits));
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
  resolveHosts(references: readonly Reference[], line: number, traits?: Traits): readonly Host[] {
    const nodes = this.resolveAll(references, line, 'host', traits);
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
    const pattern = this.likelyPatterns.get(word.text) ?? 'request';
    this.reportUnknown(word, line, {
      code: 'unknown-service',
      known: this.services.keys(),
      message: node ? `${name} is a ${node.kind}, not a service.` : `There is no service ${name}.`,
      wayOut: node
        ? 'Name a service here.'
        : `Declare it on a line of its own: service ${shorten(word.text)} uses ${pattern}`,
      fixes: node ? changeTo(onlyServiceOf(node), word, line) : declareService(this.places, word.text, pattern),
    });
    return undefined;
  }

  /** `statement` is the one that speaks of it. */
  flow(word: Word, statement: Span): Flow | undefined {
    const flow = this.flows.get(word.text);
    if (!flow) {
      const fixes = this.writeOnce('flow', word.text, statement, this.exampleStep);
      this.reportUnknownBlock('flow', word, statement.line, this.flows.keys(), fixes);
    }
    return flow;
  }

  scenario(word: Word, statement: Span): Scenario | undefined {
    const scenario = this.scenarios.get(word.text);
    if (!scenario) {
      const named = (name: string): Node | undefined => this.nodes.get(name)?.nodes[0];
      const fault = (): string | undefined => likelyFault(word.text, named, this.likely.mostNeeded);
      const fixes = this.writeOnce('scenario', word.text, statement, fault);
      this.reportUnknownBlock('scenario', word, statement.line, this.scenarios.keys(), fixes);
    }
    return scenario;
  }

  private writeOnce(
    what: 'flow' | 'scenario',
    name: string,
    before: Span,
    first: () => string | undefined,
  ): readonly Fix[] {
    const key = `${what} ${name}`;
    const { line, start, isApart } = this.firstExpectation ?? { ...before, isApart: true };
    const fixes = this.written.get(key) ?? writeBlock(what, name, first(), { ...before, line, start }, isApart);
    if (fixes.length > 0) this.written.set(key, fixes);
    return fixes;
  }

  /** `holder` is the host that should have it, if the statement says so. */
  resource(word: Word, line: number, resources: ReadonlySet<string>, holder: Host | undefined): void {
    if (resources.has(word.text)) return;
    this.reportUnknown(word, line, {
      code: 'unknown-resource',
      known: resources,
      message: `No host shares ${quote(word.text)}.`,
      wayOut: `Write behind the host that has it: shares "${shorten(word.text)}"`,
      fixes: holder ? letShare(this.places.lines, holder, word.text) : [],
    });
  }

  /** The second of two declarations with one name; says whether the name is taken. */
  reportDuplicate(taken: { readonly span: Span } | undefined, what: string, name: string, span: Span): boolean {
    if (!taken) return false;
    const isBlock = what === 'flow' || what === 'scenario' || what === 'exercise';
    const kind = isBlock || what === 'service' ? what : 'host';
    const names: ReadonlyMap<string, unknown> = {
      host: this.nodes,
      service: this.services,
      flow: this.flows,
      scenario: this.scenarios,
      exercise: this.exercises,
    }[kind];
    const fixes = rename(name, span, isBlock, (other) => names.has(other), this.given[kind]);
    const message = `There is ${article(what)} ${quote(name)} already. Choose another name, or remove one of the two.`;
    const related = [{ message: 'first declared here', span: taken.span }];
    this.report('duplicate-name', span, message, { related, fixes });
    return true;
  }

  private reportUnknownNode(reference: Reference, line: number, likely: 'host' | 'switch', traits: Traits): void {
    const { name } = reference;
    const what = likely === 'host' ? 'host' : 'host or switch';
    const service = this.services.get(name.text);
    const [message, wayOut] = service
      ? [`${quote(name.text)} is a service, not a host.`, 'Name a host that runs it.']
      : statementWords.has(name.text)
        ? [`${quote(name.text)} is a word of the language, not a host.`, 'Name a host here.']
        : [
            `There is no ${what} ${quote(name.text)}.`,
            `Declare it on a line of its own: ${likely} ${shorten(name.text)}`,
          ];
    const fixes = service
      ? changeTo(this.likely.provider(service)?.name, reference, line)
      : declareNode(this.places, reference, likely, traits(reference));
    this.reportUnknown(name, line, { code: 'unknown-host', known: this.nodes.keys(), message, wayOut, fixes });
  }

  private reportUnknownBlock(
    what: 'flow' | 'scenario',
    word: Word,
    line: number,
    known: Iterable<string>,
    fixes: readonly Fix[],
  ): void {
    this.reportUnknown(word, line, {
      code: `unknown-${what}`,
      known,
      message: `There is no ${what} ${quote(word.text)}.`,
      wayOut: `Declare it outside of all blocks: ${what} "${shorten(word.text)}" { … }`,
      fixes,
    });
  }

  private reportUnknown(word: Word, line: number, { code, known, message, wayOut, fixes }: Unknown): void {
    const span = { line, start: word.start, end: word.end };
    const found = this.suggestions++ < maximumSuggestions ? this.suggestionFor(word.text, code, known) : undefined;
    if (!found) {
      this.report(code, span, `${message} ${wayOut}`, { fixes });
      return;
    }
    const { name, isOnlyOne } = found;
    const isName = code === 'unknown-host' || code === 'unknown-service';
    const edits = [{ span, text: isName ? name : asString(`"${name}"`) }];
    const change: Fix = { title: `Change to ${quote(name)}`, edits, ...(isOnlyOne && { isSafe: true }) };
    const twin = looksLike(word.text, name) ? ' It looks the same, but is typed with other characters.' : '';
    this.report(code, span, `${message} Did you mean ${quote(name)}?${twin}`, { fixes: [change, ...fixes] });
  }

  private suggestionFor(word: string, code: DiagnosticCode, known: Iterable<string>): Suggestion | undefined {
    if (code === 'unknown-flow' || code === 'unknown-scenario') return suggestion(word, known);
    const key = `${code} ${word}`;
    if (!this.remembered.has(key)) this.remembered.set(key, suggestion(word, known));
    return this.remembered.get(key);
  }
}

function changeTo(name: string | undefined, { start, end }: Place, line: number): readonly Fix[] {
  if (name === undefined) return [];
  return [{ title: `Change to “${shorten(name)}”`, edits: [{ span: { line, start, end }, text: name }] }];
}

type Place = Pick<Span, 'start' | 'end'>;

const noTraits = (): string => '';

function keyOf({ name, range }: Reference): string {
  return range === undefined || range === 'all' ? name.text : `${name.text}[${range.first}..${range.last}]`;
}
