import type { Dependencies } from '../analysis/dependencies.ts';
import { definitionIndex } from '../document/definitionIndex.ts';
import type { Feature } from '../document/format/model.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { referencesOf } from '../document/references.ts';
import { within } from '../document/yaml/localRange.ts';
import { dependencyCycle } from '../wording/problems/references.ts';
import { dependencyFixes } from './decisionFixes.ts';
import { rememberFree, staysFree } from './freeOfCycles.ts';
import type { Finding } from './problem.ts';
import type { RuleContext } from './rule.ts';

/** `kano/dependency-cycle` on every `dependsOn` entry that is part of a cycle; entries of one cycle have the same message. */
export function checkDependencyCycles({ product, analysis, model }: RuleContext): readonly Finding[] {
  const dependsOn = definitionIndex(model).lists.features.referrers;
  const findings = dependsOn.size === 0 || staysFree(product) ? [] : findCycles(model, analysis.dependencies);
  if (findings.length === 0) rememberFree(product);
  return findings;
}

function findCycles(model: KanoModel, dependencies: Dependencies): readonly Finding[] {
  if (dependencies.cycles.length === 0) return [];
  const messageOf = cycleMessages(dependencies);
  return model.list('features').flatMap((item) =>
    referencesOf(item).flatMap(({ target, node }): Finding[] => {
      const dependency = target === 'features' ? dependencies.resolve(node.value) : undefined;
      if (!dependency || !dependencies.isInCycle(item.value, dependency)) return [];
      return [
        {
          code: 'kano/dependency-cycle',
          range: within(item.part, node),
          message: messageOf(item.value, dependency),
          fixes: dependencyFixes(item, node),
        },
      ];
    }),
  );
}

/** A search may walk through the whole tangle. Files made by people need few; in others the searches must not take minutes. */
const mostSearches = 100;

/** The message for an entry in a cycle: the shortest cycle through it is sought once for all entries along it. */
function cycleMessages(dependencies: Dependencies): (feature: Feature, dependency: Feature) => string {
  const known = new Map<Feature, Map<Feature, string>>();
  let searches = 0;
  return (feature, dependency) => {
    const message = known.get(feature)?.get(dependency);
    if (message !== undefined) return message;
    if (searches++ >= mostSearches) return dependencyCycle([...idOf(feature), ...idOf(dependency), '…']);
    const cycle = dependencies.cycleThrough(feature, dependency) ?? [feature, dependency];
    const found = dependencyCycle(cycle.flatMap(idOf));
    cycle.forEach((each, index) => {
      const next = cycle[(index + 1) % cycle.length] ?? each;
      const messages = known.get(each) ?? new Map<Feature, string>();
      if (!messages.has(next)) messages.set(next, found);
      known.set(each, messages);
    });
    return found;
  };
}

function idOf({ id }: Feature): readonly string[] {
  return id === undefined ? [] : [id];
}
