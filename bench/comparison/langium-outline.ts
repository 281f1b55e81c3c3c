/** What Langium understood of a file. */
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { Block, ChangeBlock, File, HostReference } from './out/langium/ast';
import type { StatementKind } from './outline';
import { countHosts, countLinks, type Declared, type LinkStatement, type Outline, type Referred } from './outline';

const kinds: Readonly<Record<string, StatementKind>> = {
  Title: 'topology',
  Service: 'service',
  Host: 'host',
  Device: 'device',
  Link: 'link',
  Flow: 'flow',
  Scenario: 'scenario',
  Expect: 'expect',
};

export function outlineOf(document: LangiumDocument<File>): Outline {
  const { value: file, lexerErrors, parserErrors } = document.parseResult;
  const statements = new Map<number, StatementKind>();
  const declared: Declared[] = [];
  const links: LinkStatement[] = [];
  let steps = 0;
  const note = (node: AstNode | undefined, kind: StatementKind | undefined) => {
    const line = node?.$cstNode?.range.start.line;
    if (line !== undefined && kind) statements.set(line, kind);
    if (kind === 'step') steps++;
  };
  const noteBlock = (block: Block | undefined): void => {
    for (const step of block?.steps ?? []) {
      note(step, 'step');
      if ('block' in step) noteBlock(step.block);
      if ('otherwise' in step) noteBlock(step.otherwise);
    }
  };
  for (const statement of file.statements ?? []) {
    note(statement, kinds[statement.$type]);
    switch (statement.$type) {
      case 'Host':
        for (const line of statement.block?.lines ?? []) note(line, 'properties');
        for (const { name, count } of statement.names)
          if (name) declared.push({ name, count: numberOf(count), isHost: true });
        break;
      case 'Device':
        for (const { name, count } of statement.names)
          if (name) declared.push({ name, count: numberOf(count), isHost: false });
        break;
      case 'Link': {
        const { left, right, shape, degree } = statement;
        const isShape = shape !== undefined;
        links.push({
          left: left.map(referred),
          right: isShape ? undefined : right.map(referred),
          shape,
          degree: numberOf(degree),
        });
        break;
      }
      case 'Flow':
        noteBlock(statement.block);
        break;
      case 'Scenario':
        for (const change of (statement.block as ChangeBlock | undefined)?.changes ?? []) note(change, 'change');
    }
  }
  const hosts = countHosts(declared);
  const syntaxErrors = lexerErrors.length + parserErrors.length;
  return { statements, hosts, links: countLinks(declared, links), steps, unresolved: unresolvedIn(file), syntaxErrors };
}

/** The grammar reads numbers as text. */
function numberOf(text: unknown): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function referred({ host, first, last }: HostReference): Referred {
  return { name: host?.$refText ?? '', first: numberOf(first), last: numberOf(last) };
}

function unresolvedIn(file: File): readonly string[] {
  const places: { readonly line: number; readonly character: number }[] = [];
  for (const node of AstUtils.streamAst(file)) {
    for (const { reference } of AstUtils.streamReferences(node)) {
      if (reference.error && reference.$refNode) places.push(reference.$refNode.range.start);
    }
  }
  places.sort((a, b) => a.line - b.line || a.character - b.character);
  return places.map(({ line, character }) => `${line}:${character}`);
}
