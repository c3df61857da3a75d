import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import classes from './DetailPage.module.css';
import { endRows } from './FactsEnd.tsx';

/** What was taken down, and who has been told or waits for it. */
export function Facts({ detail }: { detail: InstructionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const i = detail.instruction;
  const earlierKind = i.earlier?.kind ?? 'complaint';
  const danger = i.danger ?? 'none';
  const grid = settings?.grids.find((g) => g.no === i.gridNo);
  const category = settings?.categories.find((c) => c.no === i.categoryNo);
  const rows: [string, React.ReactNode][] = [
    [t(($) => $.instructions.field.centreNo), i.centreNo || '—'],
    [t(($) => $.instructions.field.issuedAtMs), format.dateTime(i.issuedAtMs)],
    [t(($) => $.instructions.detail.receivedAt), format.dateTime(i.receivedAtMs)],
    [t(($) => $.instructions.detail.receivedBy), detail.receivedByName],
    [t(($) => $.instructions.field.caller), i.caller || t(($) => $.instructions.detail.anonymous)],
    [t(($) => $.instructions.field.phone), i.phone || '—'],
    [t(($) => $.instructions.field.place), i.place],
    [t(($) => $.instructions.field.zone), t(($) => $.common.zone[i.zone])],
    [
      t(($) => $.instructions.field.gridNo),
      grid ? `${grid.no} ${grid.name} ${grid.lead}` : (i.gridNo ?? '—'),
    ],
    [t(($) => $.instructions.field.categoryNo), category?.short ?? '—'],
    [t(($) => $.instructions.field.text), <LongText key="text" text={i.text} />],
    [t(($) => $.instructions.field.severity), t(($) => $.instructions.severity[i.severity])],
    [
      t(($) => $.instructions.detail.danger),
      i.danger === null ? t(($) => $.common.unknown) : t(($) => $.instructions.detail.dangerWords[danger]),
    ],
    ...endRows(i, t, format),
  ];
  return (
    <>
      <Panel title={t(($) => $.instructions.detail.facts)}>
        <dl className={classes.facts}>
          {rows.map(([label, value]) => (
            <Row key={label} label={label}>
              {value}
            </Row>
          ))}
        </dl>
      </Panel>
      {detail.earlier && i.earlier && (
        <Panel title={t(($) => $.instructions.detail.earlier)}>
          <Button onClick={() => detail.earlier && navigate(`/instructions/${detail.earlier.id}`)}>
            {t(($) => $.instructions.detail.earlierKind[earlierKind])} · {detail.earlier.number}{' '}
            {detail.earlier.place}
          </Button>
        </Panel>
      )}
      {detail.original && (
        <Panel title={t(($) => $.instructions.duplicate)}>
          <Button onClick={() => detail.original && navigate(`/instructions/${detail.original.id}`)}>
            {t(($) => $.instructions.detail.original, { number: detail.original.number })}
          </Button>
        </Panel>
      )}
      {detail.duplicates.length > 0 && (
        <Panel title={t(($) => $.instructions.detail.duplicates)} flush>
          <ul className={classes.lines}>
            {detail.duplicates.map((d) => (
              <li key={d.id} className={classes.lineRow}>
                <span>
                  <strong>{d.number}</strong> {d.centreNo}
                  <br />
                  <span className={classes.dim}>
                    {d.caller || t(($) => $.instructions.detail.anonymous)} {d.phone}
                  </span>
                  <LongText text={d.text} />
                  {d.danger === 'present' && (
                    <Tag tone="critical">{t(($) => $.instructions.detail.dangerWords.present)}</Tag>
                  )}
                </span>
                <span>{format.time(d.issuedAtMs)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
