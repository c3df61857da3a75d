/** True when a window could not be shown as things are. */
export function needsVirtualDisplay(): boolean;
/** Starts Xvfb on a free display. */
export function startVirtualDisplay(): Promise<{ display: string; stop: () => void }>;
