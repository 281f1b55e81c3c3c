/** Which flow, under which scenario. */
import type { FlowChoice, Picture } from '../../src/protocol/messages';
import { element } from '../dom';
import { strings } from '../strings';
import { type Choice, chooser } from '../toolkit';

export interface ChooserEvents {
  readonly chooseFlow: (name: string) => void;
  readonly chooseScenario: (name: string | undefined) => void;
}

/** Options are known by place, because a flow may have any name, the empty one included. */
export function createChoosers({ chooseFlow, chooseScenario }: ChooserEvents) {
  let picture: Picture | undefined;
  const flow = chooser(strings.flow, (value) => {
    const chosen = picture?.flows[Number(value)];
    if (chosen) chooseFlow(chosen.name);
  });
  const scenario = chooser(strings.scenario, (value) => chooseScenario(picture?.scenarios[Number(value) - 1]));
  const result = element(
    'header',
    { class: 'choosers' },
    element('div', { class: 'chooser' }, element('span', { 'aria-hidden': 'true' }, strings.flow), flow.element),
    element(
      'div',
      { class: 'chooser' },
      element('span', { 'aria-hidden': 'true' }, strings.scenario),
      scenario.element,
    ),
  );
  return {
    element: result,
    showPicture(next: Picture): void {
      picture = next;
      result.hidden = next.flows.length === 0;
      flow.show(next.flows.map(flowChoice), String(next.flows.findIndex(({ name }) => name === next.flow)));
      const names = [strings.everythingWorks, ...next.scenarios];
      const chosen = next.scenario === undefined ? 0 : next.scenarios.indexOf(next.scenario) + 1;
      scenario.show(
        names.map((text, index) => ({ value: String(index), text })),
        String(chosen),
      );
    },
  };
}

function flowChoice({ name, outcome }: FlowChoice, index: number): Choice {
  const text = outcome === 'failed' ? strings.flowFails(name) : outcome === 'not run' ? strings.flowNotRun(name) : name;
  return { value: String(index), text };
}
