/** The scene's words in the language in which VS Code speaks. */
import * as vscode from 'vscode';
import { type Words, wordsIn } from '../scene/words';
import { type Language, languageOf } from '../scene/words/language';

export function currentLanguage(): Language {
  return languageOf(vscode.env.language);
}

export function currentWords(): Words {
  return wordsIn(currentLanguage());
}
