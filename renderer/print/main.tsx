import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import { ORPCError } from '@orpc/client';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { loadForm } from './forms.tsx';
import './page.css';
import { layOut } from './page.ts';

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
  const root = document.getElementById('root');
  if (!root) throw new Error('no place for the form');
  const { page, element } = await loadForm(location.hash);
  layOut(page);
  flushSync(() => createRoot(root).render(element));
  await loadFonts(root.innerText);
  document.title = 'ready';
}

/** A refusal by its code and reason, so that main can say why; anything else in its own words. */
function nameOf(error: unknown): string {
  if (!(error instanceof ORPCError)) return `bug ${error instanceof Error ? error.message : String(error)}`;
  const data = error.data as { reason?: unknown } | undefined;
  return `${error.code} ${String(data?.reason ?? '')}`;
}

show().catch((error: unknown) => {
  console.error(error);
  document.title = `error: ${nameOf(error)}`;
});
