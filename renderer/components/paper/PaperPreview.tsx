import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperKind } from '../../../shared/papers/types.ts';
import { errorText } from '../../app/errors.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { openPaper, printPaper, savePaper } from '../../app/papers.ts';
import { type PageLayout, pageBox } from '../../print/page.ts';
import { EmptyState } from '../EmptyState.tsx';
import { Kbd } from '../Kbd.tsx';
import css from './PaperPreview.module.css';

/** CSS pixels of a millimetre. */
const PX = 96 / 25.4;
const STEP = 1.15;
/** A sheet that has room enough is not blown up beyond this. */
const WIDEST = 1.15;
const [LEAST, MOST] = [0.4, 2.5];

type Props = { form: string; title: string; kind: PaperKind; onClose: () => void };
type Shown = { page: PageLayout; element: ReactElement };

/** The forms come with their own code, which nobody needs before the first paper. */
const load = async (form: string): Promise<Shown> => (await import('../../print/forms.tsx')).loadForm(form);

/**
 * The paper over the page, with the very parts that the print window prints: scaled to fit, to be scrolled and enlarged by
 * keys, and from here printed, saved or opened. What is printed is made anew and is the present record.
 */
export function PaperPreview({ form, title, kind, onClose }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    let wanted = true;
    load(form).then(
      (paper) => wanted && setShown(paper),
      (error: unknown) => wanted && setFailed(errorText(error)),
    );
    return () => {
      wanted = false;
    };
  }, [form]);
  const print = () => void printPaper(form, title, kind);
  useHotkey('Ctrl+P', print, shown !== null);
  const buttons = (
    <>
      <Button variant="filled" disabled={!shown} onClick={print}>
        {t(($) => $.common.print)}&nbsp;<Kbd>Ctrl+P</Kbd>
      </Button>
      <Button disabled={!shown} onClick={() => void savePaper(form, title, kind)}>
        {t(($) => $.papers.preview.save)}
      </Button>
      <Button disabled={!shown} onClick={() => void openPaper(form, title, kind)}>
        {t(($) => $.papers.preview.open)}
      </Button>
    </>
  );

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1500px, 96vw)"
      title={title}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      classNames={{ content: css.dialog, body: css.body }}
    >
      {shown ? (
        <Sheet shown={shown} buttons={buttons} />
      ) : (
        <>
          <div className={css.bar}>{buttons}</div>
          <EmptyState>{failed || t(($) => $.common.loading)}</EmptyState>
        </>
      )}
    </Modal>
  );
}

/** The sheet under its bar: the buttons of the paper, how long it is, how large it is shown. */
function Sheet({ shown, buttons }: { shown: Shown; buttons: ReactElement }) {
  const { t } = useTranslation();
  /** Null: as wide as there is room. */
  const [zoom, setZoom] = useState<number | null>(null);
  const desk = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [pages, setPages] = useState(1);
  const box = pageBox[shown.page];
  const width = box.width * PX;
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return;
    element.focus();
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - 2 * GAP));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const rect = sheet.current?.getBoundingClientRect();
    if (!rect || rect.width === 0) return;
    const [top, , bottom] = box.margin;
    const heightMm = (rect.height / rect.width) * box.width;
    const pagesOf = (heightMm - top - bottom) / (box.height - top - bottom);
    setPages(Math.max(1, Math.ceil(pagesOf - 0.02)));
  }, [box]);
  const fitted = Math.min(WIDEST, Math.max(LEAST, room / width));
  const scale = zoom ?? fitted;
  const enlarge = (by: number) => setZoom(Math.min(MOST, Math.max(LEAST, scale * by)));
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') enlarge(STEP);
    else if (event.key === '-') enlarge(1 / STEP);
    else if (event.key === '0') setZoom(null);
  };
  return (
    <>
      <div className={css.bar}>
        {buttons}
        <span className={css.note} title={t(($) => $.papers.preview.note)}>
          {t(($) => $.papers.preview.pages, { count: pages, percent: Math.round(scale * 100) })}
        </span>
        <Button
          size="compact-md"
          aria-label={t(($) => $.papers.preview.smaller)}
          onClick={() => enlarge(1 / STEP)}
        >
          −
        </Button>
        <Button
          size="compact-md"
          aria-label={t(($) => $.papers.preview.larger)}
          onClick={() => enlarge(STEP)}
        >
          +
        </Button>
        <Button size="compact-md" onClick={() => setZoom(null)}>
          {t(($) => $.papers.preview.fit)}
        </Button>
      </div>
      <section
        ref={desk}
        className={css.desk}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={t(($) => $.papers.preview.paper)}
        onKeyDown={keys}
      >
        <div
          ref={sheet}
          className={css.sheet}
          style={{
            zoom: scale,
            width: `${box.width}mm`,
            minHeight: `${box.height}mm`,
            padding: box.margin.map((mm) => `${mm}mm`).join(' '),
          }}
        >
          {shown.element}
        </div>
      </section>
    </>
  );
}

/** Room around the sheet in pixels. */
const GAP = 16;
