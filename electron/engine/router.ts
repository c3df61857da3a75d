import { type AnyRouter, implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { alarmsHandlers } from './alarms/handlers.ts';
import { allowanceHandlers } from './allowance/handlers.ts';
import { archiveHandlers } from './archive/handlers.ts';
import { attachmentsHandlers } from './attachments/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { backupHandlers } from './backup/handlers.ts';
import type { Context } from './context.ts';
import { deskHandlers } from './desk/handlers.ts';
import { dictionaryHandlers } from './dictionary/handlers.ts';
import { dutyLogHandlers, followUpsHandlers } from './duty-log/handlers.ts';
import { groupsHandlers } from './groups/handlers.ts';
import { handoverHandlers } from './handover/handlers.ts';
import { instructionsHandlers } from './instructions/handlers.ts';
import { numbersHandlers } from './numbers/handlers.ts';
import { papersHandlers } from './papers/handlers.ts';
import { peopleHandlers, sessionHandlers } from './people/handlers.ts';
import { postureHandlers } from './posture/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { bureauHandlers } from './settings/bureau.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { setupHandlers } from './settings/setup.ts';
import { shiftsHandlers } from './shifts/handlers.ts';
import { suppliesHandlers } from './supplies/handlers.ts';
import { timelinessHandlers } from './timeliness/handlers.ts';

const os = implement(contract).$context<Context>();
export type Deps = typeof os;

/**
 * The handlers of every procedure of the contract, by feature. `os.router` checks them against it; what remains is looked
 * up by name, and the inferred type would be longer than the compiler writes down.
 */
export const router: AnyRouter = os.router({
  setup: setupHandlers(os),
  session: sessionHandlers(os),
  people: peopleHandlers(os),
  settings: settingsHandlers(os),
  bureau: bureauHandlers(os),
  shifts: shiftsHandlers(os),
  instructions: instructionsHandlers(os),
  dutyLog: dutyLogHandlers(os),
  followUps: followUpsHandlers(os),
  attachments: attachmentsHandlers(os),
  supplies: suppliesHandlers(os),
  groups: groupsHandlers(os),
  handover: handoverHandlers(os),
  posture: postureHandlers(os),
  alarms: alarmsHandlers(os),
  dictionary: dictionaryHandlers(os),
  numbers: numbersHandlers(os),
  papers: papersHandlers(os),
  timeliness: timelinessHandlers(os),
  allowance: allowanceHandlers(os),
  search: searchHandlers(os),
  desk: deskHandlers(os),
  audit: auditHandlers(os),
  backup: backupHandlers(os),
  archive: archiveHandlers(os),
});
