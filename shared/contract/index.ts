import type { ContractRouterClient } from '@orpc/contract';
import { alarmsContract } from './alarms.ts';
import { allowanceContract } from './allowance.ts';
import { archiveContract } from './archive.ts';
import { auditContract } from './audit.ts';
import { backupContract } from './backup.ts';
import { deskContract } from './desk.ts';
import { dictionaryContract } from './dictionary.ts';
import { attachmentsContract, dutyLogContract, followUpsContract } from './duty-log.ts';
import { handoverContract } from './handover.ts';
import { instructionsContract } from './instructions.ts';
import { numbersContract } from './numbers.ts';
import { papersContract } from './papers.ts';
import { peopleContract, sessionContract } from './people.ts';
import { postureContract } from './posture.ts';
import { searchContract } from './search.ts';
import { bureauContract, settingsContract, setupContract } from './settings.ts';
import { shiftsContract } from './shifts.ts';
import { groupsContract, suppliesContract } from './supplies-groups.ts';
import { timelinessContract } from './timeliness.ts';

/** Everything that can be asked of the desk: screens, replay, tests and later other seats use the same list. */
export const contract = {
  setup: setupContract,
  session: sessionContract,
  people: peopleContract,
  settings: settingsContract,
  bureau: bureauContract,
  shifts: shiftsContract,
  instructions: instructionsContract,
  dutyLog: dutyLogContract,
  followUps: followUpsContract,
  attachments: attachmentsContract,
  supplies: suppliesContract,
  groups: groupsContract,
  handover: handoverContract,
  posture: postureContract,
  alarms: alarmsContract,
  dictionary: dictionaryContract,
  numbers: numbersContract,
  papers: papersContract,
  timeliness: timelinessContract,
  allowance: allowanceContract,
  search: searchContract,
  desk: deskContract,
  audit: auditContract,
  backup: backupContract,
  archive: archiveContract,
};

export type Contract = typeof contract;
/** The typed client of the desk, the same in the window, the replay and the tests. */
export type DeskClient = ContractRouterClient<Contract>;
