import { useTranslation } from 'react-i18next';

/** A response in words to the second: `40秒`, `2分5秒`, `1小时2分`. */
export function useResponseText(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const seconds = Math.round(ms / 1000);
    if (seconds < 60) return t(($) => $.alarms.duration.seconds, { count: seconds });
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return t(($) => $.alarms.duration.minutes, { minutes, seconds: seconds % 60 });
    return t(($) => $.alarms.duration.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
}
