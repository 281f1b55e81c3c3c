/**
 * Puts the panel together: keeps the last picture and frame, and nothing else, hands them to the parts, and turns what
 * the user does into messages to the host. The position is the host's; a key pressed twice counts from the one asked for.
 */

import { assertNever } from '../src/protocol/assert-never';
import type { Picture, ToHost, ToWebview } from '../src/protocol/messages';
import type { Frame } from '../src/scene/scene';
import { createClock } from './clock';
import { createDiagram } from './diagram/diagram';
import type { HostConnection } from './host';
import { listenToKeys } from './keyboard';
import { buildPage } from './layout';
import { createMemory } from './memory';
import { createChoosers } from './panels/choosers';
import { createInspector } from './panels/inspector';
import { createInvitation } from './panels/invitation';
import { createNarration } from './panels/narration';
import { createNodeList } from './panels/node-list';
import { createNotices } from './panels/notices';
import { createStepList } from './panels/step-list';
import { createTransport } from './panels/transport';
import { createPlayer, moveDuration } from './player';

export function startApp(root: HTMLElement, host: HostConnection): void {
  let picture: Picture | undefined;
  let frame: Frame | undefined;
  let wanted: number | undefined;

  const clock = createClock();
  const memory = createMemory(host);
  const send = (make: (revision: number) => ToHost) => {
    if (picture) host.post(make(picture.revision));
  };
  const seek = (position: number) => {
    if (!frame) return;
    const target = Math.max(0, Math.min(position, frame.count));
    if (target === (wanted ?? frame.position)) return;
    wanted = target;
    send((revision) => ({ type: 'seek', revision, position: target }));
  };
  const seekByHand = (position: number) => {
    player.stop();
    seek(position);
  };
  const step = (by: number) => seekByHand((wanted ?? frame?.position ?? 0) + by);
  const reveal = (line: number) => send((revision) => ({ type: 'reveal', revision, line }));
  const choose = (node: string | undefined) => {
    send((revision) => ({ type: 'inspect', revision, node }));
    const line = picture?.diagram.nodes.find(({ id }) => id === node)?.line;
    if (line !== undefined) reveal(line);
  };

  const player = createPlayer(clock, seek, () => frame && transport.show(frame, player.isPlaying()));
  const diagram = createDiagram(clock, {
    choose,
    reveal,
    moved: (positions) => {
      memory.rememberPositions(positions);
      send((revision) => ({ type: 'moved', revision, positions }));
    },
    viewportChanged: memory.rememberViewport,
  });
  const choosers = createChoosers({
    chooseFlow: (flow) => send((revision) => ({ type: 'chooseFlow', revision, flow })),
    chooseScenario: (scenario) => send((revision) => ({ type: 'chooseScenario', revision, scenario })),
  });
  const transport = createTransport({ seek: seekByHand, step, togglePlay: player.toggle, setSpeed: player.setSpeed });
  const notices = createNotices(() => send((revision) => ({ type: 'runAnyway', revision })));
  const narration = createNarration();
  const invitation = createInvitation();
  const steps = createStepList({ seek: seekByHand, reveal });
  const nodes = createNodeList(choose);
  const inspector = createInspector(reveal);

  const showFrame = (next: Frame, isSameRun: boolean, isPicture: boolean) => {
    const isForward = isSameRun && frame !== undefined && next.position === frame.position + 1;
    const isUnchanged = frame !== undefined && next.position === frame.position;
    if (!(isUnchanged && diagram.isMoving()))
      diagram.showFrame(next, isForward ? moveDuration(next, player.speed()) : 0);
    else diagram.updateFrame(next);
    frame = next;
    wanted = undefined;
    // A new picture may have made the host drop what the player asked for: it waits anew.
    if (!isUnchanged || isPicture) player.frameShown(next);
    narration.show(next);
    transport.show(next, player.isPlaying());
    nodes.showFrame(next);
    inspector.show(next);
    memory.rememberPosition(next.position);
  };
  const showPicture = (next: Picture) => {
    const isSameRun = picture?.flow === next.flow && picture?.scenario === next.scenario;
    if (!isSameRun) player.stop();
    picture = next;
    memory.rememberState(next.state);
    diagram.show(next.diagram);
    choosers.show(next);
    notices.show(next);
    invitation.show(next);
    nodes.showNodes(next.diagram.nodes);
    steps.showSteps(next.steps, next.frame.position);
    root.classList.toggle('stale', next.stale);
    root.classList.toggle('blank', next.diagram.nodes.length === 0);
    root.classList.toggle('runless', next.flows.length === 0);
    showFrame(next.frame, isSameRun, true);
  };
  const handle = (message: ToWebview) => {
    switch (message.type) {
      case 'picture':
        if (!picture || message.picture.revision >= picture.revision) showPicture(message.picture);
        return;
      case 'frame':
        if (message.revision !== picture?.revision) return;
        showFrame(message.frame, true, false);
        steps.showPosition(message.frame.position);
        return;
      default:
        assertNever(message);
    }
  };

  buildPage(root, {
    choosers: choosers.element,
    notices: notices.element,
    drawing: diagram,
    invitation: invitation.element,
    narration: narration.element,
    transport: transport.element,
    side: [steps.element, nodes.element, inspector.element],
    arrange: () => send((revision) => ({ type: 'arrange', revision })),
  });
  listenToKeys({ step, seek: seekByHand, togglePlay: player.toggle, zoom: diagram.zoom, fit: diagram.fit });
  const viewport = memory.viewport();
  if (viewport) diagram.restore(viewport);
  invitation.show(undefined);
  host.onMessage(handle);
  host.post({ type: 'ready' });
}
