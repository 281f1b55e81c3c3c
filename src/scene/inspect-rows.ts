/** What the sections of the inspector share: how a row is made, and what the step at hand has changed. */
import type { Change, TraceStep } from '../simulation/trace';
import type { InspectorRow } from './scene';

export function plain(text: string, detail: string, line: number | undefined): InspectorRow {
  return { text, detail, line, changed: false };
}

export function changesOf(step: TraceStep | undefined): readonly Change[] {
  return step?.changes ?? [];
}
