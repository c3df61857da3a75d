import alarms from './en/alarms.json' with { type: 'json' };
import allowance from './en/allowance.json' with { type: 'json' };
import archive from './en/archive.json' with { type: 'json' };
import briefing from './en/briefing.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import crew from './en/crew.json' with { type: 'json' };
import desk from './en/desk.json' with { type: 'json' };
import dictionary from './en/dictionary.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import field from './en/field.json' with { type: 'json' };
import groups from './en/groups.json' with { type: 'json' };
import handover from './en/handover.json' with { type: 'json' };
import instructions from './en/instructions.json' with { type: 'json' };
import intake from './en/intake.json' with { type: 'json' };
import log from './en/log.json' with { type: 'json' };
import papers from './en/papers.json' with { type: 'json' };
import posture from './en/posture.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import session from './en/session.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import supplies from './en/supplies.json' with { type: 'json' };
import timeliness from './en/timeliness.json' with { type: 'json' };

/** The English words. */
export const en = {
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
