/**
 * The webview's page as text, the same in VS Code, in tests and in an exported file. It holds no content: the script
 * builds everything, with text only ever set as text. Nothing may be loaded but what is named here.
 */

import type { Language } from '../scene/words/language';

export interface PageOptions {
  /** In which the page speaks. */
  readonly language: Language;
  /** Where scripts and styles may come from: `webview.cspSource` in VS Code. */
  readonly cspSource: string;
  /** Fresh for each page, letters and digits only. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
}

export function page({ language, cspSource, nonce, scriptUri, styleUri }: PageOptions): string {
  const policy = [
    `default-src 'none'`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<!-- Where the toolkit looks for the nonce of the style element with which it tries out what the browser can do. -->
<meta property="csp-nonce" content="${attribute(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Topology Playground</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
<!-- Cytoscape would add a style element without a nonce, which the policy refuses; it uses this one if it finds it. -->
<style id="__________cytoscape_stylesheet" nonce="${attribute(nonce)}">.__________cytoscape_container { position: relative; }</style>
</head>
<body>
<div id="playground"></div>
<script nonce="${attribute(nonce)}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
