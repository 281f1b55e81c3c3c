/**
 * The machines as textbooks draw them, in the theme's colours: a desktop for a host, a tower for a server, a computer with
 * arrows both ways for a peer, a catalogue with a magnifier for an index, and the usual signs for switch, router, cloud.
 */
import type { NodeShape } from '../../src/scene/scene';
import type { Theme } from '../theme';

/** Drawn on this grid. */
const width = 64;
const height = 56;

/** A data URI; the same text for the same theme, so that it is decoded once. */
export function nodeIcon(shape: NodeShape, theme: Theme): string {
  const { foreground, paper, accent, accentSoft } = theme;
  const drawing = drawings[shape]({ ink: foreground, paper, accent, soft: accentSoft });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 3}" height="${height * 3}" viewBox="0 0 ${width} ${height}" fill="none" stroke="${foreground}" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round">${drawing}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

interface Inks {
  readonly ink: string;
  readonly paper: string;
  readonly accent: string;
  readonly soft: string;
}

const screen = ({ paper, soft }: Inks) =>
  `<rect x="7" y="4" width="50" height="36" rx="3.500" fill="${paper}"/>` +
  `<rect x="12" y="9" width="40" height="26" rx="1" fill="${soft}" stroke="none"/>` +
  `<path d="M27 40h10l2.500 9h-15z" fill="${paper}"/><path d="M17 50.500h30"/>`;

const tower = (x: number, { ink, paper, soft, accent }: Inks) =>
  `<rect x="${x}" y="3" width="30" height="50" rx="3" fill="${paper}"/>` +
  [9, 19, 29]
    .map(
      (y) =>
        `<rect x="${x + 5}" y="${y}" width="20" height="6.500" rx="1.500" fill="${soft}" stroke-width="1.500"/>` +
        `<circle cx="${x + 21}" cy="${y + 3.25}" r="1.300" fill="${accent}" stroke="none"/>`,
    )
    .join('') +
  `<path d="M${x + 6} 42h18M${x + 6} 46.500h18" stroke="${ink}" stroke-width="1.500"/>`;

const arrow = (x1: number, y1: number, x2: number, y2: number) => {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = 5;
  const point = (side: number) =>
    `${(x2 - ux * head - side * uy * head * 0.8).toFixed(1)} ${(y2 - uy * head + side * ux * head * 0.8).toFixed(1)}`;
  return `<path d="M${x1} ${y1}L${x2} ${y2}M${point(1)}L${x2} ${y2}L${point(-1)}"/>`;
};

const drawings: Readonly<Record<NodeShape, (inks: Inks) => string>> = {
  host: (inks) => `${screen(inks)}<path d="M18 16h16M18 22h22M18 28h12" stroke="${inks.accent}" stroke-width="2"/>`,
  server: (inks) => tower(17, inks),
  peer: (inks) =>
    `${screen(inks)}<g stroke="${inks.accent}" stroke-width="2.600">${arrow(19, 17.5, 45, 17.5)}${arrow(45, 26.5, 19, 26.5)}</g>`,
  index: (inks) =>
    `${tower(4, inks)}<path d="M27 13h31v32H27z" fill="${inks.paper}"/>` +
    `<path d="M32 20h8M32 26h5M32 32h5M32 38h7" stroke="${inks.accent}" stroke-width="2"/>` +
    `<circle cx="46" cy="30" r="8" fill="${inks.soft}"/><path d="M52 36l7 8" stroke-width="4"/>`,
  switch: (inks) =>
    `<path d="M3 22l8-9h50l-8 9z" fill="${inks.soft}"/><path d="M53 22l8-9v20l-8 10z" fill="${inks.soft}"/>` +
    `<rect x="3" y="22" width="50" height="21" rx="1.500" fill="${inks.paper}"/>` +
    `<g stroke="${inks.accent}">${arrow(12, 29, 44, 29)}${arrow(44, 36, 12, 36)}</g>`,
  router: (inks) =>
    `<path d="M4 21v16c0 7 12.500 12 28 12s28-5 28-12V21z" fill="${inks.paper}"/>` +
    `<ellipse cx="32" cy="21" rx="28" ry="13" fill="${inks.soft}"/>` +
    `<g stroke="${inks.accent}" stroke-width="2.200">${arrow(28, 19, 14, 14.5)}${arrow(36, 23, 50, 27.5)}${arrow(51, 14, 37, 18.5)}${arrow(13, 28, 27, 23.5)}</g>`,
  cloud: ({ paper, soft, accent }) =>
    `<path d="M17 46C8 46 3 41 3 34.500 3 28.500 7.500 24 13.500 23.500 14.500 14 21.500 8 30.500 8c8 0 14.500 4.500 16.500 11.500C55 19.500 61 25 61 32.500 61 40.500 55.500 46 48 46z" fill="${paper}"/>` +
    `<path d="M18 38c-4 0-7-2-7-5.500M46 27c4 0 7 2.500 7 6" stroke="${accent}" stroke-width="2"/>` +
    `<path d="M22 33a10 10 0 0 1 20 0z" fill="${soft}" stroke="none"/>`,
};
