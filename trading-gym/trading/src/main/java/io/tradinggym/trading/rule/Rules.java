package io.tradinggym.trading.rule;

import io.tradinggym.api.Nearest;
import io.tradinggym.api.Option;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Rules by name: those of this package, and those of every {@link RuleProvider} on the class path. */
public final class Rules {
  private static final Option<Integer> FAST =
      bars("fast", 10, "closes of the fast average, less than slow");
  private static final Option<Integer> SLOW = bars("slow", 50, "closes of the slow average");
  private static final Option<Integer> BARS = bars("bars", 200, "bars that are looked back on");
  private static final Option<Integer> EVERY = bars("every", 21, "bars between two decisions");
  private static final Option<Integer> ENTER = bars("enter", 55, "bars of the high to buy above");
  private static final Option<Integer> EXIT = bars("exit", 20, "bars of the low to sell below");

  private static final List<RuleRegistration> OURS =
      List.of(
          new RuleRegistration(
              "above-average",
              "Long above the average of closes, in cash below.",
              List.of(BARS),
              options -> new AboveAverage(options.get(BARS))),
          new RuleRegistration(
              "breakout",
              "Buys above the highest high of past bars, sells below the lowest low.",
              List.of(ENTER, EXIT),
              options -> new Breakout(options.get(ENTER), options.get(EXIT))),
          new RuleRegistration(
              "buy-and-hold",
              "Buys equal parts, and holds.",
              List.of(),
              options -> new BuyAndHold()),
          new RuleRegistration(
              "momentum",
              "Holds what rose over the past bars, in equal parts.",
              List.of(BARS, EVERY),
              options -> new Momentum(options.get(BARS), options.get(EVERY))),
          new RuleRegistration(
              "moving-average-cross",
              "Long while the fast average of closes is above the slow one.",
              List.of(FAST, SLOW),
              options -> new MovingAverageCross(options.get(FAST), options.get(SLOW))));

  private Rules() {}

  private static Option<Integer> bars(String name, int byDefault, String meaning) {
    return Option.integer(name, byDefault, meaning).must(">= 1", value -> value >= 1);
  }

  static void requireBars(String name, int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + bars);
    }
  }

  /**
   * {@return all rules there are, by name, in order of their names}
   *
   * @throws IllegalStateException if two are of the same name
   */
  public static Map<String, RuleRegistration> all() {
    Map<String, RuleRegistration> all = new TreeMap<>();
    OURS.forEach(rule -> all.put(rule.name(), rule));
    for (RuleProvider provider : ServiceLoader.load(RuleProvider.class)) {
      for (RuleRegistration rule : provider.rules()) {
        if (all.putIfAbsent(rule.name(), rule) != null) {
          throw new IllegalStateException("two rules on the class path are named " + rule.name());
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * {@return the rule of a name}
   *
   * @param name in lower case with dashes, such as {@code moving-average-cross}
   * @throws IllegalArgumentException naming those there are
   */
  public static RuleRegistration named(String name) {
    Map<String, RuleRegistration> all = all();
    RuleRegistration found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "unknown rule \""
              + name
              + "\"; known: "
              + String.join(", ", all.keySet())
              + Nearest.hint(name, all.keySet()));
    }
    return found;
  }
}
