import css from './handover-sheet.module.css';

/** A box drawn as lines: empty, ticked or crossed. Glyphs for these differ between fonts and printers. */
export function TickBox({ state }: { state: 'empty' | 'ticked' | 'crossed' }) {
  return (
    <svg className={css.tick} viewBox="0 0 12 12" aria-hidden="true">
      <rect x="0.75" y="0.75" width="10.5" height="10.5" fill="none" stroke="currentColor" />
      {state === 'ticked' && (
        <path d="M2.8 6.2 5 8.6 9.4 3.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {state === 'crossed' && (
        <path d="M3 3 9 9M9 3 3 9" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
    </svg>
  );
}
