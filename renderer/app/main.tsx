import './nonce.ts';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import '../../shared/fields.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startLanguage } from './i18n.ts';
import { Providers } from './providers.tsx';
import { loadSession } from './session.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await startLanguage();
  await loadSession();
  createRoot(root).render(
    <Providers>
      <App />
    </Providers>,
  );
}

void start();
