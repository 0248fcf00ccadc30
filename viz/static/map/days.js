// Days as texts, YYYY-MM-DD, which sort as days do.

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");
/** @param {Date} date */
export const dayOf = (date) => [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
/**
 * The first and the last day of the quarter in which a day lies.
 * @param {Date} date
 */
export const quarterOf = (date) => {
  const begins = Math.floor(date.getMonth() / 3) * 3;
  return [dayOf(new Date(date.getFullYear(), begins, 1)), dayOf(new Date(date.getFullYear(), begins + 3, 0))];
};
/**
 * The last day that a task or target has, empty where nothing tells one: its day, or the end of its year.
 * @param {{ due_by?: string, due?: number, due_derived?: number }} facts
 */
export const lastDay = (facts) => {
  const year = facts.due || facts.due_derived;
  return facts.due_by || (year ? year + "-12-31" : "");
};
