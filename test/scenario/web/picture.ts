import { createCanvas, loadImage } from 'canvas'
import type { Page } from 'playwright-core'

/** What a picture of the 3D view shows, as shares of its pixels. */
export interface PictureContent {
  /** Pixels of the sky's colour, or of the page's ground where nothing is drawn. */
  readonly empty: number
  /** Different colours in the picture. */
  readonly colours: number
}

/** Looks at the part of the page that the selector names. */
export async function lookAt(page: Page, selector: string): Promise<PictureContent> {
  const image = await loadImage(await page.locator(selector).screenshot())
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const colours = new Map<number, number>()
  for (let index = 0; index < data.length; index += 4) {
    const colour = ((data[index] ?? 0) << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0)
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  const commonest = Math.max(...colours.values())
  return { empty: commonest / (image.width * image.height), colours: colours.size }
}

/** Looks again and again until the picture is as wanted. */
export async function lookUntil(
  page: Page,
  selector: string,
  wanted: (content: PictureContent) => boolean,
): Promise<PictureContent> {
  const deadline = performance.now() + 40_000
  for (;;) {
    const content = await lookAt(page, selector)
    if (wanted(content)) return content
    if (performance.now() > deadline) throw new Error(`Still drawn after 40 s: ${JSON.stringify(content)}.`)
  }
}
