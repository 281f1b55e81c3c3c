/** The keys for stepping that the ordinary ones do not have: by line, by event, to failures, breakpoints, causes; loops and filters. */
import type { Stop } from '../src/scene/stepping';
import type { ShortcutGroup } from './keyboard';
import { strings } from './strings';

export interface SteppingTargets {
  readonly step: (by: number, stop: Stop) => void;
  readonly jump: (to: 'cause' | 'consequence') => void;
  readonly goBack: () => void;
  readonly toggleBreakpoint: () => void;
  readonly toggleLoop: () => void;
  readonly loopFrom: () => void;
  readonly loopTo: () => void;
  readonly solo: () => void;
}

export function steppingShortcuts(targets: SteppingTargets): readonly ShortcutGroup[] {
  const { step, jump, goBack, toggleBreakpoint, toggleLoop, loopFrom, loopTo, solo } = targets;
  const { forwardBy, backBy } = strings;
  return [
    {
      title: strings.jumps,
      shortcuts: [
        { keys: ['Shift+ArrowRight'], text: forwardBy.line, act: () => step(1, 'line') },
        { keys: ['Shift+ArrowLeft'], text: backBy.line, act: () => step(-1, 'line') },
        { keys: ['n'], text: forwardBy.host, act: () => step(1, 'host') },
        { keys: ['N'], text: backBy.host, act: () => step(-1, 'host') },
        { keys: ['f'], text: forwardBy.failure, act: () => step(1, 'failure') },
        { keys: ['F'], text: backBy.failure, act: () => step(-1, 'failure') },
        { keys: ['c'], text: strings.nextBreakpoint, act: () => step(1, 'breakpoint') },
        { keys: ['C'], text: strings.previousBreakpoint, act: () => step(-1, 'breakpoint') },
        { keys: ['[', 'w'], text: strings.toCause, act: () => jump('cause') },
        { keys: [']', 'W'], text: strings.toConsequence, act: () => jump('consequence') },
        { keys: ['Backspace'], text: strings.goBack, act: goBack },
      ],
    },
    {
      title: strings.stopsAndFilters,
      shortcuts: [
        { keys: ['b', 'B'], text: strings.toggleBreakpoint, act: toggleBreakpoint },
        { keys: ['l', 'L'], text: strings.loop, act: toggleLoop },
        { keys: ['i', 'I'], text: strings.loopFrom, act: loopFrom },
        { keys: ['o', 'O'], text: strings.loopTo, act: loopTo },
        { keys: ['s', 'S'], text: strings.solo, act: solo },
      ],
    },
  ];
}
