/** What is drawn: the title of the topology, or the name of its file where it has none. */
import type { Picture } from '../../src/protocol/messages';
import { element, name } from '../dom';

export function createHeading() {
  const heading = element('h1', { class: 'topology-title' });
  let shown: string | undefined;
  return {
    element: heading,
    showPicture({ diagram, fileName }: Picture): void {
      const title = diagram.title || fileName;
      if (title === shown) return;
      shown = title;
      heading.title = title;
      heading.replaceChildren(name(title));
    },
  };
}
