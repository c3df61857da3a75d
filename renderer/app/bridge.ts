import type { Door, WindowEvent } from '../../shared/protocol.ts';

/** What the preload exposes to the desk's page: one call and one stream of events. */
export type DeskBridge = {
  call: (door: Door, body: string) => Promise<string>;
  onEvent: (listener: (event: WindowEvent) => void) => () => void;
};

/** The bridge of this page. Pages of other windows receive other events, so the type is not global. */
export const bridge = (window as unknown as { desk: DeskBridge }).desk;
