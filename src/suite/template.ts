import { createRequire } from 'node:module';
import type { Liquid, Template } from 'liquidjs';
import type { Json, LocalText } from '../model/index.ts';

const require = createRequire(import.meta.url);

/** A prompt template compiled once; see `compileTemplate`. */
export interface PromptTemplate {
  /** Names of the variables that the template reads, sorted. */
  readonly variables: readonly string[];
  render(values: Readonly<Record<string, Json>>): string;
}

export class TemplateError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.text = text;
  }
}

/** True when the text has to be rendered: everything else is taken literally. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/**
 * Makes the compiler of one suite. Liquid has no file access here, sees own properties only, and
 * has bounds on parsing, rendering and memory: a suite from outside is data, not a program.
 */
export function templateCompiler(): (text: string) => PromptTemplate {
  let engine: Liquid | undefined;
  return (text) => {
    if (!isTemplate(text)) return { variables: [], render: () => text };
    engine ??= newEngine();
    return compile(engine, text);
  };
}

function newEngine(): Liquid {
  // Loaded here, because most suites have no template and the library costs start-up time.
  const { Liquid } = require('liquidjs') as typeof import('liquidjs');
  return new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: 1e7,
    renderLimit: 2000,
    memoryLimit: 1e8,
  });
}

function compile(engine: Liquid, text: string): PromptTemplate {
  let parsed: Template[];
  let variables: string[];
  try {
    parsed = engine.parse(text);
    variables = engine.globalVariablesSync(parsed).toSorted();
  } catch (error) {
    throw templateError(error);
  }
  return {
    variables,
    render(values) {
      try {
        return String(engine.renderSync(parsed, { ...values }));
      } catch (error) {
        throw templateError(error);
      }
    },
  };
}

function templateError(error: unknown): TemplateError {
  const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  return new TemplateError({ zh: `模板错误：${detail}。`, en: `Template: ${detail}.` });
}

/**
 * Names that the template needs and does not get, and names that it gets and does not use; both
 * are mistakes, since either way the prompt is not what its author meant.
 */
export function variableFindings(
  used: readonly string[],
  given: readonly string[],
): { readonly unknown: readonly string[]; readonly unused: readonly string[] } {
  return {
    unknown: used.filter((name) => !given.includes(name)),
    unused: given.filter((name) => !used.includes(name)),
  };
}
