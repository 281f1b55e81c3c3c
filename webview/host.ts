/**
 * The other side of `postMessage`. In VS Code this is the extension; an exported page or a test supplies its own
 * `acquireVsCodeApi`. State kept here survives a reload of the window.
 */
import type { ToHost, ToWebview } from '../src/protocol/messages';
import { parseToWebview } from '../src/protocol/parse';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface HostConnection {
  post(message: ToHost): void;
  onMessage(handle: (message: ToWebview) => void): void;
  load(): unknown;
  save(state: unknown): void;
}

/** May be called once only: VS Code hands its API out once. */
export function connectToHost(): HostConnection {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage(handle) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = parseToWebview(event.data);
        if (message) handle(message);
        else console.warn('Topology Playground: a message that it does not know was ignored.');
      });
    },
    load: () => api.getState(),
    save: (state) => api.setState(state),
  };
}
