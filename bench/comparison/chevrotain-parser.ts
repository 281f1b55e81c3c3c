/**
 * The grammar of the language for Chevrotain: a parser with error recovery that makes a tree of its own as it goes, which is
 * the fastest way Chevrotain knows. Uses of names are collected while parsing, so that linking need not walk the tree.
 */
import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import {
  allTokens,
  Duration,
  Integer,
  LineEnd,
  Name,
  Percent,
  Rate,
  Size,
  symbols,
  Text,
  words,
} from './chevrotain-tokens';
import type { StatementKind } from './outline';

export interface Declarator {
  readonly name: IToken;
  readonly count: IToken | undefined;
  readonly isHost: boolean;
}

export interface Reference {
  readonly name: IToken;
  readonly first: IToken | undefined;
  readonly last: IToken | undefined;
  target: Declarator | undefined;
}

/** A use of a service, flow or scenario. */
export interface Use {
  readonly name: IToken;
  target: Node | undefined;
}

export interface Node {
  readonly kind: StatementKind;
  /** From 1, as Chevrotain counts. */
  readonly line: number;
  readonly [part: string]: unknown;
}

export interface LinkNode extends Node {
  readonly left: readonly Reference[];
  readonly right: readonly Reference[] | undefined;
  readonly shape: IToken | undefined;
  readonly degree: IToken | undefined;
}

/** What linking needs, by kind. */
export interface Found {
  readonly statements: Node[];
  readonly services: Node[];
  readonly software: { readonly service: Use; readonly kind: IToken }[];
  readonly declarators: Declarator[];
  readonly links: LinkNode[];
  readonly flows: Node[];
  readonly scenarios: Node[];
  readonly references: Reference[];
  readonly serviceUses: Use[];
  readonly flowUses: Use[];
  readonly scenarioUses: Use[];
}

function nothingFound(): Found {
  return {
    statements: [],
    services: [],
    software: [],
    declarators: [],
    links: [],
    flows: [],
    scenarios: [],
    references: [],
    serviceUses: [],
    flowUses: [],
    scenarioUses: [],
  };
}

function word(text: string): TokenType {
  const token = words[text];
  if (!token) throw new Error(`There is no word ${text}.`);
  return token;
}

function symbol(text: string): TokenType {
  const token = symbols[text];
  if (!token) throw new Error(`There is no symbol ${text}.`);
  return token;
}

const open = symbol('{');
const close = symbol('}');
const comma = symbol(',');
const colon = symbol(':');
const dashes = symbol('--');

type Rule<T> = (place?: number) => T;

class TopologyParser extends EmbeddedActionsParser {
  found = nothingFound();

  constructor() {
    super(allTokens, { recoveryEnabled: true, maxLookahead: 3, skipValidations: true });
    this.performSelfAnalysis();
  }

  parse(tokens: IToken[]): { readonly tree: readonly Node[]; readonly found: Found } {
    this.found = nothingFound();
    this.input = tokens;
    const tree = this.file();
    return { tree, found: this.found };
  }

  /** One of these words, at the `place`th choice of a rule. */
  private oneOf(place: number, ...texts: readonly string[]): IToken {
    return this.or(
      place,
      texts.map((text) => ({ ALT: () => this.consume(place, word(text)) })),
    );
  }

  private note<T extends Node>(node: T): T {
    this.ACTION(() => {
      this.found.statements.push(node);
    });
    return node;
  }

  readonly file = this.RULE('file', () => {
    const tree: Node[] = [];
    this.OPTION(() => tree.push(this.SUBRULE(this.statement)));
    this.MANY(() => {
      this.CONSUME(LineEnd);
      this.OPTION1(() => tree.push(this.SUBRULE1(this.statement)));
    });
    return tree;
  });

  readonly statement: Rule<Node> = this.RULE('statement', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.title) },
      { ALT: () => this.SUBRULE(this.service) },
      { ALT: () => this.SUBRULE(this.host) },
      { ALT: () => this.SUBRULE(this.device) },
      { ALT: () => this.SUBRULE(this.link) },
      { ALT: () => this.SUBRULE(this.flow) },
      { ALT: () => this.SUBRULE(this.scenario) },
      { ALT: () => this.SUBRULE(this.expectation) },
    ]),
  );

  readonly title: Rule<Node> = this.RULE('title', () => {
    const line = this.CONSUME(word('topology')).startLine ?? 0;
    return this.note({ kind: 'topology', line, title: this.CONSUME(Text) });
  });

  readonly service: Rule<Node> = this.RULE('service', () => {
    const line = this.CONSUME(word('service')).startLine ?? 0;
    const name = this.CONSUME(Name);
    const options: unknown[] = [];
    const pattern = this.OPTION(() => {
      this.CONSUME(word('uses'));
      const used = this.SUBRULE(this.pattern);
      this.MANY(() => options.push([this.SUBRULE(this.optionWord), this.CONSUME(Integer)]));
      return used;
    });
    const node = this.note({ kind: 'service', line, name, pattern, options });
    this.ACTION(() => this.found.services.push(node));
    return node;
  });

  readonly pattern: Rule<IToken> = this.RULE('pattern', () =>
    this.oneOf(0, 'request', 'index', 'flooding', 'swarm', 'dht', 'gossip', 'relay', 'mesh', 'sfu', 'cache'),
  );

  readonly optionWord: Rule<IToken> = this.RULE('optionWord', () =>
    this.oneOf(0, 'ttl', 'pieces', 'slots', 'bucket', 'parallel'),
  );

  readonly role: Rule<IToken> = this.RULE('role', () => this.oneOf(0, 'client', 'server', 'both'));

  readonly host: Rule<Node> = this.RULE('host', () => {
    const line = this.CONSUME(word('host')).startLine ?? 0;
    const names = this.SUBRULE(this.declarators, { ARGS: [true] });
    const role = this.OPTION(() => {
      this.CONSUME(colon);
      return this.SUBRULE(this.role);
    });
    const properties: unknown[] = [];
    this.MANY(() => properties.push(this.SUBRULE(this.property)));
    const node = this.note({ kind: 'host', line, names, role, properties });
    this.OPTION1(() => this.SUBRULE(this.propertyBlock, { ARGS: [properties] }));
    return node;
  });

  readonly device: Rule<Node> = this.RULE('device', () => {
    const device = this.oneOf(0, 'switch', 'router', 'cloud');
    const names = this.SUBRULE(this.declarators, { ARGS: [false] });
    const at = this.OPTION(() => {
      this.CONSUME(word('at'));
      return this.SUBRULE(this.place);
    });
    return this.note({ kind: 'device', line: device.startLine ?? 0, device, names, at });
  });

  readonly declarators = this.RULE('declarators', (isHost: boolean) => {
    const declarators: Declarator[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: comma,
      DEF: () => {
        const name = this.CONSUME(Name);
        const count = this.OPTION(() => {
          this.CONSUME(symbol('['));
          const number = this.CONSUME(Integer);
          this.CONSUME(symbol(']'));
          return number;
        });
        const declarator = { name, count, isHost };
        declarators.push(declarator);
        this.ACTION(() => this.found.declarators.push(declarator));
      },
    });
    return declarators;
  });

  readonly place = this.RULE('place', () => {
    this.CONSUME(symbol('('));
    const x = this.CONSUME(Integer);
    this.CONSUME(comma);
    const y = this.CONSUME1(Integer);
    this.CONSUME(symbol(')'));
    return { x, y };
  });

  readonly propertyBlock = this.RULE('propertyBlock', (properties: unknown[] = []) => {
    this.CONSUME(open);
    this.MANY(() => {
      this.CONSUME(LineEnd);
      this.OPTION(() => {
        const line = this.LA(1).startLine ?? 0;
        this.ACTION(() => this.note({ kind: 'properties', line }));
        this.AT_LEAST_ONE(() => properties.push(this.SUBRULE(this.property)));
      });
    });
    this.CONSUME(close);
  });

  readonly property: Rule<unknown> = this.RULE('property', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.runs) },
      { ALT: () => this.SUBRULE(this.shares) },
      { ALT: () => this.SUBRULE(this.lists) },
      { ALT: () => ({ direction: this.oneOf(1, 'up', 'down'), rate: this.CONSUME(Rate) }) },
      {
        ALT: () => {
          this.CONSUME(word('at'));
          return this.SUBRULE(this.place);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('note'));
          return { note: this.CONSUME(Text) };
        },
      },
    ]),
  );

  readonly runs = this.RULE('runs', () => {
    this.CONSUME(word('runs'));
    const software: Found['software'] = [];
    this.AT_LEAST_ONE_SEP({ SEP: comma, DEF: () => software.push(this.SUBRULE(this.software)) });
    return software;
  });

  readonly software = this.RULE('software', () => {
    const service = this.SUBRULE(this.serviceUse);
    const kind = this.oneOf(0, 'client', 'server', 'peer', 'index', 'tracker', 'edge', 'origin');
    const software = { service, kind };
    this.ACTION(() => {
      if (service) this.found.software.push(software);
    });
    return software;
  });

  readonly serviceUse: Rule<Use> = this.RULE('serviceUse', () => {
    const use: Use = { name: this.CONSUME(Name), target: undefined };
    this.ACTION(() => this.found.serviceUses.push(use));
    return use;
  });

  readonly shares = this.RULE('shares', () => {
    this.CONSUME(word('shares'));
    const resource = this.CONSUME(Text);
    const size = this.OPTION(() => this.CONSUME(Size));
    const service = this.OPTION1(() => {
      this.CONSUME(word('in'));
      return this.SUBRULE(this.serviceUse);
    });
    return { resource, size, service };
  });

  readonly lists = this.RULE('lists', () => {
    this.CONSUME(word('lists'));
    const resource = this.CONSUME(Text);
    this.CONSUME(word('at'));
    return { resource, hosts: this.SUBRULE(this.references) };
  });

  readonly references: Rule<Reference[]> = this.RULE('references', () => {
    const references: Reference[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: comma, DEF: () => references.push(this.SUBRULE(this.reference)) });
    return references;
  });

  readonly reference: Rule<Reference> = this.RULE('reference', () => {
    const name = this.CONSUME(Name);
    let first: IToken | undefined;
    let last: IToken | undefined;
    this.OPTION(() => {
      this.CONSUME(symbol('['));
      this.OR([
        {
          ALT: () => {
            first = this.CONSUME(Integer);
            this.OPTION1(() => {
              this.CONSUME(symbol('..'));
              last = this.CONSUME1(Integer);
            });
          },
        },
        { ALT: () => this.CONSUME(symbol('*')) },
      ]);
      this.CONSUME(symbol(']'));
    });
    const reference: Reference = { name, first, last, target: undefined };
    this.ACTION(() => this.found.references.push(reference));
    return reference;
  });

  readonly link: Rule<Node> = this.RULE('link', () => {
    const line = this.CONSUME(word('link')).startLine ?? 0;
    const left = this.SUBRULE(this.references);
    let right: Reference[] | undefined;
    let shape: IToken | undefined;
    let degree: IToken | undefined;
    const over: Use[] = [];
    this.OR([
      {
        ALT: () => {
          this.CONSUME(dashes);
          right = this.SUBRULE1(this.references);
        },
      },
      {
        ALT: () => {
          this.OPTION(() => over.push(this.SUBRULE(this.over)));
          this.CONSUME(word('as'));
          shape = this.oneOf(1, 'line', 'ring', 'star', 'mesh', 'grid', 'tree', 'random');
          degree = this.OPTION1(() => this.CONSUME(Integer));
        },
      },
    ]);
    const attributes: IToken[] = [];
    this.MANY(() =>
      this.OR2([
        { ALT: () => attributes.push(this.CONSUME(Rate)) },
        { ALT: () => attributes.push(this.CONSUME(Duration)) },
        {
          ALT: () => {
            this.CONSUME(word('loss'));
            attributes.push(this.CONSUME(Percent));
          },
        },
        { ALT: () => over.push(this.SUBRULE1(this.over)) },
      ]),
    );
    const node = this.note({ kind: 'link' as const, line, left, right, shape, degree, over, attributes });
    this.ACTION(() => this.found.links.push(node));
    return node;
  });

  readonly over: Rule<Use> = this.RULE('over', () => {
    this.CONSUME(word('over'));
    return this.SUBRULE(this.serviceUse);
  });

  readonly flow: Rule<Node> = this.RULE('flow', () => {
    const line = this.CONSUME(word('flow')).startLine ?? 0;
    const name = this.CONSUME(Text);
    const steps: Node[] = [];
    const node = this.note({ kind: 'flow', line, name, steps });
    this.ACTION(() => this.found.flows.push(node));
    this.SUBRULE(this.block, { ARGS: [steps] });
    return node;
  });

  readonly block = this.RULE('block', (steps: Node[] = []) => {
    this.CONSUME(open);
    this.MANY(() => {
      this.CONSUME(LineEnd);
      this.OPTION(() => {
        const step = this.SUBRULE(this.step);
        if (step) steps.push(step);
      });
    });
    this.CONSUME(close);
  });

  readonly step: Rule<Node> = this.RULE('step', () =>
    this.OR([
      { ALT: () => this.SUBRULE(this.hostStep) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.SUBRULE(this.fault, { ARGS: ['step'] }) },
      { ALT: () => this.SUBRULE(this.wait) },
      { ALT: () => this.SUBRULE(this.noteStep) },
      { ALT: () => this.SUBRULE(this.together) },
      { ALT: () => this.SUBRULE(this.repeat) },
    ]),
  );

  /** One rule, because messages and actions begin alike. */
  readonly hostStep: Rule<Node> = this.RULE('hostStep', () => {
    const line = this.LA(1).startLine ?? 0;
    const hosts = this.SUBRULE(this.references);
    return this.OR([
      { ALT: () => this.SUBRULE(this.message, { ARGS: [line, hosts] }) },
      { ALT: () => this.SUBRULE(this.action, { ARGS: [line, hosts] }) },
    ]);
  });

  readonly message = this.RULE('message', (line: number, from: Reference[]): Node => {
    const arrow = this.OR([{ ALT: () => this.CONSUME(symbol('->')) }, { ALT: () => this.CONSUME(symbol('~>')) }]);
    const to = this.SUBRULE(this.references);
    this.CONSUME(colon);
    const text = this.SUBRULE(this.messageText);
    const over = this.OPTION(() => this.SUBRULE(this.over));
    const steps: Node[] = [];
    const otherwise: Node[] = [];
    const node = this.note({ kind: 'step', line, arrow, from, to, text, over, steps, otherwise });
    this.OPTION1(() => this.SUBRULE(this.block, { ARGS: [steps] }));
    this.OPTION2({
      GATE: () => this.LA(this.LA(1).tokenType === LineEnd ? 2 : 1).tokenType === word('otherwise'),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(LineEnd));
        this.CONSUME(word('otherwise'));
        this.SUBRULE1(this.block, { ARGS: [otherwise] });
      },
    });
    return node;
  });

  readonly messageText: Rule<unknown> = this.RULE('messageText', () =>
    this.OR([
      {
        ALT: () => ({
          verb: this.oneOf(1, 'get', 'lookup', 'register', 'unregister'),
          resource: this.CONSUME(Text),
        }),
      },
      {
        ALT: () => ({
          verb: this.CONSUME(word('put')),
          resource: this.CONSUME1(Text),
          size: this.OPTION(() => this.CONSUME(Size)),
        }),
      },
      {
        ALT: () => ({
          verb: this.CONSUME(word('login')),
          account: this.OPTION1(() => this.CONSUME2(Text)),
        }),
      },
      { ALT: () => this.SUBRULE(this.ownWords) },
    ]),
  );

  readonly ownWords = this.RULE('ownWords', () => {
    const text = this.CONSUME(Text);
    const size = this.OPTION(() => this.CONSUME(Size));
    const takes = this.OPTION1(() => {
      this.CONSUME(word('takes'));
      return this.CONSUME(Duration);
    });
    const reply = this.OPTION2(() => {
      this.CONSUME(word('replies'));
      return { text: this.CONSUME1(Text), size: this.OPTION3(() => this.CONSUME1(Size)) };
    });
    return { text, size, takes, reply };
  });

  readonly action = this.RULE('action', (line: number, hosts: Reference[]): Node => {
    const act = this.OR([
      {
        ALT: () => ({ verb: this.oneOf(1, 'joins', 'join', 'leaves', 'leave'), object: this.SUBRULE(this.serviceUse) }),
      },
      {
        ALT: () => ({
          verb: this.oneOf(2, 'fetches', 'fetch', 'searches', 'search', 'publishes', 'publish', 'sends', 'send'),
          object: this.CONSUME(Text),
        }),
      },
    ]);
    const over = this.OPTION(() => this.SUBRULE(this.over));
    return this.note({ kind: 'step', line, hosts, act, over });
  });

  readonly call: Rule<Node> = this.RULE('call', () => {
    const line = this.CONSUME(word('call')).startLine ?? 0;
    const hosts = this.SUBRULE(this.references);
    const over = this.OPTION(() => this.SUBRULE(this.over));
    return this.note({ kind: 'step', line, hosts, over });
  });

  readonly fault = this.RULE('fault', (kind: StatementKind): Node => {
    const line = this.LA(1).startLine ?? 0;
    return this.OR([
      {
        ALT: () => {
          const verb = this.oneOf(1, 'offline', 'online');
          return this.note({ kind, line, verb, hosts: this.SUBRULE(this.references) });
        },
      },
      {
        ALT: () => {
          const verb = this.oneOf(2, 'cut', 'restore');
          const left = this.SUBRULE1(this.references);
          this.CONSUME(dashes);
          return this.note({ kind, line, verb, left, right: this.SUBRULE2(this.references) });
        },
      },
    ]);
  });

  readonly wait: Rule<Node> = this.RULE('wait', () => {
    const line = this.CONSUME(word('wait')).startLine ?? 0;
    return this.note({ kind: 'step', line, duration: this.CONSUME(Duration) });
  });

  readonly noteStep: Rule<Node> = this.RULE('noteStep', () => {
    const line = this.CONSUME(word('note')).startLine ?? 0;
    return this.note({ kind: 'step', line, text: this.CONSUME(Text) });
  });

  readonly together: Rule<Node> = this.RULE('together', () => {
    const line = this.CONSUME(word('together')).startLine ?? 0;
    const steps: Node[] = [];
    const node = this.note({ kind: 'step', line, steps });
    this.SUBRULE(this.block, { ARGS: [steps] });
    return node;
  });

  readonly repeat: Rule<Node> = this.RULE('repeat', () => {
    const line = this.CONSUME(word('repeat')).startLine ?? 0;
    const steps: Node[] = [];
    const node = this.note({ kind: 'step', line, count: this.CONSUME(Integer), steps });
    this.SUBRULE(this.block, { ARGS: [steps] });
    return node;
  });

  readonly scenario: Rule<Node> = this.RULE('scenario', () => {
    const line = this.CONSUME(word('scenario')).startLine ?? 0;
    const changes: Node[] = [];
    const node = this.note({ kind: 'scenario', line, name: this.CONSUME(Text), changes });
    this.ACTION(() => this.found.scenarios.push(node));
    this.CONSUME(open);
    this.MANY(() => {
      this.CONSUME(LineEnd);
      this.OPTION(() => changes.push(this.SUBRULE(this.change)));
    });
    this.CONSUME(close);
    return node;
  });

  readonly change: Rule<Node> = this.RULE('change', () =>
    this.OR([{ ALT: () => this.SUBRULE(this.fault, { ARGS: ['change'] }) }, { ALT: () => this.SUBRULE(this.set) }]),
  );

  /** Whether the name is one of a host or of a service is only known behind it. */
  readonly set: Rule<Node> = this.RULE('set', () => {
    const line = this.CONSUME(word('set')).startLine ?? 0;
    const reference = this.SUBRULE(this.reference);
    const change = this.OR([
      { ALT: () => ({ name: this.oneOf(1, 'up', 'down'), value: this.CONSUME(Rate) }) },
      {
        ALT: () => {
          this.ACTION(() => {
            if (reference) this.found.references.pop();
            if (reference) this.found.serviceUses.push({ name: reference.name, target: undefined });
          });
          return { name: this.SUBRULE(this.optionWord), value: this.CONSUME(Integer) };
        },
      },
    ]);
    return this.note({ kind: 'change', line, reference, change });
  });

  readonly expectation: Rule<Node> = this.RULE('expectation', () => {
    const line = this.CONSUME(word('expect')).startLine ?? 0;
    const claim = this.OR([
      { ALT: () => this.SUBRULE(this.lookupClaim) },
      { ALT: () => this.SUBRULE(this.architectureClaim) },
      { ALT: () => this.SUBRULE(this.flowClaim) },
      { ALT: () => this.SUBRULE(this.hostClaim) },
    ]);
    const node = this.note({ kind: 'expect', line, claim });
    this.MANY(() =>
      this.OR1([
        {
          ALT: () => {
            this.CONSUME(word('in'));
            this.SUBRULE(this.flowUse);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('when'));
            const use: Use = { name: this.CONSUME(Text), target: undefined };
            this.ACTION(() => this.found.scenarioUses.push(use));
          },
        },
      ]),
    );
    return node;
  });

  readonly flowUse: Rule<Use> = this.RULE('flowUse', () => {
    const use: Use = { name: this.CONSUME(Text), target: undefined };
    this.ACTION(() => this.found.flowUses.push(use));
    return use;
  });

  readonly lookupClaim = this.RULE('lookupClaim', () => {
    this.CONSUME(word('lookup'));
    const resource = this.CONSUME(Text);
    this.CONSUME(word('finds'));
    const hosts = this.OR([{ ALT: () => this.CONSUME(word('nothing')) }, { ALT: () => this.SUBRULE(this.references) }]);
    return { resource, hosts };
  });

  readonly architectureClaim = this.RULE('architectureClaim', () => {
    this.CONSUME(word('architecture'));
    this.CONSUME(word('is'));
    const architecture = this.oneOf(0, 'client-server', 'peer-to-peer', 'hybrid');
    return { architecture, service: this.OPTION(() => this.SUBRULE(this.of)) };
  });

  readonly of: Rule<Use> = this.RULE('of', () => {
    this.CONSUME(word('of'));
    return this.SUBRULE(this.serviceUse);
  });

  readonly comparison: Rule<IToken> = this.RULE('comparison', () =>
    this.OR(['<', '<=', '=', '>=', '>'].map((sign) => ({ ALT: () => this.CONSUME(symbol(sign)) }))),
  );

  readonly flowClaim = this.RULE('flowClaim', () => {
    const flow = this.SUBRULE(this.flowUse);
    const claim = this.OR([
      { ALT: () => this.oneOf(1, 'succeeds', 'fails') },
      {
        ALT: () => {
          this.CONSUME(word('takes'));
          return [this.SUBRULE(this.comparison), this.CONSUME(Duration)];
        },
      },
      {
        ALT: () => {
          this.oneOf(2, 'sends');
          const count = [this.SUBRULE1(this.comparison), this.CONSUME(Integer)];
          this.CONSUME(word('messages'));
          return count;
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('needs'));
          return this.SUBRULE(this.references);
        },
      },
      { ALT: () => this.SUBRULE(this.survival) },
    ]);
    return { flow, claim };
  });

  readonly survival: Rule<unknown> = this.RULE('survival', () => {
    this.CONSUME(word('survives'));
    this.CONSUME(word('loss'));
    this.CONSUME(word('of'));
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(word('any'));
          return this.CONSUME(word('host'));
        },
      },
      { ALT: () => this.SUBRULE(this.reference) },
    ]);
  });

  readonly hostClaim = this.RULE('hostClaim', () => {
    const host = this.SUBRULE(this.reference);
    const claim = this.OR([
      {
        ALT: () => {
          this.CONSUME(word('is'));
          return [this.SUBRULE(this.role), this.OPTION(() => this.SUBRULE(this.of))];
        },
      },
      {
        ALT: () => [this.oneOf(1, 'uploads', 'downloads'), this.SUBRULE(this.comparison), this.CONSUME(Size)],
      },
      {
        ALT: () => {
          this.CONSUME(word('carries'));
          this.CONSUME(word('no'));
          return this.CONSUME(word('data'));
        },
      },
    ]);
    return { host, claim };
  });
}

export const parser = new TopologyParser();
