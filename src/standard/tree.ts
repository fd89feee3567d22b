import type { Capability, LocalText } from '../model/index.ts';
import type { Catalogue, Category, DecisionRule, Indicator } from './catalogue.ts';

export function findIndicator(catalogue: Catalogue, id: string): Indicator | undefined {
  return catalogue.indicators.find((indicator) => indicator.id === id);
}

export function findRule(catalogue: Catalogue, id: string): DecisionRule | undefined {
  return catalogue.rules.find((rule) => rule.id === id);
}

/** The middle level: the indicators of a category that stand under one title. */
export interface IndicatorGroup {
  readonly title: LocalText;
  readonly indicators: readonly Indicator[];
}

export interface CategoryTree {
  readonly category: Category;
  readonly groups: readonly IndicatorGroup[];
}

/** The catalogue as a tree of three levels, in its own order. */
export function catalogueTree(catalogue: Catalogue): readonly CategoryTree[] {
  return catalogue.categories.map((category) => {
    const own = catalogue.indicators.filter((indicator) => indicator.category === category.id);
    const groups = Map.groupBy(own, ({ group }) => JSON.stringify([group.zh, group.en]));
    return {
      category,
      groups: [...groups.values()].map((indicators) => ({
        title: (indicators[0] as Indicator).group,
        indicators,
      })),
    };
  });
}

/**
 * What keeps an indicator from applying to a model; empty when it applies. First the capabilities
 * that are all needed, then those of which one would do.
 */
export function unmetCapabilities(
  indicator: Pick<Indicator, 'appliesWhen' | 'appliesWhenAny'>,
  declared: readonly Capability[],
): { readonly all: readonly Capability[]; readonly any: readonly Capability[] } {
  const any = indicator.appliesWhenAny ?? [];
  return {
    all: indicator.appliesWhen.filter((capability) => !declared.includes(capability)),
    any: any.some((capability) => declared.includes(capability)) ? [] : any,
  };
}
