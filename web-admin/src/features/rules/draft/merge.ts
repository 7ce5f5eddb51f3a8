import type { Rules } from './draft';

const idsOf = (rules: Rules) => rules.map((rule) => rule.id);

/**
 * What one of two did to `base`, done to what the other made of it: rules that were added, changed or removed here, and
 * the order when nothing but the order was changed. Where both changed the same rule, ours stands.
 */
export function merged(base: Rules, ours: Rules, theirs: Rules): Rules {
  const before = new Map(base.map((rule) => [rule.id, rule]));
  const mine = new Map(ours.map((rule) => [rule.id, rule]));
  const stay = theirs.filter((rule) => mine.has(rule.id) || !before.has(rule.id));
  const next = stay.map((rule) => {
    const own = mine.get(rule.id);
    return own && own !== before.get(rule.id) ? own : rule;
  });
  const present = new Set(idsOf(next));
  ours.forEach((rule, at) => {
    const isNew = !before.has(rule.id);
    const isRescued = !isNew && rule !== before.get(rule.id);
    if (present.has(rule.id) || !(isNew || isRescued)) return;
    const previous = ours[at - 1]?.id;
    const place = previous ? next.findIndex((each) => each.id === previous) + 1 : 0;
    next.splice(previous && place === 0 ? next.length : place, 0, rule);
    present.add(rule.id);
  });
  const isOnlyOrder =
    ours.length === base.length && ours.every((rule) => rule === before.get(rule.id)) && next.length === ours.length;
  if (!isOnlyOrder) return next;
  const place = new Map(idsOf(ours).map((id, at) => [id, at]));
  return next.every((rule) => place.has(rule.id))
    ? [...next].sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    : next;
}

/** Names of the rules that both changed, where ours would replace theirs. */
export function clashes(base: Rules, ours: Rules, theirs: Rules): string[] {
  const before = new Map(base.map((rule) => [rule.id, rule]));
  const other = new Map(theirs.map((rule) => [rule.id, rule]));
  return ours
    .filter((rule) => before.has(rule.id) && rule !== before.get(rule.id))
    .filter((rule) => other.get(rule.id) !== before.get(rule.id))
    .map((rule) => rule.name);
}
