import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import { useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** What was taken down, and who has been told or waits for it. */
export function Facts({ detail }: { detail: InstructionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const i = detail.instruction;
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
    ...i.notices.map((n): [string, React.ReactNode] => [
      t(($) => $.instructions.detail.notices),
      `${n.who} ${format.dateTime(n.notifiedAtMs)} ${n.text}`,
    ]),
    ...(i.disposition
      ? [
          [t(($) => $.instructions.field.disposition), <LongText key="d" text={i.disposition.text} />] as [
            string,
            React.ReactNode,
          ],
        ]
      : []),
    ...i.followUps.map((f): [string, React.ReactNode] => [
      t(($) => $.instructions.detail.followUps),
      `${f.text} · ${f.owner} · ${f.done ? f.done.text : t(($) => $.instructions.detail.due, { time: format.dateTime(f.dueAtMs) })}`,
    ]),
  ];
  return (
    <>
      <Panel title={t(($) => $.instructions.detail.facts)}>
        <dl className={classes.facts}>
          {rows.map(([label, value], n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notices repeat their label, and the rows never reorder
            <Row key={n} label={label}>
              {value}
            </Row>
          ))}
        </dl>
      </Panel>
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
