/**
 * The panel as a whole. It keeps the last picture and the last frame, and nothing else; what is older than they is
 * dropped.
 */
import { assertNever } from '../src/protocol/assert-never';
import type { Picture, ToWebview } from '../src/protocol/messages';
import type { Frame, StepSummary } from '../src/scene/scene';
import { createClock } from './clock';
import type { HostConnection } from './host';
import { createMemory } from './memory';
import { createParts } from './parts';
import { createRequests, type Shown } from './requests';

export function startApp(root: HTMLElement, host: HostConnection): void {
  const shown: Shown = { picture: undefined, frame: undefined };
  const memory = createMemory(host);
  const requests = createRequests(host.post, shown);
  const parts = createParts(root, shown, requests, memory, createClock());

  const showPicture = (next: Picture) => {
    const isSameRun = shown.picture?.flow === next.flow && shown.picture?.scenario === next.scenario;
    if (!isSameRun) parts.player.stop();
    shown.picture = next;
    memory.rememberState(next.state);
    parts.showPicture(next);
    showFrame(next.frame, isSameRun);
    // The host may have dropped what the player asked for before: it waits anew.
    parts.player.frameShown(next.frame);
  };
  const showFrame = (next: Frame, isSameRun: boolean, rows?: readonly StepSummary[]) => {
    const before = shown.frame;
    shown.frame = next;
    requests.answered();
    if (next.position !== before?.position) parts.player.frameShown(next);
    const visible = parts.riddle.veil(next);
    parts.drawing.moveTo(visible, isSameRun ? before : undefined);
    parts.showFrame(visible, rows);
  };
  const handle = (message: ToWebview) => {
    switch (message.type) {
      case 'picture':
        if (!shown.picture || message.picture.revision >= shown.picture.revision) showPicture(message.picture);
        return;
      case 'frame':
        if (message.revision !== shown.picture?.revision) return;
        showFrame(message.frame, true, message.steps);
        memory.rememberFrame(message.frame);
        return;
      case 'rows':
        if (message.revision === shown.picture?.revision) parts.showRows(message.rows);
        return;
      case 'comparison':
        parts.showComparison(message.comparison);
        return;
      case 'presenting':
        memory.rememberPresenting(message.on);
        parts.showPresenting(message.on);
        return;
      default:
        assertNever(message);
    }
  };

  const viewport = memory.viewport();
  if (viewport) parts.drawing.restore(viewport);
  parts.showPicture(undefined);
  host.onMessage(handle);
  host.post({ type: 'ready' });
}
