/** A picture of a market stall, as a phone would have taken it. */
export async function stallPicture(name: string, width = 800, height = 600): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#f6d9a8');
  sky.addColorStop(1, '#e79a76');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let stripe = 0; stripe < 10; stripe += 1) {
    context.fillStyle = stripe % 2 ? '#fff6e8' : '#2f6f62';
    context.fillRect((stripe * width) / 10, height * 0.25, width / 10, height * 0.2);
  }
  context.fillStyle = '#4a3a31';
  context.fillRect(0, height * 0.7, width, height * 0.3);
  context.font = `${height / 10}px serif`;
  context.textAlign = 'center';
  context.fillText('Ana Lopes', width / 2, height * 0.58);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new File([blob], name, { type: 'image/png' });
}

export const textFile = (name: string, text: string): File =>
  new File([text], name, { type: 'text/plain' });

/** Picks files as a person would, once the tag can take them. */
export async function pick(canvas: HTMLElement, tag: string, files: readonly File[]) {
  const input = await comes<HTMLInputElement>(canvas, tag, 'input[type="file"]');
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What comes later in a tag, once it is there. */
export async function comes<Found extends HTMLElement>(
  canvas: HTMLElement,
  tag: string,
  selector: string,
): Promise<Found> {
  for (;;) {
    const found = canvas.querySelector(tag)?.shadowRoot?.querySelector<Found>(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}
