import { z } from 'zod';
import { name, optionalText, phone, text } from '../fields.ts';
import { type Role, roleSchema } from './roles.ts';

/** 正式 / 协管员 / 环卫作业工人. */
export const personKindSchema = z.enum(['regular', 'auxiliary', 'sanitation']);
export type PersonKind = z.infer<typeof personKindSchema>;

/** 在岗 / 备勤 / 请假 / 出勤中. */
export const availabilitySchema = z.enum(['onDuty', 'standby', 'leave', 'out']);
export type Availability = z.infer<typeof availabilitySchema>;

export type Person = {
  id: string;
  staffNo: string;
  name: string;
  unitId: string;
  unitName: string;
  title: string;
  kind: PersonKind;
  phone: string;
  roles: Role[];
  availability: Availability;
  /** False once the person has left; history keeps them. */
  active: boolean;
  hasPassword: boolean;
  hasPin: boolean;
  version: number;
};

export const personInputSchema = z.object({
  staffNo: text(20),
  name: name(),
  unitId: text(64),
  title: optionalText(40),
  kind: personKindSchema.default('regular'),
  phone: phone(),
  roles: z.array(roleSchema).default([]),
  active: z.boolean().default(true),
});
export type PersonInput = z.infer<typeof personInputSchema>;

export type Unit = { id: string; name: string; head: string; phone: string };
export type Grid = {
  id: string;
  no: string;
  name: string;
  zone: 'mainUrban' | 'other';
  lead: string;
  bounds: string;
};
export type Category = { no: number; text: string; short: string; unitId: string; groupId: string };
