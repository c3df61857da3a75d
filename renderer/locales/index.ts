import { en } from './en.ts';
import alarms from './zh-CN/alarms.json' with { type: 'json' };
import allowance from './zh-CN/allowance.json' with { type: 'json' };
import archive from './zh-CN/archive.json' with { type: 'json' };
import briefing from './zh-CN/briefing.json' with { type: 'json' };
import common from './zh-CN/common.json' with { type: 'json' };
import crew from './zh-CN/crew.json' with { type: 'json' };
import desk from './zh-CN/desk.json' with { type: 'json' };
import dictionary from './zh-CN/dictionary.json' with { type: 'json' };
import errors from './zh-CN/errors.json' with { type: 'json' };
import field from './zh-CN/field.json' with { type: 'json' };
import groups from './zh-CN/groups.json' with { type: 'json' };
import handover from './zh-CN/handover.json' with { type: 'json' };
import instructions from './zh-CN/instructions.json' with { type: 'json' };
import intake from './zh-CN/intake.json' with { type: 'json' };
import log from './zh-CN/log.json' with { type: 'json' };
import papers from './zh-CN/papers.json' with { type: 'json' };
import posture from './zh-CN/posture.json' with { type: 'json' };
import search from './zh-CN/search.json' with { type: 'json' };
import session from './zh-CN/session.json' with { type: 'json' };
import settings from './zh-CN/settings.json' with { type: 'json' };
import supplies from './zh-CN/supplies.json' with { type: 'json' };
import timeliness from './zh-CN/timeliness.json' with { type: 'json' };

/** Chinese is the source of the keys: every other language must have the same shape. */
export const zhCN = {
  alarms,
  archive,
  briefing,
  common,
  crew,
  field,
  errors,
  search,
  session,
  desk,
  dictionary,
  instructions,
  intake,
  log,
  handover,
  supplies,
  groups,
  settings,
  timeliness,
  allowance,
  papers,
  posture,
};

export type Words = typeof zhCN;

/** The resources of i18next, all in one namespace: `t(($) => $.desk.title)`. */
export const resources = {
  'zh-CN': { translation: zhCN },
  en: { translation: en satisfies Words },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    enableSelector: 'optimize';
    resources: { translation: Words };
  }
}
