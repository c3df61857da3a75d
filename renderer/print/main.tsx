import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { deskClient } from '../app/client.ts';
import { HandoverSheet } from './HandoverSheet.tsx';
import './page.css';

/** The page of a form: `print.html#/handover/<id>`. */
const route = /^#\/handover\/([^/]+)$/;

/** The fonts come in slices by character: each face is asked for with the very text that stands on the paper. */
async function loadFonts(text: string): Promise<void> {
  for (const weight of [400, 700]) {
    const faces = await document.fonts.load(`${weight} 14px "Noto Sans SC"`, text);
    if (faces.length === 0) throw new Error(`font ${weight} missing`);
  }
  await document.fonts.ready;
}

/** Main waits for the title `ready` before it prints; a title that begins with `error:` names what failed. */
async function show(): Promise<void> {
  const id = route.exec(location.hash)?.[1];
  const root = document.getElementById('root');
  if (!id || !root) throw new Error('no such form');
  const sheet = await deskClient.handover.sheet({ id: decodeURIComponent(id) });
  flushSync(() => createRoot(root).render(<HandoverSheet sheet={sheet} />));
  await loadFonts(root.innerText);
  document.title = 'ready';
}

show().catch((error: unknown) => {
  console.error(error);
  document.title = `error: ${error instanceof Error ? error.message : String(error)}`;
});
