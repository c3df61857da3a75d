import type { Role } from '../people/roles.ts';
import type { Contract } from './index.ts';

type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends { '~orpc': unknown } ? `${P}${K}` : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];

/** The dotted name of every procedure, for example `instructions.dispatch`. */
export type ProcedurePath = Paths<Contract>;

/** Who may call: anyone at the desk, anyone signed in, main itself, or one of the roles. */
export type Access = 'anyone' | 'signedIn' | 'system' | readonly Role[];

const instruction: Access = ['liaison', 'shiftLead'];
const lead: Access = ['shiftLead'];
const crew: Access = ['dutyOfficer', 'liaison', 'shiftLead'];
const writesLog: Access = ['dutyOfficer', 'liaison', 'shiftLead', 'leaderOnDuty'];
const custodian: Access = ['custodian'];
const admin: Access = ['admin'];

/** Roles × actions: the only table of rights, enforced in the engine and mirrored by the buttons. */
export const access = {
  'setup.status': 'anyone',
  'setup.initialise': 'anyone',
  'session.checkPassword': 'anyone',
  'session.checkPin': 'anyone',
  'people.list': 'signedIn',
  'people.create': admin,
  'people.update': admin,
  'people.setCredential': admin,
  'people.changeOwn': 'signedIn',
  'settings.get': 'anyone',
  'settings.setSite': admin,
  'settings.setLimits': admin,
  'settings.limitsHistory': 'signedIn',
  'bureau.preview': 'anyone',
  'bureau.export': admin,
  'shifts.current': 'anyone',
  'shifts.days': 'signedIn',
  'shifts.planRelief': crew,
  'shifts.takeDesk': 'signedIn',
  'shifts.signIn': 'signedIn',
  'shifts.signOut': 'signedIn',
  'shifts.substitute': lead,
  'shifts.markAbsence': lead,
  'shifts.endAbsence': lead,
  'shifts.attendance': 'signedIn',
  'instructions.receive': instruction,
  'instructions.backEnter': instruction,
  'instructions.decline': instruction,
  'instructions.duplicate': instruction,
  'instructions.void': lead,
  'instructions.dispatch': instruction,
  'instructions.take': instruction,
  'instructions.recall': instruction,
  'instructions.notify': instruction,
  'instructions.orderDone': instruction,
  'instructions.raiseSeverity': instruction,
  'instructions.enRoute': instruction,
  'instructions.turnout': instruction,
  'instructions.returned': instruction,
  'instructions.delayed': instruction,
  'instructions.onScene': instruction,
  'instructions.sceneReport': instruction,
  'instructions.confirmScope': instruction,
  'instructions.transfer': instruction,
  'instructions.resolve': instruction,
  'instructions.reportBack': instruction,
  'instructions.followUp': instruction,
  'instructions.followUpNote': instruction,
  'instructions.followUpDone': instruction,
  'instructions.close': instruction,
  'instructions.reopen': lead,
  'instructions.restore': lead,
  'instructions.correct': instruction,
  'instructions.live': 'signedIn',
  'instructions.get': 'signedIn',
  'instructions.list': 'signedIn',
  'instructions.intakeHints': instruction,
  'instructions.similar': 'signedIn',
  'instructions.register': 'signedIn',
  'instructions.workbook': 'signedIn',
  'dutyLog.add': writesLog,
  'dutyLog.correct': writesLog,
  'dutyLog.step': writesLog,
  'dutyLog.attach': writesLog,
  'dutyLog.link': writesLog,
  'dutyLog.get': 'signedIn',
  'dutyLog.inHand': 'signedIn',
  'dutyLog.day': 'signedIn',
  'followUps.open': 'signedIn',
  'followUps.done': crew,
  'attachments.begin': writesLog,
  'attachments.chunk': writesLog,
  'attachments.finish': writesLog,
  'attachments.cancel': writesLog,
  'supplies.list': 'signedIn',
  'supplies.movements': 'signedIn',
  'supplies.create': admin,
  'supplies.issue': custodian,
  'supplies.return': custodian,
  'supplies.receive': custodian,
  'supplies.writeOff': custodian,
  'supplies.stocktake': custodian,
  'groups.board': 'signedIn',
  'groups.setAvailability': crew,
  'handover.view': 'signedIn',
  'handover.savePreparation': crew,
  'handover.saveCarry': crew,
  'handover.endCarry': crew,
  'handover.readSign': 'signedIn',
  'handover.freeze': lead,
  'handover.decideItems': crew,
  'handover.countSupplies': crew,
  'handover.withdraw': lead,
  'handover.signOutgoing': 'signedIn',
  'handover.signIncoming': 'signedIn',
  'handover.get': 'signedIn',
  'handover.list': 'signedIn',
  'handover.sheet': 'signedIn',
  'handover.workbook': 'signedIn',
  'handover.document': 'signedIn',
  'handover.seal': 'system',
  'handover.reprinted': 'signedIn',
  'posture.view': 'signedIn',
  'posture.change': ['shiftLead', 'leaderOnDuty'],
  'posture.saveStep': writesLog,
  'posture.savePlan': ['shiftLead', 'admin'],
  'alarms.active': 'anyone',
  'alarms.history': 'signedIn',
  'alarms.responses': 'signedIn',
  'alarms.workbook': 'signedIn',
  'alarms.acknowledge': 'anyone',
  'dictionary.view': 'signedIn',
  'dictionary.savePhrase': ['shiftLead', 'admin'],
  'dictionary.saveCode': ['shiftLead', 'admin'],
  'numbers.view': 'signedIn',
  'numbers.reserve': instruction,
  'numbers.spoil': lead,
  'numbers.blankForms': 'signedIn',
  'papers.log': 'signedIn',
  'papers.slip': 'signedIn',
  'papers.logDay': 'signedIn',
  'papers.entry': 'signedIn',
  'papers.entries': 'signedIn',
  'papers.reprint': 'signedIn',
  'timeliness.report': 'signedIn',
  'timeliness.bulletin': 'signedIn',
  'timeliness.workbook': 'signedIn',
  'allowance.month': 'signedIn',
  'allowance.workbook': 'signedIn',
  'search.find': 'signedIn',
  'search.counts': 'signedIn',
  'desk.view': 'anyone',
  'audit.status': 'signedIn',
  'audit.start': 'signedIn',
  'audit.cancel': 'signedIn',
  'backup.status': 'signedIn',
  'backup.now': ['shiftLead', 'admin'],
  'backup.setSecond': admin,
  'archive.list': 'signedIn',
  'archive.check': 'signedIn',
  'archive.find': 'signedIn',
} as const satisfies Record<ProcedurePath, Access>;

/** All that main itself may call (who signs in, what was sealed), and what its print windows may read. */
export const systemCalls: Record<'main' | 'print', ReadonlySet<string>> = {
  main: new Set<ProcedurePath>([
    'session.checkPassword',
    'session.checkPin',
    'handover.list',
    'handover.seal',
  ]),
  print: new Set<ProcedurePath>([
    'handover.sheet',
    'settings.get',
    'papers.slip',
    'papers.logDay',
    'papers.entry',
    'papers.entries',
    'papers.reprint',
    'instructions.register',
    'numbers.blankForms',
    'timeliness.bulletin',
    'allowance.month',
    'alarms.history',
    'alarms.responses',
  ]),
};

/** What still works while the desk is locked: seeing and acknowledging alarms, and the way back in. */
export const whileLocked: ReadonlySet<string> = new Set<ProcedurePath>([
  'alarms.active',
  'alarms.acknowledge',
  'desk.view',
  'setup.status',
  'session.checkPassword',
  'session.checkPin',
  'settings.get',
  'shifts.current',
]);

/** Whether a person with these roles may call a procedure; the screen asks the same before it shows a button. */
export function mayCall(path: ProcedurePath, roles: readonly string[] | null): boolean {
  const rule: Access = access[path];
  if (rule === 'anyone') return true;
  if (rule === 'system' || roles === null) return false;
  return rule === 'signedIn' || rule.some((role) => roles.includes(role));
}
