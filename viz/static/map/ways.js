// From one thing to the next of some that stand on a plane.

/** @typedef {[right: number, down: number]} Way */

/** @type {Map<string, Way>} */
export const WAYS = new Map([["ArrowRight", [1, 0]], ["ArrowLeft", [-1, 0]], ["ArrowDown", [0, 1]], ["ArrowUp", [0, -1]]]);

/**
 * The nearest thing that way, or null. What lies ahead is preferred to what lies aside.
 * @template {{ at: { x: number, y: number } }} T
 * @param {T} from
 * @param {T[]} things
 * @param {Way} way
 */
export const nextOn = (from, things, [right, down]) => {
  let best = null;
  let least = Infinity;
  for (const thing of things) {
    const [x, y] = [thing.at.x - from.at.x, thing.at.y - from.at.y];
    const ahead = x * right + y * down;
    const beside = Math.abs(x * down - y * right);
    if (ahead <= 0 || beside > 1.5 * ahead) continue;
    const far = ahead + 2 * beside;
    if (far < least) {
      least = far;
      best = thing;
    }
  }
  return best;
};
