/** `Topology: Predict Each Step`: before each step the playground asks what will happen; the same command ends it. */
import { type Command, findTarget, panelOf } from './command';

export const predict: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (!target) return;
  const panel = panelOf(context, target);
  panel.predict(!panel.session.isPredicting);
};
