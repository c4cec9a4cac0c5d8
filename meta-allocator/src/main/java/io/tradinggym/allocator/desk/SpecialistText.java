package io.tradinggym.allocator.desk;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.Nearest;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureCall;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.specialists.optimum.OptimalPolicies;
import io.tradinggym.specialists.planted.PlantedMarkets;
import io.tradinggym.specialists.planted.PlantedReader;
import io.tradinggym.trading.rule.Rule;
import io.tradinggym.trading.rule.RuleRegistration;
import io.tradinggym.trading.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A specialist as it is written: {@code NAME: KIND(arguments) on SYMBOL SYMBOL}.
 *
 * <pre>
 * | kind                             | what it does                                                                  |
 * | ewma(span=30,band=0.04)          | follows trends by the exponential mean of returns                             |
 * | zscore(bars=20,enter=1.5,leave=0.3) | bets on a way back to the mean                                             |
 * | strongest(bars=60,top=1,every=5) | holds the strongest                                                           |
 * | hold                             | buys equal parts and holds                                                    |
 * | cash                             | holds nothing                                                                 |
 * | a rule's name(parameters)        | what that {@link Rule} of the class path does, such as breakout(55,20)        |
 * | policy(FILE,ENVIRONMENT,NAME=VALUE,..) | a policy that was trained in an environment of shares or coins, or in    |
 * |                                  | a planted market such as Trend-v1                                             |
 * | optimum(ENVIRONMENT,NAME=VALUE,..) | the best that can be done in a planted market                               |
 * </pre>
 *
 * <p>A value that is a list stands in parentheses: {@code features=(return1,rsi(14))}.
 *
 * @param name unique among the specialists of an account: letters, digits and dashes
 * @param kind of the table
 * @param arguments as written
 * @param symbols of the instruments that it trades; empty for all
 */
record SpecialistText(String name, String kind, List<String> arguments, List<String> symbols) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([A-Za-z0-9-]+)\\s*:\\s*([a-z-]+)\\s*(?:\\((.*)\\))?\\s*(?:on\\s+([^()]+?))?\\s*");
  private static final Map<String, double[]> NUMBERS =
      Map.of(
          "ewma", new double[] {30, 0.04},
          "zscore", new double[] {20, 1.5, 0.3},
          "strongest", new double[] {60, 1, 5},
          "hold", new double[] {},
          "cash", new double[] {});
  private static final String TRAINED = "policy";
  private static final String OPTIMUM = "optimum";
  private static final int LEAST_OF_A_POLICY = 2;

  SpecialistText {
    arguments = List.copyOf(arguments);
    symbols = List.copyOf(symbols);
    if (Rules.all().containsKey(kind)) {
      rule(kind, arguments);
    } else if (!kind.equals(TRAINED) && !kind.equals(OPTIMUM)) {
      numbers(kind, arguments);
    } else if (arguments.size() < LEAST_OF_A_POLICY - (kind.equals(OPTIMUM) ? 1 : 0)) {
      throw new IllegalArgumentException(
          "specialist "
              + name
              + " needs policy(FILE,ENVIRONMENT) or optimum(ENVIRONMENT), was "
              + arguments);
    }
  }

  static SpecialistText parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a specialist is written NAME: KIND(arguments) on SYMBOLS, such as \"trend:"
              + " ewma(30,0.04) on SPY QQQ\"; was \""
              + text
              + "\"");
    }
    String inside = form.group(3);
    return new SpecialistText(
        form.group(1),
        form.group(2),
        inside == null || inside.isBlank() ? List.of() : FeatureCall.split(inside),
        form.group(4) == null ? List.of() : List.of(form.group(4).strip().split("[\\s,]+")));
  }

  /** A rule of the class path; its parameters in order, or as NAME=VALUE. */
  private static Rule rule(String kind, List<String> arguments) {
    RuleRegistration registration = Rules.named(kind);
    List<Option<?>> known = registration.options();
    Options options = Options.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      String[] sides = arguments.get(i).split("=", 2);
      if (sides.length == 1 && i >= known.size()) {
        throw new IllegalArgumentException(
            kind + " takes at most " + known.size() + " parameters, was given " + arguments);
      }
      String name = sides.length == 2 ? sides[0].strip() : known.get(i).name();
      options = options.set(known, name, sides[sides.length - 1].strip());
    }
    return registration.maker().apply(options);
  }

  private static double[] numbers(String kind, List<String> arguments) {
    double[] defaults = NUMBERS.get(kind);
    if (defaults == null) {
      List<String> kinds = new ArrayList<>(NUMBERS.keySet());
      kinds.add(TRAINED);
      kinds.add(OPTIMUM);
      kinds.addAll(Rules.all().keySet());
      kinds.sort(null);
      throw new IllegalArgumentException(
          "no specialist \"" + kind + "\"; there are " + kinds + Nearest.hint(kind, kinds));
    }
    double[] values = defaults.clone();
    try {
      for (int i = 0; i < arguments.size(); i++) {
        values[i] = Double.parseDouble(arguments.get(i));
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          kind + " takes at most " + values.length + " numbers, was given " + arguments, e);
    }
    return values;
  }

  /** The instruments that it trades, by index. */
  int[] assets(Market market) {
    List<String> known = market.instruments().stream().map(Instrument::symbol).toList();
    if (symbols.isEmpty()) {
      return IntStream.range(0, known.size()).toArray();
    }
    int[] assets = symbols.stream().mapToInt(known::indexOf).toArray();
    for (int i = 0; i < assets.length; i++) {
      if (assets[i] < 0) {
        throw new IllegalArgumentException(
            "specialist "
                + name
                + " trades "
                + symbols.get(i)
                + ", the market has "
                + known
                + Nearest.hint(symbols.get(i), known));
      }
      if (symbols.indexOf(symbols.get(i)) < i) {
        throw new IllegalArgumentException(
            "specialist " + name + " names " + symbols.get(i) + " twice; expected it once");
      }
    }
    return assets;
  }

  /** The policy's file; null for a rule. */
  @Nullable Path file() {
    return kind.equals(TRAINED) ? Path.of(arguments.getFirst()) : null;
  }

  /**
   * A specialist for one lane.
   *
   * @param policy read from {@link #file}; null for a rule
   */
  Specialist create(@Nullable Policy policy, Market market, Bars bars, boolean shorts) {
    int[] assets = assets(market);
    if (policy != null) {
      return PlantedReader.environments().contains(environment())
          ? new PlantedSpecialist(policy, PlantedReader.of(environment(), planted()), assets)
          : new TrainedSpecialist(
              policy,
              Objects.requireNonNull(file()),
              environment(),
              given(),
              new FollowedMarket(market, bars, assets),
              assets);
    }
    if (Rules.all().containsKey(kind)) {
      return new RuledSpecialist(
          rule(kind, arguments), new FollowedMarket(market, bars, assets), assets, shorts);
    }
    double[] p = numbers(kind, arguments);
    return switch (kind) {
      case "ewma" -> new EwmaTrend(assets, p[0], p[1], shorts);
      case "zscore" -> new ZScoreReversion(assets, p[0], p[1], p[2], shorts);
      case "strongest" -> new CrossMomentum(assets, p[0], p[1], p[2]);
      case "cash" -> new EqualHold(new int[0]);
      default -> new EqualHold(assets);
    };
  }

  /** The environment of a policy. */
  private String environment() {
    return arguments.get(kind.equals(OPTIMUM) ? 0 : 1);
  }

  /** Its options as they were given. */
  private Map<String, String> given() {
    Map<String, String> options = new LinkedHashMap<>();
    int from = kind.equals(OPTIMUM) ? 1 : LEAST_OF_A_POLICY;
    for (String option : arguments.subList(from, arguments.size())) {
      String[] sides = option.split("=", 2);
      options.put(sides[0].strip(), sides.length == 2 ? bare(sides[1].strip()) : "true");
    }
    return options;
  }

  /** Options of a planted market; an optimum sees the filter. */
  private Options planted() {
    List<Option<?>> known = Registry.global().get(environment()).options();
    Options options = Options.NONE;
    for (Map.Entry<String, String> option : given().entrySet()) {
      options = options.set(known, option.getKey(), option.getValue());
    }
    return kind.equals(OPTIMUM) ? options.set(PlantedMarkets.INFORMED, true) : options;
  }

  /** A list without the parentheses around it. */
  private static String bare(String value) {
    return value.startsWith("(") && value.endsWith(")")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /** Reads or solves the policy, if it is one. */
  @Nullable Policy policy() {
    if (kind.equals(OPTIMUM)) {
      return OptimalPolicies.of(environment(), planted().without(PlantedMarkets.INFORMED));
    }
    Path file = file();
    if (file == null) {
      return null;
    }
    try {
      return Policy.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("specialist " + name + ": cannot read " + file, e);
    }
  }

  @Override
  public String toString() {
    return name
        + ": "
        + kind
        + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")")
        + (symbols.isEmpty() ? "" : " on " + String.join(" ", symbols));
  }

  static List<SpecialistText> all(String text) {
    List<SpecialistText> all =
        Arrays.stream(text.split(";", -1))
            .filter(one -> !one.isBlank())
            .map(SpecialistText::parse)
            .toList();
    if (all.isEmpty() || all.stream().map(SpecialistText::name).distinct().count() != all.size()) {
      throw new IllegalArgumentException(
          "an account needs specialists of different names, was \"" + text + "\"");
    }
    return all;
  }
}
