import { PageFrame } from '../../components/PageFrame.tsx';

/** 设置. */
export function SettingsPage() {
  return <PageFrame title="设置">…</PageFrame>;
}
