package com.kestrelparcel.corerules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import platform.log.Log;

/**
 * Rules in the order of their importance.
 *
 * @param <S> what the rules look at
 * @param <R> what they result in
 */
public final class RuleBook<S, R> {
  private final List<Rule<S, R>> rules = new ArrayList<>();
  private final Log log;

  /** An empty book; the log tells which rules applied. */
  public RuleBook(String name) {
    this.log = Log.of(name);
  }

  /** Adds a rule below all others. */
  public RuleBook<S, R> when(String name, Predicate<S> condition, Function<S, R> result) {
    rules.add(new Rule<>(name, condition, result));
    return this;
  }

  /** The result of the first rule that applies. */
  public Optional<R> first(S subject) {
    return rules.stream()
        .filter(rule -> rule.condition().test(subject))
        .findFirst()
        .map(rule -> apply(rule, subject));
  }

  /** The results of all rules that apply, the most important first. */
  public List<R> all(S subject) {
    return rules.stream()
        .filter(rule -> rule.condition().test(subject))
        .map(rule -> apply(rule, subject))
        .toList();
  }

  /** What has been decided so far. */
  public List<String> decisions() {
    return log.entries().stream().map(entry -> entry.message()).toList();
  }

  private R apply(Rule<S, R> rule, S subject) {
    R result = rule.result().apply(subject);
    log.info(rule.name() + " -> " + result);
    return result;
  }
}
