import { PageFrame } from '../components/PageFrame.tsx';

/** The whole window. */
export function App() {
  return <PageFrame title="值班台">…</PageFrame>;
}
