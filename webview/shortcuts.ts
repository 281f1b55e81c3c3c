/** What can be done by a key, in groups, and in the order in which the sheet shows it. */
import type { ShortcutGroup } from './keyboard';
import type { Requests } from './requests';
import { strings } from './strings';

export interface ShortcutTargets extends Pick<Requests, 'seek' | 'step'> {
  readonly togglePlay: () => void;
  readonly hopForward: () => void;
  readonly hopBack: () => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** For the selected node. */
  readonly whatIf: () => void;
  /** The group of the selected node. */
  readonly fold: () => void;
}

export const zoomStep = 1.25;

export function shortcutGroups(targets: ShortcutTargets): readonly ShortcutGroup[] {
  const { step, seek, togglePlay, hopForward, hopBack, zoom, fit, whatIf, fold } = targets;
  return [
    {
      title: strings.transport,
      shortcuts: [
        { keys: ['ArrowRight', 'PageDown'], text: strings.forward, act: () => step(1) },
        { keys: ['ArrowLeft', 'PageUp'], text: strings.back, act: () => step(-1) },
        { keys: ['.'], text: strings.hopForward, act: hopForward },
        { keys: [','], text: strings.hopBack, act: hopBack },
        { keys: ['Home'], text: strings.first, act: () => seek(0) },
        { keys: ['End'], text: strings.last, act: () => seek(Number.MAX_SAFE_INTEGER) },
        { keys: [' '], text: strings.playOrPause, act: togglePlay },
      ],
    },
    {
      title: strings.network,
      shortcuts: [
        { keys: ['+', '='], text: strings.zoomIn, act: () => zoom(zoomStep) },
        { keys: ['-'], text: strings.zoomOut, act: () => zoom(1 / zoomStep) },
        { keys: ['0'], text: strings.fit, act: fit },
        { keys: ['g'], text: strings.foldSelected, act: fold },
        { keys: ['m'], text: strings.whatIf.open, act: whatIf },
      ],
    },
  ];
}
