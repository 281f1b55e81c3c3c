/**
 * The style sheet of Cytoscape: icons, frames that tell roles by colour and line style, kinds of links. Labels and tags
 * are not here but in `marks.ts`, which can set two lines in two styles and keep them readable at any zoom.
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
  return [...nodeStyles(theme), ...roleStyles(theme), ...edgeStyles(theme)];
}

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
    { selector: 'node.offline', style: { 'background-image-opacity': 0.3, 'border-opacity': 0.5 } },
    {
      selector: 'node.selected',
      style: { 'outline-width': 2, 'outline-style': 'solid', 'outline-color': theme.focus, 'outline-offset': 4 },
    },
    { selector: 'node:active', style: { 'overlay-opacity': 0 } },
  ];
}

/** Client dashed, server solid, both double: the line style says what the colour says. */
function roleStyles({ client, server, both, isHighContrast }: Theme): cytoscape.StylesheetJson {
  const frame = (colour: string, line: 'dashed' | 'solid' | 'double', width: number) => ({
    'border-width': width,
    'border-style': line,
    'border-color': colour,
    'border-dash-pattern': [6, 4],
  });
  const now = { 'background-opacity': isHighContrast ? 0 : 0.14 };
  return [
    { selector: 'node.was-client', style: frame(client, 'dashed', 1.5) },
    { selector: 'node.was-server', style: frame(server, 'solid', 1.5) },
    { selector: 'node.was-both', style: frame(both, 'double', 4) },
    { selector: 'node.is-client', style: { ...frame(client, 'dashed', 3.5), ...now, 'background-color': client } },
    { selector: 'node.is-server', style: { ...frame(server, 'solid', 3.5), ...now, 'background-color': server } },
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
