import { z } from 'zod';
import { name, optionalText, phone, text } from '../fields.ts';
import { zoneSchema } from '../instructions/types.ts';
import { roleSchema } from '../people/roles.ts';
import { limitsSchema, siteSchema } from './types.ts';

const count = () => z.number('quantity').int('quantity').min(0, 'quantity').max(1_000_000, 'quantity');

const bureauFileSchema = z.object({
  note: z.string().optional(),
  site: siteSchema,
  limits: limitsSchema,
  categories: z.array(
    z.object({
      no: z.number().int().min(1).max(99),
      text: text(400),
      short: text(40),
      unit: name(),
      group: name(),
    }),
  ),
  units: z.array(z.object({ name: name(), head: optionalText(60), phone: phone() })).min(1, 'required'),
  people: z.array(
    z.object({
      staffNo: text(20),
      name: name(),
      unit: name(),
      title: optionalText(40),
      roles: z.array(roleSchema).default([]),
      kind: z.enum(['正式', '协管员', '环卫作业工人'], 'personKind').default('正式'),
      phone: phone(),
    }),
  ),
  actionGroups: z.array(
    z.object({
      name: name(),
      unit: name(),
      deputyInCharge: name(),
      responsible: name(),
      leader: name(),
      deputyLeaders: z.array(name()).default([]),
      members: z.array(name()).default([]),
      vehicles: z.array(z.object({ plate: text(20), marked: z.boolean().default(false) })).default([]),
    }),
  ),
  grids: z.array(
    z.object({
      no: text(20),
      name: name(),
      zone: zoneSchema,
      lead: optionalText(60),
      bounds: optionalText(200),
    }),
  ),
  supplies: z.array(
    z.object({
      item: name(),
      unit: name(),
      measure: text(10),
      quantity: count(),
      minimum: count().default(0),
      custodian: name(),
      place: optionalText(60),
      key: z.boolean().default(false),
    }),
  ),
});

/** A bureau file: the reference data of one bureau, loaded whole or not at all. */
export type BureauFile = z.infer<typeof bureauFileSchema>;

/** One thing wrong in a bureau file: where (`people[3].unit`), a locale key under `field.*`, and the value found. */
export type BureauError = { path: string; message: string; params?: { value: string } };

const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (s, p) => (typeof p === 'number' ? `${s}[${p}]` : s === '' ? String(p) : `${s}.${String(p)}`),
    '',
  );

/** Reads a bureau file: the data, or every error with its path. Never both. */
export function readBureauFile(json: string): { file: BureauFile } | { errors: BureauError[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return {
      errors: [
        { path: '', message: 'notJson', params: { value: error instanceof Error ? error.message : '' } },
      ],
    };
  }
  const parsed = bureauFileSchema.safeParse(raw);
  if (!parsed.success) {
    return { errors: parsed.error.issues.map((i) => ({ path: pathText(i.path), message: i.message })) };
  }
  const errors = [...duplicates(parsed.data), ...unknownNames(parsed.data)];
  return errors.length > 0 ? { errors } : { file: parsed.data };
}

function duplicates(file: BureauFile): BureauError[] {
  const twice = (list: string, field: string, values: readonly (string | number)[]) =>
    values.flatMap((value, n) =>
      values.indexOf(value) < n
        ? [{ path: `${list}[${n}].${field}`, message: 'duplicate', params: { value: String(value) } }]
        : [],
    );
  return [
    ...twice(
      'units',
      'name',
      file.units.map((u) => u.name),
    ),
    ...twice(
      'people',
      'staffNo',
      file.people.map((p) => p.staffNo),
    ),
    ...twice(
      'people',
      'name',
      file.people.map((p) => p.name),
    ),
    ...twice(
      'actionGroups',
      'name',
      file.actionGroups.map((g) => g.name),
    ),
    ...twice(
      'grids',
      'no',
      file.grids.map((g) => g.no),
    ),
    ...twice(
      'categories',
      'no',
      file.categories.map((c) => c.no),
    ),
    ...file.supplies.flatMap((s, n) => {
      const before = file.supplies
        .slice(0, n)
        .some((other) => other.item === s.item && other.unit === s.unit);
      return before ? [{ path: `supplies[${n}].item`, message: 'duplicate', params: { value: s.item } }] : [];
    }),
  ];
}

function unknownNames(file: BureauFile): BureauError[] {
  const units = new Set(file.units.map((u) => u.name));
  const people = new Set(file.people.map((p) => p.name));
  const groups = new Set(file.actionGroups.map((g) => g.name));
  const errors: BureauError[] = [];
  const need = (known: Set<string>, value: string, path: string, message: string) => {
    if (!known.has(value)) errors.push({ path, message, params: { value } });
  };
  file.people.forEach((p, n) => {
    need(units, p.unit, `people[${n}].unit`, 'unknownUnit');
  });
  file.categories.forEach((c, n) => {
    need(units, c.unit, `categories[${n}].unit`, 'unknownUnit');
    need(groups, c.group, `categories[${n}].group`, 'unknownGroup');
  });
  file.actionGroups.forEach((g, n) => {
    const at = `actionGroups[${n}]`;
    need(units, g.unit, `${at}.unit`, 'unknownUnit');
    need(people, g.deputyInCharge, `${at}.deputyInCharge`, 'unknownPerson');
    need(people, g.responsible, `${at}.responsible`, 'unknownPerson');
    need(people, g.leader, `${at}.leader`, 'unknownPerson');
    g.deputyLeaders.forEach((p, k) => {
      need(people, p, `${at}.deputyLeaders[${k}]`, 'unknownPerson');
    });
    g.members.forEach((p, k) => {
      need(people, p, `${at}.members[${k}]`, 'unknownPerson');
    });
  });
  file.supplies.forEach((s, n) => {
    need(units, s.unit, `supplies[${n}].unit`, 'unknownUnit');
    need(people, s.custodian, `supplies[${n}].custodian`, 'unknownPerson');
  });
  return errors;
}
