/** A transparent canvas above the diagram, sharp on any screen. Catches no mouse events. */
import type { Box } from './geometry';

export interface Layer {
  readonly canvas: HTMLCanvasElement;
  /** Cleared, and scaled so that one unit is so many pixels of the page as the layer was made with: usually one. */
  begin(): CanvasRenderingContext2D | undefined;
  bounds(): Box;
  /** Pixels of the screen for one unit. */
  scale(): number;
}

export function createLayer(parent: HTMLElement, className: string, unit: () => number): Layer {
  const canvas = document.createElement('canvas');
  canvas.className = `layer ${className}`;
  canvas.setAttribute('aria-hidden', 'true');
  parent.append(canvas);
  const context = canvas.getContext('2d') ?? undefined;
  const ratio = () => window.devicePixelRatio || 1;
  const scale = () => ratio() * unit();
  return {
    canvas,
    scale,
    bounds: () => ({ left: 0, top: 0, right: parent.clientWidth / unit(), bottom: parent.clientHeight / unit() }),
    begin() {
      const width = Math.round(parent.clientWidth * ratio());
      const height = Math.round(parent.clientHeight * ratio());
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      context?.setTransform(1, 0, 0, 1, 0, 0);
      context?.clearRect(0, 0, width, height);
      context?.setTransform(scale(), 0, 0, scale(), 0, 0);
      return context;
    },
  };
}
