import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

const KEPT = 'duty-desk-route';

/** Path and filters both live in the hash: the page's address has no query, and both survive a restart. */
const read = () => window.location.hash.slice(1) || '/';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

const keep = () => localStorage.setItem(KEPT, read());
window.addEventListener('hashchange', keep);
if (window.location.hash === '')
  window.history.replaceState(null, '', `#${localStorage.getItem(KEPT) ?? '/'}`);

/** Opens a page; `replace` for filters, so that Back leaves the page. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) {
    window.history.replaceState(null, '', `#${to}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = to;
  }
}

/** The briefing (晨会) on the whole window. */
export const BRIEFING_PAGE = '/briefing';

/** Where the posture is seen and changed, and its checklist is worked off. */
export const POSTURE_PAGE = '/posture';

/** The address of an entry on the log's page of its duty day (`YYYY-MM-DD`). */
export const entryAddress = ({ id, dutyDay }: { id: string; dutyDay: string }): string =>
  `/log?day=${dutyDay}&entry=${id}`;

const useSearch: BaseSearchHook = () => {
  const full = useSyncExternalStore(subscribe, read);
  return full.split('?')[1] ?? '';
};

/** The location hook of wouter's Router. */
export const useHashRoute: BaseLocationHook = Object.assign(
  (): [string, typeof navigate] => {
    const full = useSyncExternalStore(subscribe, read);
    return [full.split('?')[0] || '/', navigate];
  },
  { searchHook: useSearch, hrefs: (href: string) => `#${href}` },
);

/** The filters of the present page and a way to change some of them; empty values disappear from the address. */
export function useRouteParams(): [URLSearchParams, (patch: Record<string, string | null>) => void] {
  const search = useSearch();
  const params = new URLSearchParams(search);
  const change = (patch: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(patch)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    const path = read().split('?')[0] ?? '/';
    const query = next.toString();
    navigate(query ? `${path}?${query}` : path, { replace: true });
  };
  return [params, change];
}
