import type { InstructionEvent } from '../../shared/instructions/types.ts';
import type { FormTime } from '../../shared/papers/paper-time.ts';
import {
  correctFieldWords,
  meansWords,
  noticeRoleWords,
  severityWords,
  zoneWords,
} from '../../shared/papers/words.ts';

type Words = { time: FormTime['dayTime']; categoryName: (no: string) => string };

const join = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join('，');

/** One event of an instruction as the slip writes it. Times of its own stand in the words where they matter. */
export function eventWords(event: InstructionEvent, words: Words): string {
  const { time } = words;
  switch (event.name) {
    case 'decline':
      return `不属受理范围，已向${event.input.explainedTo}说明：${event.input.text}`;
    case 'duplicate':
      return '与原指令重复，并入';
    case 'void':
      return `作废：${event.input.reason}`;
    case 'dispatch':
      return join(
        `派送${event.resolved.to?.name ?? ''}（${meansWords[event.input.means]}）`,
        event.input.takenBy && `接令人${event.input.takenBy}`,
        event.input.leaderNeeded && '须领导到场',
        event.input.despite && `无人在岗仍派：${event.input.despite}`,
      );
    case 'take':
      return `接令：${event.input.takenBy}（${meansWords[event.input.means]}）`;
    case 'recall':
      return `撤回队伍：${event.input.reason}`;
    case 'notify': {
      const role = noticeRoleWords[event.resolved.noticeRole ?? 'other'];
      const { order, through } = event.input;
      return join(
        `告知${role}${event.input.who}（${through ? `经${through}，` : ''}${meansWords[event.input.means]}）${event.input.text}`,
        order && `批示：${order.text}（${order.owner}，${time(order.dueAtMs)}前落实）`,
      );
    }
    case 'orderDone':
      return `领导批示已落实：${event.input.text}`;
    case 'raiseSeverity':
      return join(
        `紧急程度升为${severityWords[event.input.to]}`,
        event.input.notified && `已告知${event.input.notified}`,
      );
    case 'enRoute':
      return `出动 ${crewWords(event.input)}`;
    case 'turnout':
      return `出动人员登记：${crewWords(event.input)}`;
    case 'returned':
      return '归队';
    case 'delayed':
      return join(
        `不能按时到达：${event.input.reason}`,
        `已向${event.input.explainedTo}说明`,
        event.input.expectedAtMs !== null && `预计${time(event.input.expectedAtMs)}到场`,
      );
    case 'onScene':
      return `到达现场 ${event.input.text}`;
    case 'sceneReport':
      return `现场情况：${event.input.text}`;
    case 'confirmScope': {
      const { inScope, kind, explainedTo, competent } = event.input;
      if (inScope) return '确认属受理范围';
      return join(
        kind === 'unclear' ? '权属不清' : '确认不属受理范围',
        explainedTo && `已向${explainedTo}说明`,
        competent && `受理部门${competent}`,
      );
    }
    case 'transfer':
      return join(
        `移交${event.input.to}`,
        `接收人${event.input.receiver}`,
        event.input.orderKept && '移交前维护现场秩序',
        event.input.text,
      );
    case 'resolve':
      return `处置完毕：${event.resolved.code ? `【${event.resolved.code}】` : ''}${event.input.text}`;
    case 'reportBack':
      return `反馈110，接收人${event.input.to}`;
    case 'followUp':
      return `后续处理：${event.input.text}（${event.input.owner}，${time(event.input.dueAtMs)}前；已向${event.input.explainedTo}说明）`;
    case 'followUpNote':
      return join(
        `后续进展：${event.input.text}`,
        event.input.dueAtMs !== undefined && `期限改为${time(event.input.dueAtMs)}`,
      );
    case 'followUpDone':
      return `后续完成：${event.input.text}`;
    case 'close':
      return '办结';
    case 'reopen':
      return `重新打开：${event.input.reason}`;
    case 'restore':
      return `撤销误操作：${event.input.reason}`;
    case 'correct': {
      const { field, reason, text, zone, timeMs } = event.input;
      const after = zone ?? timeMs?.toString() ?? text;
      const word = (value: string) => correctedValue(field, value, words) || '空';
      return `更正${correctFieldWords[field]}：原“${word(event.resolved.before ?? '')}”改为“${word(after)}”，${reason}`;
    }
  }
}

const crewWords = (crew: { members: string[]; vehicle: string; uniformed: boolean | null }) =>
  join(
    crew.members.join('、'),
    crew.vehicle,
    crew.uniformed === null ? '' : crew.uniformed ? '着装' : '便装',
  );

type Field = Extract<InstructionEvent, { name: 'correct' }>['input']['field'];

function correctedValue(field: Field, value: string, { time, categoryName }: Words): string {
  if (value === '') return '';
  if (field === 'takenAt' || field === 'arrivedAt' || field === 'issuedAt') return time(Number(value));
  if (field === 'zone' && (value === 'mainUrban' || value === 'other')) return zoneWords[value];
  return field === 'category' ? categoryName(value) : value;
}
