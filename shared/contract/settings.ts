import { z } from 'zod';
import { name, password, phone, pin, text, timeMs } from '../fields.ts';
import type { Category, Grid, Unit } from '../people/types.ts';
import type { BureauError } from '../settings/bureau-file.ts';
import { type Limits, limitsInputSchema, type Site, siteInputSchema } from '../settings/types.ts';
import { procedure, typed } from './base.ts';

export type SettingsView = {
  site: Site;
  limits: Limits;
  limitsSinceMs: number;
  units: Unit[];
  grids: Grid[];
  categories: Category[];
};

/** One setting of the limits: the whole of them, from when they hold, when and by whom they were set (empty: the first run). */
export type LimitsEntry = {
  id: string;
  effectiveFromMs: number;
  recordedAtMs: number;
  byName: string;
  limits: Limits;
};

export type BureauPreview =
  | {
      ok: true;
      counts: {
        units: number;
        people: number;
        actionGroups: number;
        grids: number;
        supplies: number;
        categories: number;
      };
      siteName: string;
      admins: { staffNo: string; name: string }[];
    }
  | { ok: false; errors: BureauError[] };

export const bureauContract = {
  /** Checks a bureau file without loading it: counts, or every error with its path. */
  preview: procedure
    .input(z.object({ text: z.string().max(5_000_000, 'tooLong') }))
    .output(typed<BureauPreview>()),
  /** The present reference data in the same format. */
  export: procedure.output(typed<{ text: string }>()),
};

const administrator = z.object({
  staffNo: text(20),
  name: name(),
  password: password(),
  pin: pin(),
  phone: phone(),
});

export const setupContract = {
  status: procedure.output(
    typed<{
      configured: boolean;
      siteName: string;
      deskName: string;
      people: { id: string; name: string; staffNo: string; hasPin: boolean }[];
    }>(),
  ),
  /** First run: a site typed by hand, or a bureau file. The administrator of a file is found by staff number. */
  initialise: procedure
    .input(
      z.object({
        site: siteInputSchema.optional(),
        bureauText: z.string().max(5_000_000, 'tooLong').optional(),
        administrator: administrator,
      }),
    )
    .output(typed<{ personId: string }>()),
};

export const settingsContract = {
  get: procedure.output(typed<SettingsView>()),
  setSite: procedure.input(siteInputSchema).output(typed<SettingsView>()),
  /** New limits hold from `effectiveFromMs` (default now); what was decided before keeps its limit. */
  setLimits: procedure
    .input(z.object({ limits: limitsInputSchema, effectiveFromMs: timeMs().optional() }))
    .output(typed<SettingsView>()),
  /** Every setting of the limits, those planned for later included, the one that holds last first. */
  limitsHistory: procedure.output(typed<LimitsEntry[]>()),
};
