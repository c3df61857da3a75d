/** The runtime to use; fetched or unpacked when needed. */
export function electronRuntime(options?: {
  announce?: boolean;
}): Promise<{ path: string; version: string; source: string }>;
