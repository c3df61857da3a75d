import { type DetailField, emptyDetail, type Secrecy } from '../duty-log/details.ts';
import type { FieldChange, LogEntry, LogKind } from '../duty-log/types.ts';
import { logKindWords } from './sheet-words.ts';

/*
 * The forms of the duty log are official Chinese papers whatever language the screen speaks: their wording stands here.
 */

/** 缓急 of a paper. */
export const urgencyWords: Record<NonNullable<LogEntry['urgency']>, string> = {
  flash: '特提',
  immediate: '特急',
  urgent: '加急',
  routine: '平急',
};

/** 密级 of a paper. */
export const secrecyWords: Record<Secrecy, string> = {
  none: '无',
  internal: '内部',
  secret: '秘密',
  confidential: '机密',
  topSecret: '绝密',
};

const genderWords: Record<string, string> = { male: '男', female: '女' };
const stageWords: Record<string, string> = { first: '初报', followUp: '续报', final: '终报' };

/** 性别 as a form writes it; empty where it was not said. */
export const genderWord = (gender: string): string => genderWords[gender] ?? '';

/** 人数 as a form writes it: a bare number is so many people. */
export const peopleWords = (people: string): string => (/^\d+$/.test(people) ? `${people} 人` : people);

/** Fields of an entry by the names that its paper forms use. */
export const fieldWords: Record<FieldChange['field'], string> = {
  kind: '类别',
  occurredAtMs: '时间',
  from: '姓名',
  phone: '电话',
  title: '标题',
  urgency: '缓急',
  calledAtMs: '呼叫时间',
  answeredAtMs: '应答时间',
  receivedBy: '接待/应答人',
  handling: '处理情况',
  important: '重要',
  callerUnit: '来话单位',
  recipientUnit: '受话单位',
  recipient: '受话人',
  gender: '性别',
  address: '单位/住址',
  place: '来访地点',
  people: '人数/人员',
  remarks: '备注',
  receiptNo: '收文号',
  fromNo: '来文号',
  secrecy: '密级',
  copies: '份数',
  subject: '检查内容',
  requirements: '整改要求',
  result: '结果',
  sentTo: '报送单位',
  means: '报送方式',
  stage: '报送阶段',
  device: '设备名称',
  repair: '报修情况',
  warning: '预警',
  area: '巡查区域',
};

const isTime = (field: string) => field.endsWith('AtMs');

/** The value of a field as a form writes it; empty where nothing is said. `time` writes instants. */
export function fieldValue(
  field: FieldChange['field'],
  value: FieldChange['after'],
  time: (ms: number) => string,
): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return isTime(field) ? time(value) : String(value);
  if (field === 'kind') return logKindWords[value as LogKind] ?? value;
  if (field === 'urgency') return urgencyWords[value as keyof typeof urgencyWords] ?? value;
  if (field === 'secrecy') return secrecyWords[value as Secrecy] ?? value;
  if (field === 'gender') return genderWord(value);
  if (field === 'stage') return stageWords[value] ?? value;
  return value;
}

/** What a kind's own fields say, each with its label, without those in `except`. */
export function detailTexts(
  entry: Pick<LogEntry, 'details' | 'kind'>,
  except: readonly DetailField[] = [],
): string[] {
  const label = (field: DetailField) =>
    field === 'people' ? (entry.kind === 'walkIn' ? '人数' : '检查人员') : fieldWords[field];
  return (Object.keys(emptyDetail) as DetailField[])
    .filter((field) => !except.includes(field) && entry.details[field] !== emptyDetail[field])
    .map((field) => `${label(field)}：${fieldValue(field, entry.details[field], String)}`);
}
