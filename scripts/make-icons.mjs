/** The sizes of the icon theme of a Linux desktop. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** From which the two container formats take their smaller pictures. */
const LARGEST = 1024;

/**
 * Every icon that the installers need, by its path below `resources/`, made of the one picture.
 * @param {string} svg
 * @returns {Promise<ReadonlyMap<string, Buffer>>}
 */
export async function makeIcons(svg) {
  const { Resvg } = await import('@resvg/resvg-js');
  const { createICNS, createICO, BICUBIC } = await import('png2icons');
  /** @param {number} width */
  const picture = (width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
  const large = picture(LARGEST);
  const mac = createICNS(large, BICUBIC, 0);
  // Small pictures as bitmaps, which Windows wants in an executable.
  const windows = createICO(large, BICUBIC, 0, false, true);
  if (!mac || !windows) throw new Error('The icons could not be put together');
  return new Map([
    ...LINUX_SIZES.map((size) => /** @type {const} */ ([`icons/${size}x${size}.png`, picture(size)])),
    ['icon.icns', mac],
    ['icon.ico', windows],
  ]);
}
