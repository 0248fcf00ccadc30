// Numbers of tasks as people say them: 二（四）3, 二/(四)/3, 第二章第三条, 专栏2.

const HAN = "一二三四五六七八九十";
const NUMBER = new RegExp("^(?:附件?\\d*|专栏|表|第|章|[条节款项行]|[" + HAN + "\\d().,/、\\s-])+$");

/**
 * A number without what people leave out: chapters bare, what is below them in brackets. Empty where a text is no number.
 * @param {string} text
 */
export const numberKey = (text) => {
  const plain = text.normalize("NFKC").trim();
  if (plain.length > 24 || !NUMBER.test(plain) || !new RegExp("[" + HAN + "\\d]").test(plain)) return "";
  return plain
    .replace(new RegExp("第?([" + HAN + "]+)章", "g"), "$1/")
    .replace(new RegExp("第([" + HAN + "]+)[条节款项]", "g"), "($1)")
    .replace(/第(\d+)[条节款项行]/g, "$1")
    .replace(/[\s/、]+/g, "");
};

/**
 * How well a number fits one that was typed: 0 the same, 1 below it, null not at all. 第三条 may be a 3.
 * @type {(number: string, typed: string) => number | null}
 */
export const numberRank = (number, typed) => {
  const digits = typed.replace(new RegExp("\\(([" + HAN + "])\\)$"), (all, sign) => String(HAN.indexOf(sign) + 1));
  if (number === typed || number === digits) return 0;
  return typed.length > 1 && (number.startsWith(typed) || (typed[0] === "(" && number.endsWith(typed))) ? 1 : null;
};
