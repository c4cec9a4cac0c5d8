package io.tradinggym.allocator.regime;

import io.tradinggym.api.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Regime models of one number, a return in percent, by name:
 *
 * <pre>
 * | name                      | model                                                                                |
 * | volatility(bars=20,dwell=5) | {@link VolatilityRegime}: calm, wild                                                |
 * | hmm(states=2,first=252,every=63) | {@link RefittedHmm}: states by volatility, the calmest first                   |
 * | jump(lambda=3,first=252,every=63) | {@link RefittedJump}, two states                                             |
 * | bocpd(hazard=0.01,window=30) | {@link RunLengthRegime}: settled, just changed                                     |
 * | mixture(states=2,first=252,every=63) | {@link MixtureRegime}, without memory                                     |
 * </pre>
 *
 * @param text as it was written
 * @param models makes one; always the same
 * @param warmUp bars before the first value that means something
 * @param states number of states
 */
public record Regimes(String text, Supplier<RegimeModel> models, int warmUp, int states) {
  private static final Pattern CALL = Pattern.compile("\\s*([a-z]+)\\s*(?:\\(([^()]*)\\))?\\s*");
  private static final int FIRST = 252;
  private static final int EVERY = 63;
  private static final int MEMORY = 2_520;

  /** A kind of model, its parameters with their defaults, and how to make it. */
  private record Kind(
      String name, String parameters, double[] defaults, Function<double[], Regimes> maker) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "volatility",
              "bars=20,dwell=5",
              new double[] {20, 5},
              p -> made(() -> new VolatilityRegime((int) p[0], (int) p[1]), 2 * (int) p[0], 2)),
          new Kind(
              "hmm",
              "states=2,first=252,every=63",
              new double[] {2, FIRST, EVERY},
              p -> made(() -> new RefittedHmm((int) p[0], 1, schedule(p)), (int) p[1], (int) p[0])),
          new Kind(
              "jump",
              "lambda=3,first=252,every=63",
              new double[] {3, FIRST, EVERY},
              p -> made(() -> new RefittedJump(2, 1, p[0], schedule(p)), (int) p[1], 2)),
          new Kind(
              "bocpd",
              "hazard=0.01,window=30",
              new double[] {0.01, 30},
              p -> made(() -> new RunLengthRegime(p[0], (int) p[1]), 2 * (int) p[1], 2)),
          new Kind(
              "mixture",
              "states=2,first=252,every=63",
              new double[] {2, FIRST, EVERY},
              p -> made(() -> new MixtureRegime((int) p[0], schedule(p)), (int) p[1], (int) p[0])));

  private static RefitSchedule schedule(double[] p) {
    return new RefitSchedule((int) p[1], (int) p[2], Math.max(MEMORY, (int) p[1]));
  }

  private static Regimes made(Supplier<RegimeModel> models, int warmUp, int states) {
    return new Regimes("", models, warmUp, states);
  }

  /** {@return the models that there are, with their parameters, such as {@code bocpd(hazard=0.01,window=30)}} */
  public static List<String> names() {
    return KINDS.stream().map(kind -> kind.name + "(" + kind.parameters + ")").toList();
  }

  /**
   * {@return whether there is a model of this name}
   *
   * @param name without parameters, such as {@code hmm}
   */
  public static boolean knows(String name) {
    return KINDS.stream().anyMatch(kind -> kind.name.equals(name));
  }

  /**
   * Reads a name such as {@code hmm(2)}; parameters that are left out have their defaults.
   *
   * @param text a model with its parameters, such as {@code hmm(2)}
   * @return the models
   * @throws IllegalArgumentException naming what would be right
   */
  public static Regimes parse(String text) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw new IllegalArgumentException(
          "regimes are written " + String.join(", ", names()) + "; was \"" + text + "\"");
    }
    for (Kind kind : KINDS) {
      if (kind.name.equals(call.group(1))) {
        Regimes made = kind.maker.apply(parameters(kind, call.group(2), text));
        Objects.requireNonNull(made.models.get()); // refuses what the model refuses
        return new Regimes(text.strip(), made.models, made.warmUp, made.states);
      }
    }
    List<String> known = new ArrayList<>();
    KINDS.forEach(kind -> known.add(kind.name));
    throw new IllegalArgumentException(
        "no regime model \""
            + call.group(1)
            + "\"; there are "
            + String.join(", ", names())
            + Nearest.hint(call.group(1), known));
  }

  private static double[] parameters(Kind kind, @Nullable String given, String text) {
    double[] values = kind.defaults.clone();
    if (given == null || given.isBlank()) {
      return values;
    }
    String[] parts = given.split(",", -1);
    try {
      for (int i = 0; i < parts.length; i++) {
        values[i] = Double.parseDouble(parts[i].strip());
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          kind.name + " takes numbers (" + kind.parameters + "), was \"" + text + "\"", e);
    }
    return values;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
