package io.tradinggym.reward;

import io.tradinggym.api.Nearest;
import io.tradinggym.market.reward.Reward;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rewards from text.
 *
 * <pre>
 *   sum  = [sign] term { sign term }          sign = "+" | "-"
 *   term = [number ["*"]] name ["(" parameter "=" number {"," parameter "=" number} ")"]
 * </pre>
 */
final class RewardText {
  static final double CVAR_RATE = 2e-5;

  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?<sign>[+-])?\\s*(?:(?<weight>[0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*\\*?\\s*)?"
              + "(?<name>[A-Za-z]+)\\s*(?:\\((?<parameters>[^()]*)\\))?\\s*");

  private static final Map<String, Kind> KINDS = new TreeMap<>();

  static {
    add("logReturn", p -> new LogReturn());
    add("profit", p -> new Profit());
    add("benchmark", p -> new Benchmark());
    add("differentialSharpe", p -> new DifferentialSharpe(p.of("eta")), "eta", Rewards.DAILY_ETA);
    add(
        "differentialDownside",
        p -> new DifferentialDownside(p.of("eta")),
        "eta",
        Rewards.DAILY_ETA);
    add("meanVariance", p -> new MeanVariance(p.of("riskAversion")), "riskAversion", 1);
    add("cara", p -> new Cara(p.of("riskAversion")), "riskAversion", 1);
    add("turnover", p -> Costs.TURNOVER);
    add("holding", p -> Costs.HOLDING);
    add("ruin", p -> Costs.RUIN);
    add("drawdown", p -> new Drawdown());
    add("cvar", p -> new Cvar(p.of("level"), p.of("rate")), "level", 0.95, "rate", CVAR_RATE);
    add("exposureShaping", p -> new Shaping(p.of("gamma"), Potentials.EXPOSURE), "gamma", 0.99);
    add("growthShaping", p -> new Shaping(p.of("gamma"), Potentials.GROWTH), "gamma", 0.99);
  }

  /** A reward that text can name: its parameters with their defaults, and how it is made from them. */
  private record Kind(Map<String, Double> defaults, Maker maker) {}

  private interface Maker {
    Reward make(Parameters parameters);
  }

  /** The values of a term's parameters. */
  private record Parameters(Map<String, Double> values) {
    double of(String name) {
      return values.getOrDefault(name, Double.NaN);
    }
  }

  private static void add(String name, Maker maker, Object... defaults) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 0; i < defaults.length; i += 2) {
      parameters.put((String) defaults[i], ((Number) defaults[i + 1]).doubleValue());
    }
    KINDS.put(name, new Kind(parameters, maker));
  }

  private final String text;

  RewardText(String text) {
    this.text = text;
  }

  Reward read() {
    Matcher matcher = TERM.matcher(text);
    WeightedReward sum = null;
    int at = 0;
    while (at < text.length() || sum == null) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt() || (sum != null && matcher.group("sign") == null)) {
        throw wrong("cannot read \"" + text.substring(at).strip() + "\" at character " + (at + 1));
      }
      double weight = matcher.group("weight") == null ? 1 : number(matcher.group("weight"));
      double signed = "-".equals(matcher.group("sign")) ? -weight : weight;
      Reward reward = reward(matcher.group("name"), matcher.group("parameters"));
      sum = sum == null ? WeightedReward.of(reward).times(signed) : sum.plus(signed, reward);
      at = matcher.end();
    }
    return sum;
  }

  private Reward reward(String name, @Nullable String parameters) {
    Kind kind = KINDS.containsKey(name) ? KINDS.get(name) : provided(name);
    if (kind == null) {
      throw wrong(
          "unknown reward \""
              + name
              + "\"; known: "
              + String.join(", ", KINDS.keySet())
              + Nearest.hint(name, KINDS.keySet()));
    }
    Map<String, Double> values = new LinkedHashMap<>(kind.defaults);
    if (parameters != null && !parameters.isBlank()) {
      for (String parameter : parameters.split(",", -1)) {
        String[] sides = parameter.split("=", -1);
        if (sides.length != 2 || !values.containsKey(sides[0].strip())) {
          throw wrong(
              name
                  + " has no parameter \""
                  + parameter.strip()
                  + "\"; known: "
                  + kind.defaults.keySet());
        }
        values.put(sides[0].strip(), number(sides[1].strip()));
      }
    }
    return kind.maker.make(new Parameters(values));
  }

  private static @Nullable Kind provided(String name) {
    for (RewardProvider provider : ServiceLoader.load(RewardProvider.class)) {
      for (RewardProvider.Named named : provider.rewards()) {
        if (named.name().equals(name)) {
          return new Kind(named.defaults(), parameters -> named.maker().apply(parameters.values()));
        }
      }
    }
    return null;
  }

  private double number(String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw wrong("\"" + digits + "\" is not a number");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "reward \"" + text + "\": " + what + "; write a sum such as \"logReturn - 0.1 turnover\"");
  }
}
