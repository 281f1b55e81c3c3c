/** `Topology: Open Playground`: the network of the file beside its text. */
import { type Command, findTarget, openPanel } from './command';

/** The argument is the file's URI where the icon in the editor's title was used. */
export const openPlayground: Command = async (context, argument) => {
  const target = await findTarget(context, argument);
  if (target) openPanel(context, target);
};
