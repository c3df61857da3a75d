const KB = 1024;

/** `820 KB`, `3.4 MB`: the size of a file as people say it. */
export const fileSize = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
