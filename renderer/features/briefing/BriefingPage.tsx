import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate, useRouteParams } from '../../app/route.ts';
import css from './briefing.module.css';
import { deckOf, type Facts, factsOfSheet, factsOfView, type Slide } from './deck.ts';
import { SlideBody } from './SlideBody.tsx';
import { useTurning } from './use-turning.ts';

const leave = () => navigate('/handover');

/** 晨会: the handover page by page on the whole window, to be read on a wall; → ← Space turn, Esc leaves. */
export function BriefingPage() {
  const { t } = useTranslation();
  const [params] = useRouteParams();
  const id = params.get('id');
  const view = useQuery(desk.handover.view.queryOptions({ enabled: id === null }));
  const sheet = useQuery(desk.handover.sheet.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  const facts = useMemo(() => {
    if (id !== null) return sheet.data?.handover.id === id ? factsOfSheet(sheet.data) : null;
    return view.data ? factsOfView(view.data) : null;
  }, [id, sheet.data, view.data]);
  const query = id === null ? view : sheet;
  if (facts) return <Deck facts={facts} />;
  return (
    <main className={css.wall} aria-label={t(($) => $.briefing.title)}>
      <p className={css.empty}>
        {query.isError
          ? errorText(query.error)
          : query.isPending
            ? t(($) => $.common.loading)
            : t(($) => $.briefing.nobody)}
      </p>
      <Leave />
    </main>
  );
}

function Deck({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const slides = useMemo(() => deckOf(facts), [facts]);
  const [asked, setAsked] = useState(0);
  const at = Math.min(asked, slides.length - 1);
  const turn = (to: number) => setAsked(Math.max(0, Math.min(slides.length - 1, to)));
  useTurning({ at, last: slides.length - 1, turn, leave });
  const slide = slides[at];
  const title = slide ? titleOf(slide, t) : '';
  // A reader hears each page's name when it is turned.
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = t(($) => $.common.appName);
    };
  }, [title, t]);
  if (!slide) return null;
  return (
    <main className={css.wall} aria-label={t(($) => $.briefing.title)}>
      <Head facts={facts} title={title} />
      <div className={css.body} data-kind={slide.kind}>
        <SlideBody slide={slide} facts={facts} />
      </div>
      <footer className={css.foot}>
        <button type="button" disabled={at === 0} onClick={() => turn(at - 1)}>
          ← {t(($) => $.briefing.before)}
        </button>
        <span role="status">{t(($) => $.briefing.page, { at: at + 1, of: slides.length })}</span>
        <button type="button" disabled={at === slides.length - 1} onClick={() => turn(at + 1)}>
          {t(($) => $.briefing.after)} →
        </button>
        <Leave />
      </footer>
    </main>
  );
}

function Leave() {
  const { t } = useTranslation();
  return (
    <button type="button" className={css.leave} onClick={leave}>
      Esc {t(($) => $.briefing.leave)}
    </button>
  );
}

function Head({ facts, title }: { facts: Facts; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { snapshot, number } = facts;
  return (
    <header className={css.head}>
      <h1>{title}</h1>
      <span className={css.of}>
        {snapshot.deskName} · {t(($) => $.desk.dutyDay, { day: format.localDay(snapshot.dutyDay) })}
        {number !== '' && ` · ${number}`}
      </span>
      <time className={css.clock}>{format.time(now)}</time>
    </header>
  );
}

function titleOf(slide: Slide, t: ReturnType<typeof useTranslation>['t']): string {
  const title =
    slide.kind === 'section'
      ? t(($) => $.handover.prepare.note[slide.section])
      : t(($) => $.briefing.slide[slide.kind]);
  if (slide.parts === 1) return title;
  return t(($) => $.briefing.part, { title, part: slide.part, parts: slide.parts });
}
