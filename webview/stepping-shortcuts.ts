/** The keys for stepping: by the chosen unit, by line, by event, to failures, breakpoints, causes; loops and filters. */
import type { Stop } from '../src/scene/stepping';
import type { ShortcutGroup } from './keyboard';
import { strings } from './strings';

export interface SteppingTargets {
  readonly seek: (position: number) => void;
  /** To the last step that is shown. */
  readonly toEnd: () => void;
  /** By the unit that the user has chosen if none is named. */
  readonly step: (by: number, stop?: Stop) => void;
  readonly togglePlay: () => void;
  readonly jump: (to: 'cause' | 'consequence') => void;
  readonly goBack: () => void;
  readonly toggleBreakpoint: () => void;
  readonly toggleLoop: () => void;
  readonly loopFrom: () => void;
  readonly loopTo: () => void;
  readonly solo: () => void;
}

export function steppingShortcuts(targets: SteppingTargets): readonly ShortcutGroup[] {
  const { seek, toEnd, step, togglePlay, jump, goBack, toggleBreakpoint, toggleLoop, loopFrom, loopTo, solo } = targets;
  const { forwardBy, backBy } = strings;
  return [
    {
      title: strings.transport,
      shortcuts: [
        { keys: ['ArrowRight', 'PageDown'], text: strings.forward, act: () => step(1) },
        { keys: ['ArrowLeft', 'PageUp'], text: strings.back, act: () => step(-1) },
        { keys: ['Home'], text: strings.first, act: () => seek(0) },
        { keys: ['End'], text: strings.last, act: toEnd },
        { keys: [' '], text: strings.playOrPause, act: togglePlay },
      ],
    },
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
