/**
 * What typing costs the rest of the file, state by state: how much of what stands on the other lines is still known. The
 * line or block that is being typed does not count.
 */
import type { FrontEnd } from './front-end';
import type { Outline } from './outline';

export interface Survival {
  readonly states: number;
  /** Shares of the states in which all of the others are known, 0 … 1. */
  readonly hosts: number;
  readonly statements: number;
  /** Share of the other statements that are known, over all states. */
  readonly average: number;
}

/** A text on the way, and what would be known of it if the unfinished part were empty. */
interface State {
  readonly text: string;
  readonly rest: Outline;
}

/** Each line of a file that is otherwise whole, cut off behind every character in turn. */
export async function halfTypedLines(frontEnd: FrontEnd, text: string): Promise<Survival> {
  const states: State[] = [];
  const lines = text.split('\n');
  const whole = (await frontEnd.read(text)).outline();
  for (const [number, line] of lines.entries()) {
    if (line.trim() === '' || line.trim().startsWith('//')) continue;
    const replaced = (by: string) => lines.map((other, place) => (place === number ? by : other)).join('\n');
    const statements = new Map([...whole.statements].filter(([at]) => at !== number));
    const isHost = whole.statements.get(number) === 'host';
    const hosts = isHost ? (await frontEnd.read(replaced(''))).outline().hosts : whole.hosts;
    const rest = { ...whole, statements, hosts };
    for (let end = line.search(/\S/) + 1; end < line.length; end++)
      states.push({ text: replaced(line.slice(0, end)), rest });
  }
  return survivalIn(frontEnd, states);
}

/** A block that is written above all else, character by character: until its last one, nothing closes it. */
export async function newBlock(frontEnd: FrontEnd, block: string, below: string): Promise<Survival> {
  const whole = (await frontEnd.read(below)).outline();
  const states: State[] = [];
  for (let end = 1; end < block.length; end++) {
    const typed = block.slice(0, end);
    const shift = typed.split('\n').length;
    const statements = new Map([...whole.statements].map(([at, kind]) => [at + shift, kind] as const));
    states.push({ text: `${typed}\n${below}`, rest: { ...whole, statements } });
  }
  return survivalIn(frontEnd, states);
}

async function survivalIn(frontEnd: FrontEnd, states: readonly State[]): Promise<Survival> {
  let [hosts, statements, known, all] = [0, 0, 0, 0];
  for (const { text, rest } of states) {
    const outline = (await frontEnd.read(text)).outline();
    const alive = [...rest.statements].filter(([at, kind]) => outline.statements.get(at) === kind).length;
    known += alive;
    all += rest.statements.size;
    if (alive === rest.statements.size) statements++;
    if (outline.hosts >= rest.hosts) hosts++;
  }
  const count = states.length;
  return { states: count, hosts: hosts / count, statements: statements / count, average: known / all };
}
