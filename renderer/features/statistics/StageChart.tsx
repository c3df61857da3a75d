import { BarChart } from '@mantine/charts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage, TimelinessGroup, TimelinessReport } from '../../../shared/timeliness/types.ts';
import { type Fill, fillsOf } from './fills.ts';
import classes from './stage.module.css';
import shared from './statistics.module.css';
import { Texture } from './Texture.tsx';
import { useFigureWords } from './words.ts';
import '@mantine/charts/styles.css';

const ROW_PX = 40;
const AXIS_PX = 34;
/** A number stands in its segment only where it has room. */
const ROOM_PX = 22;
/** Chinese letters of a name that fit beside a bar in one line. */
const LETTERS = 14;

type Props = { report: TimelinessReport; stage: Stage };

/** The distribution of one span by group: stacked shares with their counts, told apart by texture as well as by tone. */
export function StageChart({ report, stage }: Props) {
  const { t } = useTranslation();
  const words = useFigureWords();
  const base = useId().replaceAll(':', '');
  const names = words.buckets(report, stage);
  const fills = fillsOf(names.length);
  const shown = [report.total, ...report.groups].filter((g) => g.stages[stage].measured > 0);
  if (shown.length === 0) return <p className={shared.nothing}>{t(($) => $.timeliness.chart.empty)}</p>;
  const nameOf = (group: TimelinessGroup) =>
    group === report.total ? t(($) => $.timeliness.column.total) : words.group(group, report.period.by);
  const data = shown.map((group) => ({
    key: group === report.total ? 'total' : `group ${group.key}`,
    ...Object.fromEntries(names.map((name, n) => [name, group.stages[stage].counts[n] ?? 0])),
  }));
  const ticks = new Map(
    data.map(({ key }, n) => [
      key,
      { name: nameOf(shown[n] ?? report.total), group: shown[n] ?? report.total },
    ]),
  );
  const tick = (props: { x?: number | string; y?: number | string; payload?: { value: string } }) => {
    const found = ticks.get(props.payload?.value ?? '');
    if (!found) return <g />;
    return (
      <text x={Number(props.x)} y={Number(props.y)} className={classes.tick} textAnchor="end">
        <title>{found.name}</title>
        <tspan x={Number(props.x)} dy={-2}>
          {found.name.length > LETTERS ? `${found.name.slice(0, LETTERS - 1)}…` : found.name}
        </tspan>
        <tspan x={Number(props.x)} dy={16} className={classes.tickNote}>
          {t(($) => $.timeliness.chart.of, { count: found.group.stages[stage].measured })}
        </tspan>
      </text>
    );
  };
  return (
    <figure className={classes.chart}>
      <Legend names={names} fills={fills} base={base} />
      <div
        role="img"
        aria-label={t(($) => $.timeliness.chart.label, { stage: t(($) => $.timeliness.stage[stage]) })}
      >
        <BarChart
          h={data.length * ROW_PX + AXIS_PX}
          data={data}
          dataKey="key"
          type="percent"
          orientation="vertical"
          accessibilityLayer={false}
          gridAxis="none"
          tickLine="none"
          series={names.map((name) => ({ name, color: 'blue' }))}
          barProps={({ name }) => {
            const at = names.indexOf(name);
            return {
              fill: `url(#${base}-${at})`,
              fillOpacity: 1,
              shape: (bar: object) => <Segment bar={bar} fill={fills[at]} count={name} />,
            };
          }}
          barChartProps={{ barCategoryGap: 6, margin: { top: 0, right: 8, bottom: 0, left: 0 } }}
          xAxisProps={{ tick: { fontSize: 14, className: classes.tickNote }, tickMargin: 4, height: AXIS_PX }}
          yAxisProps={{ width: 212, tick, interval: 0, axisLine: false }}
          withTooltip={false}
        >
          <defs>
            {fills.map((fill, n) => (
              <Texture key={names[n]} id={`${base}-${n}`} fill={fill} />
            ))}
          </defs>
        </BarChart>
      </div>
    </figure>
  );
}

type Bar = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  fill?: string;
  payload?: Record<string, unknown>;
};

/** One part of a bar with its count; `count` names the class in the row's data. */
function Segment({ bar, fill, count }: { bar: Bar; fill: Fill | undefined; count: string }) {
  const { x = 0, y = 0, width = 0, height = 0, payload } = bar;
  const value = Number(payload?.[count] ?? 0);
  if (value === 0 || width <= 0) return <g />;
  return (
    <g>
      <title>{`${count} ${value}`}</title>
      <rect x={x} y={y} width={width} height={height} fill={bar.fill} className={classes.segment} />
      {width >= ROOM_PX && (
        <text
          x={x + width / 2}
          y={y + height / 2}
          dy="0.36em"
          textAnchor="middle"
          className={classes.segmentCount}
          data-dark={fill?.dark || undefined}
        >
          {value}
        </text>
      )}
    </g>
  );
}

function Legend({ names, fills, base }: { names: readonly string[]; fills: readonly Fill[]; base: string }) {
  return (
    <ul className={classes.legend}>
      {names.map((name, n) => {
        const fill = fills[n];
        return (
          <li key={name}>
            <svg width={26} height={14} aria-hidden="true">
              <defs>{fill && <Texture id={`${base}-legend-${n}`} fill={fill} />}</defs>
              <rect width={26} height={14} fill={`url(#${base}-legend-${n})`} className={classes.segment} />
            </svg>
            {name}
          </li>
        );
      })}
    </ul>
  );
}
