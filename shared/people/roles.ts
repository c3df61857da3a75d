import { z } from 'zod';

/** Roles of domain: 值班员, 值班长, 应急联络员, 带班领导, 督查, 保管人, 管理员. One person may hold several. */
export const roleSchema = z.enum(
  ['dutyOfficer', 'shiftLead', 'liaison', 'leaderOnDuty', 'supervisor', 'custodian', 'admin'],
  'role',
);
export type Role = z.infer<typeof roleSchema>;
export const roles = roleSchema.options;
