import type { Attachment } from '../../contract/attachment.js';
import type { AttachmentLinks } from '../../stores/files/attachment-links.js';

/**
 * Downloads a file, or opens a picture beside the page; the page itself goes nowhere, whatever the
 * link leads to. Rejects with an ApiError when there is no link.
 */
export async function openFile(links: AttachmentLinks, { id, name }: Attachment): Promise<void> {
  const link = document.createElement('a');
  link.href = await links.get(id);
  link.download = name;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.click();
}
