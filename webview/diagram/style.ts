/**
 * The style sheet of Cytoscape: icons and kinds of links. What a step changes is drawn above the graph: frames in
 * `frames.ts`, labels and tags in `marks.ts`, which can set two lines in two styles and keep them readable at any zoom.
 */
import type cytoscape from 'cytoscape';
import type { NodeShape } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { nodeIcon } from './node-icons';

export const iconWidth = 84;
export const iconHeight = 74;
export const deviceWidth = 68;

const shapes: readonly NodeShape[] = ['host', 'server', 'peer', 'index', 'switch', 'router', 'cloud'];

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
        'background-width': '66px',
        'background-height': '58px',
        'background-clip': 'none',
        'background-image-smoothing': 'yes',
        'border-width': 0,
        'overlay-opacity': 0,
      },
    },
    ...shapes.map((shape) => ({
      selector: `node[shape = "${shape}"]`,
      style: { 'background-image': nodeIcon(shape, theme) },
    })),
    // Devices take no role, so they need no room for a frame, and cables reach up to the picture.
    { selector: 'node[shape = "switch"]', style: { width: deviceWidth, height: 40 } },
    { selector: 'node[shape = "router"], node[shape = "cloud"]', style: { width: deviceWidth, height: 48 } },
    { selector: 'node.offline', style: { 'background-image-opacity': 0.3 } },
    { selector: 'node:active', style: { 'overlay-opacity': 0 } },
  ];
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
    { selector: 'edge[kind = "overlay"]', style: { width: 2, 'line-style': 'dotted', 'line-color': theme.accent } },
    { selector: 'edge[kind = "implied"]', style: { width: 1.5, 'line-style': 'dotted', 'line-opacity': 0.75 } },
    {
      selector: 'edge.down',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 7], 'line-color': theme.error, 'line-opacity': 0.8 },
    },
  ];
}
