/**
 * The machines as textbooks draw them, in the theme's colours, as paths, so that no font is needed: a computer (or the laptop,
 * phone or tablet that its name says) with a window for a client and arrows both ways for a peer, towers for servers, with a
 * catalogue for an index, and the usual signs for switch, router, cloud.
 */
import type { Machine, NodeShape } from '../../src/scene/scene';
import type { Theme } from '../theme';

/** Drawn on this grid. */
const width = 64;
const height = 56;

export interface Icon {
  readonly shape: NodeShape;
  readonly machine: Machine | undefined;
  /** It stands for several: drawn as a stack. */
  readonly isStack: boolean;
  readonly isPinned: boolean;
}

/** A data URI; the same text for the same theme, so that it is decoded once. */
export function nodeIcon(icon: Icon, theme: Theme): string {
  const { foreground, paper, accent, accentSoft } = theme;
  const inks = { ink: foreground, paper, accent, soft: accentSoft };
  const single = drawingOf(icon, inks);
  const drawing = (icon.isStack ? stacked(single) : single) + (icon.isPinned ? pin(inks) : '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 3}" height="${height * 3}" viewBox="0 0 ${width} ${height}" fill="none" stroke="${foreground}" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round">${drawing}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function drawingOf({ shape, machine }: Icon, inks: Inks): string {
  const sign = signs[shape];
  if (sign === undefined) return drawings[shape as keyof typeof drawings](inks);
  const { body, at } = machine ? machines[machine](inks) : { body: screen(inks), at: '' };
  return `${body}<g${at} stroke="${inks.accent}">${sign}</g>`;
}

/** Three of the kind behind each other. */
function stacked(drawing: string): string {
  return [14, 7, 0]
    .map((offset) => `<g transform="translate(${offset} ${(14 - offset) * 0.62}) scale(0.78)">${drawing}</g>`)
    .join('');
}

function pin({ ink, paper }: Inks): string {
  return `<g transform="translate(49 -1)"><path d="M4 2h8M5.500 2v6L3 11.500h10L10.500 8V2" fill="${paper}" stroke="${ink}" stroke-width="1.600"/><path d="M8 11.500v6.500" stroke="${ink}" stroke-width="1.600"/></g>`;
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

/** What is on the screen says what the host runs. */
const signs: Readonly<Partial<Record<NodeShape, string>>> = {
  host: '',
  client:
    '<rect x="17" y="13" width="30" height="18" rx="2" stroke-width="2"/><path d="M17 18h30M21 24h14" stroke-width="2"/>',
  peer: `<g stroke-width="2.600">${arrow(19, 17.5, 45, 17.5)}${arrow(45, 26.5, 19, 26.5)}</g>`,
};

/** `at`: where its screen is, for what is on it. */
const machines: Readonly<Record<Machine, (inks: Inks) => { readonly body: string; readonly at: string }>> = {
  laptop: ({ paper, soft }) => ({
    body:
      `<rect x="12" y="6" width="40" height="30" rx="3" fill="${paper}"/><rect x="16" y="10" width="32" height="22" rx="1" fill="${soft}" stroke="none"/>` +
      `<path d="M4 47h56l-6-9H10z" fill="${paper}"/><path d="M26 43h12" stroke-width="1.600"/>`,
    at: ' transform="translate(5 3) scale(0.84)"',
  }),
  phone: ({ paper, soft }) => ({
    body:
      `<rect x="19" y="2" width="26" height="50" rx="4.500" fill="${paper}"/><rect x="22.500" y="8" width="19" height="36" rx="1" fill="${soft}" stroke="none"/>` +
      '<path d="M29 48h6" stroke-width="1.800"/>',
    at: ' transform="translate(12.500 13.500) scale(0.61)"',
  }),
  tablet: ({ paper, soft }) => ({
    body:
      `<rect x="6" y="6" width="52" height="42" rx="4.500" fill="${paper}"/><rect x="11" y="11" width="42" height="32" rx="1" fill="${soft}" stroke="none"/>` +
      '<circle cx="55.500" cy="27" r="0.800"/>',
    at: ' transform="translate(0 5)"',
  }),
};

/** A tower with what makes this server special before it. */
const towerWith = (inks: Inks, special: string) =>
  `${tower(4, inks)}<path d="M27 13h31v32H27z" fill="${inks.paper}"/>${special}`;

const drawings: Readonly<Record<Exclude<NodeShape, 'host' | 'client' | 'peer'>, (inks: Inks) => string>> = {
  server: (inks) => tower(17, inks),
  // A catalogue with a magnifier.
  index: (inks) =>
    towerWith(
      inks,
      `<path d="M32 20h8M32 26h5M32 32h5M32 38h7" stroke="${inks.accent}" stroke-width="2"/>` +
        `<circle cx="46" cy="30" r="8" fill="${inks.soft}"/><path d="M52 36l7 8" stroke-width="4"/>`,
    ),
  // Who takes part, around the one who knows them.
  tracker: (inks) =>
    towerWith(
      inks,
      `<path d="M42.500 29L34 20M42.500 29L51 20M42.500 29L34 38M42.500 29L51 38" stroke="${inks.accent}" stroke-width="1.600"/>` +
        [34, 51]
          .flatMap((x) =>
            [20, 38].map((y) => `<circle cx="${x}" cy="${y}" r="3.200" fill="${inks.soft}" stroke-width="1.600"/>`),
          )
          .join('') +
        `<circle cx="42.500" cy="29" r="4.200" fill="${inks.accent}" stroke="none"/>`,
    ),
  // A copy of a page, nearby.
  edge: (inks) =>
    towerWith(
      inks,
      `<path d="M33 18h13v16H33z" fill="${inks.paper}" stroke="${inks.accent}" stroke-width="1.800"/>` +
        `<path d="M39 24h13v16H39z" fill="${inks.soft}" stroke="${inks.accent}" stroke-width="1.800"/>` +
        `<path d="M42 30h7M42 34.500h7" stroke="${inks.accent}" stroke-width="1.600"/>`,
    ),
  // The original: a page with a star.
  origin: (inks) =>
    towerWith(
      inks,
      `<path d="M42.500 18l3.200 6.800 7.300.9-5.400 5.100 1.400 7.400-6.500-3.600-6.500 3.600 1.400-7.400-5.400-5.100 7.300-.9z" fill="${inks.soft}" stroke="${inks.accent}" stroke-width="1.800"/>`,
    ),
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
