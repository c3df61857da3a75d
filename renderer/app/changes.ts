import type { QueryClient } from '@tanstack/react-query';
import { bridge } from './bridge.ts';

/** A flood of commits becomes one refetch per list. */
const GATHER_MS = 40;

/**
 * The only place where queries are invalidated: a commit announces the features it touched (top-level contract keys).
 * The frame's own query shows the audit chain, which every commit moves.
 */
export function listenForChanges(queries: QueryClient): () => void {
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;

  const refresh = () => {
    timer = undefined;
    for (const feature of touched) void queries.invalidateQueries({ queryKey: [[feature]] });
    touched.clear();
  };

  const stop = bridge.onEvent((event) => {
    if (event.t === 'change') {
      for (const feature of [...event.change.features, 'desk']) touched.add(feature);
      timer ??= setTimeout(refresh, GATHER_MS);
    }
    if (event.t === 'alarms') void queries.invalidateQueries({ queryKey: [['alarms']] });
    if (event.t === 'session') void queries.invalidateQueries();
    if (event.t === 'engine') {
      // What was announced while the engine was away is lost: everything may be stale.
      if (event.status === 'up' && wasAway) void queries.invalidateQueries();
      wasAway = event.status !== 'up';
    }
  });
  return () => {
    stop();
    if (timer !== undefined) clearTimeout(timer);
  };
}
