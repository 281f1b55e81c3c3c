/**
 * The style sheet of Cytoscape: icons and kinds of links. What a step changes is drawn above the graph: frames in
 * `frames.ts`, labels and tags in `marks.ts`, which can set two lines in two styles and keep them readable at any zoom.
 */
import type cytoscape from 'cytoscape';
import type { Theme } from '../theme';
import { nodeIcon } from './node-icons';

export const iconWidth = 84;
export const iconHeight = 74;
export const deviceWidth = 68;

export function styleSheet(theme: Theme): cytoscape.StylesheetJson {
  return [...nodeStyles(theme), ...edgeStyles(theme), ...dimmedStyles];
}

/** What the filter leaves out is still there to be seen, and its name to be read. */
const dimmedStyles: cytoscape.StylesheetJson = [
  { selector: 'node.dimmed', style: { 'background-image-opacity': 0.25, 'border-opacity': 0.35 } },
  { selector: 'edge.dimmed', style: { 'line-opacity': 0.25 } },
];

function nodeStyles(theme: Theme): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: iconWidth,
        height: iconHeight,
        'background-opacity': 0,
        'background-image': iconsIn(theme),
        'background-width': '66px',
        'background-height': '58px',
        'background-clip': 'none',
        'background-image-smoothing': 'yes',
        'border-width': 0,
        'overlay-opacity': 0,
      },
    },
    // Devices take no role, so they need no room for a frame, and cables reach up to the picture.
    { selector: 'node[shape = "switch"]', style: { width: deviceWidth, height: 40 } },
    { selector: 'node[shape = "router"], node[shape = "cloud"]', style: { width: deviceWidth, height: 48 } },
    { selector: 'node.offline', style: { 'background-image-opacity': 0.3 } },
    { selector: 'node:active', style: { 'overlay-opacity': 0 } },
  ];
}

/** A name for each picture that is needed, made once. */
function iconsIn(theme: Theme): (node: cytoscape.NodeSingular) => string {
  const known = new Map<string, string>();
  return (node) => {
    const { shape, machine, stack, pinned } = node.data();
    const key = [shape, machine, stack, pinned].join(' ');
    const icon =
      known.get(key) ?? nodeIcon({ shape, machine, isStack: stack === true, isPinned: pinned === true }, theme);
    known.set(key, icon);
    return icon;
  };
}

function bowOf(edge: cytoscape.EdgeSingular): number[] {
  return [edge.data('bow')];
}

function edgeStyles(theme: Theme): cytoscape.StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 2.5,
        'line-color': theme.line,
        'curve-style': 'bezier',
        'overlay-opacity': 0,
      },
    },
    // The more a cable carries, the thicker it is.
    { selector: 'edge[thickness]', style: { width: 'data(thickness)' } },
    {
      selector: 'edge[kind = "overlay"]',
      style: {
        width: 1.8,
        'line-style': 'dashed',
        'line-dash-pattern': [2, 5],
        'line-cap': 'round',
        'line-color': theme.accent,
      },
    },
    // Who are neighbours in an application is not how they are cabled: a bow, beside the straight cables.
    {
      selector: 'edge[bow]',
      style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': bowOf, 'control-point-weights': [0.5] },
    },
    { selector: 'edge[kind = "implied"]', style: { width: 1.5, 'line-style': 'dotted', 'line-opacity': 0.75 } },
    {
      selector: 'edge.down',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 7], 'line-color': theme.error, 'line-opacity': 0.8 },
    },
  ];
}
