/**
 * Which pieces the peers of a swarm have at a position, which are on their way, and which are rare. Asks the columns of a
 * recording once for all peers, so that a position costs no more than the pieces that one peer has got.
 */
import type { Topology } from '../language/topology';
import { sharersOf } from '../simulation/services';
import { hasArrived } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import type { World } from '../simulation/world';
import { isolate } from './formats';
import type { NodePieces, PieceBar, PieceCell } from './scene';
import { wordingOf } from './wording';
import type { Words } from './words';

/** Pieces in the order of the run: the place in the trace, and the number of the piece. A run has many of them. */
interface Dated {
  readonly steps: number[];
  readonly pieces: number[];
}

/** What a peer has asked for and got of one resource. */
interface Trade {
  readonly resource: string;
  readonly service: string | undefined;
  readonly arrivals: Dated;
  readonly requests: Dated;
}

/** The pieces of the steps before a position. */
function* until({ steps, pieces }: Dated, position: number): Generator<number> {
  for (let place = 0; place < steps.length && (steps[place] ?? 0) < position; place += 1) yield pieces[place] ?? 0;
}

function isBegun({ requests, arrivals }: Trade, position: number): boolean {
  return (requests.steps[0] ?? arrivals.steps[0] ?? Number.POSITIVE_INFINITY) < position;
}

const trades = new WeakMap<Trace, ReadonlyMap<string, readonly Trade[]>>();

/** By host. */
function tradesIn(trace: Trace): ReadonlyMap<string, readonly Trade[]> {
  const known = trades.get(trace) ?? readTrades(trace);
  trades.set(trace, known);
  return known;
}

function readTrades({ steps: { columns } }: Trace): ReadonlyMap<string, readonly Trade[]> {
  const { content, contents, count, from, to, names } = columns;
  const kinds = contents.map(({ kind, verb, resource }) =>
    resource === undefined ? 0 : kind === 'piece' ? 1 : kind === 'request' && verb === 'get' ? 2 : 0,
  );
  const found = new Map<string, Trade[]>();
  if (!kinds.includes(1)) return found;
  for (let step = 0; step < content.length; step += 1) {
    const kind = kinds[content[step] ?? 0];
    const piece = count[step] ?? -1;
    if (!kind || piece < 0 || !hasArrived(columns, step)) continue;
    const host = names[(kind === 1 ? to : from)[step] ?? -1] ?? '';
    const { resource = '', service } = contents[content[step] ?? 0] ?? {};
    const trade = tradeOf(found, host, resource, service);
    const dated = kind === 1 ? trade.arrivals : trade.requests;
    dated.steps.push(step);
    dated.pieces.push(piece);
  }
  return found;
}

function tradeOf(all: Map<string, Trade[]>, host: string, resource: string, service: string | undefined): Trade {
  const own = all.get(host) ?? [];
  all.set(host, own);
  const known = own.find((trade) => trade.resource === resource);
  if (known) return known;
  const trade: Trade = { resource, service, arrivals: nothing(), requests: nothing() };
  own.push(trade);
  return trade;
}

function nothing(): Dated {
  return { steps: [], pieces: [] };
}

/** The bars of a peer at a position, for each resource that it trades pieces of in this run. */
export function pieceBars(
  topology: Topology,
  trace: Trace,
  host: string,
  position: number,
  state: World,
  words: Words,
): PieceBar[] {
  return (tradesIn(trace).get(host) ?? []).flatMap((trade) => {
    const total = totalOf(topology, trace, trade);
    if (total === undefined || !isBegun(trade, position)) return [];
    return [barOf(topology, trace, trade, total, position, state.holds(host).has(trade.resource), words)];
  });
}

function barOf(
  topology: Topology,
  trace: Trace,
  trade: Trade,
  total: number,
  position: number,
  isWhole: boolean,
  { inspect: say }: Words,
): PieceBar {
  const had = hadAt(trade, total, position, isWhole);
  const coming = isWhole ? new Set<number>() : comingAt(trade, had, position);
  const arrived = trade.arrivals.pieces[trade.arrivals.steps.indexOf(position - 1)];
  const rare = isWhole ? undefined : rarestAt(topology, trace, trade, had, position);
  const count = sum(had);
  const parts = [
    say.piecesOf(count, total),
    ...(arrived === undefined ? [] : [say.newPiece(arrived + 1)]),
    ...(coming.size > 0 ? [say.coming(coming.size)] : []),
  ];
  const piecesInCell = Math.ceil(total / mostCells);
  const now = (piece: number): PieceCell['now'] =>
    piece === arrived ? 'new' : coming.has(piece) ? 'coming' : rare?.pieces.has(piece) ? 'rarest' : undefined;
  return {
    ...{ resource: isolate(trade.resource), had: count, total, piecesInCell },
    text: parts.join('; '),
    cells: cellsOf(had, piecesInCell, now),
    rarest: rare
      ? say.rarest(
          [...rare.pieces].map((piece) => String(piece + 1)),
          rare.copies,
        )
      : '',
  };
}

/** More pieces than cells share one. */
const mostCells = 100;

function cellsOf(had: Uint8Array, piecesInCell: number, now: (piece: number) => PieceCell['now']): PieceCell[] {
  const order: readonly PieceCell['now'][] = ['new', 'coming', 'rarest'];
  const cells: PieceCell[] = [];
  for (let first = 0; first < had.length; first += piecesInCell) {
    const last = Math.min(had.length, first + piecesInCell);
    const states = Array.from({ length: last - first }, (_, place) => now(first + place));
    cells.push({
      had: sum(had.subarray(first, last)) / (last - first),
      now: order.find((one) => states.includes(one)),
    });
  }
  return cells;
}

function hadAt({ arrivals }: Trade, total: number, position: number, isWhole: boolean): Uint8Array {
  const had = new Uint8Array(total).fill(isWhole ? 1 : 0);
  if (isWhole) return had;
  for (const piece of until(arrivals, position)) had[piece] = 1;
  return had;
}

function comingAt({ requests }: Trade, had: Uint8Array, position: number): ReadonlySet<number> {
  const coming = new Set<number>();
  for (const piece of until(requests, position)) if (had[piece] !== 1) coming.add(piece);
  return coming;
}

/** Of the pieces that a peer lacks, those that fewest have: who shares the whole, and who has got the piece. */
function rarestAt(topology: Topology, trace: Trace, own: Trade, had: Uint8Array, position: number) {
  const copies = new Int32Array(had.length).fill(sharersOf(topology, own.resource).length);
  for (const others of tradesIn(trace).values()) {
    for (const { resource, arrivals } of others) {
      if (resource !== own.resource) continue;
      for (const piece of until(arrivals, position)) copies[piece] = (copies[piece] ?? 0) + 1;
    }
  }
  const lacking = [...had.keys()].filter((piece) => had[piece] !== 1);
  const least = lacking.reduce((fewest, piece) => Math.min(fewest, copies[piece] ?? 0), Number.POSITIVE_INFINITY);
  const pieces = new Set(lacking.filter((piece) => copies[piece] === least));
  // Where all that it lacks are equally common, none is rare.
  return pieces.size > 0 && pieces.size < lacking.length ? { pieces, copies: least } : undefined;
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}

const cellsInPicture = 10;

/** How far a peer is, for the picture; undefined where it trades nothing (yet) in this run. */
export function nodePieces(topology: Topology, trace: Trace, host: string, position: number): NodePieces | undefined {
  const own = tradesIn(trace).get(host);
  const begun = own?.filter((trade) => isBegun(trade, position)).at(-1);
  const total = begun && totalOf(topology, trace, begun);
  if (!begun || total === undefined) return undefined;
  const piecesInCell = Math.ceil(total / cellsInPicture);
  const counts = new Array<number>(Math.ceil(total / piecesInCell)).fill(0);
  let had = 0;
  for (const piece of until(begun.arrivals, position)) {
    const cell = Math.floor(piece / piecesInCell);
    counts[cell] = (counts[cell] ?? 0) + 1;
    had += 1;
  }
  const room = (cell: number) => Math.min(piecesInCell, total - cell * piecesInCell);
  return { had, total, cells: counts.map((count, cell) => Math.min(1, count / room(cell))) };
}

/** A swarm asks for the same again for each of its peers. */
const totals = new WeakMap<Trace, Map<string, number | undefined>>();

function totalOf(topology: Topology, trace: Trace, { service, resource }: Trade): number | undefined {
  const known = totals.get(trace) ?? new Map<string, number | undefined>();
  totals.set(trace, known);
  const key = JSON.stringify([service, resource]);
  if (!known.has(key)) known.set(key, wordingOf(topology, trace).pieces(service, resource));
  return known.get(key);
}
