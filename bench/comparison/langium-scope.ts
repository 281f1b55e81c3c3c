/**
 * What has to be added to Langium's own services. All names of a file are in one map for each kind, made once for a parsed
 * file, so that looking one up costs the same however many there are; Langium's own scopes would walk through all names
 * for each reference.
 */
import {
  type AstNode,
  type AstNodeDescription,
  DefaultScopeComputation,
  DefaultTokenBuilder,
  EMPTY_SCOPE,
  type Grammar,
  type LangiumCoreServices,
  type LocalSymbols,
  MapScope,
  MultiMap,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  type TokenBuilderOptions,
} from 'langium';
import { statementWords } from '../../src/language/words';
import type { File, Software } from './out/langium/ast';

/** Words that mean something only in their place are names everywhere else. */
export class ContextualWords extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions) {
    const tokens = super.buildTokens(grammar, options);
    if (!Array.isArray(tokens)) throw new Error('The lexer has modes.');
    const name = tokens.find((token) => token.name === 'ID');
    for (const token of tokens) {
      const isWord = typeof token.PATTERN === 'string' ? /^\p{L}/u.test(token.PATTERN) : token.LONGER_ALT === name;
      if (name && token !== name && isWord && !statementWords.has(token.name)) token.CATEGORIES = [name];
    }
    return tokens;
  }
}

/** Nothing is visible from other files, and what is visible in this one is in the maps below. */
export class NoSymbols extends DefaultScopeComputation {
  override async collectExportedSymbols(): Promise<AstNodeDescription[]> {
    return [];
  }
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap();
  }
}

type Scopes = Readonly<Record<string, Scope>>;

export class FileScopes implements ScopeProvider {
  private readonly known = new WeakMap<AstNode, Scopes>();

  constructor(private readonly services: LangiumCoreServices) {}

  getScope({ container, property }: ReferenceInfo): Scope {
    let root = container;
    while (root.$container) root = root.$container;
    let scopes = this.known.get(root);
    if (!scopes) {
      scopes = this.scopesOf(root as File);
      this.known.set(root, scopes);
    }
    return scopes[property === 'over' ? 'service' : property] ?? EMPTY_SCOPE;
  }

  private scopesOf(file: File): Scopes {
    const services: AstNodeDescription[] = [];
    const hosts: AstNodeDescription[] = [];
    const flows: AstNodeDescription[] = [];
    const scenarios: AstNodeDescription[] = [];
    const add = (to: AstNodeDescription[], node: AstNode, name: string | undefined) => {
      if (name)
        to.push(this.services.workspace.AstNodeDescriptionProvider.createDescription(node, name, file.$document));
    };
    for (const statement of file.statements) {
      if (statement.$type === 'Service') add(services, statement, statement.name);
      else if (statement.$type === 'Flow') add(flows, statement, statement.name);
      else if (statement.$type === 'Scenario') add(scenarios, statement, statement.name);
      else if (statement.$type === 'Host' || statement.$type === 'Device')
        for (const name of statement.names) add(hosts, name, name.name);
    }
    for (const [name, software] of impliedServices(file, new Set(services.map((service) => service.name)))) {
      add(services, software, name);
    }
    const [service, host, flow, scenario] = [services, hosts, flows, scenarios].map((all) => new MapScope(all));
    return service && host && flow && scenario ? { service, host, flow, scenario } : {};
  }
}

const tellingKinds: readonly string[] = ['index', 'tracker', 'edge', 'origin'];

/** A service of the default pattern is there because somebody runs it. */
function impliedServices(file: File, declared: ReadonlySet<string>): ReadonlyMap<string, Software> {
  const implied = new Map<string, Software>();
  const needsDeclaration = new Set<string>();
  for (const host of file.statements) {
    if (host.$type !== 'Host') continue;
    for (const property of [...host.properties, ...(host.block?.lines.flatMap((line) => line.properties) ?? [])]) {
      for (const software of property.$type === 'Runs' ? property.software : []) {
        const name = software.service?.$refText;
        if (!name || declared.has(name)) continue;
        if (tellingKinds.includes(software.kind)) needsDeclaration.add(name);
        else if (!implied.has(name)) implied.set(name, software);
      }
    }
  }
  for (const name of needsDeclaration) implied.delete(name);
  return implied;
}
