/**
 * Colours for the canvases, read from the same variables of the style sheet that the rest of the page uses. VS Code
 * changes them on the fly; whoever draws asks again when it does.
 */

const variables = {
  background: '--topo-background',
  foreground: '--topo-foreground',
  muted: '--topo-muted',
  line: '--topo-line',
  paper: '--topo-paper',
  accent: '--topo-accent',
  accentSoft: '--topo-accent-soft',
  client: '--topo-client',
  server: '--topo-server',
  both: '--topo-both',
  error: '--topo-error',
  focus: '--topo-focus',
  pill: '--topo-pill',
  pillBorder: '--topo-pill-border',
} as const;

export type Theme = Readonly<Record<keyof typeof variables, string>> & {
  readonly font: string;
  readonly isHighContrast: boolean;
};

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const context = document.createElement('canvas').getContext('2d');
  // The canvas turns every notation of CSS into one that Cytoscape understands too.
  const plain = (value: string) => {
    if (!context) return value;
    context.fillStyle = '#888888';
    context.fillStyle = value;
    return context.fillStyle;
  };
  const colours = Object.entries(variables).map(([key, variable]) => [
    key,
    plain(style.getPropertyValue(variable).trim()),
  ]);
  return {
    ...(Object.fromEntries(colours) as Record<keyof typeof variables, string>),
    font: style.fontFamily,
    isHighContrast: document.body.className.includes('vscode-high-contrast'),
  };
}

export function onThemeChange(handle: () => void): void {
  const observer = new MutationObserver(handle);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', handle);
}

/** Black or white, whichever is easier to read on the colour (WCAG relative luminance). */
export function textOn(colour: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (!hex) return '#ffffff';
  const [red, green, blue] = hex.slice(1).map((part) => {
    const channel = Number.parseInt(part, 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) > 0.18 ? '#000000' : '#ffffff';
}

/** VS Code says so with a class, the operating system with a media query. */
export function prefersReducedMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
