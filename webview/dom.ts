/** Builds elements. Text is only ever set as text and styles never as attributes, so no name can become markup. */

type Child = Node | string | undefined;

interface Attributes {
  readonly class?: string;
  readonly [name: string]: string | boolean | undefined;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K];
export function element(tag: string, attributes?: Attributes, ...children: Child[]): HTMLElement;
export function element(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const result = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) result.setAttribute(name, '');
    else if (value !== undefined && value !== false) result.setAttribute(name, value);
  }
  result.append(...children.filter((child) => child !== undefined));
  return result;
}

/** Text from the file: its direction is its own and does not disturb the words around it. */
export function name(text: string, className?: string): HTMLElement {
  return element('bdi', className === undefined ? {} : { class: className }, text);
}

/** Sets the text only if it differs, so that a live region does not speak twice. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Scrolls what lies around it, but never the page: whoever steps looks at the picture, which would be gone. */
export function bringIntoSight(target: Element): void {
  for (let around = target.parentElement; around && around !== document.body; around = around.parentElement) {
    const [{ top, bottom }, outer] = [target.getBoundingClientRect(), around.getBoundingClientRect()];
    if (top < outer.top) around.scrollTop += top - outer.top;
    else if (bottom > outer.bottom) around.scrollTop += Math.min(bottom - outer.bottom, top - outer.top);
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A picture from path data on a grid of 16, in the colour of the text around it; silent for screen readers. */
export function glyph(path: string, className = 'glyph'): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
