import { useTranslation } from 'react-i18next';
import css from './briefing.module.css';
import { CrewSlide } from './CrewSlide.tsx';
import type { Facts, Slide } from './deck.ts';
import { ItemsSlide } from './ItemsSlide.tsx';
import { NumbersSlide } from './NumbersSlide.tsx';
import { SectionSlide } from './SectionSlide.tsx';
import { SuppliesSlide } from './SuppliesSlide.tsx';

/** What stands on one page of the wall. */
export function SlideBody({ slide, facts }: { slide: Slide; facts: Facts }) {
  const { t } = useTranslation();
  switch (slide.kind) {
    case 'crew':
      return <CrewSlide facts={facts} />;
    case 'numbers':
      return <NumbersSlide snapshot={facts.snapshot} />;
    case 'instructions':
    case 'papers':
      return <ItemsSlide items={slide.items} empty={t(($) => $.briefing.none[slide.kind])} />;
    case 'section':
      return <SectionSlide lines={slide.lines} />;
    case 'supplies':
      return <SuppliesSlide snapshot={facts.snapshot} />;
    case 'quietSections':
      return <p className={css.empty}>{t(($) => $.briefing.none.sections)}</p>;
  }
}
