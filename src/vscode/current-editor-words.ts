/** What the editor says, in the language in which VS Code speaks. German is loaded where it is spoken. */
import { type EditorWords, englishEditor } from '../editor/editor-words';
import { currentLanguage } from './current-words';

let current = englishEditor;

export function editorWords(): EditorWords {
  return current;
}

/** Once, before anything is shown. */
export async function loadEditorWords(): Promise<void> {
  if (currentLanguage() === 'de') current = (await import('../editor/german/german')).germanEditor;
}
