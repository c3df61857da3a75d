/** A virtual display for machines without one: servers, containers, CI. */
import { spawn } from 'node:child_process';

/** True when a window could not be shown as things are. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Starts Xvfb on a free display: { display, stop }. Throws with a clear text when Xvfb is not there. */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('Xvfb did not come up within 15 s.'));
    }, 15_000);
    const fail = (text) => {
      clearTimeout(timer);
      reject(new Error(text));
    };
    child.on('error', (error) => fail(`There is no display and Xvfb cannot be started: ${error.message}.`));
    child.on('exit', (code) => fail(`Xvfb ended with code ${code} before it gave a display.`));
    let text = '';
    child.stdio[3].on('data', (data) => {
      text += data;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      child.unref();
      child.stdio[3].destroy();
      process.once('exit', () => child.kill());
      resolve({ display: `:${text.trim()}`, stop: () => child.kill() });
    });
  });
}
