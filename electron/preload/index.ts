import { contextBridge, ipcRenderer } from 'electron';
import type { BellOrder, Door, WindowEvent } from '../../shared/protocol.ts';

type Listener = (event: WindowEvent | BellOrder) => void;

const listeners = new Set<Listener>();
/** The last event of each kind that describes a state, for a listener that comes after it. */
const latest = new Map<string, WindowEvent>();

ipcRenderer.on('desk-event', (_event, message: WindowEvent | BellOrder) => {
  if (message.t !== 'change' && message.t !== 'ring') latest.set(message.t, message);
  for (const listener of listeners) listener(message);
});

/** Everything a page can reach: one call and one stream of events. */
const desk = {
  call: (door: Door, body: string): Promise<string> => ipcRenderer.invoke('desk', door, body),
  onEvent: (listener: Listener): (() => void) => {
    listeners.add(listener);
    for (const message of latest.values()) listener(message);
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('desk', desk);
