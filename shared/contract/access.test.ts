import { describe, expect, it } from 'vitest';
import { roles } from '../people/roles.ts';
import { access, mayCall, type ProcedurePath, whileLocked } from './access.ts';

// Columns: nobody | dutyOfficer shiftLead liaison leaderOnDuty supervisor custodian admin | works while locked.
const table = `
setup.status                  ×|×××××××|×
setup.initialise              ×|×××××××|·
session.checkPassword         ×|×××××××|×
session.checkPin              ×|×××××××|×
people.list                   ·|×××××××|·
people.create                 ·|······×|·
people.update                 ·|······×|·
people.setCredential          ·|······×|·
people.changeOwn              ·|×××××××|·
settings.get                  ×|×××××××|×
settings.setSite              ·|······×|·
settings.setLimits            ·|······×|·
settings.limitsHistory        ·|×××××××|·
bureau.preview                ×|×××××××|·
bureau.export                 ·|······×|·
shifts.current                ×|×××××××|×
shifts.days                   ·|×××××××|·
shifts.planRelief             ·|×××····|·
shifts.takeDesk               ·|×××××××|·
shifts.signIn                 ·|×××××××|·
shifts.signOut                ·|×××××××|·
shifts.substitute             ·|·×·····|·
shifts.markAbsence            ·|·×·····|·
shifts.endAbsence             ·|·×·····|·
shifts.attendance             ·|×××××××|·
instructions.receive          ·|·××····|·
instructions.backEnter        ·|·××····|·
instructions.decline          ·|·××····|·
instructions.duplicate        ·|·××····|·
instructions.void             ·|·×·····|·
instructions.dispatch         ·|·××····|·
instructions.take             ·|·××····|·
instructions.recall           ·|·××····|·
instructions.notify           ·|·××····|·
instructions.orderDone        ·|·××····|·
instructions.raiseSeverity    ·|·××····|·
instructions.enRoute          ·|·××····|·
instructions.turnout          ·|·××····|·
instructions.returned         ·|·××····|·
instructions.delayed          ·|·××····|·
instructions.onScene          ·|·××····|·
instructions.sceneReport      ·|·××····|·
instructions.confirmScope     ·|·××····|·
instructions.transfer         ·|·××····|·
instructions.resolve          ·|·××····|·
instructions.reportBack       ·|·××····|·
instructions.followUp         ·|·××····|·
instructions.followUpNote     ·|·××····|·
instructions.followUpDone     ·|·××····|·
instructions.close            ·|·××····|·
instructions.reopen           ·|·×·····|·
instructions.restore          ·|·×·····|·
instructions.correct          ·|·××····|·
instructions.live             ·|×××××××|·
instructions.get              ·|×××××××|·
instructions.list             ·|×××××××|·
instructions.intakeHints      ·|·××····|·
instructions.similar          ·|×××××××|·
instructions.register         ·|×××××××|·
instructions.workbook         ·|×××××××|·
dutyLog.add                   ·|××××···|·
dutyLog.correct               ·|××××···|·
dutyLog.step                  ·|××××···|·
dutyLog.attach                ·|××××···|·
dutyLog.link                  ·|××××···|·
dutyLog.get                   ·|×××××××|·
dutyLog.inHand                ·|×××××××|·
dutyLog.day                   ·|×××××××|·
followUps.open                ·|×××××××|·
followUps.done                ·|×××····|·
attachments.begin             ·|××××···|·
attachments.chunk             ·|××××···|·
attachments.finish            ·|××××···|·
attachments.cancel            ·|××××···|·
supplies.list                 ·|×××××××|·
supplies.movements            ·|×××××××|·
supplies.create               ·|······×|·
supplies.issue                ·|·····×·|·
supplies.return               ·|·····×·|·
supplies.receive              ·|·····×·|·
supplies.writeOff             ·|·····×·|·
supplies.stocktake            ·|·····×·|·
groups.board                  ·|×××××××|·
groups.setAvailability        ·|×××····|·
handover.view                 ·|×××××××|·
handover.readiness            ·|×××××××|·
handover.savePreparation      ·|×××····|·
handover.saveCarry            ·|×××····|·
handover.endCarry             ·|×××····|·
handover.readSign             ·|×××××××|·
handover.freeze               ·|·×·····|·
handover.decideItems          ·|×××····|·
handover.countSupplies        ·|×××····|·
handover.withdraw             ·|·×·····|·
handover.signOutgoing         ·|×××××××|·
handover.signIncoming         ·|×××××××|·
handover.get                  ·|×××××××|·
handover.list                 ·|×××××××|·
handover.sheet                ·|×××××××|·
handover.workbook             ·|×××××××|·
handover.document             ·|×××××××|·
handover.seal                 ·|·······|·
handover.reprinted            ·|×××××××|·
posture.view                  ·|×××××××|·
posture.change                ·|·×·×···|·
posture.saveStep              ·|××××···|·
posture.savePlan              ·|·×····×|·
alarms.active                 ×|×××××××|×
alarms.history                ·|×××××××|·
alarms.responses              ·|×××××××|·
alarms.workbook               ·|×××××××|·
alarms.acknowledge            ×|×××××××|×
dictionary.view               ·|×××××××|·
dictionary.savePhrase         ·|·×····×|·
dictionary.saveCode           ·|·×····×|·
numbers.view                  ·|×××××××|·
numbers.reserve               ·|·××····|·
numbers.spoil                 ·|·×·····|·
numbers.blankForms            ·|×××××××|·
papers.log                    ·|×××××××|·
papers.slip                   ·|×××××××|·
papers.logDay                 ·|×××××××|·
papers.entry                  ·|×××××××|·
papers.entries                ·|×××××××|·
papers.reprint                ·|×××××××|·
timeliness.report             ·|×××××××|·
timeliness.bulletin           ·|×××××××|·
timeliness.workbook           ·|×××××××|·
allowance.month               ·|×××××××|·
allowance.workbook            ·|×××××××|·
search.find                   ·|×××××××|·
search.counts                 ·|×××××××|·
desk.view                     ×|×××××××|×
audit.status                  ·|×××××××|·
audit.start                   ·|×××××××|·
audit.cancel                  ·|×××××××|·
backup.status                 ·|×××××××|·
backup.now                    ·|·×····×|·
backup.setSecond              ·|······×|·
archive.list                  ·|×××××××|·
archive.check                 ·|×××××××|·
archive.find                  ·|×××××××|·
`;
const rows = table
  .trim()
  .split('\n')
  .map((line): [ProcedurePath, string] => {
    const [path = '', rights = ''] = line.split(/\s+/);
    return [path as ProcedurePath, rights];
  });
const mark = (may: boolean) => (may ? '×' : '·');

describe('who may call what', () => {
  it.each(rows)('%s %s', (path, rights) => {
    const byRole = roles.map((role) => mark(mayCall(path, [role]))).join('');
    expect(`${mark(mayCall(path, null))}|${byRole}|${mark(whileLocked.has(path))}`).toBe(rights);
  });

  it('the table above names every procedure', () => {
    expect(rows.map(([path]) => path).sort()).toEqual(Object.keys(access).sort());
  });

  it('somebody without any role reads but does not write the record', () => {
    expect(mayCall('instructions.live', [])).toBe(true);
    expect(mayCall('dutyLog.add', [])).toBe(false);
  });

  it('several roles add up', () => {
    expect(mayCall('supplies.issue', ['dutyOfficer', 'custodian'])).toBe(true);
  });

  it('an unknown role gives nothing', () => {
    expect(mayCall('people.create', ['ADMIN', 'root'])).toBe(false);
  });
});
