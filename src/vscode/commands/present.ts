/** `Topology: Present`: the playground for an audience, in the room of all editors; the same command ends it. */
import { type Command, findTarget, panelOf } from './command';

export const present: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (!target) return;
  const panel = panelOf(context, target);
  panel.present(!panel.isPresenting);
};
