/**
 * What the editor says in German: mistakes, quick fixes, what stands over flows and behind lines. The sentences of the language and
 * the analysis are known here as templates; what none of them fits stays English.
 */
import type { Translate } from '../../scene/words/templates';
import type { EditorWords } from '../editor-words';
import { fixTitle } from './fixes';
import { hintInGerman } from './hints';
import { hoverInGerman, meaning } from './hover';
import { lensTitle, lensTooltip } from './lenses';
import { message, related } from './messages';

export const germanEditor: EditorWords = {
  message: remembering(message),
  related: remembering((text) => related(text) ?? message(text)),
  fixTitle: remembering(fixTitle),
  lensTitle: remembering(lensTitle),
  lensTooltip: remembering(lensTooltip),
  hint: hintInGerman,
  hover: hoverInGerman,
  meaning: remembering(meaning),
};

/** The same is said with every keystroke. */
function remembering(translate: Translate): (text: string) => string {
  const said = new Map<string, string>();
  return (text) => {
    const known = said.get(text) ?? translate(text) ?? text;
    if (said.size >= mostRemembered) said.clear();
    said.set(text, known);
    return known;
  };
}

const mostRemembered = 2000;
