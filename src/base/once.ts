/** A function that computes its value at the first call and then keeps it. */
export function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

/** A function of an object that computes once per object and keeps the value for as long as the object lives. */
export function oncePerObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Value;
    const value = compute(key);
    kept.set(key, value);
    return value;
  };
}

/** Adds properties to an object that are computed at first access and then kept. */
export function lazily<Known extends object, Lazy extends object>(
  known: Known,
  compute: { readonly [Key in keyof Lazy]: () => Lazy[Key] },
): Known & Readonly<Lazy> {
  for (const key of Object.keys(compute) as (keyof Lazy & string)[]) {
    Object.defineProperty(known, key, { get: once(compute[key]), enumerable: true });
  }
  return known as Known & Readonly<Lazy>;
}
