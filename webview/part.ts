/** What every part of the panel has in common: it is shown anew with each picture, with each frame, or with both. */
import type { Picture } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';

export interface Part {
  showPicture?(picture: Picture): void;
  /** `rows` where lists of steps are to show others. */
  showFrame?(frame: Frame, rows?: readonly StepSummary[]): void;
}
