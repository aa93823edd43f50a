package com.kestrelparcel.corerules;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named rule: when its condition holds, its result applies.
 *
 * @param <S> what the rule looks at
 * @param <R> what it results in
 */
public record Rule<S, R>(String name, Predicate<S> condition, Function<S, R> result) {}
