import { useTranslation } from 'react-i18next';
import type { PostureChange } from '../../../shared/posture/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Panel } from '../../components/Panel.tsx';
import { PostureMark } from '../../components/PostureMark.tsx';
import css from './posture.module.css';

/** Every change of posture, the newest first, with what was done of its checklist. */
export function HistoryPanel({ history }: { history: readonly PostureChange[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <Panel flush title={t(($) => $.posture.history.title)}>
      {history.length === 0 && <p className={css.hint}>{t(($) => $.posture.history.none)}</p>}
      <ul className={css.history}>
        {history.map((c) => (
          <li key={c.id} className={css.change}>
            <PostureMark posture={c.posture} />
            <div className={css.changeWords}>
              <div>
                <strong>{t(($) => $.posture[c.posture])}</strong> {c.planName}
              </div>
              <div className={css.reason}>{c.reason}</div>
              <div className={css.dim}>
                {c.byName}
                {c.steps > 0 &&
                  `${t(($) => $.common.middleDot)}${t(($) => $.posture.history.stepsDone, { done: c.stepsDone, total: c.steps })}`}
              </div>
            </div>
            <time className={css.dim}>{format.near(c.atMs, now)}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
