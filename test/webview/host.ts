/** A small host for the webview's tests: real text, really compiled, run and drawn; answers what the webview asks. */
import { analyse } from '../../src/analysis/analyse';
import { compareArchitectures } from '../../src/analysis/compare/compare';
import { defaultPrice } from '../../src/analysis/compare/comparison';
import { compile } from '../../src/language/compile';
import type { Picture, Position, ToHost, ToWebview } from '../../src/protocol/messages';
import { parseToHost } from '../../src/protocol/parse';
import { comparisonScene } from '../../src/scene/comparison';
import { diagram } from '../../src/scene/diagram';
import { frame } from '../../src/scene/frame';
import { layout } from '../../src/scene/layout';
import { stepSummaries } from '../../src/scene/steps';
import { simulate } from '../../src/simulation/simulate';

export interface TestHost {
  /** Every message that the webview has sent, in order. */
  readonly received: ToHost[];
  revision(): number;
  picture(more?: Partial<Picture>): Picture;
  /** The author types. */
  edit(text: string): ToWebview;
  /** The answer to a message, if it has one. */
  answer(message: unknown): ToWebview | undefined;
}

export function createTestHost(text: string): TestHost {
  const received: ToHost[] = [];
  let revision = 1;
  let checked = check(text);
  let places: ReadonlyMap<string, Position> = layout(checked.topology);
  let choice: { flow: string | undefined; scenario: string | undefined } = { flow: undefined, scenario: undefined };
  let position = 0;
  let selected: string | undefined;

  const flow = () => checked.topology.flows.find(({ name }) => name === choice.flow) ?? checked.topology.flows[0];
  const trace = () => {
    const chosen = flow();
    const scenario = checked.topology.scenarios.find(({ name }) => name === choice.scenario);
    return chosen && simulate(checked.topology, chosen, { scenario });
  };
  const frameNow = () => frame(checked.topology, trace(), position, selected, checked.roles);
  const picture = (more: Partial<Picture> = {}): Picture => ({
    revision,
    fileName: 'test.topo',
    diagram: diagram(checked.topology, places),
    flows: checked.topology.flows.map(({ name, span }) => ({
      name,
      line: span.line,
      steps: checked.traces.get(name)?.steps.length ?? 0,
      outcome: checked.traces.get(name)?.outcome ?? 'not run',
    })),
    scenarios: checked.topology.scenarios.map(({ name }) => name),
    flow: flow()?.name,
    scenario: choice.scenario,
    steps: stepSummaries(trace()),
    frame: frameNow(),
    errors: 0,
    notice: undefined,
    canRunAnyway: false,
    stale: false,
    state: {
      uri: 'file:///test.topo',
      flow: flow()?.name,
      scenario: choice.scenario,
      position,
      selected,
      positions: Object.fromEntries(places),
    },
    ...more,
  });
  const newPicture = (): ToWebview => {
    revision += 1;
    return { type: 'picture', picture: picture() };
  };
  const comparison = (resource: string | undefined, price = defaultPrice): ToWebview => {
    const compared = compareArchitectures(checked.topology, { resource });
    if ('problem' in compared) throw new Error(compared.problem);
    return { type: 'comparison', comparison: { scene: comparisonScene(compared, price), isOutdated: false } };
  };
  const newFrame = (): ToWebview => ({ type: 'frame', revision, frame: frameNow() });

  return {
    received,
    picture,
    revision: () => revision,
    edit(next) {
      checked = check(next);
      places = new Map([...places, ...layout(checked.topology, places)]);
      position = Math.min(position, trace()?.steps.length ?? 0);
      return newPicture();
    },
    answer(value) {
      const message = parseToHost(value);
      if (!message) throw new Error(`The webview sent what the protocol does not know: ${JSON.stringify(value)}`);
      received.push(message);
      switch (message.type) {
        case 'ready':
          return { type: 'picture', picture: picture() };
        case 'seek':
          position = message.position;
          return newFrame();
        case 'inspect':
          selected = message.node;
          return newFrame();
        case 'chooseFlow':
          choice = { ...choice, flow: message.flow };
          position = 0;
          return newPicture();
        case 'chooseScenario':
          choice = { ...choice, scenario: message.scenario };
          position = 0;
          return newPicture();
        case 'moved':
          places = new Map([...places, ...Object.entries(message.positions)]);
          return undefined;
        case 'arrange':
          places = layout(checked.topology);
          return newPicture();
        case 'compare':
          return comparison(message.resource, message.price);
        case 'closeComparison':
          return { type: 'comparison', comparison: undefined };
        default:
          return undefined;
      }
    },
  };
}

function check(text: string) {
  const { topology } = compile(text);
  const { roles, traces } = analyse(topology);
  return { topology, roles, traces };
}
