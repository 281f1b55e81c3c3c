/**
 * The check at the boundary: whatever arrives over `postMessage` or from stored state is unknown until it has passed
 * here. What does not fit is `undefined`, never an exception; unknown members are dropped. JSON drops members that are
 * undefined, so those are put back.
 */
import * as v from 'valibot';
import type { PanelState, Panes, ToHost, ToWebview } from './messages';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybeText = v.optional(v.string(), () => undefined);
const maybePrice = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6)), () => undefined);
const position = v.object({ x: v.pipe(v.number(), v.finite()), y: v.pipe(v.number(), v.finite()) });
const positions = v.record(v.string(), position);
const layoutKind = v.picklist(['automatic', 'star', 'tiers', 'ring', 'mesh', 'tree', 'grid', 'force']);

const whatIfChange = v.variant('kind', [
  v.object({ kind: v.picklist(['offline', 'online']), node: v.string() }),
  v.object({ kind: v.picklist(['cut', 'restore']), a: v.string(), b: v.string() }),
  v.object({ kind: v.literal('slow'), host: v.string(), factor: v.pipe(v.number(), v.minValue(1), v.maxValue(1e6)) }),
]);

const texts = v.array(v.string());
const shapes = ['request', 'response', 'data', 'push', 'query', 'state', 'fault', 'note'] as const;
const filter = v.object({
  ...{ services: texts, kinds: v.array(v.picklist(shapes)), hosts: texts },
  onlyFailed: v.optional(v.boolean(), false),
});
const unit = v.picklist(['message', 'line', 'host', 'failure']);
const speed = v.pipe(v.number(), v.minValue(0.1), v.maxValue(100));
const loop = v.optional(v.object({ from: count, to: v.optional(count, () => undefined) }), () => undefined);
const stepping = v.object({ unit, speed, loop });

const toHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('seek'), revision: count, position: count }),
  v.object({
    type: v.literal('step'),
    revision: count,
    stop: v.optional(v.picklist(['message', 'line', 'host', 'failure', 'breakpoint']), () => undefined),
    direction: v.picklist([1, -1]),
  }),
  v.object({ type: v.literal('jump'), revision: count, to: v.union([v.picklist(['cause', 'consequence']), count]) }),
  v.object({ type: v.literal('goBack'), revision: count }),
  v.object({ type: v.literal('chooseStepping'), revision: count, choice: stepping }),
  v.object({ type: v.literal('filter'), revision: count, filter }),
  v.object({ type: v.literal('solo'), revision: count }),
  v.object({ type: v.literal('toggleBreakpoint'), revision: count, line: count }),
  v.object({ type: v.literal('chooseFlow'), revision: count, flow: v.string() }),
  v.object({ type: v.literal('chooseScenario'), revision: count, scenario: maybeText }),
  v.object({ type: v.literal('inspect'), revision: count, node: maybeText }),
  v.object({ type: v.literal('reveal'), revision: count, line: count }),
  v.object({ type: v.literal('runAnyway'), revision: count }),
  v.object({ type: v.literal('moved'), revision: count, positions }),
  v.object({ type: v.literal('arrange'), revision: count, layout: v.optional(layoutKind) }),
  v.object({
    type: v.literal('pin'),
    revision: count,
    nodes: v.optional(v.array(v.string()), () => undefined),
    pinned: v.boolean(),
  }),
  v.object({ type: v.literal('fold'), revision: count, bundle: v.string(), folded: v.boolean() }),
  v.object({ type: v.literal('compare'), revision: count, resource: maybeText, price: maybePrice }),
  v.object({ type: v.literal('closeComparison'), revision: count }),
  v.object({ type: v.literal('tryOut'), revision: count, change: whatIfChange }),
  v.object({ type: v.literal('takeBack'), revision: count, place: count }),
  v.object({ type: v.literal('endExperiment'), revision: count }),
  v.object({ type: v.literal('saveScenario'), revision: count }),
  v.object({ type: v.literal('cutLink'), revision: count, node: v.string() }),
  v.object({ type: v.literal('predict'), revision: count, on: v.boolean() }),
  v.object({ type: v.literal('present'), revision: count, on: v.boolean() }),
  v.object({ type: v.literal('transcript'), revision: count }),
  v.object({ type: v.literal('rows'), revision: count, around: count }),
]);

/** A message from the webview. */
export function parseToHost(value: unknown): ToHost | undefined {
  const result = v.safeParse(toHost, value);
  return result.success ? (result.output satisfies ToHost) : undefined;
}

const panes = v.object({
  view: v.fallback(v.picklist(['network', 'both', 'sequence']), 'network'),
  split: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 50),
  axis: v.fallback(v.picklist(['steps', 'time', 'nonlinear']), 'steps'),
  hints: v.optional(v.fallback(v.record(v.string(), count), {}), {}),
});

const panelState = v.object({
  uri: v.pipe(v.string(), v.minLength(1)),
  flow: maybeText,
  scenario: maybeText,
  position: v.fallback(count, 0),
  selected: maybeText,
  positions: v.fallback(positions, {}),
  whatIf: v.optional(v.fallback(v.array(whatIfChange), [])),
  trial: v.optional(v.object({ host: v.string(), resource: v.string() })),
  layout: v.fallback(v.optional(layoutKind), undefined),
  folding: v.fallback(v.optional(v.record(v.string(), v.boolean())), undefined),
  filter: v.optional(v.fallback(v.optional(filter), undefined)),
  stepping: v.optional(v.fallback(v.optional(stepping), undefined)),
  isPredicting: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
  isPresenting: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
  panes: v.optional(v.fallback(v.optional(panes), undefined)),
});

/** What `getState` or the serializer gives back after a reload, possibly written by an older version. */
export function parsePanelState(value: unknown): PanelState | undefined {
  const result = v.safeParse(panelState, value);
  return result.success ? (result.output satisfies PanelState) : undefined;
}

/** What is kept of the views alone. */
export function parsePanes(value: unknown): Panes | undefined {
  const result = v.safeParse(panes, value);
  return result.success ? (result.output satisfies Panes) : undefined;
}

// The host is trusted code of the same build, and pictures are large: their outline is checked, not every node.
const frameOutline = v.looseObject({
  position: count,
  count,
  sentence: v.string(),
  messages: v.array(v.unknown()),
  nodes: v.array(v.unknown()),
  edgesDown: v.array(v.unknown()),
});
const pictureOutline = v.looseObject({
  revision: count,
  fileName: v.string(),
  diagram: v.looseObject({ nodes: v.array(v.unknown()), edges: v.array(v.unknown()) }),
  flows: v.array(v.unknown()),
  scenarios: v.array(v.string()),
  steps: v.array(v.unknown()),
  exercises: v.array(v.unknown()),
  frame: frameOutline,
  sequence: v.looseObject({
    lifeLines: v.array(v.unknown()),
    outages: v.array(v.unknown()),
    fragments: v.array(v.unknown()),
  }),
  timeline: v.optional(v.looseObject({ count, startsMs: v.array(v.number()), marks: v.array(v.unknown()) })),
});
const comparisonOutline = v.looseObject({
  scene: v.looseObject({ columns: v.array(v.unknown()), rows: v.array(v.unknown()), bars: v.array(v.unknown()) }),
  isOutdated: v.boolean(),
});
const toWebview = v.variant('type', [
  v.object({ type: v.literal('picture'), picture: pictureOutline }),
  v.object({ type: v.literal('frame'), revision: count, frame: frameOutline, steps: v.optional(v.array(v.unknown())) }),
  v.object({ type: v.literal('comparison'), comparison: v.optional(comparisonOutline) }),
  v.object({ type: v.literal('presenting'), on: v.boolean() }),
  v.object({ type: v.literal('rows'), revision: count, rows: v.array(v.unknown()) }),
]);

/** A message from the host. */
export function parseToWebview(value: unknown): ToWebview | undefined {
  return v.is(toWebview, value) ? (value as unknown as ToWebview) : undefined;
}
