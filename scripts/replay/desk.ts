/** The desk a day script is acted out on: the same as in the engine's own tests. */
export { InProcessDesk as ReplayDesk } from '../../electron/engine/in-process.ts';
