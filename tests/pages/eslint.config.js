import js from "@eslint/js";
import globals from "globals";

// What the pages' oldest browsers lack, and what would let a text of a plan become markup.
const TOO_NEW = ["replaceAll", "replaceChildren", "flatMap", "fromEntries", "hasOwn", "findLast", "toSorted"];
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write"];

export default [
  js.configs.recommended,
  {
    files: ["viz/static/**/*.js"],
    languageOptions: { ecmaVersion: 2018, sourceType: "module", globals: { ...globals.browser, vis: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-implicit-globals": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": ["error", ...[...TOO_NEW, ...MARKUP].map((property) => ({ property }))],
      "no-unused-vars": ["error", { args: "after-used", caughtErrors: "none" }],
      "no-irregular-whitespace": ["error", { skipComments: true, skipStrings: true, skipTemplates: true, skipRegExps: true }],
    },
  },
  {
    files: ["tests/pages/**/*.js"],
    languageOptions: { sourceType: "module", globals: globals.node },
  },
];
