/**
 * The names of a file while it is linked, and the list of what is wrong with it. Looking up a name that is not there
 * reports it, with the closest name that is.
 */
import type { DiagnosticCode, Fix, Related } from './source';
import { type Diagnostic, diagnostic, type Span } from './source';
import { closest } from './suggest';
import type { Reference, Word } from './syntax';
import type { Flow, Host, Node, Scenario, Service } from './topology';

/** A name with an array of one, or a group. A broken one was declared with an error: nothing more is said about it. */
export interface NamedNodes {
  readonly nodes: readonly Node[];
  readonly isGroup: boolean;
  readonly isBroken: boolean;
}

/** Suggestions compare with every name; a file full of unknown names does not get one each. */
const maximumSuggestions = 50;

export class Scope {
  readonly diagnostics: Diagnostic[] = [];
  readonly services = new Map<string, Service>();
  readonly nodes = new Map<string, NamedNodes>();
  readonly flows = new Map<string, Flow>();
  readonly scenarios = new Map<string, Scenario>();
  private suggestions = 0;

  report(
    code: DiagnosticCode,
    span: Span,
    message: string,
    more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
  ): void {
    this.diagnostics.push(diagnostic(code, span, message, more));
  }

  /** Hosts and devices that a reference means; empty where it means none, which is then reported. */
  resolve(reference: Reference, line: number): readonly Node[] {
    const named = this.nodes.get(reference.name.text);
    if (!named) {
      this.reportUnknown(
        'unknown-host',
        line,
        reference.name,
        'host',
        this.nodes.keys(),
        `host ${reference.name.text}`,
      );
      return [];
    }
    const range = reference.range;
    if (named.isBroken || range === undefined || range === 'all') {
      if (range !== undefined && !named.isGroup) this.reportNoGroup(reference, line, named);
      return named.nodes;
    }
    if (!named.isGroup) {
      this.reportNoGroup(reference, line, named);
      return named.nodes;
    }
    const count = named.nodes.length;
    if (range.first < 1 || range.last > count || range.first > range.last) {
      const span = { line, start: reference.start, end: reference.end };
      this.report('bad-group', span, `“${reference.name.text}” has the members 1 to ${count}.`);
    }
    return named.nodes.slice(Math.max(0, range.first - 1), range.last);
  }

  resolveAll(references: readonly Reference[], line: number): readonly Node[] {
    const [only, ...more] = references;
    if (only && more.length === 0) return this.resolve(only, line);
    return [...new Set(references.flatMap((reference) => this.resolve(reference, line)))];
  }

  /** As `resolveAll`, for places where a device makes no sense. */
  resolveHosts(references: readonly Reference[], line: number): readonly Host[] {
    const nodes = this.resolveAll(references, line);
    if (nodes.every(isHost)) return nodes;
    for (const reference of references) {
      const device = this.nodes.get(reference.name.text)?.nodes.find((node) => node.kind !== 'host');
      if (!device) continue;
      const span = { line, start: reference.start, end: reference.end };
      const message = `“${device.name}” is a ${device.kind}: it passes messages on, but neither asks nor answers. Name the host behind it.`;
      this.report('unknown-host', span, message, { related: [{ message: 'declared here', span: device.span }] });
    }
    return nodes.filter(isHost);
  }

  service(word: Word, line: number): Service | undefined {
    const service = this.services.get(word.text);
    if (!service)
      this.reportUnknown(
        'unknown-service',
        line,
        word,
        'service',
        this.services.keys(),
        `service ${word.text} uses request`,
      );
    return service;
  }

  flow(word: Word, line: number): Flow | undefined {
    const flow = this.flows.get(word.text);
    if (!flow) this.reportUnknown('unknown-flow', line, word, 'flow', this.flows.keys(), `flow "${word.text}" {`);
    return flow;
  }

  scenario(word: Word, line: number): Scenario | undefined {
    const scenario = this.scenarios.get(word.text);
    if (!scenario)
      this.reportUnknown(
        'unknown-scenario',
        line,
        word,
        'scenario',
        this.scenarios.keys(),
        `scenario "${word.text}" {`,
      );
    return scenario;
  }

  /** “x” is unknown: the closest known name, else how to declare it. */
  reportUnknown(
    code: DiagnosticCode,
    line: number,
    word: Word,
    what: string,
    known: Iterable<string>,
    declaration: string,
  ): void {
    const span = { line, start: word.start, end: word.end };
    const better = this.suggestions++ < maximumSuggestions ? closest(word.text, known) : undefined;
    const quoted = code === 'unknown-flow' || code === 'unknown-scenario' || code === 'unknown-resource';
    const wayOut =
      better === undefined ? `Declare it on a line of its own: ${declaration}` : `Did you mean “${better}”?`;
    const text = quoted ? `"${better}"` : (better ?? '');
    const fixes = better === undefined ? [] : [{ title: `Change to “${better}”`, edits: [{ span, text }] }];
    this.report(code, span, `There is no ${what} “${word.text}”. ${wayOut}`, { fixes });
  }

  /** The second of two declarations with one name; says whether the name is taken. */
  reportDuplicate(taken: { readonly span: Span } | undefined, what: string, name: string, span: Span): boolean {
    if (!taken) return false;
    const message = `There is a ${what} “${name}” already. Choose another name, or remove one of the two.`;
    this.report('duplicate-name', span, message, { related: [{ message: 'first declared here', span: taken.span }] });
    return true;
  }

  private reportNoGroup(reference: Reference, line: number, named: NamedNodes): void {
    const span = { line, start: reference.name.end, end: reference.end };
    const node = named.nodes[0];
    const name = reference.name.text;
    const message = `“${name}” is one host, not a group: write ${name}, or declare it as a group, such as host ${name}[10].`;
    this.report('bad-group', span, message, node && { related: [{ message: 'declared here', span: node.span }] });
  }
}

export function isHost(node: Node): node is Host {
  return node.kind === 'host';
}
