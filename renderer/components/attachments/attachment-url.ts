/** Where a file of the archive is shown from. */
export const attachmentUrl = (file: { sha256: string }): string => `app://desk/attachment/${file.sha256}`;
