// What is written into the drawing, without a browser: the geometry is pure, and only the width of letters is an estimate.

import './page-language';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { DiagramNode, Frame } from '../../src/scene/scene';
import { check, compiled } from '../../src/vscode/check';
import { frameOf } from '../../src/vscode/picture';
import { applyRequest } from '../../src/vscode/requests';
import { fold, openSession, type Session } from '../../src/vscode/session';
import { cablesIn } from '../../webview/diagram/cable-labels';
import { fitted } from '../../webview/diagram/fit';
import { type Box, boxAround, overlap } from '../../webview/diagram/geometry';
import { viewOf } from '../../webview/diagram/labels';
import { shownLabels, shownWords } from '../../webview/diagram/marks';
import { boxesOfWords, pictureBox, type View } from '../../webview/diagram/view';
import { voyagesOf } from '../../webview/diagram/voyages';
import { boxOfWords } from '../../webview/diagram/words';

/** About the drawing's part of panels of 700 × 520, 420 × 600 and 1200 × 800. */
const sizes = [
  { width: 450, height: 300 },
  { width: 420, height: 260 },
  { width: 820, height: 520 },
];

const examples = readdirSync('examples').filter((name) => name.endsWith('.topo'));

function sessionOf(text: string): Session {
  return openSession(check(compiled(text, 1, undefined), undefined));
}

/** Of a bold sans serif of ordinary width. */
const measure = (text: string, size: number) => 0.62 * size * [...text].length;

const canvas = {
  font: '600 10px sans-serif',
  measureText(this: { font: string }, text: string) {
    return { width: measure(text, Number(/([\d.]+)px/.exec(this.font)?.[1])) };
  },
} as unknown as CanvasRenderingContext2D;

interface Stage {
  readonly width: number;
  readonly height: number;
}

function viewAt(session: Session, frame: Frame, stage: Stage, focus: readonly string[] = []): View {
  const { nodes } = session.diagram;
  const { zoom, pan } = fitted(nodes, stage) ?? { zoom: 1, pan: { x: 0, y: 0 } };
  const states = new Map(frame.nodes.map((state) => [state.id, state]));
  return viewOf({
    zoom,
    nodes: nodes.map(({ id, label, shape, x, y }) => ({
      ...{ id, label, state: states.get(id), half: halfOf(shape) },
      spot: { x: x * zoom + pan.x, y: y * zoom + pan.y },
    })),
    cables: cablesIn(session.diagram),
    ...{ focus: new Set(focus), bounds: boundsOf(stage), measure },
  });
}

function halfOf(shape: DiagramNode['shape']) {
  if (shape === 'switch') return { width: 34, height: 20 };
  return shape === 'router' || shape === 'cloud' ? { width: 34, height: 24 } : { width: 42, height: 37 };
}

function boundsOf({ width, height }: Stage): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

interface Written {
  readonly what: string;
  readonly box: Box;
  /** The node that it belongs to, whose picture it may touch. */
  readonly of: string | undefined;
}

/** Everything that stands still, as it is drawn. */
function written(view: View, frame: Frame, stage: Stage): Written[] {
  const bounds = boundsOf(stage);
  const theme = { client: '', server: '', both: '', error: '', font: 'sans-serif' } as never;
  const voyages = voyagesOf(canvas, { view, theme, bounds }, frame.messages);
  const covered = voyages.flatMap(({ label }) => label?.covers ?? []);
  const messages = voyages.flatMap(({ label, message }) =>
    label?.covers[1] ? [{ what: `message ${message.label}`, box: label.covers[1], of: undefined }] : [],
  );
  const nodes = view.nodes.flatMap((node): Written[] => {
    const { tag, name, role } = shownWords(view, node, covered);
    return [
      ...(name ? [{ what: `name ${node.id}`, box: name.box, of: node.id }] : []),
      ...(role ? [{ what: `role ${node.id}`, box: role.box, of: node.id }] : []),
      ...(tag ? [{ what: `tag ${node.id}`, box: tag.box, of: node.id }] : []),
    ];
  });
  const cables = shownLabels(view, covered).map(({ lines, box }) => ({ what: lines.join(), box, of: undefined }));
  return [...nodes, ...cables, ...messages];
}

function conflicts(view: View, all: readonly Written[]): string[] {
  const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
  const onWords = pairs.filter(([a, b]) => overlap(a.box, b.box) > 1).map(([a, b]) => `${a.what} on ${b.what}`);
  const onPictures = all.flatMap(({ what, box, of }) =>
    view.nodes
      .filter((node) => node.id !== of && overlap(pictureBox(view.zoom, node), box) > 1)
      .map((node) => `${what} on the picture of ${node.id}`),
  );
  return [...onWords, ...onPictures];
}

/** The first, the last, and some between. */
function positionsIn(count: number): number[] {
  const parts = [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1].map((part) => Math.round(part * count));
  return [...new Set([...parts, Math.min(1, count), Math.min(2, count), Math.min(3, count)])];
}

describe('what is written in the drawing', () => {
  for (const name of examples) {
    it(`never covers anything in ${name}, in any flow, at the usual sizes`, () => {
      const opened = sessionOf(readFileSync(`examples/${name}`, 'utf8'));
      const found: string[] = [];
      for (const { name: flow } of opened.runs.flows) {
        const session = applyRequest(opened, { type: 'chooseFlow', revision: 0, flow });
        for (const position of positionsIn(frameOf(session).count)) {
          const frame = frameOf(applyRequest(session, { type: 'seek', revision: 0, position }));
          for (const stage of sizes) {
            const view = viewAt(session, frame, stage);
            const where = `${flow} ${position} at ${stage.width} × ${stage.height}`;
            found.push(...conflicts(view, written(view, frame, stage)).map((what) => `${where}: ${what}`));
          }
        }
      }
      assert.deepEqual(found, []);
    });

    it(`names every machine of ${name} where there is room, and each kind of cable`, () => {
      const session = sessionOf(readFileSync(`examples/${name}`, 'utf8'));
      const [, , large] = sizes as [Stage, Stage, Stage];
      const view = viewAt(session, frameOf(session), large);
      for (const { id } of view.nodes) assert.ok(view.words.get(id)?.name, `${id} has no name`);
      const wanted = new Set(session.diagram.edges.map(({ label }) => label).filter((label) => label !== ''));
      const said = view.labels.map(({ lines }) => lines.join(' · ').replace(/^\d+ × /, ''));
      assert.deepEqual([...new Set(said)].sort(), [...wanted].sort());
    });
  }

  it('labels cables that are all alike once, with their number, and each of a few', () => {
    const session = sessionOf('host web\nhost p[8]\nswitch s\nlink web -- s 1Gbps 2ms\nlink p -- s 100Mbps 5ms');
    const { labels } = viewAt(session, frameOf(session), { width: 800, height: 600 });
    assert.deepEqual(labels.map(({ lines }) => lines.join(' ')).sort(), ['1 Gbps 2 ms', '8 × 100 Mbps 5 ms']);
  });

  it('says what a cable carries that is pointed at, or whose end is', () => {
    const session = sessionOf('host web\nhost p[8]\nswitch s\nlink web -- s 1Gbps 2ms\nlink p -- s 100Mbps 5ms');
    const { labels } = viewAt(session, frameOf(session), { width: 800, height: 600 }, ['p[3]']);
    assert.ok(labels.some(({ lines, ends }) => lines[0] === '100 Mbps' && ends.includes('p[3]')));
  });

  it('leaves out the names of those who have no room, but not of who takes part', () => {
    const session = fold(
      sessionOf('host p[30] : both\nswitch s\nlink p -- s\nflow "f" {\n p[1] -> p[16] : "hello"\n}'),
      'p',
      false,
    );
    const frame = frameOf(applyRequest(session, { type: 'seek', revision: 0, position: 1 }));
    const view = viewAt(session, frame, { width: 300, height: 220 });
    const names = view.nodes.filter(({ id }) => view.words.get(id)?.name).map(({ id }) => id);
    assert.ok(names.includes('p[1]') && names.includes('p[16]'), names.join());
    assert.ok(names.length < 31);
  });

  it('counts the members of a folded group by what they did, and those who are gone', () => {
    const session = sessionOf(`host p[20]
host q : server
switch s
link p, q -- s
flow "f" {
  p[1..3] -> q : "a"
  p[1] -> p[5] : "b"
  offline p[7..8]
}`);
    const at = (position: number) => {
      const frame = frameOf(applyRequest(session, { type: 'seek', revision: 0, position }));
      return viewAt(session, frame, { width: 800, height: 600 }).words.get('p[*]')?.role?.text;
    };
    const { count } = frameOf(session);
    assert.equal(at(6), 'client');
    assert.equal(at(8), '3 client · 1 server');
    assert.equal(at(count), '2 of 20 offline');
  });
});

describe('the words of a message on its way', () => {
  it('seldom lie on the name of a node while it stops there', () => {
    const places = examples.flatMap((name) => {
      const opened = sessionOf(readFileSync(`examples/${name}`, 'utf8'));
      return opened.runs.flows.flatMap(({ name: flow }) => {
        const session = applyRequest(opened, { type: 'chooseFlow', revision: 0, flow });
        return positionsIn(frameOf(session).count).flatMap((position) =>
          sizes.flatMap((stage) => placesOnTheWay(session, position, stage)),
        );
      });
    });
    const onNames = places.filter(({ view, box }) =>
      view.nodes.some(({ id }) => {
        const name = view.words.get(id)?.name;
        return name !== undefined && overlap(name.box, box) > 0;
      }),
    );
    assert.ok(places.length > 1000, `${places.length} places`);
    assert.ok(onNames.length < 0.12 * places.length, `${onNames.length} of ${places.length} lie on names`);
  });

  it('leave the tag of who sends it legible while it sets out', () => {
    const session = sessionOf(readFileSync('examples/meeting.topo', 'utf8'));
    for (const stage of [...sizes, { width: 500, height: 420 }]) {
      const { view, voyages } = voyagesAt(session, 5, stage);
      const { route, label, message } = voyages.find(({ message: { current } }) => current) ?? {};
      const [start, tag] = [route?.stops[0], view.words.get(message?.path[0] ?? '')?.tag];
      assert.ok(start && label && tag);
      assert.equal(overlap(tag.box, boxOfWords(label, start, boundsOf(stage))), 0, `${stage.width}`);
    }
  });
});

describe('the signs of messages that stop at the same node', () => {
  it('leave its name, and what is written about it, legible', () => {
    const session = sessionOf(readFileSync('examples/bittorrent.topo', 'utf8'));
    for (const stage of sizes) {
      const { view, voyages } = voyagesAt(session, 14, stage);
      const others = voyages.filter(({ message }) => !message.current);
      const stops = others.flatMap(({ message: { path }, route, radius }) =>
        (route?.stops ?? [])
          .slice(1)
          .map((stop, place) => ({ node: path[place + 1] ?? '', box: boxAround(stop, radius) })),
      );
      const covered = stops.filter(({ node, box }) =>
        boxesOfWords(view.words.get(node)).some((words) => overlap(words, box) > 0),
      );
      assert.ok(stops.length >= 6, `${stops.length} stops`);
      assert.deepEqual(covered, [], `${stage.width}`);
    }
  });
});

describe('the drawing, when it is fitted', () => {
  it('leaves the strip with the hops free of nodes and their tags', () => {
    for (const name of examples) {
      const session = sessionOf(readFileSync(`examples/${name}`, 'utf8'));
      for (const stage of [...sizes, { width: 300, height: 200 }]) {
        const { view } = voyagesAt(session, 1, stage);
        for (const node of view.nodes) {
          const box = view.words.get(node.id)?.tag?.box ?? pictureBox(view.zoom, node);
          assert.equal(overlap(box, strip), 0, `${node.id} in ${name} at ${stage.width} × ${stage.height}`);
        }
      }
    }
  });

  it('keeps what a message says out of the strip in a narrow panel', () => {
    const session = sessionOf(readFileSync('examples/bittorrent.topo', 'utf8'));
    const { voyages } = voyagesAt(session, 14, { width: 300, height: 272 });
    const { label } = voyages.find(({ message }) => message.current) ?? {};
    assert.ok(label);
    assert.equal(overlap(label.covers[1] as Box, { ...strip, right: 74 }), 0);
  });

  it('takes no room for it where the corner is free, nor in front of an audience, who sees no strip', () => {
    const column = [0, 200, 400].map((y) => ({ x: 0, y }));
    const square = column.flatMap(({ y }) => [0, 200, 400].map((x) => ({ x, y })));
    const topOf = (...[places, size, audience]: Parameters<typeof fitted>) => {
      const { zoom, pan } = fitted(places, size, audience) ?? { zoom: 0, pan: { y: 0 } };
      return Math.round(pan.y - 37 * zoom);
    };
    const [low, small] = [
      { width: 800, height: 200 },
      { width: 300, height: 270 },
    ];
    assert.deepEqual([topOf(column, low), topOf(square, low), topOf(square, small)], [20, 20, 41]);
    assert.equal(topOf(square, small, 'presenting'), Math.round((20 * 2.4) / 1.35));
  });
});

/** As wide as it is at rest. */
const strip: Box = { left: 0, right: 106, top: 0, bottom: 28 };

function voyagesAt(session: Session, position: number, stage: Stage) {
  const frame = frameOf(applyRequest(session, { type: 'seek', revision: 0, position }));
  const view = viewAt(session, frame, stage);
  const theme = { client: '', server: '', both: '', error: '', font: 'sans-serif' } as never;
  return { view, voyages: voyagesOf(canvas, { view, theme, bounds: boundsOf(stage) }, frame.messages) };
}

/** Where the words of the step's own message are while it stops at the nodes between. */
function placesOnTheWay(
  session: Session,
  position: number,
  stage: Stage,
): { readonly view: View; readonly box: Box }[] {
  const { view, voyages } = voyagesAt(session, position, stage);
  return voyages.flatMap(({ message, route, label }) => {
    if (!message.current || !route || !label) return [];
    return route.stops.slice(1, -1).map(({ x, y }) => {
      const [left, top] = [x + label.offset.x, y + label.offset.y];
      return { view, box: { left, top, right: left + label.width, bottom: top + label.height } };
    });
  });
}
